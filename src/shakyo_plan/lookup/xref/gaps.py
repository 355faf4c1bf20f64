"""What is missing in a plan, and the line where it would be mended."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from shakyo_plan.lint.rules.context import RuleContext
from shakyo_plan.lint.rules.status import unexplained
from shakyo_plan.model import NOT_HELD, BasicPlan, Plan, Program, Status, cited
from shakyo_plan.model.citations import NOWHERE, citations_of
from shakyo_plan.model.not_found import check_goal
from shakyo_plan.source.loading import LoadedFile
from shakyo_plan.values.data_path import DataPath, value_at
from shakyo_plan.values.plan_id import fold_plan_id


class GapKind(StrEnum):
    """What is missing."""

    UNCITED_PROGRAM = "uncited-program"
    PLAN_WITHOUT_PROGRAMS = "plan-without-programs"
    PLAN_WITHOUT_PRIORITY = "plan-without-priority"
    PRIORITY_WITHOUT_PROGRAMS = "priority-without-programs"
    DISTRICT_WITHOUT_PROGRAMS = "district-without-programs"
    NEW_WITHOUT_BUDGET = "new-program-without-budget"


@dataclass(frozen=True, slots=True)
class Gap:
    """Something missing; ``priorities`` cite a program that no basic plan does. Lines count from 1."""

    kind: GapKind
    id: str | None
    name: str
    priorities: tuple[int, ...]
    path: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class _Missing:
    kind: GapKind
    id: str | None
    name: str
    place: DataPath
    priorities: tuple[int, ...] = ()


def find_gaps(plan: Plan, loaded: LoadedFile, goal: int | None = None) -> tuple[Gap, ...]:
    """Return what is missing in the plan, or under one goal, kind by kind in printed order.

    Raises:
        UserError: there is no such goal; the message says which there are.
    """
    check_goal(plan, goal)
    context = RuleContext(plan, loaded.document.data)
    return tuple(_located(missing, loaded) for missing in _missing(context, goal))


def _located(missing: _Missing, loaded: LoadedFile) -> Gap:
    document, place = loaded.document, missing.place
    if place not in document.values:
        # A key that is not there would be written into the entry, which its first line names.
        place = place[:-1]
    start = document.key_span(place).start
    return Gap(
        missing.kind,
        missing.id,
        missing.name,
        missing.priorities,
        loaded.path,
        start.line,
        start.column,
    )


def _missing(context: RuleContext, goal: int | None) -> Iterator[_Missing]:
    """Yield what is missing; what a rule finds as well, that rule's own question tells."""
    plan = context.plan
    citations = citations_of(plan)
    basic_plans = [
        basic_plan
        for part in plan.goals
        if goal is None or part.id == goal
        for basic_plan in part.plans
    ]
    basic_plans += plan.plans if goal is None else ()
    held = [
        program
        for program in plan.programs
        if program.status not in NOT_HELD
        and (goal is None or goal in citations.get(program.name, NOWHERE).goals)
    ]
    if goal is None:
        for program in context.uncited if context.has_lists else ():
            priorities = citations.get(program.name, NOWHERE).priorities
            yield _at_program(GapKind.UNCITED_PROGRAM, program, priorities)
    for basic_plan in basic_plans:
        lists = [listing for listing in plan.lists if listing.plan is basic_plan]
        # A plan that has no list by design misses none.
        if any(map(context.has_list, lists)) and not any(cited(basic_plan.listed)):
            yield _at_plan(GapKind.PLAN_WITHOUT_PROGRAMS, basic_plan)
    # Priorities that print no programs, by design, reach no plan by them.
    listing = any(context.has_list(each) for each in plan.lists if each.of_priority)
    for basic_plan in basic_plans if listing else ():
        if context.meant_in(basic_plan).isdisjoint(context.cited_by_priorities):
            yield _at_plan(GapKind.PLAN_WITHOUT_PRIORITY, basic_plan)
    for priority in plan.priorities:
        here = [
            citation
            for citation, _ in cited(priority.programs)
            if goal in citations[citation.name].goals
        ]
        has_list = "programs" in value_at(context.data, priority.place)
        if has_list and not (here if goal is not None else any(cited(priority.programs))):
            yield _Missing(
                GapKind.PRIORITY_WITHOUT_PROGRAMS,
                str(priority.id),
                priority.title,
                (*priority.place, "programs"),
            )
    with_programs = {name for program in held for name in program.districts}
    for number, district in enumerate(plan.council.districts):
        if district not in with_programs:
            place = ("council", "districts", number)
            yield _Missing(GapKind.DISTRICT_WITHOUT_PROGRAMS, None, district, place)
    for program in held:
        if program.status is Status.NEW and "budget" in unexplained(program):
            yield _at_program(GapKind.NEW_WITHOUT_BUDGET, program, ())


def _at_program(kind: GapKind, program: Program, priorities: tuple[int, ...]) -> _Missing:
    return _Missing(kind, None, program.name, (*program.place, "name"), priorities)


def _at_plan(kind: GapKind, basic_plan: BasicPlan) -> _Missing:
    plan_id = fold_plan_id(basic_plan.id)
    return _Missing(kind, plan_id, basic_plan.title, (*basic_plan.place, "programs"))
