"""The plan as a tree: priorities; goals, basic plans, sections and programs; the management."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from shakyo_plan.model import (
    BasicPlan,
    Citation,
    Commission,
    Goal,
    ListedProgram,
    Plan,
    Program,
    Status,
)
from shakyo_plan.model.kinds import PartKind
from shakyo_plan.model.not_found import check_goal
from shakyo_plan.model.numbering import printed_number
from shakyo_plan.values.plan_id import fold_plan_id

DEEPEST = 4
"""Goals, basic plans, sections, programs."""


@dataclass(frozen=True, slots=True)
class OutlineRow:
    """A part of the plan, parts before what they hold; the fields are those of the JSON output.

    ``level`` says how deep it stands: 1 for a goal, 4 for a program in a basic plan, 5 in a group.
    """

    kind: PartKind
    level: int
    id: str | None
    """The number as text: ``1`` of a goal or section, ``1-5`` of a basic plan."""
    title: str
    goal: int | None
    plan: str | None
    group: str | None = None
    examples: tuple[str, ...] = ()
    """What a group names in brackets."""
    status: Status | None = None
    district: str | None = None
    """The only one; None where there are several."""
    commissioned_by: Commission | None = None
    number: str | None = None
    """The number as the council prints it."""
    section: int | None = None
    """The section that a program stands in, from 1."""
    districts: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Outline:
    """A plan, and the parts of it that were asked for."""

    plan: Plan = field(repr=False)
    rows: tuple[OutlineRow, ...]


def outline(plan: Plan, goal: int | None = None, depth: int | None = None) -> Outline:
    """Return the tree, of one goal or of all, down to a depth: 1 goals, 2 basic plans, 3 sections, 4 all.

    Raises:
        UserError: there is no such goal; the message says which there are.
    """
    check_goal(plan, goal)
    rows = _Tree(plan).rows(goal)
    return Outline(
        plan, tuple(row for row in rows if min(row.level, DEEPEST) <= (depth or DEEPEST))
    )


@dataclass(frozen=True, slots=True)
class _Tree:
    plan: Plan

    def rows(self, goal: int | None) -> Iterator[OutlineRow]:
        plan = self.plan
        if goal is None:
            for priority in plan.priorities:
                row = self.numbered(PartKind.PRIORITY, 1, priority.id, priority.title)
                yield replace(row, tags=priority.tags)
        for part in plan.goals:
            if goal in (None, part.id):
                yield from self.goal(part)
        if goal is None:
            for basic_plan in plan.plans:
                yield from self.basic_plan(basic_plan, None)
            for section in plan.management:
                yield self.numbered(PartKind.MANAGEMENT, 1, section.id, section.title)

    def numbered(
        self,
        kind: PartKind,
        level: int,
        part_id: str | int,
        title: str,
        goal: int | None = None,
        plan: str | None = None,
    ) -> OutlineRow:
        number = printed_number(self.plan.numbering, kind, part_id)
        return OutlineRow(kind, level, str(part_id), title, goal, plan, number=number)

    def goal(self, goal: Goal) -> Iterator[OutlineRow]:
        row = self.numbered(PartKind.GOAL, 1, goal.id, goal.title, goal.id)
        yield replace(row, tags=goal.tags)
        # Before the plans, as printed: behind them, they would stand under the last.
        yield from self.listed(goal.programs, goal.id, None)
        for basic_plan in goal.plans:
            yield from self.basic_plan(basic_plan, goal.id)

    def basic_plan(self, basic_plan: BasicPlan, goal: int | None) -> Iterator[OutlineRow]:
        plan_id = fold_plan_id(basic_plan.id)
        row = self.numbered(PartKind.PLAN, 2, plan_id, basic_plan.title, goal, plan_id)
        yield replace(row, tags=basic_plan.tags)
        for number, section in enumerate(basic_plan.sections, 1):
            row = self.numbered(PartKind.SECTION, 3, number, section.title, goal, plan_id)
            yield replace(row, tags=section.tags, section=number)
            yield from self.listed(section.programs, goal, plan_id, number)
        yield from self.listed(basic_plan.programs, goal, plan_id)

    def listed(
        self,
        programs: tuple[ListedProgram, ...],
        goal: int | None,
        plan_id: str | None,
        section: int | None = None,
    ) -> Iterator[OutlineRow]:
        for listed in programs:
            if isinstance(listed, Citation):
                row = self.program(listed.name, 4, None, goal, plan_id)
                yield replace(row, section=section)
                continue
            words = listed.group
            yield OutlineRow(
                PartKind.GROUP,
                4,
                None,
                words,
                goal,
                plan_id,
                words,
                listed.examples,
                section=section,
            )
            for citation in listed.programs:
                row = self.program(citation.name, 5, words, goal, plan_id)
                yield replace(row, section=section)

    def program(
        self, name: str, level: int, group: str | None, goal: int | None, plan_id: str | None
    ) -> OutlineRow:
        # What is cited under a wrong name still stands in the list; validate is what objects.
        program = self.plan.registry.get(name) or Program(name)
        return OutlineRow(
            PartKind.PROGRAM,
            level,
            None,
            name,
            goal,
            plan_id,
            group,
            status=program.status,
            district=program.only_district,
            commissioned_by=program.commissioned_by,
            districts=program.districts,
            tags=program.tags,
        )
