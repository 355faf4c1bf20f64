"""SQLite's functions that can take very long for one step, done here so that their work is counted.

They mean what SQLite's own mean. LIKE backtracks there, instr and replace compare letter by letter.
"""

from __future__ import annotations

import re
import sqlite3
from functools import lru_cache
from typing import NamedTuple, TypeAlias

from shakyo_plan.lookup.query.guard import LONGEST_TEXT, Guard

Given: TypeAlias = str | int | float | bytes | None

_LONGEST_PATTERN = 1_000
_WORK = 64
"""How many comparisons of letters count as a step."""


def install(connection: sqlite3.Connection, guard: Guard) -> None:
    """Put the functions in the place of SQLite's own."""

    def like(pattern: Given, text: Given, escape: Given = None) -> int | None:
        if pattern is None or text is None:
            return None
        wanted, searched = _text(pattern), _text(text)
        if len(wanted) > _LONGEST_PATTERN:
            raise OverflowError
        guard.spend(len(wanted) * len(searched) // _WORK)
        return int(_matches(_pieces(wanted, _text(escape or "")), searched))

    def instr(text: Given, part: Given) -> int | None:
        if text is None or part is None:
            return None
        guard.spend(len(_text(text)) // _WORK)
        return _text(text).find(_text(part)) + 1

    def replace(text: Given, old: Given, new: Given) -> Given:
        if text is None or old is None or new is None:
            return None
        whole, part, other = _text(text), _text(old), _text(new)
        if not part:
            return text
        guard.spend(len(whole) // _WORK)
        if len(whole) + whole.count(part) * (len(other) - len(part)) > LONGEST_TEXT:
            raise OverflowError
        return whole.replace(part, other)

    connection.create_function("like", 2, like, deterministic=True)
    connection.create_function("like", 3, like, deterministic=True)
    connection.create_function("instr", 2, instr, deterministic=True)
    connection.create_function("replace", 3, replace, deterministic=True)


def _text(value: str | float | bytes) -> str:
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value)


class _Piece(NamedTuple):
    """What stands between two % of a pattern, and how many letters it takes."""

    pattern: re.Pattern[str]
    length: int


@lru_cache(maxsize=64)
def _pieces(pattern: str, escape: str) -> tuple[_Piece, ...]:
    pieces: list[list[str]] = [[]]
    letters = iter(pattern)
    for letter in letters:
        if letter == escape:
            pieces[-1].append(re.escape(next(letters, "")))
        elif letter == "%":
            pieces.append([])
        else:
            pieces[-1].append("." if letter == "_" else re.escape(letter))
    # SQLite's LIKE takes a and A for the same, but only of the ASCII letters.
    return tuple(
        _Piece(re.compile(f"(?ai:{''.join(piece)})", re.DOTALL), len(piece)) for piece in pieces
    )


def _matches(pieces: tuple[_Piece, ...], text: str) -> bool:
    first, *others = pieces
    if not others:
        return first.pattern.fullmatch(text) is not None
    *middle, last = others
    if not first.pattern.match(text):
        return False
    at = first.length
    for piece in middle:
        # The leftmost leaves most room for those that follow: no other place need be tried.
        found = piece.pattern.search(text, at)
        if found is None:
            return False
        at = found.end()
    tail = len(text) - last.length
    return tail >= at and last.pattern.fullmatch(text, tail) is not None
