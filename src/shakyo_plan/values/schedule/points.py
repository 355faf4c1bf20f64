"""Finds the months that words name, each in its year."""

from __future__ import annotations

from typing import NamedTuple

from shakyo_plan.values.schedule.dates import NamedYear, WrittenDate
from shakyo_plan.values.schedule.kinds import Kind, Token
from shakyo_plan.values.schedule.month import Month, first_month, in_fiscal_year, last_month

_WITH_A_DATE = (Kind.ABOUT, Kind.CLOCK, Kind.WEEKDAY)
_IN_BRACKETS = (*_WITH_A_DATE, Kind.SEPARATOR)
_ENDS_OF_YEAR = {"末": 3, "末日": 3, "当初": 4, "初め": 4, "はじめ": 4, "始め": 4}


class Point(NamedTuple):
    """A month that is written, with its day where there is one."""

    month: Month
    day: int | None
    names_year: bool
    end: int
    """The place of the token after it."""


class Points:
    """Reads the months among the words of one schedule, from its beginning to its end."""

    def __init__(self, tokens: list[Token], fiscal_year: int) -> None:
        """Start before the first of the tokens."""
        self.tokens = tokens
        self.fiscal_year = fiscal_year
        self.impossible: list[tuple[int, int]] = []
        """Where the days are written that their month does not have."""
        self._named: NamedYear | None = None
        """The year named last, where it goes on to the months that follow."""

    def kind(self, place: int) -> Kind | None:
        """Return the kind of the token at a place; None behind the last one."""
        return self.tokens[place].kind if place < len(self.tokens) else None

    def extent(self, place: int, end: int) -> tuple[int, int]:
        """Return where in the text the tokens from a place to before another are written."""
        return self.tokens[place].start, self.tokens[end - 1].end

    def at(self, place: int, since: Point | None = None) -> Point | None:
        """Read the month that begins at a place, if one does; ``since`` begins the span it ends."""
        named, place_of_month = self._year(place)
        kind = self.kind(place_of_month)
        if kind not in (Kind.MONTH, Kind.DATE):
            return self._end_of_year(place)
        token = self.tokens[place_of_month]
        end = place_of_month + 1
        if kind is Kind.DATE:
            date: WrittenDate = token.value
            if date.year is not None:
                named = NamedYear(date.year, is_fiscal=False)
            number, day = date.month, date.day
        else:
            number, day = token.value, None
            if self.kind(end) is Kind.DAY:
                day = self.tokens[end].value
                end += 1
        month = self._month(number, named, since)
        if month.exists and day is not None and not month.has_day(day):
            self.impossible.append(self.extent(place_of_month, end))
        return Point(month, day, named is not None, end)

    def after_date(self, place: int) -> int:
        """Return the place after what goes with a date: its weekday, hours, 上旬."""
        while True:
            if self.kind(place) in _WITH_A_DATE or self._is_week_of_month(place):
                place += 1
                continue
            if self.kind(place) is not Kind.OPEN:
                return place
            end = place + 1
            while self.kind(end) in _IN_BRACKETS:
                end += 1
            if self.kind(end) is not Kind.CLOSE:
                return place
            place = end + 1

    def _is_week_of_month(self, place: int) -> bool:
        """Whether 第2週 stands there, which says when in the month."""
        return self.kind(place) is Kind.WEEKLY and self.tokens[place].text[0] in "第最"

    def _year(self, place: int) -> tuple[NamedYear | None, int]:
        """Return the year that is named for the month behind it, and the place of the month."""
        if self.kind(place) is not Kind.YEAR:
            return None, place
        year: NamedYear = self.tokens[place].value
        joined = self.kind(place + 1) is Kind.ABOUT and self.tokens[place + 1].text == "の"
        return year, place + 1 + joined

    def _end_of_year(self, place: int) -> Point | None:
        """Read 令和6年度末, which is a month too."""
        if self.kind(place) is not Kind.YEAR or self.kind(place + 1) is not Kind.ABOUT:
            return None
        year: NamedYear = self.tokens[place].value
        number = _ENDS_OF_YEAR.get(self.tokens[place + 1].text)
        if number is None or not year.is_fiscal:
            return None
        month = in_fiscal_year(year.number, number)
        return Point(month, day=None, names_year=True, end=place + 2)

    def _month(self, number: int, named: NamedYear | None, since: Point | None) -> Month:
        if named is not None:
            month = _in_named(named, number)
            self._named = named if month.exists and not self._is_inside(month) else None
            return month
        if since is not None and since.month.exists:
            return Month(since.month.year + (number < since.month.month), number)
        if self._named is not None:
            # 令和6年1月・2月: the second one is of the year named before.
            return _in_named(self._named, number)
        return in_fiscal_year(self.fiscal_year, number)

    def _is_inside(self, month: Month) -> bool:
        return first_month(self.fiscal_year) <= month <= last_month(self.fiscal_year)


def _in_named(named: NamedYear, number: int) -> Month:
    return in_fiscal_year(named.number, number) if named.is_fiscal else Month(named.number, number)
