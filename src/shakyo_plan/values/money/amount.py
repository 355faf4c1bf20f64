"""A written amount: a number of yen with what is said around it."""

from __future__ import annotations

from shakyo_plan.values.lazy_pattern import lazy_pattern
from shakyo_plan.values.money.brackets import check_bracket
from shakyo_plan.values.money.numbers import SCALED_NUMBER
from shakyo_plan.values.money.result import MINUS, MOST_YEN, Amount, FaultyAmountError, Flaw
from shakyo_plan.values.money.terms import MONEY, UNIT_MISSING, Sum, read_sum
from shakyo_plan.values.written import fold

_LONGEST = 100
"""Letters beyond which no budget has an amount."""
_OPEN, _CLOSE = r"[(\[<〈《【「『〔{]", r"[)\]>〉》】」』〕}]"
_BRACKET = lazy_pattern(rf"{_OPEN}([^()\[\]<>〈〉《》【】「」『』〔〕{{}}]*){_CLOSE}")
_UNIT_IN_BRACKETS = lazy_pattern(rf"(?<=\d){_OPEN}((?:千|百万|万|億)?円){_CLOSE}")
_REMARK = lazy_pattern(r"※([^※()]+)$")
_FREE = lazy_pattern("無料|無償")
_SOURCE = (
    r"[一-龥ァ-ヶー]{0,10}(?:補助金?|受託[金料]|委託[金料]|配分金|助成金|負担金|交付金|寄[附付]金"
    r"|繰入金|基金)"
)
_BEFORE = lazy_pattern(
    rf"(?:(?:総|全体)?(?:事業費|予算額?|総額|金額)|合計|計|年[額間]?(?=[\d¥\\])|会費(?=[\d,]+[千万]円)"
    rf"|約|概算|およそ|おおよそ|おおむね|概ね|見込額?|見込み|金|{_SOURCE}"
    r")[:・]?(?=.)"
)
_BEHIND = lazy_pattern(
    rf"(?:くらい|ぐらい|程度|ほど|前後|[弱強]|予定|見込み?|概算|也|\.?~|{_SOURCE})$"
)
_TOTAL = lazy_pattern(r"(?:=|合計|総計|計)[=:]?(?=[約¥\\\d])")
_SAYS_NUMBER = lazy_pattern(rf"\d|{SCALED_NUMBER}")
_BELOW_NOTHING = lazy_pattern(rf"{MINUS}[¥￥\\]?[0-9０-９]")
_CHANGE = lazy_pattern(r"→|⇒|~(?=[¥\\\d])|から(?=[¥\\\d])")
_LIMIT = lazy_pattern("以[内下]|未満|[上下]限|限度|最[大高]|まで$")
_PER_UNIT = lazy_pattern(
    r"^(?:1|一|各|毎)(?!千|万|億)\D|/|あたり|当たり|につき|ごと|単価|^(?:参加|利用|受講|材料)[費料]|会費(?![\d,]+[千万])|月額|日額|時給"
)


def read_written(text: str) -> Amount:
    """Read an amount in any of its forms; `shakyo_plan.values.money.read_amount` says which."""
    written = fold(text).text
    try:
        if len(written) > _LONGEST:
            raise FaultyAmountError(Flaw.UNREADABLE, text)
        if _BELOW_NOTHING.match(text):
            raise FaultyAmountError(Flaw.BELOW_NOTHING, text)
        amount = _read(written)
        if amount > MOST_YEN:
            raise FaultyAmountError(Flaw.TOO_LARGE, text)
        return Amount(amount)
    except FaultyAmountError as error:
        return Amount(None, error.fault)


def _read(written: str) -> int:
    if _FREE.fullmatch(written):
        return 0
    if not _SAYS_NUMBER.search(written):
        raise FaultyAmountError(Flaw.NO_NUMBER, written)
    written = _UNIT_IN_BRACKETS.sub(r"\1", written).replace("X", "×").replace("*", "×")
    written = _REMARK.sub(r"(\1)", written)
    brackets = [bracket[1] for bracket in _BRACKET.finditer(written)]
    bare = _BRACKET.sub(" ", written).strip()
    if not bare and brackets:
        bare = brackets.pop(0)
    amount = _outside_brackets(bare, sum_is_said=any(_TOTAL.match(bracket) for bracket in brackets))
    is_reckoned = any(sign in bare for sign in "×+各")
    for bracket in brackets:
        check_bracket(bracket, amount, is_reckoned=is_reckoned)
    return amount


def _outside_brackets(bare: str, *, sum_is_said: bool) -> int:
    """Return the amount that stands outside of brackets: one, a sum, or a sum with its total."""
    parts, *totals = _TOTAL.split(_without_frame(bare))
    if not parts and totals:
        parts, *totals = totals
    if len(totals) > 1:
        raise FaultyAmountError(Flaw.UNREADABLE, bare)
    added = read_sum(parts, unit_is_said=bool(totals))
    if added is None:
        raise FaultyAmountError(_flaw(parts), parts)
    if not totals:
        return _only(added, parts, sum_is_said=sum_is_said)
    total = read_sum(totals[0])
    if total is None or not total.is_plain:
        raise FaultyAmountError(Flaw.UNREADABLE, totals[0])
    if total.yen != added.yen:
        raise FaultyAmountError(Flaw.ARITHMETIC, totals[0], added.yen, total.yen)
    return total.yen


def _without_frame(bare: str) -> str:
    """Return the text without 予算額, 約 before the amount, and くらい, 也 behind it."""
    for frame in (_BEFORE, _BEHIND):
        while found := (frame.match(bare) if frame is _BEFORE else frame.search(bare)):
            bare = (bare[: found.start()] + bare[found.end() :]).strip()
    return bare


def _only(added: Sum, parts: str, *, sum_is_said: bool) -> int:
    """Return what the terms add up to, unless they are alternatives or the price of one."""
    if added.is_of_one and not sum_is_said:
        raise FaultyAmountError(Flaw.PER_UNIT, parts)
    if added.is_list and not sum_is_said:
        raise FaultyAmountError(Flaw.SEVERAL, parts)
    return added.yen


def _flaw(text: str) -> Flaw:
    """Return why a text is no amount."""
    if UNIT_MISSING.fullmatch(text):
        return Flaw.NO_UNIT
    if _CHANGE.search(text, 1) or len(MONEY.findall(text)) > 1:
        return Flaw.SEVERAL
    if MONEY.search(text) and _LIMIT.search(text):
        return Flaw.LIMIT
    if MONEY.search(text) and _PER_UNIT.search(text):
        return Flaw.PER_UNIT
    return Flaw.UNREADABLE
