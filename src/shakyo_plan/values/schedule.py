"""When a program is held (実施時期), as people write it, and the months that it means.

A fiscal year runs from April to March, so a bare 1月 to 3月 lies in the next calendar year
(会計年度: 地方自治法 第208条).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from shakyo_plan.values.fiscal_year import FiscalYear


class Month(NamedTuple):
    """A calendar month; ``month`` is usually 1 to 12, and what a person wrote where it is not."""

    year: int
    month: int

    def __str__(self) -> str:
        """The month as data, ``2025-01``."""
        return f"{self.year:04}-{self.month:02}"


class Schedule(NamedTuple):
    """What a written schedule means in one fiscal year."""

    months: tuple[Month, ...] = ()
    """The months of the fiscal year in which it is held, April first; none for 随時, 年6回程度."""
    outside: tuple[Month, ...] = ()
    """Months that were written with a year, and lie in another fiscal year."""
    impossible: tuple[str, ...] = ()
    """What was written as a month or day and is none, such as 13月."""
    unread: tuple[str, ...] = ()
    """The parts that could not be read at all."""


_DASH = "~〜～-－−‐–—ー"
_COMMENT = re.compile(r"\([^()]*\)")
_SEPARATOR = re.compile(r"[・、,，/／。;＋+]|及び|および|と|並びに")
_YEAR = r"(?P<year>\d{4}年?度?|(?:令和|平成|R|H)(?:\d{1,2}|元)年?度?|翌年|本年|今年)"
_DETAIL = r"(?:上旬|中旬|下旬|初旬|初め|末|中|予定|実施|開催|開始|(?:第\d)?[月火水木金土日]曜日?)*"
_MONTH = re.compile(
    rf"{_YEAR}?(?P<month>\d{{1,2}})月(?P<day>\d{{1,2}})?日?{_DETAIL}(?:頃|ごろ|から|まで)?"
)
_DAY_ONLY = re.compile(rf"\d{{1,2}}日{_DETAIL}")
_RANGE = re.compile(rf"[{re.escape(_DASH)}]|から(?=.)")
_BARE_START = re.compile(rf"{_YEAR}?\d{{1,2}}")

_WHOLE_YEAR = re.compile(
    r"通年|年間(?:を通じて)?|毎(?:月|週|日|営業日).*|(?:月|週)(?:に)?\d+(?:[~〜]\d+)?回.*|平日.*|常時|常設"
    r"|第\d.*曜日?|(?:奇数|偶数)月.*|隔週.*"
)
_NO_MONTH = re.compile(
    r"(?:年|年間)(?:に)?\d+(?:[~〜]\d+)?回.*|\d+回.*|隔[年月].*|\d年に1(?:回|度).*|随時.*|適宜.*|必要に応じて.*"
    r"|未定|調整中|年度内|年内|[春夏秋冬](?:季|期|頃|ごろ|休み.*)?|休止.*|なし|依頼(?:に応じて|時).*|要請.*"
)
_HALVES = {
    "上半期": range(4, 10),
    "前期": range(4, 10),
    "下半期": range(10, 16),
    "後期": range(10, 16),
    "第1四半期": range(4, 7),
    "第2四半期": range(7, 10),
    "第3四半期": range(10, 13),
    "第4四半期": range(13, 16),
    "年度初め": range(4, 5),
    "年度当初": range(4, 5),
    "年度末": range(15, 16),
    "年末年始": range(12, 14),
    "年末": range(12, 13),
    "年始": range(13, 14),
    "夏休み期間": range(7, 9),
    "夏休み": range(7, 9),
}
_LONGEST_DAY = dict.fromkeys(range(1, 13), 31) | {2: 29, 4: 30, 6: 30, 9: 30, 11: 30}


def read_schedule(text: str, year: FiscalYear) -> Schedule:
    """Read a schedule as people write it, for one fiscal year; what cannot be read is told.

    Understands ``7月``, ``5月・10月``, ``令和7年2月``, ``4月～9月``, ``10～12月``, ``通年（月1回）``,
    ``毎月第2水曜``, ``年6回程度``, ``上半期``, ``隔年``, ``随時`` and their lists.
    """
    reading = _Reading(year)
    written = "".join(unicodedata.normalize("NFKC", text).split())
    for part in _parts(written):
        reading.read(part)
    return reading.result()


def _parts(written: str) -> Iterator[str]:
    bare = _COMMENT.sub("", written)
    whole = bare if bare else written.strip("()")
    if _NO_MONTH.fullmatch(whole) or _WHOLE_YEAR.fullmatch(whole):
        yield whole
        return
    # A month that is named again says nothing more.
    yield from dict.fromkeys(part for part in _SEPARATOR.split(whole) if part)


class _Reading:
    """Collects what the parts of one schedule mean."""

    def __init__(self, year: FiscalYear) -> None:
        self.year = year
        self.months: set[Month] = set()
        self.outside: dict[Month, None] = {}
        self.impossible: dict[str, None] = {}
        self.unread: dict[str, None] = {}

    def read(self, part: str) -> None:
        if part in _HALVES:
            self._add(_HALVES[part])
        elif _WHOLE_YEAR.fullmatch(part):
            self._add(_regular(part))
        elif _NO_MONTH.fullmatch(part):
            return
        elif ends := self._range(part):
            self._add_range(*ends)
        elif (month := self._month(part)) is not None:
            self._add_one(month)
        # ``7月10日・11日``: the second day belongs to the month before it.
        elif not (_DAY_ONLY.fullmatch(part) and (self.months or self.outside)):
            self.unread[part] = None

    def result(self) -> Schedule:
        return Schedule(
            tuple(sorted(self.months)),
            tuple(self.outside),
            tuple(self.impossible),
            tuple(self.unread),
        )

    def _add(self, months: range) -> None:
        self.months |= {_month_of(self.year, number) for number in months}

    def _range(self, part: str) -> tuple[Month, Month] | None:
        halves = _RANGE.split(part)
        if len(halves) != 2:
            return None
        first, last = halves
        if _BARE_START.fullmatch(first):
            first += "月"  # 10～12月
        start = self._month(first)
        if last in ("", "翌年", "年度末"):
            end: Month | None = Month(self.year.number + 1, 3)  # 4月～: to the end of the year
        elif re.fullmatch(r"\d{1,2}日.*", last):
            end = start
        else:
            end = self._month(last)
        return (start, end) if start is not None and end is not None else None

    def _add_range(self, start: Month, end: Month) -> None:
        if not _possible(start) or not _possible(end):
            self._add_one(start)
            self._add_one(end)
            return
        if end < start:
            self.unread[f"{start.month}月～{end.month}月"] = None
            return
        while start <= end and len(self.months) + len(self.outside) < 100:
            self._add_one(start)
            start = Month(start.year + start.month // 12, start.month % 12 + 1)

    def _month(self, part: str) -> Month | None:
        written = _MONTH.fullmatch(part)
        if written is None:
            return None
        month = int(written["month"])
        if written["day"] and month in _LONGEST_DAY:
            day = int(written["day"])
            if not 1 <= day <= _LONGEST_DAY[month]:
                self.impossible[f"{month}月{day}日"] = None
        return self._in_year(month, written["year"])

    def _in_year(self, month: int, named: str | None) -> Month:
        if named is None or named in ("本年", "今年"):
            return self._bare(month)
        if named == "翌年":
            return Month(self.year.number + 1, month)
        try:
            calendar = FiscalYear.parse(named).number
        except ValueError:
            self.unread[named] = None
            return self._bare(month)
        if named.endswith("度") and month <= 3:
            calendar += 1  # 令和6年度2月
        return Month(calendar, month)

    def _bare(self, month: int) -> Month:
        return Month(self.year.number + (1 <= month <= 3), month)

    def _add_one(self, month: Month) -> None:
        if not _possible(month):
            self.impossible[f"{month.month}月"] = None
        elif Month(self.year.number, 4) <= month <= Month(self.year.number + 1, 3):
            self.months.add(month)
        else:
            self.outside[month] = None


def _possible(month: Month) -> bool:
    return 1 <= month.month <= 12


def _month_of(year: FiscalYear, number: int) -> Month:
    """Return a month of the fiscal year, counted 4 to 15: 13 to 15 are the next January to March."""
    return Month(year.number + (number > 12), number - 12 * (number > 12))


def _regular(part: str) -> range:
    if part.startswith("奇数月"):
        return range(5, 16, 2)
    if part.startswith("偶数月"):
        return range(4, 16, 2)
    return range(4, 16)


def same_but_for_year(old: str, new: str, old_year: FiscalYear, new_year: FiscalYear) -> bool:
    """Say whether two schedules differ in nothing but the years that they name, which moved along.

    ``令和7年2月`` in the plan of 2024 is ``令和8年2月`` in that of 2025.
    """
    return _years_counted(old, old_year) == _years_counted(new, new_year)


_NAMED_YEAR = re.compile(r"(\d{4}|(?:令和|平成|R|H)(?:\d{1,2}|元))(?=年|月|\.|/)")


def _years_counted(text: str, year: FiscalYear) -> str:
    """Return the text with each year that it names counted from the fiscal year."""

    def counted(named: re.Match[str]) -> str:
        try:
            return f"{FiscalYear.parse(named[1]).number - year.number:+}"
        except ValueError:
            return named[0]

    return _NAMED_YEAR.sub(counted, text)
