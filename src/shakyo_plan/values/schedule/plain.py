"""Schedules as most plans write them: 7月, 5月・10月, 令和7年2月, 通年（月1回）.

They are read here without getting the grammar ready, which takes longer than all else that reading
a plan does with its schedules. What is read here, the grammar reads in the same way.
"""

from __future__ import annotations

from shakyo_plan.values.fiscal_year import FiscalYear
from shakyo_plan.values.lazy_pattern import lazy_pattern
from shakyo_plan.values.schedule.month import Month, in_fiscal_year, months_of
from shakyo_plan.values.schedule.result import Schedule

_ALL_YEAR = lazy_pattern(r"通年(?:（月[1-9１-９]回）)?")
_MONTHS = lazy_pattern(r"(?:(?:令和[1-9]年)?(?:[1-9]|1[0-2])月(?:・(?=.)|$))+")
_MONTH = lazy_pattern(r"(?:(令和[1-9])年)?([0-9]+)月")


def read_plain(text: str, year: FiscalYear) -> Schedule | None:
    """Read a schedule in its plainest form; None for any other, and where a year is another one."""
    if _ALL_YEAR.fullmatch(text):
        return Schedule(months_of(year.number))
    if not _MONTHS.fullmatch(text):
        return None
    months = set()
    for named, number in _MONTH.findall(text):
        month = in_fiscal_year(year.number, int(number))
        if named and Month(FiscalYear.parse(named).number, int(number)) != month:
            return None
        months.add(month)
    return Schedule(tuple(sorted(months)))
