"""Years that a text names, in whichever way: 令和7年1月, R7, 2025年; found, and moved."""

from __future__ import annotations

import re
from collections.abc import Iterator

from shakyo_plan.values.fiscal_year import ERAS, FiscalYear
from shakyo_plan.values.lazy_pattern import lazy_pattern

_LETTERS = dict(zip("ＲＨＳＴＭ", "RHSTM", strict=True))
_FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
_NAMED = lazy_pattern(
    r"(?P<era>令和|平成|昭和|大正|明治|(?<![A-Za-z])[RHSTMＲＨＳＴＭ])(?P<number>元|\d{1,2})(?!\d)"
    # A number in a file's name is no year, nor is a sum of money or people.
    r"|(?<![\dA-Za-z_./\\-])(?P<western>[12１２]\d{3})(?![\dA-Za-z_./\\-])(?![,，千万円人名件回部個])"
)


def named_years(text: str) -> Iterator[int]:
    """Yield the years that the text names, as numbers of the calendar: 令和7 is 2025."""
    for match in _NAMED.finditer(text):
        year = _number(match)
        if year is not None:
            yield year


def move_years(text: str, by: int, only: int | None = None) -> str:
    """Return the text with its years moved by so many; ``only`` moves none but this year.

    A year keeps its form: 令和７年 becomes 令和８年, R7 becomes R8, 2025年 becomes 2026年. Where an era
    has ended, the next one's name is written.
    """

    def moved(match: re.Match[str]) -> str:
        year = _number(match)
        if year is None or only not in (None, year):
            return match[0]
        return _written(year + by, match)

    return _NAMED.sub(moved, text)


def _number(match: re.Match[str]) -> int | None:
    if match["western"]:
        return int(match["western"])
    era = _LETTERS.get(match["era"], match["era"])
    try:
        return FiscalYear.parse(era + match["number"]).number
    except ValueError:
        return None


def _written(year: int, match: re.Match[str]) -> str:
    wide = (
        not match[0].isascii()
        and (match["number"] or match["western"])[-1] in "０１２３４５６７８９"
    )
    if match["western"]:
        return str(year).translate(_FULL_WIDTH) if wide else str(year)
    name, letter, first = next(era for era in ERAS if era[2] <= year or era is ERAS[-1])
    count = str(year - first + 1)
    if len(match["era"]) == 2:
        return name + ("元" if count == "1" else count.translate(_FULL_WIDTH) if wide else count)
    if match["era"] in _LETTERS:
        letter = next(full for full, half in _LETTERS.items() if half == letter)
    return letter + (count.translate(_FULL_WIDTH) if wide else count)
