"""When a program is held (実施時期), as people write it, and the months that it means.

What most plans write, ``plain`` reads. For the rest there is a grammar, one module a step:
``tokens`` finds the words (``vocabulary`` has them), ``points`` and ``spans`` put them together to
months, ``exceptions``, ``asides`` and ``remarks`` look at what is said beside them, ``statement``
says what all comes to, and ``meaning`` goes through these steps.
"""

from __future__ import annotations

from shakyo_plan.values.fiscal_year import FiscalYear
from shakyo_plan.values.schedule.month import Month
from shakyo_plan.values.schedule.moved_years import same_but_for_year
from shakyo_plan.values.schedule.plain import read_plain
from shakyo_plan.values.schedule.result import Schedule

__all__ = ["Month", "Schedule", "read_schedule", "same_but_for_year"]


def read_schedule(text: str, year: FiscalYear) -> Schedule:
    """Read a schedule as people write it, for one fiscal year; what cannot be read is told.

    Understands months, dates and their lists and spans (``5月・10月``, ``10/22(火)``,
    ``自4月1日至翌年3月31日``), how often (``通年（月1回）``, ``第2・第4水曜``, ``年2回（6月・12月）``), parts of
    the year (``上半期``, ``夏休み``), what is taken out (``8月を除く``), and that no month is said
    (``随時``, ``年6回程度``). A venue or a remark beside them does no harm; what could mean a month and is
    not understood is ``unread``.
    """
    if plain := read_plain(text, year):
        return plain
    from shakyo_plan.values.schedule.meaning import read_written

    return read_written(text, year)
