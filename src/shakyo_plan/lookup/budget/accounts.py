"""The council's accounts (会計), item by item, beside those of another year."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from shakyo_plan.model import Account, AccountItem, total_yen
from shakyo_plan.model.accounts import paired_by_name


@dataclass(frozen=True, slots=True)
class ItemRow:
    """An item of income or expenses; the fields are those of the JSON output."""

    item: str
    amount: str | None
    """As written; None where only the other year has the item."""
    amount_yen: int | None
    """None where there is no amount, or it cannot be read."""
    compared_yen: int | None


@dataclass(frozen=True, slots=True)
class SideRow:
    """The income or the expenses of a division."""

    items: tuple[ItemRow, ...]
    total: str | None
    """As printed."""
    total_yen: int | None
    """The printed total in yen, or where none is printed, what the items come to."""
    items_yen: int | None
    """What the items come to; None where there are none, or one cannot be read."""
    compared_total: str | None
    """As printed in the other year."""
    compared_yen: int | None
    """The total of the other year, counted as this year's is."""


@dataclass(frozen=True, slots=True)
class AccountRow:
    """The income and the expenses of a division, or of the council as a whole."""

    division: str | None
    income: SideRow
    expenses: SideRow

    @property
    def balance_yen(self) -> int | None:
        """The income less the expenses in yen; None where not both totals are printed and read."""
        income, expenses = self.income, self.expenses
        if not (income.total and expenses.total):
            return None
        return _difference(income.total_yen, expenses.total_yen)

    @property
    def compared_balance_yen(self) -> int | None:
        """The same of the other year."""
        income, expenses = self.income, self.expenses
        if not (income.compared_total and expenses.compared_total):
            return None
        return _difference(income.compared_yen, expenses.compared_yen)


def _difference(income: int | None, expenses: int | None) -> int | None:
    return None if income is None or expenses is None else income - expenses


def account_rows(
    accounts: Sequence[Account], compared: Sequence[Account] = ()
) -> tuple[AccountRow, ...]:
    """Return the accounts of a plan, beside those of another plan.

    Divisions and items are known by their names; what only the other plan has comes last.
    """
    pairs = paired_by_name(
        [(account.division or "", account) for account in accounts],
        [(account.division or "", account) for account in compared],
    )
    nothing = Account()
    return tuple(
        AccountRow(
            division or None,
            _side(_income(now or nothing), _income(then or nothing)),
            _side(_expenses(now or nothing), _expenses(then or nothing)),
        )
        for division, now, then in pairs
    )


class _Side(NamedTuple):
    items: tuple[AccountItem, ...]
    total: str | None
    total_yen: int | None

    @property
    def sum(self) -> int | None:
        return self.total_yen if self.total else total_yen(self.items)


def _income(account: Account) -> _Side:
    return _Side(account.income, account.income_total, account.income_total_yen)


def _expenses(account: Account) -> _Side:
    return _Side(account.expenses, account.expenses_total, account.expenses_total_yen)


def _side(now: _Side, then: _Side) -> SideRow:
    pairs = paired_by_name(
        [(item.item, item) for item in now.items], [(item.item, item) for item in then.items]
    )
    items = tuple(
        ItemRow(
            item,
            one.amount if one else None,
            one.amount_yen if one else None,
            other.amount_yen if other else None,
        )
        for item, one, other in pairs
    )
    return SideRow(items, now.total, now.sum, total_yen(now.items), then.total, then.sum)
