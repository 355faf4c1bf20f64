"""The plan as a tree: goals, their basic plans, and the sections and programs of those."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from shakyo_plan.model import (
    BasicPlan,
    Citation,
    Commission,
    Goal,
    Plan,
    Program,
    Status,
)
from shakyo_plan.model.not_found import check_goal
from shakyo_plan.values.plan_id import fold_plan_id


class Kind(StrEnum):
    """What a part of the outline is."""

    GOAL = "goal"
    PLAN = "plan"
    SECTION = "section"
    GROUP = "group"
    PROGRAM = "program"


DEEPEST = 4
"""Goals, basic plans, sections, programs."""


@dataclass(frozen=True, slots=True)
class OutlineRow:
    """A part of the plan, parts before what they hold; the fields are those of the JSON output.

    ``level`` says how deep it stands: 1 for a goal, 4 for a program in a basic plan, 5 in a group.
    """

    kind: Kind
    level: int
    id: str | None
    """The number as text: ``1`` of a goal or section, ``1-5`` of a basic plan."""
    title: str
    goal: int
    plan: str | None
    group: str | None = None
    examples: tuple[str, ...] = ()
    """What a group names in brackets."""
    status: Status | None = None
    district: str | None = None
    commissioned_by: Commission | None = None


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
    goals = [each for each in plan.goals if goal is None or each.id == goal]
    rows = (row for each in goals for row in _goal_rows(plan, each))
    return Outline(
        plan, tuple(row for row in rows if min(row.level, DEEPEST) <= (depth or DEEPEST))
    )


def _goal_rows(plan: Plan, goal: Goal) -> Iterator[OutlineRow]:
    yield OutlineRow(Kind.GOAL, 1, str(goal.id), goal.title, goal.id, None)
    for basic_plan in goal.plans:
        plan_id = fold_plan_id(basic_plan.id)
        yield OutlineRow(Kind.PLAN, 2, plan_id, basic_plan.title, goal.id, plan_id)
        for number, section in enumerate(basic_plan.sections, 1):
            yield OutlineRow(Kind.SECTION, 3, str(number), section.title, goal.id, plan_id)
        yield from _listed_rows(plan, goal, basic_plan)


def _listed_rows(plan: Plan, goal: Goal, basic_plan: BasicPlan) -> Iterator[OutlineRow]:
    plan_id = fold_plan_id(basic_plan.id)

    def program(name: str, level: int, group: str | None) -> OutlineRow:
        # What is cited under a wrong name still stands in the list; validate is what objects.
        each = plan.registry.get(name) or Program(name)
        marks = (each.status, each.district, each.commissioned_by)
        return OutlineRow(Kind.PROGRAM, level, None, name, goal.id, plan_id, group, (), *marks)

    for listed in basic_plan.programs:
        if isinstance(listed, Citation):
            yield program(listed.name, 4, None)
            continue
        yield OutlineRow(
            Kind.GROUP, 4, None, listed.group, goal.id, plan_id, listed.group, listed.examples
        )
        for citation in listed.programs:
            yield program(citation.name, 5, listed.group)
