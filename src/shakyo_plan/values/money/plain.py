"""Amounts with nothing written beside them, which a number tells whole."""

from __future__ import annotations

import re
import unicodedata

from shakyo_plan.values.lazy_pattern import lazy_pattern

_NOTHING_ELSE = lazy_pattern(r"[△▲-]?[0-9,]+(?:千|万|百万|億)?円")


def is_plain_amount(text: str) -> bool:
    """Whether a text is 69千円 or 410,322,000円, and no sum, remark or reckoning beside it."""
    bare = re.sub(r"\s", "", unicodedata.normalize("NFKC", text).replace("−", "-"))
    return _NOTHING_ELSE.fullmatch(bare) is not None
