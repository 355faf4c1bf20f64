"""LIKE of queries, with characters that look the same taken for the same, as everywhere else in `plan`.

SQLite's own compares code points: デイ from a Mac and デイ from Windows, 〜 and ～ would be different words.
A piece of a text is found whatever stands beside it, and _ is one letter as it is compared: one of ㈱ is
one of three. No pattern can make it try all ways to cut a text,
and the letters that it compares are counted with the steps of SQLite.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple, TypeAlias

from shakyo_plan.lookup.query.guard import LONGEST_PATTERN, Guard
from shakyo_plan.values.characters import fold_characters

SqlValue: TypeAlias = str | int | float | bytes | None

_ANY_LETTERS, _ANY_LETTER = object(), object()
_TEXTS, _PATTERNS = 20_000, 4_096
"""So many are remembered: a query compares the same texts with the same patterns again and again."""
_LONG = 500
"""A text of more letters is not remembered: many of them would fill the memory."""
_LETTERS_PER_STEP = 16


def install_like(connection: sqlite3.Connection, guard: Guard) -> None:
    """Make the connection use this LIKE; what a query does wrong with it goes to the guard."""

    def like(pattern: SqlValue, text: SqlValue, escape: SqlValue = "") -> bool | None:
        if pattern is None or text is None or escape is None:
            return None
        try:
            return _is_like(_as_text(pattern), _as_text(text), _as_text(escape), guard)
        except (ValueError, KeyboardInterrupt) as error:
            # SQLite tells only that something was raised.
            guard.raised = guard.raised or error
            raise

    connection.create_function("like", 2, like, deterministic=True)
    connection.create_function("like", 3, like, deterministic=True)


def _as_text(value: str | int | float | bytes) -> str:
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value)


def _is_like(pattern: str, text: str, escape: str, guard: Guard) -> bool:
    if len(pattern.encode("utf-8", "replace")) > LONGEST_PATTERN:
        raise ValueError("LIKE or GLOB pattern too complex")
    if len(escape) > 1:
        raise ValueError("ESCAPE expression must be a single character")
    pieces = _pieces(pattern, escape)
    # Where a piece has an _, it is tried letter by letter at each letter of the text.
    tries = 1 if all(piece.pattern is None for piece in pieces) else len(pattern)
    guard.steps += len(text) * tries // _LETTERS_PER_STEP
    return _matches(pieces, _remembered(text) if len(text) <= _LONG else _folded(text))


def _folded(text: str) -> str:
    return fold_characters(text).casefold()


_remembered = lru_cache(_TEXTS)(_folded)


class _Piece(NamedTuple):
    """What stands between two % of a pattern."""

    letters: str
    pattern: re.Pattern[str] | None
    """What finds it, where one of its letters may be any letter."""

    def stands_at(self, text: str, at: int) -> bool:
        """Whether it is what the text has there."""
        if self.pattern is None:
            return text.startswith(self.letters, at)
        return self.pattern.match(text, at) is not None

    def find(self, text: str, at: int) -> int:
        """Return where it comes first from there on; less than 0 for nowhere."""
        if self.pattern is None:
            return text.find(self.letters, at)
        found = self.pattern.search(text, at)
        return found.start() if found else -1


@lru_cache(_PATTERNS)
def _pieces(pattern: str, escape: str) -> tuple[_Piece, ...]:
    """Return what stands between the % of a pattern."""
    pieces = []
    signs = list(_signs(pattern, escape))
    while _ANY_LETTERS in signs:
        end = signs.index(_ANY_LETTERS)
        pieces.append(_piece(signs[:end]))
        signs = signs[end + 1 :]
    return (*pieces, _piece(signs))


def _piece(signs: list[object]) -> _Piece:
    letters, expression = "", ""
    for any_letter, run in groupby(signs, key=lambda sign: sign is _ANY_LETTER):
        written = list(run)
        words = "_" * len(written) if any_letter else _folded("".join(map(str, written)))
        letters += words
        expression += "." * len(words) if any_letter else re.escape(words)
    return _Piece(letters, re.compile(expression, re.DOTALL) if _ANY_LETTER in signs else None)


def _signs(pattern: str, escape: str) -> Iterator[object]:
    """Yield the letters of a pattern, and its signs for any letters and any letter."""
    letters = iter(pattern)
    for letter in letters:
        if letter == escape:
            yield next(letters, "")
        else:
            yield {"%": _ANY_LETTERS, "_": _ANY_LETTER}.get(letter, letter)


def _matches(pieces: tuple[_Piece, ...], text: str) -> bool:
    """Whether the text is the pieces with anything between them: each is taken where it comes first."""
    first, *others = pieces
    at = len(first.letters)
    if not first.stands_at(text, 0):
        return False
    if not others:
        return at == len(text)
    *between, last = others
    for piece in between:
        found = piece.find(text, at)
        if found < 0:
            return False
        at = found + len(piece.letters)
    end = len(text) - len(last.letters)
    return end >= at and last.stands_at(text, end)
