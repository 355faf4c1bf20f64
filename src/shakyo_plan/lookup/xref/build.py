"""Makes the cross-reference tables of a plan."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import replace
from typing import TypeAlias

from shakyo_plan.lookup.xref.kinds import XrefKind
from shakyo_plan.lookup.xref.matrix import Head, Id, Matrix
from shakyo_plan.model import Commission, Plan, Program, ProgramList, Status, cited
from shakyo_plan.model.bearing import Bearing
from shakyo_plan.model.citations import NOWHERE, citations_of
from shakyo_plan.model.kinds import PartKind
from shakyo_plan.model.not_found import check_goal
from shakyo_plan.values.plan_id import fold_plan_id
from shakyo_plan.values.schedule import Month, read_schedule


def cross(plan: Plan, table: XrefKind, goal: int | None = None) -> Matrix:
    """Return a cross-reference table of the plan, or of the part of it under one goal.

    Raises:
        UserError: there is no such goal; the message says which there are.
    """
    check_goal(plan, goal)
    return BUILDERS[table](plan, goal)


def _list_heads(plan: Plan, goal: int | None) -> tuple[Head, ...]:
    """Return what programs are listed under: basic plans, and goals that have a list of their own."""
    found: list[Head] = []
    for part in plan.goals:
        if goal in (None, part.id):
            found += (Head(fold_plan_id(each.id), each.title, part.id) for each in part.plans)
            found += [Head(str(part.id), part.title, part.id)] if part.programs else []
    found += (Head(fold_plan_id(each.id), each.title) for each in plan.plans if goal is None)
    return tuple(found)


def _programs(plan: Plan, goal: int | None) -> Matrix:
    citations = citations_of(plan)
    # What is cited under a wrong name is still a mark in the table; validate objects.
    unregistered = (
        name for name, where in citations.items() if where.in_lists and name not in plan.registry
    )
    names = dict.fromkeys((*(program.name for program in plan.programs), *unregistered))
    return Matrix(
        tuple(Head(name) for name in names),
        _list_heads(plan, goal),
        PartKind.PROGRAM,
        PartKind.PLAN,
        {
            (citation.name, listing.holder): (citation.name,)
            for listing in plan.lists
            if not listing.of_priority
            for citation, _ in cited(listing.programs)
        },
        counts=False,
    )


def _priorities(plan: Plan, goal: int | None) -> Matrix:
    cells: dict[tuple[Id, Id], tuple[str, ...]] = {}
    names: dict[str, dict[str, None]] = {}
    for listing in plan.lists:
        if not listing.of_priority:
            found = names.setdefault(listing.holder, {})
            found |= dict.fromkeys(citation.name for citation, _ in cited(listing.programs))
    for priority in plan.priorities:
        serving = {citation.name for citation, _ in cited(priority.programs)}
        for holder, found in names.items():
            if shared := tuple(name for name in found if name in serving):
                cells[priority.id, holder] = shared
    return Matrix(
        tuple(Head(each.id, each.title) for each in plan.priorities),
        _list_heads(plan, goal),
        PartKind.PRIORITY,
        PartKind.PLAN,
        cells,
        counts=True,
    )


_RowsOf: TypeAlias = Callable[[Program, ProgramList], Iterable[Id]]
"""Returns the rows that a program stands in, where a list cites it."""


def _counted(
    plan: Plan, rows: Iterable[Head], axis: PartKind, rows_of: _RowsOf, goal: int | None
) -> Matrix:
    """Count programs by what they bear, and by the basic plans and goals that list them."""
    cells: dict[tuple[Id, Id], dict[str, None]] = {}
    for program, listing in Bearing(plan).listed():
        for row in rows_of(program, listing):
            cells.setdefault((row, listing.holder), {})[program.name] = None
    filled = {cell: tuple(names) for cell, names in cells.items()}
    return Matrix(tuple(rows), _list_heads(plan, goal), axis, PartKind.PLAN, filled, counts=True)


def _districts(plan: Plan, goal: int | None) -> Matrix:
    used = (name for program in plan.programs for name in program.districts)
    rows = (Head(name) for name in dict.fromkeys((*plan.council.districts, *used)))
    return _counted(plan, rows, PartKind.DISTRICT, lambda program, _: program.districts, goal)


def _tags(plan: Plan, goal: int | None) -> Matrix:
    bearing = Bearing(plan)
    return _counted(plan, map(Head, bearing.every_tag), PartKind.TAG, bearing.tags, goal)


def _departments(plan: Plan, goal: int | None) -> Matrix:
    bearing = Bearing(plan)
    rows = map(Head, bearing.every_department)
    return _counted(plan, rows, PartKind.DEPARTMENT, bearing.departments, goal)


_USUAL = (
    Commission.CITY,
    Commission.PREFECTURE,
    Commission.PREFECTURAL_SHAKYO,
    Commission.OTHER,
)
"""The bodies that have a row of their own even where they commission nothing."""


def _bodies(program: Program, _: ProgramList) -> tuple[Id, ...]:
    return (program.commissioned_by.value,) if program.commissioned_by else ()


def _commissions(plan: Plan, goal: int | None) -> Matrix:
    used = {program.commissioned_by for program in plan.registered}
    rows = (Head(body.value) for body in Commission if body in _USUAL or body in used)
    return _counted(plan, rows, PartKind.COMMISSION, _bodies, goal)


def _status(plan: Plan, goal: int | None) -> Matrix:
    rows = [Head(status.value) for status in Status]
    if not plan.goals:
        return _counted(
            plan, rows, PartKind.STATUS, lambda program, _: (program.status.value,), goal
        )
    citations = citations_of(plan)
    cells: dict[tuple[Id, Id], tuple[str, ...]] = {}
    for program in plan.registered:
        for number in citations.get(program.name, NOWHERE).goals:
            cell = (program.status.value, number)
            cells[cell] = (*cells.get(cell, ()), program.name)
    return Matrix(
        tuple(rows),
        tuple(Head(each.id, each.title) for each in plan.goals if goal in (None, each.id)),
        PartKind.STATUS,
        PartKind.GOAL,
        cells,
        counts=True,
    )


def _calendar(plan: Plan, goal: int | None) -> Matrix:
    citations = citations_of(plan)
    year = plan.fiscal_year
    months = [Month(year + (number > 12), (number - 1) % 12 + 1) for number in range(4, 16)]
    within = [
        program
        for program in plan.registered
        if goal is None or goal in citations.get(program.name, NOWHERE).goals
    ]
    scheduled = [program for program in within if program.schedule]
    return Matrix(
        tuple(Head(program.name, program.schedule or "") for program in scheduled),
        tuple(Head(str(month)) for month in months),
        PartKind.PROGRAM,
        PartKind.MONTH,
        {
            (program.name, str(month)): (program.name,)
            for program in scheduled
            for month in read_schedule(program.schedule or "", plan.year).months
        },
        counts=False,
        left_out=tuple(program.name for program in within if not program.schedule),
    )


def in_months(calendar: Matrix, months: Collection[int]) -> Matrix:
    """Return a calendar of just these months, 1 to 12, with what is held in one of them."""
    columns = tuple(head for head in calendar.columns if int(str(head.id)[-2:]) in months)
    chosen = replace(calendar, columns=columns)
    return chosen.with_rows(lambda total: total > 0)


BUILDERS: Mapping[XrefKind, Callable[[Plan, int | None], Matrix]] = {
    XrefKind.PROGRAMS: _programs,
    XrefKind.PRIORITIES: _priorities,
    XrefKind.DISTRICTS: _districts,
    XrefKind.COMMISSIONS: _commissions,
    XrefKind.TAGS: _tags,
    XrefKind.DEPARTMENTS: _departments,
    XrefKind.STATUS: _status,
    XrefKind.CALENDAR: _calendar,
}
