"""What reading a schedule gives: its months, and what of it cannot be read."""

from __future__ import annotations

from typing import NamedTuple

from shakyo_plan.values.schedule.month import Month


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
