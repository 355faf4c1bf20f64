"""Marks behind a program's name as councils print them: （新規）（中央地区）（市受託事業）【拡充】（年6回）."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from shakyo_plan.documents.characters import without_typeset_spaces
from shakyo_plan.values.fiscal_year import FiscalYear
from shakyo_plan.values.lazy_pattern import lazy_pattern
from shakyo_plan.values.money import yen
from shakyo_plan.values.schedule import read_schedule

STATUSES = {
    "新規": "new", "新": "new", "新規事業": "new", "拡充": "expanded", "拡大": "expanded",
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
_LAST = lazy_pattern(
    r"[ 　]*(?:[（(](?P<a>[^（）()]*)[）)]|【(?P<b>[^【】]*)】|[〔\[［](?P<c>[^〔〕\[\]［］]*)[〕\]］]"
    r"|＜(?P<d>[^＜＞]*)＞)[ 　]*$"
)
_FIRST = lazy_pattern(
    r"^(?:[（(](?P<a>[^（）()]*)[）)]|【(?P<b>[^【】]*)】|[〔\[［](?P<c>[^〔〕\[\]［］]*)[〕\]］])[ 　]*(?=\S)"
)
_TAGS = frozenset(
    ("重点", "重点事業", "再掲", "担い手", "指定管理", "自主事業", "補助事業", "助成事業")
)
_REFERENCE = lazy_pattern(r".{0,8}?[0-9０-９]+[ 　]?[-－−‐–—ー][ 　]?[0-9０-９]+")
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

    @property
    def has_marks(self) -> bool:
        """Whether anything stood behind the name that says how it is marked."""
        return bool(self.status or self.commissioned_by or self.district)


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
        if name not in STATUSES and name not in _TAGS and not _COMMISSION.fullmatch(name)
    )
    return tuple(names) if len(names) >= _FEWEST_DISTRICTS else ()


def tags_of_title(title: str) -> tuple[str, list[str]]:
    """Return a title without the tags behind it, and those: 支えあい活動の推進【重点事業】."""
    tags: list[str] = []
    while found := _LAST.search(title):
        inner = next(group for group in found.groups() if group is not None).strip()
        if not found.start() or inner not in _TAGS:
            break
        tags.insert(0, inner)
        title = title[: found.start()].rstrip()
    return title, tags


class MarkReader:
    """Knows the marks of one council: those of every plan, and its districts."""

    def __init__(
        self, districts: Iterable[str], year: int, own: Mapping[str, str] | None = None
    ) -> None:
        """Take the districts, the fiscal year that schedules are read in, and the council's own marks."""
        self._statuses = {**STATUSES, **(own or {})}
        self._districts = {
            form: district for district in districts for form in (district, f"{district}地区")
        }
        self._year = FiscalYear(year)

    def read(self, text: str) -> Named:
        """Take the marks off a name; what stands in other brackets belongs to it."""
        named = Named(text.strip())
        while found := _LAST.search(named.name):
            inner = next(group for group in found.groups() if group is not None)
            if not found.start() or not self._take(inner, named):
                break
            named.name = named.name[: found.start()].rstrip()
        while found := _FIRST.match(named.name):
            inner = next(group for group in found.groups() if group is not None)
            if not self._take(inner, named, only_status=True):
                break
            named.name = named.name[found.end() :]
        for sign, status in self._statuses.items():
            if len(sign) == 1 and not sign.isalnum() and named.name.startswith(sign):
                named.status = named.status or status
                named.name = named.name.removeprefix(sign)
        named.name = named.name.strip(" 　★☆")
        return named

    def _take(self, inner: str, named: Named, *, only_status: bool = False) -> bool:
        parts = [part for part in re.split(r"[・、,，/／ 　]", inner.strip()) if part]
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
        if bare in self._statuses:
            return "status", self._statuses[bare]
        if bare in _TAGS:
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
        return None

    def _is_schedule(self, written: str) -> bool:
        if not _YEARS.search(written) or len(written) > 30:
            return False
        schedule = read_schedule(written, self._year)
        return not schedule.unread and not schedule.impossible
