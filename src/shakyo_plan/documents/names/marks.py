"""Marks behind a program's name as councils print them: （新規）（中央地区）（市受託事業）【拡充】（年6回）."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from shakyo_plan.documents.characters import without_typeset_spaces
from shakyo_plan.documents.names.forms import open_brackets
from shakyo_plan.documents.outline.legend import SIGNS
from shakyo_plan.documents.recognition.fact_words import COLON, label_words
from shakyo_plan.values.fiscal_year import FiscalYear
from shakyo_plan.values.lazy_pattern import lazy_pattern
from shakyo_plan.values.money import yen
from shakyo_plan.values.schedule import read_schedule

STATUSES = {
    "新規": "new", "新": "new", "拡": "expanded", "継": "continued",
    "廃": "discontinued", "新規事業": "new", "拡充": "expanded", "拡大": "expanded",
    "一部拡充": "expanded", "継続": "continued",
    "改編": "restructured", "一部改編": "restructured", "見直し": "restructured", "縮小": "reduced",
    "統合": "merged", "休止": "suspended",
    "廃止": "discontinued", "終了": "discontinued",
}  # fmt: skip
_COMMISSIONS = (
    (lazy_pattern(r"(?:全国社会福祉協議会|全社協)$"), "national_shakyo"),
    (lazy_pattern(r"(?:都|道|府|県)(?:社会福祉協議会|社協)$"), "prefectural_shakyo"),
    (lazy_pattern(r"市(?:社会福祉協議会|社協)$"), "city_shakyo"),
    (lazy_pattern(r"国$"), "state"),
    (lazy_pattern(r"(?:都|道|府|県)$"), "prefecture"),
    (lazy_pattern(r"市$"), "city"),
    (lazy_pattern(r"町$"), "town"),
    (lazy_pattern(r"村$"), "village"),
    (lazy_pattern(r"区$"), "ward"),
)
_COMMISSION = lazy_pattern(r"(?P<by>.{1,12}?)(?:から)?の?(?:受託|委託)(?:事業)?")
LAST = lazy_pattern(
    r"[ 　]*(?:[（(](?P<a>[^（）()]*)[）)]|【(?P<b>[^【】]*)】|[〔\[［](?P<c>[^〔〕\[\]［］]*)[〕\]］]"
    r"|[＜〈《<](?P<d>[^＜＞〈〉《》<>]*)[＞〉》>])[ 　]*$"
)
_FIRST = lazy_pattern(
    r"^(?:[（(](?P<a>[^（）()]*)[）)]|【(?P<b>[^【】]*)】|[〔\[［](?P<c>[^〔〕\[\]［］]*)[〕\]］]"
    r"|[＜〈《<](?P<d>[^＜＞〈〉《》<>]*)[＞〉》>])[ 　]*(?=\S)"
)
TAGS = frozenset(
    ("重点", "重点事業", "再掲", "担い手", "指定管理", "自主事業", "補助事業", "助成事業")
)
_REFERENCE = lazy_pattern(r".{0,8}?[0-9０-９]+[ 　]?[-－−‐–—ー][ 　]?[0-9０-９]+")
FACTS = ("schedule", "budget", "target", "venue", "capacity", "department")
"""What may stand behind a name and is a fact of its program; the keys of the plan file."""
_BETWEEN = lazy_pattern(r"[・、/／ 　]|[,，](?![0-9０-９]{3})")
"""What stands between several marks in one bracket; not the comma of 1,120千円."""
_GAP = lazy_pattern(r"[ 　]+")
_STARS = "★☆"
"""Signs that no name begins or ends with."""
_AMOUNT_BEHIND = lazy_pattern(r"(?:予算額?|事業費)?[ 　：:]*(?P<amount>[0-9０-９][^ 　]*円)")
_LABELLED = lazy_pattern(
    label_words("venue", "target", "department", "capacity")
    + rf"(?:{COLON}|[ 　]+|(?<=定員)(?=[0-9０-９]))(?P<value>\S.*)"
)
_CAPACITY = lazy_pattern(
    r"(?:定員|各回|延べ|先着)[ 　]*[0-9０-９,，]+[ 　]?(?:名|人|組).{0,6}|(?:全|計)[0-9０-９]+回(?:コース)?"
)
_VENUE = lazy_pattern(r"(?:館|センター|会議室|ホール|体育館|集会所|公園|広場|学校|会場|ほか|等)$")
_APART = lazy_pattern(
    r"(?P<name>\S(?:[^ 　]|[ ](?![ 　]))*?)(?:　|[ 　]{2,})(?P<rest>[^0-9０-９：:→※]*[0-9０-９：:→※].*)"
    r"|(?P<name2>\S(?:[^ 　]|[ ](?![ 　]))*?)[ 　]{2,}(?P<rest2>\S.*)"
)
_OTHER_LABEL = lazy_pattern(r"[^0-9０-９ 　][ 　]*[：:]")
_MARK_LIKE = lazy_pattern(
    r"(?:国|都|道|府|県|市|区|町|村)(?:社協|社会福祉協議会)?の?(?:補助|助成)(?:金)?(?:事業)?"
    r"|.{0,10}(?:モデル|指定|単独|自主)事業"
)
_FACT_LEFT = lazy_pattern(
    r"[〔【\[［][^〕】\]］]*[〕】\]］]$|[（(][^（()）]*[0-9０-９][^（()）]*[）)]$|　[^　]+$"
)
_YEARS = lazy_pattern(r"(?:年|月|隔|随時|通年|毎|期|回|日|週)")


@dataclass
class Named:
    """A printed name, taken apart."""

    name: str
    status: str | None = None
    commissioned_by: str | None = None
    district: str | None = None
    schedule: str | None = None
    budget: str | None = None
    tags: list[str] = field(default_factory=list)
    references: list[str] = field(default_factory=list)
    target: str | None = None
    venue: str | None = None
    capacity: str | None = None
    department: str | None = None
    unknown_tags: list[str] = field(default_factory=list)
    """Of the tags, words in brackets that look like marks, and that nobody knows."""
    content: str = ""
    """Figures and words that stand apart behind the name, and that no key of their own is known for."""
    left: str = ""
    """A bracket behind the name that may be none of it, though nobody knows what it is."""

    @property
    def has_marks(self) -> bool:
        """Whether anything stood behind the name that says how it is marked."""
        return bool(self.status or self.commissioned_by or self.district)


def _left_in(name: str) -> str:
    """Return what at the end of a name looks like a mark or a fact, and was not understood."""
    found = _FACT_LEFT.search(name)
    return found[0].strip() if found and found.start() else ""


_BEFORE_STATUS = lazy_pattern(
    rf"[（(](?P<inner>[^（()）]{{1,6}})[)）][ 　]?[（(【](?:{'|'.join(STATUSES)})[)）】]"
)
_FEWEST_DISTRICTS = 3


def districts_in(texts: Iterable[str]) -> tuple[str, ...]:
    """Return what stands in brackets before a status, （北）（新規）, where several entries are printed so."""
    found = [match["inner"] for text in texts for match in _BEFORE_STATUS.finditer(text)]
    names = dict.fromkeys(
        name
        for name in found
        if name not in STATUSES and name not in TAGS and not _COMMISSION.fullmatch(name)
    )
    return tuple(names) if len(names) >= _FEWEST_DISTRICTS else ()


class MarkReader:
    """Knows the marks of one council: those of every plan, and its districts."""

    def __init__(
        self,
        districts: Iterable[str],
        year: int,
        own: Mapping[str, str] | None = None,
        legend: Mapping[str, str] | None = None,
    ) -> None:
        """Take the districts, the fiscal year of schedules, and the marks of the council and the document."""
        self._legend = legend or {}
        self._statuses = {**STATUSES, **(own or {})}
        self._districts = {
            form: district for district in districts for form in (district, f"{district}地区")
        }
        self._year = FiscalYear(year)

    def read(self, text: str) -> Named:
        """Take the marks off a name; what stands in other brackets belongs to it."""
        named = Named(text.strip())
        while self._take_last(named) or self._cut_content(named):
            pass
        self._take_signs(named)
        while found := _FIRST.match(named.name):
            inner = next(group for group in found.groups() if group is not None)
            if not self._take(inner, named, only_status=True):
                break
            named.name = named.name[found.end() :]
        self._take_signs(named)
        named.name = named.name.strip(" 　")
        named.left = _left_in(named.name)
        return named

    def _take_last(self, named: Named) -> bool:
        """Take the last mark or fact off a name: what stands in brackets, or behind a space."""
        found = LAST.search(named.name)
        if found is not None and found.start():
            inner = next(group for group in found.groups() if group is not None)
            if self._take(inner, named):
                named.name = named.name[: found.start()].rstrip(" 　")
                return True
        pieces = _GAP.split(named.name)
        # A place tells nothing by itself: it counts behind a time or a number of people.
        inside = open_brackets(pieces[-1]) != 0
        if (
            len(pieces) > 1
            and not inside
            and self._take_fact(pieces[-1], named, venue=len(pieces) > 2)
        ):
            named.name = named.name[: named.name.rindex(pieces[-1])].rstrip(" 　")
            return True
        return False

    def _cut_content(self, named: Named) -> bool:
        """Cut figures off a name that stand apart behind it: サロン　　か所数 62→70."""
        found = _APART.fullmatch(named.name)
        name = (found["name"] or found["name2"]) if found else ""
        if found is None or open_brackets(name):
            return False
        named.name, rest = name, (found["rest"] or found["rest2"]).strip(" 　")
        pieces = [
            piece for piece in re.split(r"　+|[ 　]{2,}", rest)
            if not self._take_fact(piece, named, venue=False)
        ]  # fmt: skip
        named.content = "　".join(filter(None, (*pieces, named.content)))
        return True

    def _take_fact(self, piece: str, named: Named, *, venue: bool) -> bool:
        """Take a fact that stands behind a name without brackets: an amount, a time, a place."""
        if found := _AMOUNT_BEHIND.fullmatch(piece):
            amount = found["amount"]
            if named.budget is None and yen(amount) is not None:
                named.budget = amount
                return True
        if _LABELLED.fullmatch(piece):
            return self._take_labelled(piece, named)
        if named.capacity is None and _CAPACITY.fullmatch(piece):
            named.capacity = piece
            return True
        if self._is_schedule(piece):
            # 年5回 （5月、6月…）: both tell of one schedule.
            whole = piece if named.schedule is None else f"{piece}（{named.schedule}）"
            if named.schedule is None or self._is_schedule(whole):
                named.schedule = whole
                return True
        if venue and named.venue is None and _VENUE.search(piece) and self._has_fact(named, piece):
            named.venue = piece
            return True
        return False

    def _has_fact(self, named: Named, last: str) -> bool:
        """Whether what stands before the last piece of a name is a time or a number of people."""
        before = _GAP.split(named.name[: named.name.rindex(last)].rstrip(" 　"))[-1]
        return self._is_schedule(before) or bool(_CAPACITY.fullmatch(before))

    @staticmethod
    def _take_labelled(text: str, named: Named) -> bool:
        found = _LABELLED.fullmatch(text)
        if found is None:
            return False
        key = next(key for key, words in found.groupdict().items() if words)
        value = found["value"]
        if getattr(named, key) is not None:
            return False
        setattr(named, key, text if key == "capacity" else value)
        return True

    def _take_signs(self, named: Named) -> None:
        """Take signs off both ends of a name: what the legend or the settings say, or else a tag."""
        while named.name and (sign := self._sign_at(named.name)):
            begins = named.name.startswith(sign)
            named.name = named.name.removeprefix(sign) if begins else named.name.removesuffix(sign)
            named.name = named.name.strip(" 　")
            self._take_sign(sign, named)

    def _take_sign(self, sign: str, named: Named) -> None:
        """Take a sign for what the legend or the settings say, or else for a tag."""
        word = self._legend.get(sign, sign)
        status = self._statuses.get(sign) or self._statuses.get(word)
        if status is not None:
            named.status = named.status or status
        elif word not in named.tags:
            named.tags.append(word)
            if word == sign:
                named.unknown_tags.append(sign)

    def _sign_at(self, name: str) -> str | None:
        own: tuple[str, ...] = (
            *self._legend,
            *(sign for sign in self._statuses if not sign.isalnum()),
        )
        for sign in (*own, *_STARS):
            if len(sign) == 1 and len(name) > 1 and (name.startswith(sign) or name.endswith(sign)):
                return str(sign)
        return None

    def _take(self, inner: str, named: Named, *, only_status: bool = False) -> bool:
        parts = [part for part in _BETWEEN.split(inner.strip()) if part]
        found = [self._meaning(part, only_status=only_status) for part in parts]
        if found and all(found):
            for key, value in filter(None, found):
                if key == "tags":
                    named.tags.append(value)
                elif getattr(named, key) is None:
                    setattr(named, key, value)
            return True
        if only_status:
            return False
        written = without_typeset_spaces(inner.strip())
        if len(written) == 1 and written in SIGNS:
            self._take_sign(written, named)
            return True
        if self._take_labelled(written, named):
            return True
        if _MARK_LIKE.fullmatch(written):
            named.tags.append(written)
            named.unknown_tags.append(written)
            return True
        if named.capacity is None and _CAPACITY.fullmatch(written):
            named.capacity = written
            return True
        if _REFERENCE.fullmatch(written):
            named.references.append(written)
            return True
        if named.schedule is None and self._is_schedule(written):
            named.schedule = written
            return True
        if named.budget is None and yen(written) is not None:
            named.budget = written
            return True
        return False

    def _meaning(self, word: str, *, only_status: bool) -> tuple[str, str] | None:
        bare = word.strip("・ 　")
        for form in (bare, bare.removesuffix("事業")):
            if form in self._statuses:
                return "status", self._statuses[form]
        if bare in TAGS:
            return "tags", bare
        if only_status:
            return None
        if bare in self._districts:
            return "district", self._districts[bare]
        commissioned = _COMMISSION.fullmatch(bare)
        if commissioned:
            for pattern, by in _COMMISSIONS:
                if pattern.search(commissioned["by"]):
                    return "commissioned_by", by
            return "commissioned_by", "other"
        if bare.endswith("円") and yen(bare) is not None:
            return "budget", bare
        return None

    def _is_schedule(self, written: str) -> bool:
        if not _YEARS.search(written) or len(written) > 30 or _OTHER_LABEL.search(written):
            return False
        schedule = read_schedule(written, self._year)
        return not schedule.unread and not schedule.impossible
