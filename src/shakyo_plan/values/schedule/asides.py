"""What a schedule says of months without saying that it is held then."""

from __future__ import annotations

from shakyo_plan.values.lazy_pattern import lazy_pattern
from shakyo_plan.values.schedule.kinds import Kind
from shakyo_plan.values.schedule.spans import Node, Span

REGULAR = (Kind.MONTHLY, Kind.WEEKLY, Kind.WEEKDAY)
NAMED = (Kind.PERIOD, Kind.DAYS)
_HOW_OFTEN = (*REGULAR, Kind.TIMES, Kind.COUNT, Kind.DAY, Kind.CLOCK)
_GOES_BEFORE = lazy_pattern("募集|申し?込|受け?付|公募|周知|告知|案内|準備|企画会議|打ち?合")
"""What is done before something is held begins with one of these; so does 準備室, where it is held."""
_PREPARATION = lazy_pattern(
    "(?:募集|申し?込み?|受け?付け?|公募|周知|告知|案内|準備|企画会議|打ち?合わ?せ?"
    "|会議?|委員会|作業|活動|期間|要[項領]|書類?|用紙|状|文書|チラシ|通知|の|を|・|:"
    "|開始|締め?切り?|〆切り?|配[布付]|発送|送付|掲載|回覧|依頼|回収)*"
)
"""A word of these from beginning to end says nothing but that: 募集, 申込書配布, 準備会."""
_VENUE = lazy_pattern(
    r"(?:館|センター|会場|室|ホール|校|園|所|寺|駅|[都道府県市町村区]|公園|広場|プラザ|ハウス|荘|会議所|団地|病院)(?:他|内)?"
)
_CHANGES = ("変更", "延期", "順延", "振替")
_TWO_MONTHS_OR_FEBRUARY = (1, 2, 3, 4, 6)


class Asides:
    """Finds them; the answers stand in its attributes."""

    def __init__(self, nodes: list[Node]) -> None:
        """Look at the nodes when `read` is called."""
        self.nodes = nodes
        self.places: set[int] = set()
        """The places of the nodes that do not say when it is held."""
        self.unread: list[tuple[int, int]] = []

    def read(self) -> None:
        """Look at each word that sets months aside."""
        for index, node in enumerate(self.nodes):
            if node.kind is Kind.EITHER:
                self._alternatives(index)
            elif node.kind is Kind.IF:
                self._condition(index)
            elif node.kind is Kind.TOPIC:
                self._topic(index)
        self._other_week()
        self._once_in_months()
        self._preparations()

    def _set_aside(self, places: list[int], end: int) -> None:
        """Set the places aside, and call unread what is written from the first of them to the end."""
        self.places |= set(places)
        self.unread.append((self.nodes[min(places)].start, end))

    def _alternatives(self, index: int) -> None:
        """Of 5月または6月 and 5月、6月のいずれか, leave all out: it is one of them, and not said which."""
        around = (next_to(self.nodes, index, -1), next_to(self.nodes, index, 1))
        months = [place for place in around if place is not None and is_when(self.nodes[place])]
        months += [place for place in spans_before(self.nodes, index) if place not in months]
        if months:
            end = next_to(self.nodes, max(*months, index), 1, over=(Kind.ABOUT,)) or len(self.nodes)
            self._set_aside(months, self.nodes[end - 1].end)

    def _condition(self, index: int) -> None:
        """Leave out what is said for 雨天, and what was changed."""
        node = self.nodes[index]
        for place in range(index + 1, len(self.nodes)):
            if self.nodes[place].kind is Kind.SPAN:
                self.places.add(place)
                self.unread.append((node.start, self.nodes[place].end))
            elif self.nodes[place].kind is Kind.CLOSE:
                break
        if node.text in _CHANGES:  # type: ignore[union-attr]
            changed = self._back_to_bracket(index)
            if changed:
                self._set_aside(changed, node.end)

    def _back_to_bracket(self, index: int) -> list[int]:
        places = []
        for place in range(index - 1, -1, -1):
            if self.nodes[place].kind is Kind.OPEN:
                break
            if self.nodes[place].kind is Kind.SPAN:
                places.append(place)
        return places

    def _topic(self, index: int) -> None:
        """Of 毎月（8月は2回）, leave August out: it says nothing more of the months."""
        spans = spans_before(self.nodes, index)
        if not spans or not self._is_regular_before(spans[0]):
            return
        self.places |= set(spans)
        behind = next_to(self.nodes, index, 1, over=(Kind.ABOUT,))
        said = self.nodes[behind] if behind is not None else None
        if said is None or said.kind not in (*_HOW_OFTEN, Kind.EXCEPT):
            end = said.end if said and said.kind is not Kind.CLOSE else self.nodes[index].end
            self._set_aside(spans, end)

    def _is_regular_before(self, place: int) -> bool:
        return any(node.kind in (*REGULAR, Kind.ALWAYS) for node in self.nodes[:place])

    def _other_week(self) -> None:
        """Of 毎月第2土曜（10月第3土曜）, leave October out, and say so."""
        for index in range(2, len(self.nodes) - 1):
            bracket, month, week = self.nodes[index - 1 : index + 2]
            if (
                isinstance(month, Span)
                and month.is_one
                and bracket.kind in (Kind.OPEN, Kind.CAVEAT)
                and week.kind is Kind.WEEKDAY
                and any(node.kind is Kind.WEEKDAY for node in self.nodes[: index - 1])
                and index not in self.places
            ):
                self._set_aside([index], week.end)

    def _preparations(self) -> None:
        """Of 4月に募集、9月に実施, leave April out: nothing is held then."""
        for index, node in enumerate(self.nodes):
            if isinstance(node, Span) or not _GOES_BEFORE.match(node.text):
                continue
            if is_venue(node.text.rstrip(":")):
                continue
            behind = next_to(self.nodes, index, 1, over=(Kind.ABOUT, Kind.TOPIC))
            # 募集は4月 and 申込み6月 begin with the word, 4月に募集 ends with it.
            begins = index == 0 or self.nodes[index - 1].kind is Kind.SEPARATOR
            spans = [behind] if begins and behind is not None else spans_before(self.nodes, index)
            others = {place for place, each in enumerate(self.nodes) if isinstance(each, Span)}
            prepared = [place for place in spans if place in others]
            if prepared and others - self.places - set(prepared):
                self.places |= set(prepared)
                if not _PREPARATION.fullmatch(node.text):
                    self.unread.append((node.start, node.end))

    def _once_in_months(self) -> None:
        """Of 2月に1回, say that it may be February, or every other month."""
        spans = [node for node in self.nodes if isinstance(node, Span)]
        if (
            len(spans) != 1
            or not spans[0].is_one
            or spans[0].first.month not in _TWO_MONTHS_OR_FEBRUARY
        ):
            return
        place = self.nodes.index(spans[0])
        behind = self.nodes[place + 1 : place + 3]
        if [node.kind for node in behind] == [Kind.ABOUT, Kind.TIMES] and behind[0].text == "に":  # type: ignore[union-attr]
            self._set_aside([place], behind[1].end)


def is_venue(text: str) -> bool:
    """Whether the words name where something is held: 受付会場."""
    return _VENUE.search(text[-6:]) is not None and not any(map(str.isdigit, text))


def is_when(node: Node) -> bool:
    """Whether the node says by itself when something is held."""
    return node.kind in (Kind.SPAN, *NAMED)


def next_to(
    nodes: list[Node], index: int, step: int, over: tuple[Kind, ...] = (Kind.ABOUT, Kind.CLOCK)
) -> int | None:
    """Return the place of the next node before (-1) or behind (1) that is none of some kinds."""
    place = index + step
    while 0 <= place < len(nodes):
        if nodes[place].kind not in over:
            return place
        place += step
    return None


def spans_before(nodes: list[Node], index: int) -> list[int]:
    """Return the places of the spans that stand as a list right before a node, in order."""
    spans: list[int] = []
    for place in range(index - 1, -1, -1):
        if nodes[place].kind is Kind.SPAN:
            spans.insert(0, place)
        elif nodes[place].kind not in (Kind.SEPARATOR, Kind.ABOUT):
            break
    return spans
