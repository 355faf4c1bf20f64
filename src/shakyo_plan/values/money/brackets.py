"""What stands in brackets beside an amount: its total, what it contains, what it consists of."""

from __future__ import annotations

import re

from shakyo_plan.values.lazy_pattern import lazy_pattern
from shakyo_plan.values.money.result import FaultyAmountError, Flaw
from shakyo_plan.values.money.terms import MONEY, read_sum, terms_in

_TOTAL = lazy_pattern("(?:合計|総計|総額|計)=?")
_OF_ANOTHER_YEAR = lazy_pattern(r"前年|昨年|前回|[RH]\d|令和|平成|当初|補正前|決算")
_CONTAINS = lazy_pattern("含|うち|内数")
_CONSISTS_OF = lazy_pattern("内訳")
_CHANGES_IT = lazy_pattern("別途|ほか|他|除|以[内下上]|上限|未満|あたり|当たり|につき|税[別抜]|→|×")
_ROUNDED = lazy_pattern("(?:未満|以下)?(?:の?端数)?(?:を|は)?(?:切り?捨て?|切り?上げ?|四捨五入)")
_DIFFERENCE = lazy_pattern("対?前年|[増減]額?$")
_QUANTITY = lazy_pattern(
    r"\d{1,2}/\d{1,2}|[前第]?\d[\d,.]*(?:[%名人回組日月年件か所]|団体|地区|地域|会場|世帯)"
)


def check_bracket(text: str, amount: int) -> None:
    """Check what a bracket says of the amount, in yen, beside which it stands.

    Raises:
        FaultyAmountError: it does not add up, or may say something else of the amount.
    """
    if _ROUNDED.search(text):
        return
    if not MONEY.search(text):
        if _CHANGES_IT.search(text) or re.search(r"\d", _QUANTITY.sub("", text)):
            raise FaultyAmountError(Flaw.UNREADABLE, text)
        return
    if _OF_ANOTHER_YEAR.match(text) or _DIFFERENCE.search(text):
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
