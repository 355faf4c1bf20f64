"""Fiscal years and the Japanese eras that people write them in.

A fiscal year (年度) runs from 1 April to 31 March and bears the number of the calendar
year in which it begins (会計年度: 財政法 第11条, 地方自治法 第208条). A fiscal year in which the
era changed bears the new era's name throughout, as the government decided for 令和元年度
(新元号への移行に伴う本年度予算の年度名, 2019).
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from shakyo_plan.values.lazy_pattern import lazy_pattern

ERAS = (
    ("令和", "R", 2019),
    ("平成", "H", 1989),
    ("昭和", "S", 1926),
    ("大正", "T", 1912),
    ("明治", "M", 1868),
)
"""Each era: its name, its letter, the calendar year of its 元年; newest first."""

_WRITTEN = lazy_pattern(
    r"(?:(?P<western>\d{4})|(?P<era>令和|平成|昭和|大正|明治|[RHSTM])\s*(?P<number>元|\d{1,2}))\s*(?:年度?)?"
)


@dataclass(frozen=True, order=True, slots=True)
class FiscalYear:
    """One fiscal year; ``number`` is the calendar year of its April: 2024 is 令和6年度."""

    number: int

    @classmethod
    def parse(cls, text: str) -> FiscalYear:
        """Read a year as people write it: ``2024``, ``R6``, ``令和6年度``, ``令和６年``, ``令和元年``.

        Raises:
            ValueError: the text is no year, or the era never had that year.
        """
        written = _WRITTEN.fullmatch(unicodedata.normalize("NFKC", text).strip().upper())
        if written is None:
            raise ValueError(text)
        if written["western"]:
            return cls(int(written["western"]))
        count = 1 if written["number"] == "元" else int(written["number"])
        next_first_year = 9999
        for name, letter, first_year in ERAS:
            if written["era"] in (name, letter):
                number = first_year + count - 1
                # Its last year is also the next era's first: 平成31年度 is 令和元年度.
                if count >= 1 and number <= next_first_year:
                    return cls(number)
                break
            next_first_year = first_year
        raise ValueError(text)

    @property
    def era(self) -> str:
        """The year as documents print it: ``令和6年度``; years before 明治 stay western."""
        for name, _, first_year in ERAS:
            if self.number >= first_year:
                count = self.number - first_year + 1
                return f"{name}{'元' if count == 1 else count}年度"
        return f"{self.number}年度"

    def __str__(self) -> str:
        """Both forms, ``令和6年度（2024）``."""
        return f"{self.era}（{self.number}）"
