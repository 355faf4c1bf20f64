"""What a schedule takes out: 8月を除く, 8月は休み, 祝日を除く."""

from __future__ import annotations

from shakyo_plan.values.schedule.kinds import Kind
from shakyo_plan.values.schedule.month import Month, counted_months
from shakyo_plan.values.schedule.periods import SCHOOL_HOLIDAYS
from shakyo_plan.values.schedule.spans import Node, Span, months_inside

_TAKEN_OUT = (Kind.SPAN, Kind.PERIOD, Kind.DAYS, Kind.SEASON)
_LISTED = (
    *_TAKEN_OUT, Kind.SEPARATOR, Kind.ABOUT, Kind.WEEKDAY, Kind.WEEKLY, Kind.DAY, Kind.TOPIC, Kind.CLOSE,
)  # fmt: skip
_WHOLE = (Kind.ALWAYS, Kind.MONTHLY, Kind.WEEKLY)
_BASE = (
    *_WHOLE, Kind.SPAN, Kind.PERIOD, Kind.WEEKDAY, Kind.EVERY_OTHER, Kind.COUNT, Kind.PARITY, Kind.YEARS,
)  # fmt: skip
_PARTS_OF_MONTH = (Kind.WEEKDAY, Kind.WEEKLY, Kind.DAY)
_TAKES_OUT = ("除", "のぞ", "以外")


class Exceptions:
    """Reads what is taken out; the answers stand in its attributes."""

    def __init__(self, nodes: list[Node], fiscal_year: int) -> None:
        """Look at the nodes when `read` is called."""
        self.nodes = nodes
        self.fiscal_year = fiscal_year
        self.months: set[Month] = set()
        """The months that are taken out."""
        self.taken: set[int] = set()
        """The places of the nodes that name what is taken out."""
        self.unread: list[tuple[int, int]] = []

    def read(self) -> None:
        """Look at each word that takes something out, and at what it takes."""
        for index, node in enumerate(self.nodes):
            if node.kind is not Kind.EXCEPT:
                continue
            places = self._before(index) or self._behind(index)
            if self._is_cancelled(index, places):
                self.unread.append((node.start, node.end))
                continue
            for place in places:
                self.taken.add(place)
                self._take_out(place)
            kinds = {self.nodes[place].kind for place in places}
            if Kind.SEASON in kinds and Kind.SPAN not in kinds:
                self.unread.append((self.nodes[places[0]].start, node.end))

    def _take_out(self, place: int) -> None:
        node = self.nodes[place]
        if isinstance(node, Span):
            if not (node.is_day or self._is_part_of_month(place)):
                self.months |= months_inside(node, self.fiscal_year)
        elif node.kind is Kind.PERIOD:
            if node.text.startswith(SCHOOL_HOLIDAYS):
                # They begin and end within a month.
                self.unread.append((node.start, node.end))
            else:
                self.months |= counted_months(self.fiscal_year, node.value)

    def _is_cancelled(self, index: int, places: list[int]) -> bool:
        """Whether 中止 or 休み is said of the whole, and not of months out of something."""
        if self.nodes[index].text.lstrip("を").startswith(_TAKES_OUT):  # type: ignore[union-attr]
            return False
        if not places:
            return index == 0 and any(node.kind is Kind.SPAN for node in self.nodes)
        months = any(self.nodes[place].kind is Kind.SPAN for place in places)
        return months and not self._has_base(places[0])

    def _is_part_of_month(self, place: int) -> bool:
        """Whether weeks or days of the month are meant, as in 8月第2週を除く."""
        behind = (node.kind for node in self.nodes[place + 1 :] if node.kind is not Kind.ABOUT)
        return next(behind, None) in _PARTS_OF_MONTH

    def _before(self, index: int) -> list[int]:
        """Return the places of what is listed before the word, as far as it is taken out."""
        places: list[int] = []
        inner = 0
        for place in range(index - 1, -1, -1):
            kind = self.nodes[place].kind
            if kind is Kind.OPEN and inner:
                inner -= 1
                continue
            # 7月は第3土曜、8月休み: what is said of July ends before August.
            if kind not in _LISTED or (kind is Kind.TOPIC and places):
                break
            inner += kind is Kind.CLOSE
            if kind in _TAKEN_OUT:
                places.insert(0, place)
        return self._as_far_as_meant(places)

    def _as_far_as_meant(self, places: list[int]) -> list[int]:
        """Return the places without the base: 4月～12月、8月を除く takes out only August."""
        if not places or self._has_base(places[0]):
            return places
        spans = [(place, node) for place in places if isinstance(node := self.nodes[place], Span)]
        ranges = [place for place, span in spans[:-1] if not span.is_one]
        if ranges and spans[-1][1].is_one:
            return [place for place in places if place > ranges[-1]]
        separated = any(
            node.kind is Kind.SEPARATOR and node.text in "、,"  # type: ignore[union-attr]
            for node in self.nodes[places[0] : places[-1]]
        )
        if separated and len(spans) > 1:
            self.unread.append((self.nodes[places[0]].start, self.nodes[places[-1]].end))
        return places

    def _has_base(self, place: int) -> bool:
        """Whether there is something out of which the months from a place on are taken."""
        return any(node.kind in _BASE for node in self.nodes[:place]) or any(
            node.kind in _WHOLE for node in self.nodes
        )

    def _behind(self, index: int) -> list[int]:
        """Return the places of what follows the word where it goes first, as in （除く8月）."""
        if index and self.nodes[index - 1].kind not in (Kind.OPEN, Kind.CAVEAT):
            return []
        places = []
        for place in range(index + 1, len(self.nodes)):
            kind = self.nodes[place].kind
            if kind in _TAKEN_OUT:
                places.append(place)
            elif kind not in (Kind.SEPARATOR, Kind.ABOUT):
                break
        return places
