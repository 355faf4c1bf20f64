"""Amounts of money as plans write them, in yen."""

from __future__ import annotations

import re
import unicodedata

_SCALES = {
    "": 1,
    "千": 1_000,
    "万": 10_000,
    "百万": 1_000_000,
    "千万": 10_000_000,
    "億": 100_000_000,
}
_LONGEST = 40
"""Letters beyond which no budget has an amount."""
# What a number has taken it keeps (*+): else a row of digits could be cut into numbers in 2ⁿ ways.
_PART = re.compile(r"(\d[\d,]*+(?:\.\d++)?+)(千万|百万|千|万|億|)")
_AMOUNT = re.compile(rf"(?:{_PART.pattern})+円")


def yen(text: str) -> int | None:
    """Return the amount in yen: ``69千円`` is 69000; None where unit or number cannot be read.

    Understands 円, 千円, 万円, 百万円, 億円 and their sums (``1億2,000万円``),
    full-width digits and commas. Budgets of councils are printed in thousands of yen (千円).
    """
    written = "".join(unicodedata.normalize("NFKC", text).split())
    if len(written) > _LONGEST or not _AMOUNT.fullmatch(written):
        return None
    total = 0
    for number, scale in _PART.findall(written):
        whole, _, part = number.replace(",", "").partition(".")
        # Whole numbers only: 1.1億円 is exact, and Decimal would be slow to import.
        yens, rest = divmod(int(whole + part) * _SCALES[scale], 10 ** len(part))
        if rest:
            return None
        total += yens
    return total
