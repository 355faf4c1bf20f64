"""The money of a plan as one list: the programs by rows with their total, then the accounts item by item."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from shakyo_plan.lookup.budget.accounts import AccountRow, SideRow
from shakyo_plan.lookup.budget.kinds import BudgetBy
from shakyo_plan.lookup.budget.totals import Budget, Unreadable


class Part(StrEnum):
    """Which part of the list a line belongs to."""

    PROGRAMS = "programs"
    INCOME = "income"
    EXPENSES = "expenses"
    BALANCE = "balance"


@dataclass(frozen=True, slots=True)
class BudgetLine:
    """A line of the list; the fields are those of JSON Lines."""

    part: Part
    division: str | None = None
    """Of the accounts; None for those of the council as a whole."""
    by: BudgetBy | None = None
    id: str | None = None
    title: str = ""
    """Of an item, the item; nothing where the view has the words: a total, what stands in no row."""
    total: bool = False
    programs: tuple[str, ...] = ()
    amount: str | None = None
    """As written, in the accounts."""
    budget_yen: int | None = None
    compared_yen: int | None = None
    without_amount: tuple[str, ...] = ()
    unreadable: tuple[Unreadable, ...] = ()
    items_yen: int | None = None
    """Of a total of the accounts, what the items come to; of budgets by source, the rows."""
    repeated: tuple[str, ...] = ()
    """Of the programs' total, those that stand in several rows."""
    only_compared: bool = False
    """Whether only the plan that is compared with has such a line."""

    @property
    def difference_yen(self) -> int | None:
        """How much more this is than in the plan that is compared with."""
        if self.budget_yen is None or self.compared_yen is None:
            return None
        return self.budget_yen - self.compared_yen


def budget_lines(budget: Budget) -> tuple[BudgetLine, ...]:
    """Return a plan's money, line by line."""
    return (*_of_programs(budget), *(line for row in budget.accounts for line in _of_account(row)))


def _of_programs(budget: Budget) -> Iterator[BudgetLine]:
    for row in budget.rows:
        yield BudgetLine(
            Part.PROGRAMS,
            by=row.by,
            id=row.id,
            title=row.title,
            programs=row.programs,
            budget_yen=row.budget_yen,
            compared_yen=row.compared_yen,
            without_amount=row.without_amount,
            unreadable=row.unreadable,
            only_compared=row.only_compared,
        )
    if budget.rows:
        yield BudgetLine(
            Part.PROGRAMS,
            by=budget.by,
            total=True,
            programs=tuple(program.name for program in budget.plan.registered),
            budget_yen=budget.total_yen,
            compared_yen=budget.compared_total_yen,
            without_amount=budget.without_amount,
            items_yen=budget.rows_yen if budget.by is BudgetBy.SOURCE else None,
            repeated=budget.repeated,
        )


def _of_account(row: AccountRow) -> Iterator[BudgetLine]:
    yield from _of_side(Part.INCOME, row.division, row.income)
    yield from _of_side(Part.EXPENSES, row.division, row.expenses)
    balances = (row.balance_yen, row.compared_balance_yen)
    if balances != (None, None):
        now, then = balances
        yield BudgetLine(Part.BALANCE, row.division, total=True, budget_yen=now, compared_yen=then)


def _of_side(part: Part, division: str | None, side: SideRow) -> Iterator[BudgetLine]:
    for item in side.items:
        yield BudgetLine(
            part,
            division,
            title=item.item,
            amount=item.amount,
            budget_yen=item.amount_yen,
            compared_yen=item.compared_yen,
            only_compared=item.amount is None,
        )
    if side.items or side.total or side.compared_total:
        yield BudgetLine(
            part,
            division,
            total=True,
            amount=side.total,
            budget_yen=side.total_yen,
            compared_yen=side.compared_yen,
            items_yen=side.items_yen,
            only_compared=side.total is None and all(item.amount is None for item in side.items),
        )
