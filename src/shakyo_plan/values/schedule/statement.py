"""What the words of a schedule come to when they are taken together."""

from __future__ import annotations

from shakyo_plan.values.schedule.asides import NAMED, REGULAR, Asides, is_when, next_to
from shakyo_plan.values.schedule.exceptions import Exceptions
from shakyo_plan.values.schedule.kinds import Kind, Token
from shakyo_plan.values.schedule.month import Month, counted_months, months_between, months_of
from shakyo_plan.values.schedule.remarks import Remarks
from shakyo_plan.values.schedule.spans import Linked, Span, months_inside

_WITHOUT_MONTH = (
    Kind.COUNT, Kind.TIMES, Kind.EVERY_OTHER, Kind.ANYTIME, Kind.YEAR, Kind.YEARS, Kind.EXCEPT, Kind.IF,
)  # fmt: skip
_MONTHS_IN_A_YEAR = 12
_MARCH = 3


def _joins(node: Token) -> bool:
    """Whether a word joins the name of a time to its months: 前期：5月, 前期は5月."""
    return node.kind is Kind.ABOUT or node.text in (":", "は")


class Statement:
    """Reads the linked words of one schedule; the answers stand in its attributes."""

    def __init__(self, linked: Linked, fiscal_year: int) -> None:
        """Look at the words when `read` is called."""
        self.nodes = linked.nodes
        self.fiscal_year = fiscal_year
        self.months: set[Month] = set()
        self.outside: list[Month] = []
        self.impossible: list[tuple[int, int]] = list(linked.impossible)
        self.unread: list[tuple[int, int]] = list(linked.unread)
        self._aside: set[int] = set()
        """The places of the nodes that do not say when it is held."""

    @property
    def says_something(self) -> bool:
        """Whether anything was understood, be it that no month is said."""
        return bool(self.months or self.outside or self.impossible or self.unread) or any(
            node.kind in _WITHOUT_MONTH for node in self.nodes
        )

    def read(self) -> None:
        """Find the months, and what cannot be read."""
        exceptions = Exceptions(self.nodes, self.fiscal_year)
        exceptions.read()
        asides = Asides(self.nodes)
        asides.read()
        remarks = Remarks(self.nodes)
        remarks.read()
        self._aside = exceptions.taken | asides.places
        self.unread += exceptions.unread + asides.unread + remarks.unread
        listed = self._listed()
        said = listed | self._named()
        self._check_seasons(listed | exceptions.months)
        self._check_more()
        self.months = self._together(said, exceptions.months) - exceptions.months

    def _listed(self) -> set[Month]:
        """Return the months of the spans, and note those that do not exist or lie outside."""
        listed: set[Month] = set()
        spans = self._spans()
        for span in spans:
            ends = (span.first,) if span.is_one else (span.first, span.last)
            if any(span.start <= start < span.end for start, _ in self.impossible):
                continue  # 2月30日: no month can be said
            if not all(month.exists for month in ends):
                self.impossible.append((span.start, span.end))
            elif inside := months_inside(span, self.fiscal_year):
                listed |= self._every_other(span, inside) if len(spans) == 1 else inside
            else:
                self.outside += dict.fromkeys(ends)
        parity = self._parity()
        if not parity or not spans:
            return listed | parity
        if any(span.is_one for span in spans):
            return listed if listed <= parity else listed | parity
        return listed & parity

    def _every_other(self, span: Span, inside: set[Month]) -> set[Month]:
        """Return every second month of 隔月（4月～2月), and all of them elsewhere."""
        if span.is_one or not self._has(Kind.EVERY_OTHER):
            return inside
        months = list(months_between(span.first, span.last))[::2]
        if months[-1] != span.last and span.last.month != _MARCH:
            self.unread.append((span.start, span.end))
        return inside & set(months)

    def _parity(self) -> set[Month]:
        """Return the odd or even months, where they are named."""
        parities = {node.value for node in self._tokens(Kind.PARITY)}
        return {month for month in months_of(self.fiscal_year) if month.month % 2 in parities}

    def _named(self) -> set[Month]:
        """Return the months of 上半期 or 敬老の日, where no months beside them say it closer."""
        named: set[Month] = set()
        if self._is_once_in_each():
            return named
        for index, node in enumerate(self.nodes):
            if isinstance(node, Span) or node.kind not in NAMED or index in self._aside:
                continue
            months = counted_months(self.fiscal_year, node.value)
            beside = self._months_beside(index, -1) | self._months_beside(index, 1)
            if not beside:
                named |= months
            elif not beside & months:
                self.unread.append((node.start, node.end))
        return named

    def _is_once_in_each(self) -> bool:
        """Note 年2回（上期・下期）: it is held once in each half, and not said when."""
        halves = [node for node in self._tokens(Kind.PERIOD) if len(node.value) > 1]
        counts = {node.value for node in self._tokens(Kind.COUNT)}
        if len(halves) < 2 or counts != {len(halves)} or self._spans():
            return False
        self.unread.append((halves[0].start, halves[-1].end))
        return True

    def _months_beside(self, index: int, step: int) -> set[Month]:
        """Return the months written right before (-1) or behind (1) a node, in brackets or not."""
        months: set[Month] = set()
        in_brackets = False
        place = index + step
        while 0 <= place < len(self.nodes):
            node = self.nodes[place]
            if isinstance(node, Span):
                months |= months_inside(node, self.fiscal_year)
            elif node.kind in (Kind.OPEN, Kind.CLOSE):
                if in_brackets:
                    break
                in_brackets = True
            elif not (_joins(node) or (in_brackets and node.kind is Kind.SEPARATOR)):
                break
            place += step
        return months

    def _check_seasons(self, listed: set[Month]) -> None:
        for node in self._tokens(Kind.SEASON):
            if not counted_months(self.fiscal_year, node.value) & listed:
                self.unread.append((node.start, node.end))

    def _check_more(self) -> None:
        """Note 5月・10月など: some months are named, and others are meant."""
        for index, node in enumerate(self.nodes):
            if node.kind is Kind.AND_MORE:
                before = next_to(self.nodes, index, -1)
                if before is not None and is_when(self.nodes[before]):
                    self.unread.append((self.nodes[before].start, node.end))

    def _together(self, said: set[Month], excepted: set[Month]) -> set[Month]:
        every_month = set(months_of(self.fiscal_year))
        if self._has(Kind.ALWAYS):
            return every_month
        if said or self._spans() or self._has(*NAMED, Kind.EITHER, Kind.SEASON):
            return said
        if self._has(*REGULAR):
            return self._regular(every_month)
        if excepted:
            return every_month
        if self._has(Kind.YEARS) and not self._has(Kind.COUNT, Kind.ANYTIME, Kind.EVERY_OTHER):
            return every_month
        return set()

    def _regular(self, every_month: set[Month]) -> set[Month]:
        """Return all months, unless how often it is held in the year says that some are left out."""
        if self._has(Kind.EVERY_OTHER):
            return set()
        few = [
            node
            for node in self._tokens(Kind.COUNT)
            if node.value is not None and node.value < _MONTHS_IN_A_YEAR
        ]
        self.unread += [(node.start, node.end) for node in few]
        return set() if few else every_month

    def _tokens(self, *kinds: Kind) -> list[Token]:
        return [
            node
            for index, node in enumerate(self.nodes)
            if not isinstance(node, Span) and node.kind in kinds and index not in self._aside
        ]

    def _spans(self) -> list[Span]:
        return [
            node
            for index, node in enumerate(self.nodes)
            if isinstance(node, Span) and index not in self._aside
        ]

    def _has(self, *kinds: Kind) -> bool:
        return bool(self._tokens(*kinds))
