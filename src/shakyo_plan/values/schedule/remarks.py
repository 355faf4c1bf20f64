"""Words beside a schedule: a venue or a remark, or what could mean a month and was not understood."""

from __future__ import annotations

from shakyo_plan.values.lazy_pattern import lazy_pattern
from shakyo_plan.values.schedule.asides import REGULAR, is_venue
from shakyo_plan.values.schedule.kinds import Kind
from shakyo_plan.values.schedule.spans import Node

_OF_TIME = lazy_pattern(
    r"\d|[一二三四五六七八九十](?:年|季|期|旬)|[月曜季旬翌頃迄毎隔]|ごろ|(?:年度|学|短|長|会|半|第.)期|[以今昨前来次]年"
    r"|年[明末始度]|半年|[以直]前|[以前]後|まで|中心|目[途処]|めど|延|休[会館講暇業み]|スタート|開[始校設]|終了|学期|[午期]末|連休"
    r"|いつ|暖|暑|涼|寒"
)
_JOINTS = (Kind.TO, Kind.SINCE, Kind.UNTIL)
_OF_MONTHS = (Kind.SPAN, Kind.MONTHLY, Kind.PARITY)


class Remarks:
    """Looks at the words that say nothing of the months; ``unread`` holds those that may."""

    def __init__(self, nodes: list[Node]) -> None:
        """Look at the nodes when `read` is called."""
        self.nodes = nodes
        self.unread: list[tuple[int, int]] = []

    def read(self) -> None:
        """Note numbers that count nothing, days of no month, and words that could mean a month."""
        has_month = any(node.kind in _OF_MONTHS for node in self.nodes)
        index = 0
        while index < len(self.nodes):
            node = self.nodes[index]
            if node.kind is Kind.TEXT:
                index = self._remark(index)
                continue
            if node.kind is Kind.NUMBER or (node.kind is Kind.DAY and not has_month):
                self.unread.append((node.start, node.end))
            index += 1

    def _remark(self, start: int) -> int:
        """Look at the words that begin here; return the place after them."""
        end = start + 1
        for place in range(start, len(self.nodes)):
            if self.nodes[place].kind not in (Kind.TEXT, Kind.ABOUT):
                break
            if self.nodes[place].kind is Kind.TEXT:
                end = place + 1
        words = self.nodes[start:end]
        text = "".join(word.text for word in words)  # type: ignore[union-attr]
        if not is_venue(text) and (_OF_TIME.search(text) or self._names_another(start)):
            if end < len(self.nodes) and self.nodes[end].kind in _JOINTS:
                end += 1
            self.unread.append((words[0].start, self.nodes[end - 1].end))
        return end

    def _names_another(self, index: int) -> bool:
        """Whether the words name something: 火曜クラブ, or in 毎週火曜、10月特別講座 what is held then."""
        before = [node.kind for node in self.nodes[:index]]
        if before[-1:] == [Kind.WEEKDAY]:
            others = [node.kind for place, node in enumerate(self.nodes) if place != index - 1]
            return not any(kind in (Kind.SPAN, Kind.ALWAYS, *REGULAR) for kind in others)
        if before[-2:] != [Kind.SEPARATOR, Kind.SPAN]:
            return False
        return any(kind in REGULAR for kind in before)
