"""The days that a schedule names, each with the weekday that is written beside it: 5月20日（火）."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from shakyo_plan.values.fiscal_year import FiscalYear
from shakyo_plan.values.lazy_pattern import lazy_pattern
from shakyo_plan.values.schedule.kinds import Kind, Token
from shakyo_plan.values.schedule.month import Month
from shakyo_plan.values.schedule.points import Points
from shakyo_plan.values.schedule.tokens import tokens_of
from shakyo_plan.values.written import fold

_WEEKDAYS = "月火水木金土日"
_LONGEST = 200
"""Letters beyond which nobody writes a schedule."""
_DAY = lazy_pattern(r"[0-9０-９一二三四五六七八九十] *[日/／.．]|[/／.．][0-9０-９]")
"""What every day has; most schedules have none, and need no grammar."""
_ONE_WEEKDAY = lazy_pattern(rf"(?P<weekday>[{_WEEKDAYS}])(?:曜日?)?(?:[・、]?祝日?)?")


class WrittenDay(NamedTuple):
    """A day of the calendar that is named, as it is written."""

    part: str
    """What is written, the weekday with it."""
    day: date
    weekday: int | None
    """The weekday that is written, counted from Monday as 0; None where there is none."""
    bounds_span: bool
    """Whether something begins or ends then: 4月1日～9月30日."""

    @property
    def is_another_weekday(self) -> bool:
        """Whether the day is another one of the week than is written."""
        return self.weekday is not None and self.weekday != self.day.weekday()


def days_in(text: str, year: FiscalYear) -> tuple[WrittenDay, ...]:
    """Return the days that a schedule names, in the plan of a fiscal year; those that exist."""
    if len(text) > _LONGEST or not _DAY.search(text):
        return ()
    written = fold(text)
    found = _days(tokens_of(written.text, year.number), year)
    return tuple(
        WrittenDay(written.part(start, end), day, weekday, bounds)
        for start, end, day, weekday, bounds in found
    )


def _days(
    tokens: list[Token], year: FiscalYear
) -> Iterator[tuple[int, int, date, int | None, bool]]:
    points = Points(tokens, year.number)
    month: Month | None = None
    place = 0
    while place < len(tokens):
        point = points.at(place)
        if point is not None:
            month, day, end = point.month, point.day, point.end
        elif tokens[place].kind is Kind.DAY and month is not None:
            day, end = tokens[place].value, place + 1
        else:
            place += 1
            continue
        if day is not None and month.exists and month.has_day(day):
            weekday, behind = _weekday(tokens, end)
            bounds = Kind.TO in (points.kind(place - 1) if place else None, points.kind(behind))
            last = tokens[behind - 1]
            yield (
                tokens[place].start,
                last.end,
                date(month.year, month.month, day),
                weekday,
                bounds,
            )
        place = end


def _weekday(tokens: list[Token], place: int) -> tuple[int | None, int]:
    """Return the weekday that stands at a place, in brackets or not, and the place after it."""
    in_brackets = place < len(tokens) and tokens[place].kind is Kind.OPEN
    at = place + in_brackets
    if at >= len(tokens) or tokens[at].kind is not Kind.WEEKDAY:
        return None, place
    found = _ONE_WEEKDAY.fullmatch(tokens[at].text)
    closes = in_brackets and at + 1 < len(tokens) and tokens[at + 1].kind is Kind.CLOSE
    if found is None:
        return None, at + 1 + closes
    return _WEEKDAYS.index(found["weekday"]), at + 1 + closes
