"""The council's budget (会計): income beside expenses, by division."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from shakyo_plan.model.reading import Data, each, place_field, plain
from shakyo_plan.values.data_path import DataPath
from shakyo_plan.values.money import read_balance
from shakyo_plan.values.name import fold_name

T = TypeVar("T")


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


def paired_by_name(
    now: Iterable[tuple[str, T]], then: Iterable[tuple[str, T]]
) -> Iterator[tuple[str, T | None, T | None]]:
    """Yield what two years have, each with its name: divisions, or the items of a side.

    The first goes with the first where a name comes several times; what only ``then`` has comes last.
    """
    rest = dict(_numbered(then))
    for key, (name, one) in _numbered(now):
        yield name, one, rest.pop(key, ("", None))[1]
    yield from ((name, None, other) for name, other in rest.values())


def _numbered(named: Iterable[tuple[str, T]]) -> Iterator[tuple[tuple[str, int], tuple[str, T]]]:
    seen: Counter[str] = Counter()
    for name, one in named:
        key = fold_name(name)
        seen[key] += 1
        yield (key, seen[key]), (name, one)
