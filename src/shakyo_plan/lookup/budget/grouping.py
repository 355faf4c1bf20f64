"""Which rows of a budget a program stands in, and with how much."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from shakyo_plan.lookup.budget.kinds import BudgetBy
from shakyo_plan.model import Commission, Plan, Program, Status
from shakyo_plan.model.citations import Citations
from shakyo_plan.values.money import yen
from shakyo_plan.values.name import fold_name
from shakyo_plan.values.plan_id import fold_plan_id


def amount_of(program: Program) -> int | None:
    """Return what a program costs in yen: its budget, or else what its sources of funds come to.

    None where neither is written, or one that is needed cannot be read.
    """
    if program.budget or not program.funding:
        return program.budget_yen
    amounts = [yen(source.amount) for source in program.funding]
    known = [amount for amount in amounts if amount is not None]
    return sum(known) if len(known) == len(amounts) else None


def unreadable_amounts(program: Program) -> tuple[str, ...]:
    """Return the amounts of a program that are written and cannot be read."""
    written = (program.budget, *(source.amount for source in program.funding))
    return tuple(amount for amount in written if amount and yen(amount) is None)


def heads(plan: Plan, by: BudgetBy) -> Iterator[tuple[str, str]]:
    """Yield the ids and titles of the rows that stand there even where no program does, in their order."""
    match by:
        case BudgetBy.GOAL:
            yield from ((str(goal.id), goal.title) for goal in plan.goals)
        case BudgetBy.PLAN:
            yield from ((fold_plan_id(part.id), part.title) for part in plan.basic_plans)
        case BudgetBy.PRIORITY:
            yield from ((str(part.id), part.title) for part in plan.priorities)
        case BudgetBy.DISTRICT:
            yield from ((name, name) for name in plan.council.districts)
        case BudgetBy.DEPARTMENT:
            yield from ((part.name, part.name) for part in plan.council.departments)
        case BudgetBy.COMMISSION:
            used = {program.commissioned_by for program in plan.registered}
            yield from ((body.value, body.value) for body in Commission if body in used)
        case BudgetBy.STATUS:
            standing = {program.status for program in plan.registered}
            yield from ((status.value, status.value) for status in Status if status in standing)
        case BudgetBy.SOURCE | BudgetBy.TAG:
            return


def shares(
    program: Program, cited_by: Citations, plan: Plan, by: BudgetBy
) -> Iterator[tuple[str | None, int | None]]:
    """Yield the ids of the rows that a program stands in, each with its amount in yen.

    The id is None for the row of what stands in none; the amount is None where there is none that can
    be read. Only sources of funds part an amount; else each row has the whole.
    """
    if by is BudgetBy.SOURCE:
        yield from _by_source(program)
        return
    ids = _ids(program, cited_by, plan, by)
    yield from ((row, amount_of(program)) for row in dict.fromkeys(ids) or (None,))


def _by_source(program: Program) -> Iterator[tuple[str | None, int | None]]:
    amounts = [yen(source.amount) for source in program.funding]
    for source, amount in zip(program.funding, amounts, strict=True):
        yield source.source, amount
    if not amounts:
        yield None, program.budget_yen
        return
    rest = (program.budget_yen or 0) - sum(amount or 0 for amount in amounts)
    if None not in amounts and rest > 0:
        yield None, rest  # nobody says where the rest comes from


def _ids(program: Program, cited_by: Citations, plan: Plan, by: BudgetBy) -> tuple[str, ...]:
    match by:
        case BudgetBy.GOAL:
            return tuple(map(str, cited_by.goals))
        case BudgetBy.PLAN:
            return cited_by.plans
        case BudgetBy.PRIORITY:
            return tuple(map(str, cited_by.priorities))
        case BudgetBy.DISTRICT:
            return program.districts
        case BudgetBy.COMMISSION:
            return (program.commissioned_by.value,) if program.commissioned_by else ()
        case BudgetBy.STATUS:
            return (program.status.value,)
        case BudgetBy.TAG:
            return program.tags
        case BudgetBy.DEPARTMENT:
            return (_in_legend(program.department, plan),) if program.department else ()
        case BudgetBy.SOURCE:
            return ()


def _in_legend(department: str, plan: Plan) -> str:
    """Return the name of a department in full, where the council's legend has its short form."""
    for known in plan.council.departments:
        if fold_name(department) in (fold_name(known.name), fold_name(known.short or known.name)):
            return known.name
    return department


def ids_now(
    then: Plan, now: Plan, by: BudgetBy, before: Sequence[str], after: Sequence[str]
) -> Mapping[str, str]:
    """Return which row of another plan's budget is which of this plan's: ids then to ids now.

    Parts may have got other numbers; what has no number is known by its name.
    """
    if by not in (BudgetBy.GOAL, BudgetBy.PLAN, BudgetBy.PRIORITY):
        names = {fold_name(name): name for name in after}
        return {name: names[fold_name(name)] for name in before if fold_name(name) in names}
    # Takes its time, and only a comparison needs it.
    from shakyo_plan.diff.lineage import Lineage

    lineage = Lineage(then, now)
    match by:
        case BudgetBy.GOAL:
            return {str(old.id): str(new.id) for old, new in lineage.goals}
        case BudgetBy.PLAN:
            return {fold_plan_id(old.id): fold_plan_id(new.id) for old, new in lineage.basic_plans}
        case _:
            return {str(old.id): str(new.id) for old, new in lineage.priorities}
