"""Amounts of money as plans write them, in yen.

``numbers`` reads one number with its scale (``1億2,000万``), ``terms`` sums and products of them,
``amount`` what is written around, and ``brackets`` totals and what an amount contains.
"""

from __future__ import annotations

from shakyo_plan.values.lazy_pattern import lazy_pattern
from shakyo_plan.values.money.result import MINUS, MOST_YEN, Amount, AmountFault, Flaw

__all__ = ["Amount", "AmountFault", "Flaw", "read_amount", "read_balance", "yen"]

_PLAIN = lazy_pattern(r"([1-9][0-9]{0,2}(?:,[0-9]{3}){0,4})(千?)円")
"""What most plans write; it is read without getting the rest ready, which takes its time."""
_MINUS = lazy_pattern(MINUS)
"""How accounts print that less than nothing is left: △5,000円."""


def read_amount(text: str) -> Amount:
    """Read an amount as people write it.

    Understands 円, 千円, 万円, 百万円, 億円 and their sums (``1億2,000万円``), ``¥69,000``, full width and
    kanji digits, ``約``; sums and products (``50,000円×21地区（計1,050,000円）``), where the total that
    is written has to be the one that comes out; and amounts that it contains or consists of
    (``（繰入金25,052,000円含む）``). Budgets of councils are printed in thousands of yen (千円).
    """
    if plain := _PLAIN.fullmatch(text):
        amount = int(plain[1].replace(",", "")) * (1_000 if plain[2] else 1)
        if amount <= MOST_YEN:
            return Amount(amount)
    from shakyo_plan.values.money.amount import read_written

    return read_written(text)


def read_balance(text: str) -> Amount:
    """Read an amount of the accounts, where one may be less than nothing: ``△5,000円`` is -5000."""
    minus = _MINUS.match(text)
    if minus is None:
        return read_amount(text)
    amount = read_amount(text[minus.end() :])
    return amount if amount.yen is None else Amount(-amount.yen)


def yen(text: str) -> int | None:
    """Return the amount in yen: ``69千円`` is 69000; None where it cannot be said for certain."""
    return read_amount(text).yen
