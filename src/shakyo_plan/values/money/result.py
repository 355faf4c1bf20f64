"""What reading an amount gives: its yen, or what is wrong with it."""

from __future__ import annotations

from enum import Enum, auto
from typing import NamedTuple


class Flaw(Enum):
    """Why no amount can be said."""

    NO_UNIT = auto()  # 69
    NO_NUMBER = auto()  # 未定, 人件費に含む, －
    LIMIT = auto()  # 30,000円以内, 上限30,000円: how much of it is planned?
    BELOW_NOTHING = auto()  # △150千円, where it is no balance
    COMMA = auto()  # 69,00千円: it does not part groups of three digits
    POINT = auto()  # 69.000円: it stands where a comma parts thousands
    SEVERAL = auto()  # 30万円→50万円, 30～50万円: which of them?
    PER_UNIT = auto()  # 1人500円: how many?
    ARITHMETIC = auto()  # 50,000円×2地区（計90,000円）
    TOO_LARGE = auto()  # 9223372036854775808円: more than any council has
    UNREADABLE = auto()


MOST_YEN = 10**15
"""A thousand trillion yen, more than Japan's own budget; databases cannot count much further."""

MINUS = r"\s*(?:[△▲\-－−‐–]|マイナス)\s*"
"""A pattern of how less than nothing is written: △5,000円."""


class AmountFault(NamedTuple):
    """What is wrong with an amount, and the part of it that is."""

    flaw: Flaw
    part: str
    computed: int | None = None
    """For arithmetic, what the parts come to, in yen."""
    written: int | None = None
    """For arithmetic, the total that is written, in yen."""


class Amount(NamedTuple):
    """What a written amount means: its yen, or why none can be said."""

    yen: int | None
    fault: AmountFault | None = None


class FaultyAmountError(ValueError):
    """Raised while reading an amount; its fault says why."""

    def __init__(
        self, flaw: Flaw, part: str, computed: int | None = None, written: int | None = None
    ) -> None:
        """Take what the fault is made of."""
        super().__init__(part)
        self.fault = AmountFault(flaw, part, computed, written)
