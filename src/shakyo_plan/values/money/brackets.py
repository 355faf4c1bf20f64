"""What stands in brackets beside an amount: its total, what it contains, what it consists of."""

from __future__ import annotations

import re

from shakyo_plan.values.lazy_pattern import lazy_pattern
from shakyo_plan.values.money.result import FaultyAmountError, Flaw
from shakyo_plan.values.money.terms import MONEY, read_sum, terms_in

_TOTAL = lazy_pattern("(?:合計|総計|総額|計)[:=]?")
_OF_ANOTHER_YEAR = lazy_pattern(r"対?前年|対?昨年|前回|[RH]\d|令和|平成|当初|補正前|決算")
_LESS_OR_MORE = r"[^増減]*\d[千百万億]*円の?[増減]額?"
_DIFFERENCE = lazy_pattern(
    rf"[+△▲~増減][¥\\]?\d[\d,.]*[千百万億]*円|{_LESS_OR_MORE}(?:[、,・]{_LESS_OR_MORE})*"
)
"""How much more or less it is than before: 500,000円増, +500千円."""
_ROUNDED = lazy_pattern(
    r"(?:[十百千万億]*円?|単位|端数|1,?0+円)(?:未満)?[はを]?(?:端数)?(?:を?切り?捨て?|を?切り?上げ?|を?四捨五入|処理|調整)(?:て|後|済み?)?"
)
"""How an amount was rounded: 千円未満切捨て."""
_CONTAINS = lazy_pattern("含|うち|内数")
_CONSISTS_OF = lazy_pattern("内訳")
_CHANGES_IT = lazy_pattern("別途|ほか|他|除|以[内下上]|上限|未満|あたり|当たり|につき|税[別抜]|→|×")
_QUANTITY = lazy_pattern(
    r"\d{1,2}/\d{1,2}|[前第]?\d[\d,.]*(?:[%名人回組日月年件か所]|団体|地区|地域|会場|世帯)"
)


def check_bracket(text: str, amount: int, *, is_reckoned: bool) -> None:
    """Check what a bracket says of the amount, in yen, beside which it stands.

    Beside a sum or product (``is_reckoned``), a single amount is what it comes to.

    Raises:
        FaultyAmountError: it does not add up, or may say something else of the amount.
    """
    if _ROUNDED.fullmatch(text):
        return
    if not MONEY.search(text):
        if _CHANGES_IT.search(text) or re.search(r"\d", _QUANTITY.sub("", text)):
            raise FaultyAmountError(Flaw.UNREADABLE, text)
        return
    if _OF_ANOTHER_YEAR.match(text):
        return
    if _DIFFERENCE.fullmatch(text):
        if _CHANGES_IT.search(text):
            raise FaultyAmountError(Flaw.UNREADABLE, text)
        return
    if found := _TOTAL.match(text):
        _check_total(text[found.end() :], amount)
        return
    parts = terms_in(text)
    if _CONTAINS.search(text):
        if sum(parts) > amount:
            raise FaultyAmountError(Flaw.ARITHMETIC, text, sum(parts), amount)
        return
    if parts == [amount]:
        return
    reckoned = read_sum(text) if is_reckoned or "×" in text else None
    if reckoned is not None and not reckoned.is_list and reckoned.is_plain == is_reckoned:
        computed, written = (amount, reckoned.yen) if is_reckoned else (reckoned.yen, amount)
        raise FaultyAmountError(Flaw.ARITHMETIC, text, computed, written)
    if _CHANGES_IT.sub("", text) != text and not _CONSISTS_OF.search(text):
        raise FaultyAmountError(Flaw.UNREADABLE, text)
    if len(parts) > 1 or _CONSISTS_OF.search(text):
        if sum(parts) != amount:
            raise FaultyAmountError(Flaw.ARITHMETIC, text, sum(parts), amount)
        return
    raise FaultyAmountError(Flaw.UNREADABLE, text)


def _check_total(text: str, amount: int) -> None:
    total = read_sum(text)
    if total is None or not total.is_plain:
        raise FaultyAmountError(Flaw.UNREADABLE, text)
    if total.yen != amount:
        raise FaultyAmountError(Flaw.ARITHMETIC, text, amount, total.yen)
