"""LIKE of queries, with characters that look the same taken for the same, as everywhere else in `plan`.

SQLite's own compares code points: デイ from a Mac and デイ from Windows, 〜 and ～ would be different words.
A piece of a text is found whatever stands beside it, and _ is one letter as it is compared: one of ㈱ is
one of three. No pattern can make it try all ways to cut a text.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby
from typing import TypeAlias

from shakyo_plan.lookup.query.guard import LONGEST_PATTERN, Guard
from shakyo_plan.values.characters import fold_characters

SqlValue: TypeAlias = str | int | float | bytes | None

_ANY_LETTERS, _ANY_LETTER = object(), object()
_TEXTS, _PATTERNS = 16_384, 4_096
"""So many are remembered: a query compares the same texts with the same patterns again and again."""


def install_like(connection: sqlite3.Connection, guard: Guard) -> None:
    """Make the connection use this LIKE; what a query does wrong with it goes to the guard."""

    def like(pattern: SqlValue, text: SqlValue, escape: SqlValue = "") -> bool | None:
        if pattern is None or text is None or escape is None:
            return None
        try:
            return _is_like(_as_text(pattern), _as_text(text), _as_text(escape))
        except (ValueError, KeyboardInterrupt) as error:
            # SQLite tells only that something was raised.
            guard.raised = guard.raised or error
            raise

    connection.create_function("like", 2, like, deterministic=True)
    connection.create_function("like", 3, like, deterministic=True)


def _as_text(value: str | int | float | bytes) -> str:
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value)


def _is_like(pattern: str, text: str, escape: str) -> bool:
    if len(pattern.encode("utf-8", "replace")) > LONGEST_PATTERN:
        raise ValueError("LIKE or GLOB pattern too complex")
    if len(escape) > 1:
        raise ValueError("ESCAPE expression must be a single character")
    return _matches(_pieces(pattern, escape), _folded(text))


@lru_cache(_TEXTS)
def _folded(text: str) -> str:
    return fold_characters(text).casefold()


@lru_cache(_PATTERNS)
def _pieces(pattern: str, escape: str) -> tuple[tuple[re.Pattern[str], int], ...]:
    """Return what stands between the % of a pattern, each with the number of letters that it takes."""
    pieces: list[tuple[re.Pattern[str], int]] = []
    expression, length = "", 0
    for sign, letters in groupby(
        _signs(pattern, escape), key=lambda letter: not isinstance(letter, str)
    ):
        for letter in letters if sign else ["".join(map(str, letters))]:
            if letter is _ANY_LETTERS:
                pieces.append((re.compile(expression, re.DOTALL), length))
                expression, length = "", 0
            elif letter is _ANY_LETTER:
                expression, length = expression + ".", length + 1
            else:
                words = _folded(str(letter))
                expression, length = expression + re.escape(words), length + len(words)
    return (*pieces, (re.compile(expression, re.DOTALL), length))


def _signs(pattern: str, escape: str) -> Iterator[object]:
    """Yield the letters of a pattern, and its signs for any letters and any letter."""
    letters = iter(pattern)
    for letter in letters:
        if letter == escape:
            yield next(letters, "")
        else:
            yield {"%": _ANY_LETTERS, "_": _ANY_LETTER}.get(letter, letter)


def _matches(pieces: tuple[tuple[re.Pattern[str], int], ...], text: str) -> bool:
    """Whether the text is the pieces with anything between them: each is taken where it comes first."""
    (first, length), *between = pieces
    if not between:
        return first.fullmatch(text) is not None
    if not first.match(text):
        return False
    at = length
    *between, (last, length) = between
    for piece, taken in between:
        found = piece.search(text, at)
        if found is None:
            return False
        at = found.start() + taken
    return len(text) - length >= at and last.fullmatch(text, len(text) - length) is not None
