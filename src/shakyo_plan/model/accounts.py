"""The council's budget (会計): income beside expenses, by division."""

from __future__ import annotations

from dataclasses import dataclass

from shakyo_plan.model.reading import Data, each, place_field, plain
from shakyo_plan.values.data_path import DataPath
from shakyo_plan.values.money import read_balance


@dataclass(frozen=True)
class AccountItem:
    """An item of income or expenses (科目) and its amount, as written."""

    item: str
    amount: str
    place: DataPath = place_field()

    @classmethod
    def read(cls, data: Data, place: DataPath) -> AccountItem:
        """Make one from a map of the file."""
        return cls(**plain(data), place=place)

    @property
    def amount_yen(self) -> int | None:
        """The amount in yen; None where it cannot be read."""
        return read_balance(self.amount).yen


@dataclass(frozen=True)
class Account:
    """The income and the expenses of a division (拠点区分), or of the council as a whole."""

    division: str | None = None
    income: tuple[AccountItem, ...] = ()
    expenses: tuple[AccountItem, ...] = ()
    income_total: str | None = None
    """As printed; what the items come to is `total_yen`."""
    expenses_total: str | None = None
    place: DataPath = place_field()

    @classmethod
    def read(cls, data: Data, place: DataPath) -> Account:
        """Make one from a map of the file."""
        own = {
            "income": each(AccountItem.read, data, "income", place),
            "expenses": each(AccountItem.read, data, "expenses", place),
        }
        return cls(**plain(data) | own, place=place)

    @property
    def income_total_yen(self) -> int | None:
        """The printed total of the income in yen; None where there is none, or it cannot be read."""
        return read_balance(self.income_total).yen if self.income_total else None

    @property
    def expenses_total_yen(self) -> int | None:
        """The same of the expenses."""
        return read_balance(self.expenses_total).yen if self.expenses_total else None


def total_yen(items: tuple[AccountItem, ...]) -> int | None:
    """Return what items come to in yen; None where there are none, or one cannot be read."""
    amounts = [item.amount_yen for item in items]
    known = [amount for amount in amounts if amount is not None]
    return sum(known) if known and len(known) == len(amounts) else None
