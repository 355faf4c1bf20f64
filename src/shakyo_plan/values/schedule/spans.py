"""Puts the words of a schedule together to spans from one month to another."""

from __future__ import annotations

from typing import NamedTuple, TypeAlias

from shakyo_plan.values.schedule.dates import NamedYear
from shakyo_plan.values.schedule.kinds import Kind, Length, Token
from shakyo_plan.values.schedule.month import Month, first_month, last_month, months_between
from shakyo_plan.values.schedule.points import Point, Points

_TO_YEAR_END = ("~", "から", "より")
_FOR_EVER = 9999
_DAYS_IN_A_MONTH = 30


class Span(NamedTuple):
    """The months from one to another, as they are written from ``start`` to ``end``."""

    first: Month
    last: Month
    start: int
    end: int
    is_one: bool = True
    """Whether a single month is written, and not two ends."""
    is_day: bool = False
    """Whether days are written: taking them out takes no month."""

    @property
    def kind(self) -> Kind:
        """The kind that it has among the words."""
        return Kind.SPAN


Node: TypeAlias = Token | Span


class Linked(NamedTuple):
    """A schedule's words with the spans of months among them, and what is wrong with its dates."""

    nodes: list[Node]
    unread: list[tuple[int, int]]
    impossible: list[tuple[int, int]]


def link(tokens: list[Token], fiscal_year: int) -> Linked:
    """Return the words with every month and span of months that they write, in order."""
    linker = _Linker(tokens, fiscal_year)
    place = 0
    while place < len(tokens):
        place = linker.step(place)
    return Linked(linker.nodes, linker.unread, linker.points.impossible)


class _Linker:
    """Goes through the words once; each method takes what begins at a place, and returns the next."""

    def __init__(self, tokens: list[Token], fiscal_year: int) -> None:
        self.tokens = tokens
        self.fiscal_year = fiscal_year
        self.points = Points(tokens, fiscal_year)
        self.nodes: list[Node] = []
        self.unread: list[tuple[int, int]] = []

    def step(self, place: int) -> int:
        """Take what stands at the place."""
        if first := self.points.at(place):
            return self._span(place, first)
        token = self.tokens[place]
        if token.kind in (Kind.YEAR, Kind.YEARS):
            return self._years(place)
        if token.kind is Kind.TO and token.text == "~" and (end := self.points.at(place + 1)):
            return self._set_unread(place, end.end)  # ～9月: nothing begins it
        self.nodes.append(token)
        return place + 1

    def _set_unread(self, place: int, end: int) -> int:
        self.unread.append(self.points.extent(place, end))
        return end

    def _span(self, place: int, first: Point) -> int:
        """Take a month, or the span that begins with it."""
        joint = self.points.after_date(first.end)
        kind = self.points.kind(joint)
        if kind is Kind.SINCE:
            return self._add(place, joint + 1, first, last_month(self.fiscal_year))
        if kind is Kind.UNTIL and self.tokens[joint].text != "にかけて":
            return self._set_unread(place, joint + 1)
        if kind is not Kind.TO:
            return self._add(place, first.end, first, None)
        last, end = self._last(first, joint)
        if last is None:
            if self.tokens[joint].text not in _TO_YEAR_END:
                return self._add(place, first.end, first, None)
            return self._add(place, end, first, last_month(self.fiscal_year))
        after = self.points.after_date(end)
        if self.points.kind(after) is Kind.TO:
            third = self.points.at(after + 1)
            return self._set_unread(place, third.end if third else after + 1)
        end = after + 1 if self.points.kind(after) is Kind.UNTIL else end
        return self._add(place, end, first, last)

    def _last(self, first: Point, joint: int) -> tuple[Month | None, int]:
        """Return the end of a span and the place after it; no month where it is open."""
        place = joint + 1
        kind = self.points.kind(place)
        if kind is Kind.SEPARATOR and self.tokens[joint].text != "~":
            # 2月9日から、3月8日にかけて; but 10月から、12月に発表 is open.
            last = self.points.at(place + 1, since=first)
            if last and self.points.kind(self.points.after_date(last.end)) is Kind.UNTIL:
                return last.month, last.end
            return None, place
        if last := self.points.at(place, since=first):
            return last.month, last.end
        if kind is Kind.DAY:
            if first.day is not None and self.tokens[place].value < first.day:
                self._set_unread(joint, place + 1)
            return first.month, place + 1
        if kind is Kind.ABOUT and isinstance(length := self.tokens[place].value, Length):
            return self._after(first, length), place + 1
        if kind is Kind.PERIOD and self.tokens[place].text == "年度末":
            return last_month(self.fiscal_year), place + 1
        return None, place + (kind is Kind.YEAR)

    def _after(self, first: Point, length: Length) -> Month:
        """Return the month in which something of a length ends, in this fiscal year."""
        begun = first.month
        if not begun.exists:
            return begun
        months = max(length.months - 1, 0)
        if length.days:
            # Days are counted in months of 30: 8月28日から5日間 reaches into September.
            months = ((first.day or 1) + length.days - 2) // _DAYS_IN_A_MONTH
        ends = begun.year * 12 + begun.month - 1 + months
        return max(begun, min(Month(ends // 12, ends % 12 + 1), last_month(self.fiscal_year)))

    def _add(self, place: int, end: int, first: Point, last: Month | None) -> int:
        """Add a month, or the span to another one, to the nodes."""
        is_one = last is None
        last = last or first.month
        has_years = any(token.kind in (Kind.YEAR, Kind.DATE) for token in self.tokens[place:end])
        spills = not has_years and last > last_month(self.fiscal_year)
        if first.month.exists and last.exists and (last < first.month or spills):
            return self._set_unread(place, end)
        is_day = last == first.month and (
            first.day is not None or self.points.kind(end) is Kind.DAY
        )
        extent = self.points.extent(place, end)
        self.nodes.append(Span(first.month, last, *extent, is_one=is_one, is_day=is_day))
        return end

    def _years(self, place: int) -> int:
        """Take a year without a month, or a span of years: it has to hold the one that is planned."""
        token = self.tokens[place]
        if token.kind is Kind.YEARS:
            return self._add_years(place, place + 1, *token.value)
        year: NamedYear = token.value
        joint = self.points.after_date(place + 1)
        kind = self.points.kind(joint)
        if kind is Kind.TO and self.points.kind(joint + 1) is Kind.YEAR:
            last: NamedYear = self.tokens[joint + 1].value
            return self._add_years(place, joint + 2, year.number, last.number)
        if kind in (Kind.TO, Kind.SINCE):
            return self._add_years(place, joint + 1, year.number, _FOR_EVER)
        if year.number == self.fiscal_year:
            self.nodes.append(token)
            return place + 1
        # 令和5年度の上半期: a part of another year.
        return self._set_unread(place, joint + 1 if kind is Kind.PERIOD else place + 1)

    def _add_years(self, place: int, end: int, first: int, last: int) -> int:
        if not first <= self.fiscal_year <= last:
            return self._set_unread(place, end)
        self.nodes.append(Token(Kind.YEARS, "", *self.points.extent(place, end)))
        return end


def months_inside(span: Span, fiscal_year: int) -> set[Month]:
    """Return the months of the span that lie in the fiscal year."""
    first = max(span.first, first_month(fiscal_year))
    return set(months_between(first, min(span.last, last_month(fiscal_year))))
