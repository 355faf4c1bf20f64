"""Amounts of money as plans write them, in yen.

``numbers`` reads one number with its scale (``1億2,000万``), ``amount`` what is written around it:
sums, products, totals in brackets, and what an amount contains.
"""

from __future__ import annotations

from shakyo_plan.values.money.amount import Amount, read_amount
from shakyo_plan.values.money.fault import AmountFault, Flaw

__all__ = ["Amount", "AmountFault", "Flaw", "read_amount", "yen"]


def yen(text: str) -> int | None:
    """Return the amount in yen: ``69千円`` is 69000; None where it cannot be said for certain."""
    return read_amount(text).yen
