"""The terms of an amount: 69千円, 50,000円×21地区, 12回×20,000円, 5団体 各100千円, and their sums."""

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
_NUMBER = r"(?:[1-9]\d{0,2}(?:,\d{3})+|\d+)"
_COUNT = rf"{_NUMBER}(?:[^\d×+=~、,・()円 ]{{1,8}})?"
_LABEL = r"[ぁ-んァ-ヶー一-龥]{1,12}:?"
"""What a term is for: 均等割50,000円×12地区."""
_UNIT = r"[^.\d×+=~、,・()円 千百万億]"
_ONE = rf"(?:1{_UNIT}{{1,6}}|[各毎]{_UNIT}{{0,5}}|単価{_UNIT}{{0,5}}|月額?|日[額給当]?|時[給間]?)"
_TERM = lazy_pattern(
    rf"(?P<label>{_LABEL})??(?P<before>(?:{_COUNT}×)*(?:{_COUNT}[×に]?各(?!{_ONE}))?)"
    rf"(?P<one>{_ONE})?@?約?"
    rf"(?P<money>{_YEN}|{SCALED_NUMBER}(?=×))(?P<counts>(?:/[^\d×+=、,]{{1,4}}(?=×))?(?:×{_COUNT})*)"
)
_FEE = lazy_pattern("(?:参加|利用|受講|材料)[費料]?$|会費$")
_MOST_FEE = 10_000
"""Yen up to which 参加費 and the like are the price for one person, and not what comes in."""
_LINK = lazy_pattern(r"\+|[、・ ]|")
_NO_PART = lazy_pattern(
    "[上下]限|限度|最[大高]|以[内下]|未満|前年|昨年|[増減計差残除他別]|うち|内数|含|ほか|から|より|まで"
)
"""Said before an amount, it makes another than a part of the sum of it."""


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
    label: str | None


def read_sum(text: str, *, unit_is_said: bool = False) -> Sum | None:
    """Return what the terms add up to; None where the text is not made of terms.

    ``unit_is_said`` is whether a total behind them has the unit.

    Raises:
        FaultyAmountError: one of the numbers is no sound number, or none has a unit.
    """
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
    if not terms or any(_NO_PART.search(term.label or "") for term in terms):
        return None
    if len(terms) == 1 and terms[0].label and not terms[0].is_product:
        return None
    if not unit_is_said and not any(term.has_unit for term in terms):
        raise FaultyAmountError(Flaw.NO_UNIT, text)
    products = [term.is_product for term in terms]
    return Sum(
        sum(term.yen for term in terms),
        is_plain=len(terms) == 1 and not products[0],
        is_list=len(terms) > 1 and not all(products) and links != {"+"},
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
    counts = [
        int(count.replace(",", ""))
        for count in re.findall(_NUMBER, found["before"] + re.sub("/[^×]*", "", found["counts"]))
    ]
    price = scaled_number(money.strip("¥\\円"))
    is_fee = _FEE.search((found["label"] or "").rstrip(":")) is not None and price <= _MOST_FEE
    return _Term(
        price * prod(counts),
        is_product=bool(counts),
        has_unit=MONEY.fullmatch(money) is not None,
        is_of_one=is_fee or found["one"] is not None,
        label=found["label"],
    )
