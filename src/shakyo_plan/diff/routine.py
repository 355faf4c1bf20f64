"""Which changes the year alone brings, so that they are no news."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from shakyo_plan.diff.changes import Change, ChangeKind, Item
from shakyo_plan.model import Status
from shakyo_plan.values.fiscal_year import FiscalYear
from shakyo_plan.values.schedule import same_but_for_year

GOES_ON = (Status.NEW, Status.EXPANDED, Status.RESTRUCTURED)
"""What was new or changed last year goes on this year as it is."""


def with_routine_marked(
    changes: Iterable[Change], old_year: FiscalYear, new_year: FiscalYear
) -> Iterator[Change]:
    """Yield the changes, with those marked that only the years between the plans bring."""
    for change in changes:
        yield replace(change, routine=True) if _is_routine(change, old_year, new_year) else change


def _is_routine(change: Change, old_year: FiscalYear, new_year: FiscalYear) -> bool:
    if change.kind is not ChangeKind.CHANGED or change.item is not Item.PROGRAM:
        return False
    if old_year.number >= new_year.number:
        return False
    match change.field, change.old, change.new:
        case "status", Status() as before, Status.CONTINUED:
            return before in GOES_ON
        case "formerly", (_, *_), ():
            return True
        case "schedule", str() as before, str() as after:
            return same_but_for_year(before, after, old_year, new_year)
    return False
