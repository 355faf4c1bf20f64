"""What an entry in the vocabulary of schedules is, and the patterns that several entries share."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from shakyo_plan.values.numerals import NUMBER
from shakyo_plan.values.schedule.kinds import Kind


class Word(NamedTuple):
    """A word, or many of one kind: what it looks like, and what is read from it."""

    kind: Kind
    pattern: str
    """A regular expression over the folded text."""
    value: Callable[[re.Match[str]], Any] = lambda _: None
    """From the match to the token's value; where it raises a ValueError, the word is none."""


NUMBERS = rf"{NUMBER}回?(?:(?:~|から|または|又は|もしくは|か|・|,|、){NUMBER})?"
"""One number, or two that bound it: 1～2, 1回から2."""

MONTHS_LONG = rf"{NUMBER}[かヶケカヵ箇個]月"
"""A length of time in months: 2か月."""

WEEKDAY = "[月火水木金土日祝]"


def alternatives(words: Iterable[str]) -> str:
    """Return a pattern for one of the words, the longest that fits."""
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
