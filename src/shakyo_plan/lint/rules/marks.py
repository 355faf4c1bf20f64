"""Marks as printed behind a program's name in a list: （新規）（遠野）（市受託事業）."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple, TypeAlias

from shakyo_plan.model import Commission, Program, Status

_STATUSES = {
    "新規": Status.NEW,
    "拡充": Status.EXPANDED,
    "継続": Status.CONTINUED,
    "改編": Status.RESTRUCTURED,
    "縮小": Status.REDUCED,
    "統合": Status.MERGED,
    "休止": Status.SUSPENDED,
    "廃止": Status.DISCONTINUED,
}
_COMMISSIONS = {
    "市受託": Commission.CITY,
    "県受託": Commission.PREFECTURE,
    "県社協受託": Commission.PREFECTURAL_SHAKYO,
}
_BRACKETS = re.compile(r"[（(][ 　]?([^（）()]*[^（）() 　])[ 　]?[）)]")
Meaning: TypeAlias = Status | Commission | str
"""What a mark says: a status, who commissions, or the name of a district."""


class Marks(NamedTuple):
    """A text taken apart into what is left of it and the marks that stood in it."""

    bare: str
    written: tuple[str, ...] = ()
    """The marks with their brackets, as written."""
    meanings: tuple[Meaning, ...] = ()

    def disagreeing(self, program: Program) -> Iterator[str]:
        """Yield the marks, as written, that the program's entry does not have."""
        has = {program.status, program.commissioned_by, program.district}
        for mark, meaning in zip(self.written, self.meanings, strict=True):
            if meaning not in has:
                yield mark


class MarkReader:
    """Knows the marks of one council: those of every plan, and its districts."""

    def __init__(self, districts: tuple[str, ...]) -> None:
        """Take the council's districts as marks, too."""
        self._meanings: dict[str, Meaning] = {
            **_STATUSES,
            **_COMMISSIONS,
            **{f"{words}事業": body for words, body in _COMMISSIONS.items()},
            **{district: district for district in districts},
        }

    def read(self, text: str) -> Marks:
        """Take the marks out of a text; one that is nothing but marks stays whole."""
        found = [match for match in _BRACKETS.finditer(text) if match[1] in self._meanings]
        bare = _BRACKETS.sub(
            lambda match: "" if match[1] in self._meanings else match[0], text
        ).strip()
        if not found or not bare:
            return Marks(text)
        return Marks(
            bare,
            tuple(match[0] for match in found),
            tuple(self._meanings[match[1]] for match in found),
        )
