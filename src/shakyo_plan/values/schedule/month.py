"""Months of the calendar, and where the fiscal year has them.

A fiscal year runs from April to March, so a bare 1月 to 3月 lies in the next calendar year
(会計年度: 地方自治法 第208条).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple


class Month(NamedTuple):
    """A calendar month; ``month`` is usually 1 to 12, and what a person wrote where it is not."""

    year: int
    month: int

    def __str__(self) -> str:
        """The month as data, ``2025-01``."""
        return f"{self.year:04}-{self.month:02}"

    @property
    def exists(self) -> bool:
        """Whether the calendar has such a month."""
        return 1 <= self.month <= 12

    @property
    def next(self) -> Month:
        """The month after this one."""
        return Month(self.year + self.month // 12, self.month % 12 + 1)

    def has_day(self, day: int) -> bool:
        """Whether the month has a day of this number."""
        return 1 <= day <= self._days

    @property
    def _days(self) -> int:
        if self.month == 2:
            leap = self.year % 4 == 0 and (self.year % 100 != 0 or self.year % 400 == 0)
            return 29 if leap else 28
        return 30 if self.month in (4, 6, 9, 11) else 31


def in_fiscal_year(fiscal_year: int, month: int) -> Month:
    """Return the month of this number that lies in the fiscal year: 1 of 2024 is 2025-01."""
    return Month(fiscal_year + (1 <= month <= 3), month)


def first_month(fiscal_year: int) -> Month:
    """Return the April in which the fiscal year begins."""
    return Month(fiscal_year, 4)


def last_month(fiscal_year: int) -> Month:
    """Return the March in which the fiscal year ends."""
    return Month(fiscal_year + 1, 3)


def months_between(first: Month, last: Month) -> Iterator[Month]:
    """Yield the months from one to another, both included; none where the last comes first."""
    while first <= last:
        yield first
        first = first.next


def months_of(fiscal_year: int) -> tuple[Month, ...]:
    """Return the twelve months of a fiscal year, April first."""
    return tuple(months_between(first_month(fiscal_year), last_month(fiscal_year)))


def counted_months(fiscal_year: int, numbers: tuple[int, ...]) -> set[Month]:
    """Return the months that are counted 4 to 15 in the fiscal year: 13 is January."""
    return {in_fiscal_year(fiscal_year, number - 12 * (number > 12)) for number in numbers}
