"""Words of schedules that name a point in time: years, months, days, and hours of the day."""

from __future__ import annotations

import re
from typing import NamedTuple

from shakyo_plan.values.fiscal_year import FiscalYear
from shakyo_plan.values.numerals import NUMBER, number
from shakyo_plan.values.schedule.kinds import Kind
from shakyo_plan.values.schedule.word import WEEKDAY, Word

Match = re.Match[str]


class NamedYear(NamedTuple):
    """A year that is named: a fiscal one (令和6年度), or one of the calendar (令和6年)."""

    number: int
    is_fiscal: bool


class RelativeYear(NamedTuple):
    """A year named from the one that is planned: 来年度 is one ahead."""

    ahead: int
    word: str

    def seen_from(self, fiscal_year: int) -> NamedYear:
        """Return the year that is meant in the plan of a fiscal year."""
        # 本年10月 is said of the fiscal year: its January is the next one.
        is_fiscal = self.ahead == 0 or self.word.endswith("度")
        return NamedYear(fiscal_year + self.ahead, is_fiscal)


class WrittenDate(NamedTuple):
    """A date in numbers, 10/22 or R6.7; the calendar year and the day where they are written."""

    year: int | None
    month: int
    day: int | None


_ERA = r"令和|平成|昭和|[RHS](?=[元\d])"
_COUNT = rf"(?:元|{NUMBER})"
_HALF_DAY = "(?:午前中?|午後|AM|PM|朝|昼|夕方|夜)"
_TIME = (
    rf"{_HALF_DAY}?(?:\d{{1,2}}:\d{{2}}|{NUMBER}時(?!間|期)(?:\d{{1,2}}分|半)?|正午)(?:頃|ごろ)?"
)
_SPAN_OF_TIME = rf"{_TIME}(?:(?:~|から|より)(?:{_TIME}(?:まで)?)?|まで)?"


def _year(era: str | None, count: str) -> int:
    if count != "元" and len(count) < 4:
        count = str(number(count))
    return FiscalYear.parse((era or "") + count).number


def _date(match: Match) -> WrittenDate:
    found = match.groupdict()
    year = _year(found.get("era"), found["year"]) if found.get("year") else None
    return WrittenDate(year, int(found["month"]), int(found["day"]) if found.get("day") else None)


def _named_year(match: Match) -> NamedYear:
    year = _year(match.groupdict().get("era"), match["count"])
    return NamedYear(year, match[0].endswith("度"))


def _years(match: Match) -> tuple[int, int]:
    era = match.groupdict().get("era")
    return _year(era, match["count"]), _year(era, match["last"])


def _number(match: Match) -> int:
    return number(match["number"])


DATES = (
    # R6.7.1, 令和6/7, 2024-10-22
    Word(
        Kind.DATE,
        rf"(?P<era>{_ERA})(?P<year>{_COUNT})[./](?P<month>\d{{1,2}})(?:[./](?P<day>\d{{1,2}}))?月?(?![\d.])",
        _date,
    ),
    Word(
        Kind.DATE,
        r"(?P<year>\d{4})(?P<mark>[./~])(?P<month>\d{1,2})(?:(?P=mark)(?P<day>\d{1,2}))?(?![\d月年.])",
        _date,
    ),
    Word(Kind.DATE, r"(?P<month>\d{1,2})/(?P<day>\d{1,2})(?![\d/.月:])", _date),
    # 10.22(火), 6.15; but 6.7 may be June 7th, or July of 令和6年.
    Word(
        Kind.DATE,
        rf"(?P<month>\d{{1,2}})\.(?P<day>1[3-9]|[23]\d|\d{{1,2}}(?=\({WEEKDAY}))(?![\d.])",
        _date,
    ),
    Word(
        Kind.CLOCK,
        rf"{_HALF_DAY}?{NUMBER}~{_TIME}(?:まで)?|{_SPAN_OF_TIME}|{_HALF_DAY}|夜間|日中|終日",
    ),
    Word(
        Kind.YEARS,
        rf"(?P<era>{_ERA})(?P<count>{_COUNT})(?:年度?)?~(?P<last>{NUMBER})年度",
        _years,
    ),
    Word(Kind.YEARS, r"(?P<count>\d{4})(?:年度?)?~(?P<last>\d{4})年度", _years),
    Word(
        Kind.YEAR,
        rf"(?P<era>{_ERA})(?P<count>{_COUNT})(?:年度?|(?![\d./]))",
        _named_year,
    ),
    Word(Kind.YEAR, r"(?P<count>\d{4})年度?", _named_year),
    Word(Kind.YEAR, "[本今当]年度?", lambda match: RelativeYear(0, match[0])),
    Word(
        Kind.YEAR,
        rf"次年度|[翌来明]年度?|翌(?={NUMBER}月)",
        lambda match: RelativeYear(1, match[0]),
    ),
    Word(
        Kind.YEAR,
        "(?:前|昨|去)年度?",
        lambda match: RelativeYear(-1, match[0]),
    ),
)
"""Words with a year, dates in numbers, and hours."""

MONTHS_AND_DAYS = (
    Word(Kind.MONTH, rf"(?P<number>{NUMBER})月(?!曜)", _number),
    Word(Kind.DAY, rf"(?P<number>{NUMBER})(?:日(?!間|曜)|(?=\({WEEKDAY}[)・曜]))", _number),
)
NUMBERS_ALONE = (
    # 5・7・9月: what it counts is told by what follows the last one.
    Word(Kind.NUMBER, r"(?P<number>\d{1,2})(?!\d)", _number),
    Word(Kind.NUMBER, rf"(?P<number>{NUMBER})(?=(?:[・、,~]{NUMBER})+[月日])", _number),
)
