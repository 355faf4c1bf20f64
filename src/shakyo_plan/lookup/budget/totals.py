"""Adds the budgets of programs up, and sets them and the accounts beside those of another year."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from shakyo_plan.lookup.budget.accounts import AccountRow, account_rows
from shakyo_plan.lookup.budget.grouping import (
    Grouping,
    amount_of,
    ids_now,
    unreadable_amounts,
)
from shakyo_plan.lookup.budget.kinds import BudgetBy
from shakyo_plan.model import Plan, Program


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A program that has an amount which cannot be read, and what is written."""

    program: str
    amount: str


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
    unreadable: tuple[Unreadable, ...] = ()
    only_compared: bool = False
    """Whether only the plan that is compared with has such a row."""


@dataclass(frozen=True, slots=True)
class Budget:
    """A plan's money; a program that stands in several rows counts once in the total."""

    plan: Plan = field(repr=False)
    by: BudgetBy
    rows: tuple[BudgetRow, ...]
    total_yen: int | None
    repeated: tuple[str, ...]
    """The programs that stand in several rows."""
    without_amount: tuple[str, ...]
    """The programs of the plan that have no amount, or one that cannot be read."""
    accounts: tuple[AccountRow, ...]
    compared: Plan | None = field(default=None, repr=False)
    compared_total_yen: int | None = None

    @property
    def rows_yen(self) -> int | None:
        """What the rows come to: more than the total where a program stands in several."""
        amounts = [row.budget_yen for row in self.rows if row.budget_yen is not None]
        return sum(amounts) if amounts else None


@dataclass
class _Sum:
    title: str = ""
    programs: dict[str, None] = field(default_factory=dict)
    amounts: list[int] = field(default_factory=list)
    without: dict[str, None] = field(default_factory=dict)
    unreadable: dict[Unreadable, None] = field(default_factory=dict)

    def add(self, program: Program, amount: int | None) -> None:
        self.programs[program.name] = None
        if amount is not None:
            self.amounts.append(amount)
            return
        self.without[program.name] = None
        for written in unreadable_amounts(program):
            self.unreadable[Unreadable(program.name, written)] = None

    @property
    def total(self) -> int | None:
        return sum(self.amounts) if self.amounts else None


def budget_of(plan: Plan, by: BudgetBy, compared: Plan | None = None) -> Budget:
    """Return the budgets of a plan, beside those of another plan where one is given."""
    sums = _sums(plan, by)
    then = _sums(compared, by) if compared else {}
    rows = tuple(_rows(by, sums, then, _ids_now(plan, by, sums, compared, then)))
    standing = Counter(name for row in rows for name in row.programs)
    return Budget(
        plan,
        by,
        rows,
        _total(plan),
        tuple(name for name, times in standing.items() if times > 1),
        tuple(program.name for program in plan.registered if amount_of(program) is None),
        account_rows(plan.accounts, compared.accounts if compared else ()),
        compared,
        _total(compared) if compared else None,
    )


_Sums = Mapping[str | None, _Sum]
"""By the ids of rows, in printed order; what stands under none comes last."""


def _ids_now(
    plan: Plan, by: BudgetBy, sums: _Sums, compared: Plan | None, then: _Sums
) -> Mapping[str | None, str | None]:
    if compared is None:
        return {}
    before, after = ([key for key in each if key is not None] for each in (then, sums))
    found: dict[str | None, str | None] = {None: None}
    found.update(ids_now(compared, plan, by, before, after))
    return found


def _rows(
    by: BudgetBy, sums: _Sums, then: _Sums, now: Mapping[str | None, str | None]
) -> Iterable[BudgetRow]:
    beside = {now[key]: one for key, one in then.items() if key in now}
    gone = {key: one for key, one in then.items() if key not in now}
    rest = _Sum()
    for key, one in sums.items():
        if key is not None:
            yield _row(by, key, one, beside.get(key))
    for key, one in gone.items():
        yield BudgetRow(by, key, one.title, (), None, (), one.total, only_compared=True)
    if None in sums or None in beside:
        yield _row(by, None, sums.get(None, rest), beside.get(None))


def _row(by: BudgetBy, key: str | None, now: _Sum, then: _Sum | None) -> BudgetRow:
    return BudgetRow(
        by,
        key,
        now.title,
        tuple(now.programs),
        now.total,
        tuple(now.without),
        then.total if then else None,
        tuple(now.unreadable),
    )


def _total(plan: Plan) -> int | None:
    amounts = [amount_of(program) for program in plan.registered]
    known = [amount for amount in amounts if amount is not None]
    return sum(known) if known else None


def _sums(plan: Plan, by: BudgetBy) -> _Sums:
    grouping = Grouping(plan, by)
    found: dict[str | None, _Sum] = {key: _Sum(title) for key, title in grouping.heads()}
    rest = _Sum()
    for program in plan.registered:
        for key, amount in grouping.shares(program):
            row = rest if key is None else found.setdefault(key, _Sum(key))
            row.add(program, amount)
    if rest.programs:
        found[None] = rest
    return found
