"""What a schedule means in one fiscal year: its months, and what of it cannot be read."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from shakyo_plan.values.fiscal_year import FiscalYear
from shakyo_plan.values.schedule.month import Month
from shakyo_plan.values.schedule.spans import link
from shakyo_plan.values.schedule.statement import Statement
from shakyo_plan.values.schedule.tokens import tokens_of
from shakyo_plan.values.written import fold

_LONGEST = 200
"""Letters beyond which nobody writes a schedule."""


class Schedule(NamedTuple):
    """What a written schedule means in one fiscal year."""

    months: tuple[Month, ...] = ()
    """The months of the fiscal year in which it is held, April first; none for 随時, 年6回程度."""
    outside: tuple[Month, ...] = ()
    """Months that were written with a year, and lie in another fiscal year."""
    impossible: tuple[str, ...] = ()
    """What was written as a month or day and is none, such as 13月."""
    unread: tuple[str, ...] = ()
    """The parts, as they are written, of which it cannot be said which months they mean."""


@lru_cache(maxsize=4096)  # a plan writes most of them many times, and every table reads them
def read_schedule(text: str, year: FiscalYear) -> Schedule:
    """Read a schedule as people write it, for one fiscal year; what cannot be read is told.

    Understands months, dates and their lists and spans (``5月・10月``, ``10/22(火)``,
    ``自4月1日至翌年3月31日``), how often (``通年（月1回）``, ``第2・第4水曜``, ``年2回（6月・12月）``), parts of
    the year (``上半期``, ``夏休み``), what is taken out (``8月を除く``), and that no month is said
    (``随時``, ``年6回程度``). A venue or a remark beside them does no harm; what could mean a month and is
    not understood is ``unread``.
    """
    if len(text) > _LONGEST:
        return Schedule(unread=(text,))
    written = fold(text)
    linked = link(tokens_of(written.text, year.number), year.number)
    statement = Statement(linked, year.number)
    statement.read()
    if not statement.says_something and written.text:
        return Schedule(unread=(text.strip(),))
    return Schedule(
        tuple(sorted(statement.months)),
        tuple(dict.fromkeys(statement.outside)),
        tuple(dict.fromkeys(written.part(*extent) for extent in sorted(statement.impossible))),
        tuple(dict.fromkeys(written.part(*extent) for extent in _together(statement.unread))),
    )


def _together(extents: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the extents in order, those made one that touch or have but a mark between them."""
    together: list[tuple[int, int]] = []
    for start, end in sorted(extents):
        if together and start <= together[-1][1] + 1:
            start, end = together[-1][0], max(end, together.pop()[1])
        together.append((start, end))
    return together
