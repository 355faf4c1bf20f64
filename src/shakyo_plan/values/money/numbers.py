"""One number with its scale: 69千, 1億5,063万71, 2千5百, 三十万."""

from __future__ import annotations

from shakyo_plan.values.lazy_pattern import lazy_pattern
from shakyo_plan.values.money.result import FaultyAmountError, Flaw
from shakyo_plan.values.numerals import DIGITS

SCALED_NUMBER = (
    rf"(?:\d|[{DIGITS}](?=[{DIGITS}十百千万億円])|十|[百千](?=[{DIGITS}十百]))"
    rf"[\d,.、{DIGITS}十百千万億]*"
)
"""A pattern for what may be such a number; ``scaled_number`` reads what it finds."""

_SMALL = {"十": 10, "百": 100, "千": 1_000}
_LARGE = {"万": 10_000, "億": 100_000_000}
_DIGITS = r"\d[\d,.、]*"
_PIECE = lazy_pattern(rf"{_DIGITS}|[{DIGITS}]|[十百千万億]")
_GROUPED = lazy_pattern(r"[1-9]\d{0,2}(?:,\d{3})+|[1-9]\d*|0")
_THOUSANDS_WITH_POINT = lazy_pattern(r"\d{1,3}(?:\.\d{3})+[千万]?")
_MILLIONTH = 1_000_000
"""Fractions such as 1.5百万円 are counted in millionths, so that no part of a yen is lost."""


def scaled_number(text: str) -> int:
    """Return the number in whole ones.

    Raises:
        FaultyAmountError: a comma or a point stands where none may, or it is no whole number.
    """
    if _THOUSANDS_WITH_POINT.fullmatch(text):
        raise FaultyAmountError(Flaw.POINT, text)
    total = section = 0
    small_limit, large_limit = 10_000, 10**12
    digits: int | None = None
    for piece in _PIECE.findall(text):
        scale = _SMALL.get(piece) or _LARGE.get(piece)
        if scale is None:
            if digits is not None:
                raise FaultyAmountError(Flaw.UNREADABLE, text)
            digits = _millionths(piece, text)
        elif piece in _SMALL:
            leads = piece == "十" or not (total or section)
            if (digits is None and not leads) or scale >= small_limit:
                raise FaultyAmountError(Flaw.UNREADABLE, text)
            section += (_MILLIONTH if digits is None else digits) * scale
            small_limit, digits = scale, None
        else:
            if (digits is None and not section) or scale >= large_limit:
                raise FaultyAmountError(Flaw.UNREADABLE, text)
            total += (section + (digits or 0)) * scale
            section, digits = 0, None
            small_limit, large_limit = 10_000, scale
    whole, rest = divmod(total + section + (digits or 0), _MILLIONTH)
    if rest:
        raise FaultyAmountError(Flaw.UNREADABLE, text)
    return whole


def _millionths(piece: str, text: str) -> int:
    if piece in DIGITS:
        return (DIGITS.index(piece) + 1) * _MILLIONTH
    whole, _, part = piece.partition(".")
    if "、" in piece or not _GROUPED.fullmatch(whole):
        raise FaultyAmountError(
            Flaw.COMMA if "," in piece or "、" in piece else Flaw.UNREADABLE, text
        )
    if "." in piece and not (part.isdigit() and len(part) <= 6):
        raise FaultyAmountError(Flaw.POINT, text)
    return int(whole.replace(",", "")) * _MILLIONTH + int(part.ljust(6, "0") or 0)
