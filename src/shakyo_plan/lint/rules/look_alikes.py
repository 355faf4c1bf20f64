"""Registered names that are nearly the same, found without comparing each with all."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from shakyo_plan.model import Program
from shakyo_plan.values.contrast import contrast
from shakyo_plan.values.lazy_pattern import lazy_pattern
from shakyo_plan.values.name import fold_name

_SHORTEST = 5
"""In shorter names, two letters are half of the name."""
_LONGEST = 200
"""A longer text is no name, and has too many spots to leave one out."""
_MOST_DISTRICTS = 200
_CROWD = 10
"""Names that are kept of those which are the same but for one spot; a new one is compared with these."""
_SERIES = 2
"""Names that are kept of a series (第1…, 第2…), which are all meant to be apart."""

_DIGITS = lazy_pattern(r"\d+")


class _Known(NamedTuple):
    number: int
    """Its place among the programs of the plan."""
    program: Program
    fold: str
    bare: str
    """The folded name without districts and numbers."""
    distinct_from: frozenset[str]

    def is_apart_from(self, other: _Known) -> bool:
        """Whether one of the two says that they are two."""
        return other.program.name in self.distinct_from or self.program.name in other.distinct_from


def look_alikes(
    programs: Iterable[Program], districts: tuple[str, ...]
) -> Iterator[tuple[Program, Program]]:
    """Yield each program whose name is nearly that of an earlier one, and the first of those.

    That is: the same but for notation, or but for one spot of up to two letters, and neither said
    (``distinct_from``) nor plain from districts or numbers in the names that they are two.
    """
    names = sorted(districts[:_MOST_DISTRICTS], key=len, reverse=True)
    district = re.compile("|".join(map(re.escape, names)) or "(?!)")
    same: dict[str, _Known] = {}
    nearly: dict[str, tuple[_Known, ...]] = {}
    for number, program in enumerate(programs):
        fold = fold_name(program.name)
        bare = _DIGITS.sub("", fold_name(district.sub("", program.name)))
        new = _Known(number, program, fold, bare, frozenset(program.distinct_from))
        alike = []
        if fold in same and not new.is_apart_from(same[fold]):
            alike.append(same[fold])
        same.setdefault(fold, new)
        # Most spots belong to one name alone; all of a name share one crowd, which costs no memory.
        alone = (new,)
        for spot in set(_without_a_spot(fold)):
            crowd = nearly.setdefault(spot, alone)
            if crowd is not alone:
                alike.extend(_first(crowd, new))
                nearly[spot] = _with(crowd, new)
        alike = [
            other for other in alike if not contrast(program.name, other.program.name, districts)
        ]
        if alike:
            yield program, min(alike).program


def _without_a_spot(fold: str) -> Iterator[str]:
    """Yield the folded name, whole and with one or two neighbouring letters left out.

    Two names that differ at one spot, in up to two letters, have one of these in common. So each
    is compared with few, not with all.
    """
    yield fold
    if _SHORTEST <= len(fold) <= _LONGEST:
        for start in range(len(fold)):
            yield fold[:start] + fold[start + 1 :]
            yield fold[:start] + fold[start + 2 :]


def _first(crowd: tuple[_Known, ...], new: _Known) -> tuple[_Known, ...]:
    """Return the first of the crowd that the new one is nearly the same as, if there is one."""
    for known in crowd:
        if known.bare != new.bare and not known.is_apart_from(new):
            return (known,)
    return ()


def _with(crowd: tuple[_Known, ...], new: _Known) -> tuple[_Known, ...]:
    if len(crowd) < _CROWD and sum(known.bare == new.bare for known in crowd) < _SERIES:
        return (*crowd, new)
    return crowd
