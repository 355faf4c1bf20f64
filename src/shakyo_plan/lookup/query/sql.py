"""The words of an SQL statement and where they stand, as SQLite itself cuts them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from shakyo_plan.values.lazy_pattern import lazy_pattern

_TOKEN = lazy_pattern(
    r"""
    (?P<space>[ \t\n\f\r]+|--[^\n]*|/\*.*?(?:\*/|\Z))
    |(?P<text>'(?:[^']|'')*(?P<closed>')?)
    |(?P<quoted>"(?:[^"]|"")*"?|`[^`]*`?|\[[^\]]*\]?)
    |(?P<word>[A-Za-z0-9_$\u0080-\U0010ffff]+)
    |(?P<mark>.)
    """,
    re.DOTALL | re.VERBOSE,
)
_LIKE_MARKS = "、。「」『』‘’“”−"


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of a statement; ``start`` and ``end`` count characters from 0.

    ``kind`` is word, mark, quoted (a name in quotes), text, or open: a text without its closing quote.
    """

    kind: str
    text: str
    start: int
    end: int

    @property
    def name(self) -> str:
        """The word without the quotes around it, for comparison."""
        stripped = self.text.strip('"`[]') if self.kind == "quoted" else self.text
        return stripped.casefold()

    @property
    def full_width(self) -> str:
        """The first letter that stands in it full-width where SQL knows only its half-width form."""
        if self.kind not in ("word", "mark"):
            return ""
        return next((letter for letter in self.text if _is_full_width(letter)), "")


def tokens(sql: str) -> tuple[Token, ...]:
    """Return the words, texts and marks, without spaces and comments."""
    return tuple(_tokens(sql))


def _tokens(sql: str) -> Iterator[Token]:
    for found in _TOKEN.finditer(sql):
        kind = next(
            each for each in ("space", "text", "quoted", "word", "mark") if found[each] is not None
        )
        if kind == "text" and not found["closed"]:
            kind = "open"
        if kind != "space":
            yield Token(kind, found[0], found.start(), found.end())


def _is_full_width(letter: str) -> bool:
    if letter.isascii():
        return False
    folded = unicodedata.normalize("NFKC", letter)
    return folded.isascii() or letter in _LIKE_MARKS
