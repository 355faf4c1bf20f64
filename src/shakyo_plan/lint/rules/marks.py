"""Marks as printed behind a program's name in a list: （新規）（遠野）（市受託事業）."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple, TypeAlias

from shakyo_plan.model import Commission, Program, Status
from shakyo_plan.values.lazy_pattern import lazy_pattern

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
    "町受託": Commission.TOWN,
    "村受託": Commission.VILLAGE,
    "区受託": Commission.WARD,
    "県受託": Commission.PREFECTURE,
    "都受託": Commission.PREFECTURE,
    "道受託": Commission.PREFECTURE,
    "府受託": Commission.PREFECTURE,
    "国受託": Commission.STATE,
    "市社協受託": Commission.CITY_SHAKYO,
    "県社協受託": Commission.PREFECTURAL_SHAKYO,
    "都社協受託": Commission.PREFECTURAL_SHAKYO,
    "道社協受託": Commission.PREFECTURAL_SHAKYO,
    "府社協受託": Commission.PREFECTURAL_SHAKYO,
    "全社協受託": Commission.NATIONAL_SHAKYO,
}
"""As printed for short; `_written_out` has the longer forms of each."""


def _written_out(short: str) -> Iterator[str]:
    """Yield the forms of a mark of commission: 市受託, 市受託事業, 市委託, 市社会福祉協議会受託事業."""
    body = short.removesuffix("受託")
    bodies = [body]
    if body.endswith("社協"):
        bodies.append(body.removesuffix("社協") + "社会福祉協議会")
    if body == "全社協":
        bodies.append("全国社会福祉協議会")
    for name in bodies:
        for word in ("受託", "委託", "からの受託", "からの委託", "より受託"):
            yield from (f"{name}{word}", f"{name}{word}事業")


_BRACKETS = lazy_pattern(r"[（(][ 　]?([^（）()]*[^（）() 　])[ 　]?[）)]")
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
        has = {program.status, program.commissioned_by, *program.districts, *program.tags}
        for mark, meaning in zip(self.written, self.meanings, strict=True):
            if meaning not in has:
                yield mark


class MarkReader:
    """Knows the marks of one council: those of every plan, and its districts."""

    def __init__(self, districts: tuple[str, ...]) -> None:
        """Take the council's districts as marks, too."""
        self._meanings: dict[str, Meaning] = {
            **_STATUSES,
            **{
                written: body
                for short, body in _COMMISSIONS.items()
                for written in _written_out(short)
            },
            **{district: district for district in districts},
        }

    def meaning(self, mark: str) -> Meaning | None:
        """Return what a mark without brackets says; None where it is none of these."""
        return self._meanings.get(mark)

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
