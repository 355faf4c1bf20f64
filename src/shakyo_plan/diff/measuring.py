"""How much a schedule or an amount changed: months, yen and percent."""

from __future__ import annotations

from dataclasses import dataclass

from shakyo_plan.values.fiscal_year import FiscalYear
from shakyo_plan.values.money import read_balance, yen
from shakyo_plan.values.schedule import Schedule, read_schedule


@dataclass(frozen=True, slots=True)
class MonthsMoved:
    """The months, 1 to 12 in the order of the fiscal year, that only one of two schedules has."""

    gone: tuple[int, ...]
    come: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class AmountMoved:
    """What became of an amount, in yen."""

    old: int
    new: int

    @property
    def difference(self) -> int:
        """How much more it is now."""
        return self.new - self.old

    @property
    def tenths_of_percent(self) -> int | None:
        """How much more it is now, in tenths of a percent, rounded half away from zero."""
        if self.old <= 0:
            return None
        tenths = (abs(self.difference) * 2000 + self.old) // (2 * self.old)
        return tenths if self.difference >= 0 else -tenths


def months_moved(
    old: str, new: str, old_year: FiscalYear, new_year: FiscalYear
) -> MonthsMoved | None:
    """Compare two schedules as months, each in its fiscal year; None where one has none or is unclear."""
    before, after = read_schedule(old, old_year), read_schedule(new, new_year)
    if not (_clear(before) and _clear(after)):
        return None
    was = [month.month for month in before.months]
    now = [month.month for month in after.months]
    return MonthsMoved(
        tuple(month for month in was if month not in now),
        tuple(month for month in now if month not in was),
    )


def amount_moved(old: str | None, new: str | None) -> AmountMoved | None:
    """Compare two amounts; None where one is not there or cannot be read."""
    before, after = (yen(text) if text else None for text in (old, new))
    return AmountMoved(before, after) if before is not None and after is not None else None


def balance_moved(old: str, new: str) -> AmountMoved | None:
    """Compare two amounts of accounts, which may be below nothing; None where one cannot be read."""
    before, after = read_balance(old).yen, read_balance(new).yen
    return AmountMoved(before, after) if before is not None and after is not None else None


def _clear(schedule: Schedule) -> bool:
    return bool(schedule.months) and not (
        schedule.outside or schedule.impossible or schedule.unread
    )
