"""Which rows of a budget a program stands in, and with how much."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from shakyo_plan.lookup.budget.kinds import BudgetBy
from shakyo_plan.model import Commission, Plan, Program, Status
from shakyo_plan.model.bearing import Bearing
from shakyo_plan.model.citations import NOWHERE, citations_of
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


class Grouping:
    """The rows of one plan's budget."""

    def __init__(self, plan: Plan, by: BudgetBy) -> None:
        """Take the plan, and what its budgets are added up by."""
        self._plan = plan
        self._by = by
        self._citations = citations_of(plan)
        self._bearing = Bearing(plan)

    def heads(self) -> Iterator[tuple[str, str]]:
        """Yield ids and titles of the rows that stand there even where no program does, in their order."""
        plan, used = self._plan, self._plan.registered
        match self._by:
            case BudgetBy.GOAL:
                yield from ((str(goal.id), goal.title) for goal in plan.goals)
            case BudgetBy.PLAN:
                yield from ((fold_plan_id(part.id), part.title) for part in plan.basic_plans)
            case BudgetBy.PRIORITY:
                yield from ((str(part.id), part.title) for part in plan.priorities)
            case BudgetBy.DISTRICT:
                yield from ((name, name) for name in plan.council.districts)
            case BudgetBy.DEPARTMENT:
                yield from ((name, name) for name in self._bearing.every_department)
            case BudgetBy.TAG:
                yield from ((tag, tag) for tag in self._bearing.every_tag)
            case BudgetBy.COMMISSION:
                bodies = {program.commissioned_by for program in used}
                yield from ((body.value, body.value) for body in Commission if body in bodies)
            case BudgetBy.STATUS:
                standing = {program.status for program in used}
                yield from ((one.value, one.value) for one in Status if one in standing)
            case BudgetBy.SOURCE:
                return

    def shares(self, program: Program) -> Iterator[tuple[str | None, int | None]]:
        """Yield the ids of the rows that a program stands in, each with its amount in yen.

        The id is None for the row of what stands in none; the amount is None where there is none that
        can be read. Only sources of funds part an amount; else each row has the whole.
        """
        if self._by is BudgetBy.SOURCE:
            yield from _by_source(program)
            return
        rows = dict.fromkeys(self._ids(program))
        yield from ((row, amount_of(program)) for row in rows or (None,))

    def _ids(self, program: Program) -> Iterable[str]:
        cited_by = self._citations.get(program.name, NOWHERE)
        match self._by:
            case BudgetBy.GOAL:
                return map(str, cited_by.goals)
            case BudgetBy.PLAN:
                return cited_by.plans
            case BudgetBy.PRIORITY:
                return map(str, cited_by.priorities)
            case BudgetBy.DISTRICT:
                return program.districts
            case BudgetBy.COMMISSION:
                return (program.commissioned_by.value,) if program.commissioned_by else ()
            case BudgetBy.STATUS:
                return (program.status.value,)
            case BudgetBy.TAG:
                return self._bearing.tags_by_program[program.name]
            case BudgetBy.DEPARTMENT:
                return self._bearing.departments_by_program[program.name]
            case BudgetBy.SOURCE:
                return ()


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
