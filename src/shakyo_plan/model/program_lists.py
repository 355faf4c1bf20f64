"""The lists of programs of a plan: under which part each stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

from shakyo_plan.model.kinds import PartKind
from shakyo_plan.model.listed import ListedProgram
from shakyo_plan.model.parts import BasicPlan, Goal, Priority, Section
from shakyo_plan.values.data_path import DataPath
from shakyo_plan.values.plan_id import fold_plan_id

Listing: TypeAlias = Priority | Goal | BasicPlan | Section


@dataclass(frozen=True, slots=True)
class ProgramList:
    """A list of programs as printed, and what it stands under."""

    part: Listing
    goal: Goal | None = None
    """The goal, for a list under it."""
    plan: BasicPlan | None = None
    """The basic plan, for its own list and those of its sections."""
    section: int | None = None
    """The number of the section, from 1."""

    @property
    def id(self) -> str:
        """What it is known by: ``1`` of a priority or goal, ``1-5`` of a plan, ``1-5(2)`` of a section."""
        if isinstance(self.part, Section):
            return f"{fold_plan_id(self.plan.id) if self.plan else ''}({self.section})"
        return fold_plan_id(str(self.part.id))

    @property
    def holder(self) -> str:
        """The id of the basic plan that it belongs to; of the goal, where it stands straight under one."""
        return fold_plan_id(self.plan.id) if self.plan else self.id

    @property
    def title(self) -> str:
        """The title of the part."""
        return self.part.title

    @property
    def programs(self) -> tuple[ListedProgram, ...]:
        """What it lists, groups included."""
        return self.part.programs

    @property
    def place(self) -> DataPath:
        """The place of the part that it is under."""
        return self.part.place

    @property
    def kind(self) -> PartKind:
        """What kind of part it stands under."""
        return _KINDS[type(self.part)]

    @property
    def of_priority(self) -> bool:
        """Whether it is a priority's list, which picks out programs that stand elsewhere."""
        return isinstance(self.part, Priority)


_KINDS = {
    Priority: PartKind.PRIORITY,
    Goal: PartKind.GOAL,
    BasicPlan: PartKind.PLAN,
    Section: PartKind.SECTION,
}


def lists_of(
    priorities: tuple[Priority, ...], goals: tuple[Goal, ...], plans: tuple[BasicPlan, ...]
) -> Iterator[ProgramList]:
    """Yield the lists: of priorities; of each plan's sections, then its own; of a goal, after its plans."""
    yield from map(ProgramList, priorities)
    for goal in goals:
        for plan in goal.plans:
            yield from _of_plan(plan, goal)
        yield ProgramList(goal, goal)
    for plan in plans:
        yield from _of_plan(plan, None)


def _of_plan(plan: BasicPlan, goal: Goal | None) -> Iterator[ProgramList]:
    for number, section in enumerate(plan.sections, 1):
        yield ProgramList(section, goal, plan, number)
    yield ProgramList(plan, goal, plan)
