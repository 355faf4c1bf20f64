"""The terms of an amount: 69千円, 50,000円×21地区, and their sums."""

from __future__ import annotations

import re
from math import prod
from typing import NamedTuple

from shakyo_plan.values.lazy_pattern import lazy_pattern
from shakyo_plan.values.money.numbers import SCALED_NUMBER, scaled_number
from shakyo_plan.values.money.result import FaultyAmountError, Flaw

_YEN = rf"(?:[¥\\]{SCALED_NUMBER}円?|{SCALED_NUMBER}円)"
MONEY = lazy_pattern(_YEN)
"""A number with its unit."""
UNIT_MISSING = lazy_pattern(r"[\d,.、 ]+[千万億]?")
"""A number, or what was to be one, and nothing else."""
_COUNT = r"\d[\d,]*(?:[^\d×+=~、,・()円 ]{1,8})?"
_OF_ONE = r"(?:1[^.\d×+=~、,・()円 千百万億]|[各毎年月日時]|単価)[^.\d×+=~、,・()円 千百万億]{0,5}"
_TERM = lazy_pattern(
    rf"(?P<before>(?:{_COUNT}×)*)(?P<one>{_OF_ONE})?@?約?"
    rf"(?P<money>{_YEN}|{SCALED_NUMBER}(?=×))(?P<counts>(?:×{_COUNT})*)"
)
_EACH = lazy_pattern(
    r"(\d[\d,]*(?:団体|地区|世帯|会場|か所|ヶ所|カ所|箇所|[人名校園社館班組回件])) ?各(?=[¥\\\d])"
)
"""Of 5団体 各100,000円, what stands for ×."""
_LABEL = lazy_pattern(r"(?:^|(?<=\+))[一-龥ァ-ヶー]{2,8}[: ]?(?=[¥\\\d])")
"""What a part of a sum is for: 講師料300,000円+会場費200,000円."""
_FEE = lazy_pattern("参加|利用|受講|材料|会費|単価|月額|日額|時給")
_LINK = lazy_pattern(r"\+|[、・ ]|")


class Sum(NamedTuple):
    """Terms that were read, and what they add up to in yen."""

    yen: int
    is_plain: bool
    """Whether it is a single number, no sum or product."""
    is_list: bool
    """Whether several numbers stand side by side with nothing that adds them."""
    is_of_one: bool
    """Whether it is the price of one, 1回100円, and nothing says how many."""


class _Term(NamedTuple):
    yen: int
    is_product: bool
    has_unit: bool
    is_of_one: bool


def read_sum(text: str, *, unit_is_said: bool = False) -> Sum | None:
    """Return what the terms add up to; None where the text is not made of terms.

    ``unit_is_said`` is whether a total behind them has the unit.

    Raises:
        FaultyAmountError: one of the numbers is no sound number, or none has a unit.
    """
    text = _EACH.sub(r"\1×", text)
    text = _LABEL.sub("", text) if "+" in text and not _FEE.search(text) else text
    terms: list[_Term] = []
    links: set[str] = set()
    place = 0
    while place < len(text):
        if terms:
            link = _LINK.match(text, place)
            links.add(link[0] if link else "")
            place += len(link[0]) if link else 0
        found = _TERM.match(text, place)
        if found is None:
            return None
        terms.append(_read_term(found))
        place = found.end()
    if not terms:
        return None
    if not unit_is_said and not any(term.has_unit for term in terms):
        raise FaultyAmountError(Flaw.NO_UNIT, text)
    plain = not any(term.is_product for term in terms)
    return Sum(
        sum(term.yen for term in terms),
        is_plain=plain and len(terms) == 1,
        is_list=len(terms) > 1 and plain and links != {"+"},
        is_of_one=any(term.is_of_one and not term.is_product for term in terms),
    )


def terms_in(text: str) -> list[int]:
    """Return the yen of every amount in a text, whatever stands between them.

    Raises:
        FaultyAmountError: one of the numbers is no sound number.
    """
    return [_read_term(found).yen for found in _TERM.finditer(text)]


def _read_term(found: re.Match[str]) -> _Term:
    money = found["money"]
    written = re.findall(r"(\d[\d,]*)[^\d×]*×", found["before"])
    written += re.findall(r"×(\d[\d,]*)", found["counts"])
    counts = [int(count.replace(",", "")) for count in written]
    return _Term(
        scaled_number(money.strip("¥\\円")) * prod(counts),
        is_product=bool(counts),
        has_unit=MONEY.fullmatch(money) is not None,
        is_of_one=found["one"] is not None,
    )
