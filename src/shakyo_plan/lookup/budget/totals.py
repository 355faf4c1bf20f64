"""Adds the budgets of programs up: by goal, plan, district, commissioning body or source of funds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from shakyo_plan.lookup.budget.kinds import BudgetBy
from shakyo_plan.model import Account, Plan, Program
from shakyo_plan.model.citations import NOWHERE, Citations, citations_of
from shakyo_plan.values.money import yen
from shakyo_plan.values.plan_id import fold_plan_id


@dataclass(frozen=True, slots=True)
class BudgetRow:
    """The budgets under one heading; the fields are those of the JSON output."""

    by: BudgetBy
    id: str | None
    """None for the programs that stand under none."""
    title: str
    programs: tuple[str, ...]
    budget_yen: int | None
    """What the amounts that can be read come to; None where there are none."""
    without_amount: tuple[str, ...]
    """The programs that have no amount, or one that cannot be read."""
    compared_yen: int | None = None
    """The same of the plan that is compared with."""


@dataclass(frozen=True, slots=True)
class Budget:
    """A plan's money; a program that stands in several rows counts once in the total."""

    plan: Plan = field(repr=False)
    by: BudgetBy
    rows: tuple[BudgetRow, ...]
    total_yen: int | None
    repeated: tuple[str, ...]
    """The programs that stand in several rows."""
    accounts: tuple[Account, ...]
    compared: Plan | None = field(default=None, repr=False)
    compared_total_yen: int | None = None


@dataclass
class _Sum:
    title: str
    programs: dict[str, None] = field(default_factory=dict)
    amounts: list[int] = field(default_factory=list)
    without: dict[str, None] = field(default_factory=dict)

    def add(self, program: Program, amount: int | None) -> None:
        self.programs[program.name] = None
        if amount is None:
            self.without[program.name] = None
        else:
            self.amounts.append(amount)

    @property
    def total(self) -> int | None:
        return sum(self.amounts) if self.amounts else None


def budget_of(plan: Plan, by: BudgetBy, compared: Plan | None = None) -> Budget:
    """Return the budgets of a plan, beside those of another plan where one is given."""
    sums = _sums(plan, by)
    then = _sums(compared, by) if compared else {}
    keys = [*sums, *(key for key in then if key not in sums)]
    rows = []
    for key in keys:
        now = sums.get(key) or _Sum(then[key].title)
        rows.append(
            BudgetRow(
                by,
                key,
                now.title,
                tuple(now.programs),
                now.total,
                tuple(now.without),
                then[key].total if key in then else None,
            )
        )
    named = [name for row in rows for name in row.programs]
    return Budget(
        plan,
        by,
        tuple(rows),
        _total(plan),
        tuple(dict.fromkeys(name for name in named if named.count(name) > 1)),
        plan.accounts,
        compared,
        _total(compared) if compared else None,
    )


def _total(plan: Plan) -> int | None:
    amounts = [each.budget_yen for each in plan.registered if each.budget_yen is not None]
    return sum(amounts) if amounts else None


def _sums(plan: Plan, by: BudgetBy) -> Mapping[str | None, _Sum]:
    """Return the sums by the ids of rows, in printed order; what stands under none comes last."""
    found: dict[str | None, _Sum] = {key: _Sum(title) for key, title in _heads(plan, by)}
    rest = _Sum("")
    citations = citations_of(plan)
    for program in plan.registered:
        if by is BudgetBy.SOURCE and program.funding:
            for source in program.funding:
                total = found.setdefault(source.source, _Sum(source.source))
                total.add(program, yen(source.amount))
            continue
        keys = _keys(program, citations.get(program.name, NOWHERE), by)
        for key in keys:
            found.setdefault(key, _Sum(key)).add(program, program.budget_yen)
        if not keys:
            rest.add(program, program.budget_yen)
    if rest.programs:
        found[None] = rest
    return found


def _heads(plan: Plan, by: BudgetBy) -> Iterator[tuple[str, str]]:
    match by:
        case BudgetBy.GOAL:
            yield from ((str(goal.id), goal.title) for goal in plan.goals)
        case BudgetBy.PLAN:
            yield from ((fold_plan_id(each.id), each.title) for each in plan.basic_plans)
        case BudgetBy.DISTRICT:
            yield from ((name, name) for name in plan.council.districts)
        case _:
            return


def _keys(program: Program, citations: Citations, by: BudgetBy) -> tuple[str, ...]:
    match by:
        case BudgetBy.GOAL:
            return tuple(map(str, citations.goals))
        case BudgetBy.PLAN:
            return citations.plans
        case BudgetBy.DISTRICT:
            return program.districts
        case BudgetBy.COMMISSION:
            return (program.commissioned_by.value,) if program.commissioned_by else ()
        case BudgetBy.SOURCE:
            return ()
