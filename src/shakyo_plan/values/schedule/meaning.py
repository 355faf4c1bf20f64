"""What a schedule means in one fiscal year: its months, and what of it cannot be read."""

from __future__ import annotations

from functools import lru_cache

from shakyo_plan.values.fiscal_year import FiscalYear
from shakyo_plan.values.schedule.result import Schedule
from shakyo_plan.values.schedule.spans import link
from shakyo_plan.values.schedule.statement import Statement
from shakyo_plan.values.schedule.tokens import tokens_of
from shakyo_plan.values.written import fold

_LONGEST = 200
"""Letters beyond which nobody writes a schedule."""


@lru_cache(maxsize=4096)  # a plan writes most of them many times, and every table reads them
def read_written(text: str, year: FiscalYear) -> Schedule:
    """Read a schedule in any of its forms; `shakyo_plan.values.schedule.read_schedule` says which."""
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
