"""Schedules that differ in nothing but the years that they name."""

from __future__ import annotations

import re

from shakyo_plan.values.fiscal_year import FiscalYear
from shakyo_plan.values.lazy_pattern import lazy_pattern

_NAMED_YEAR = lazy_pattern(r"(\d{4}|(?:令和|平成|R|H)(?:\d{1,2}|元))(?=年|月|\.|/)")


def same_but_for_year(old: str, new: str, old_year: FiscalYear, new_year: FiscalYear) -> bool:
    """Say whether two schedules differ in nothing but the years that they name, which moved along.

    ``令和7年2月`` in the plan of 2024 is ``令和8年2月`` in that of 2025.
    """
    return _years_counted(old, old_year) == _years_counted(new, new_year)


def _years_counted(text: str, year: FiscalYear) -> str:
    """Return the text with each year that it names counted from the fiscal year."""

    def counted(named: re.Match[str]) -> str:
        try:
            return f"{FiscalYear.parse(named[1]).number - year.number:+}"
        except ValueError:
            return named[0]

    return _NAMED_YEAR.sub(counted, text)
