"""Which old district is which new one: 遠野 and 遠野地区, or another name with the same programs."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping

from shakyo_plan.diff.assigning import paired_by_key
from shakyo_plan.diff.changes import Basis, Evidence, Strength
from shakyo_plan.diff.pairs import Pair
from shakyo_plan.diff.program_matching import ProgramMatching
from shakyo_plan.likeness import NEAR, folded_likeness
from shakyo_plan.model import Plan
from shakyo_plan.values.contrast import contrast
from shakyo_plan.values.lazy_pattern import lazy_pattern
from shakyo_plan.values.name import fold_name, plain_name

_ENDING = lazy_pattern(r"(?:地区|地域|支部|支会|町|村|区)$")
_TELLING = 2
"""So many programs that went from one district to another tell that it has another name."""


def match_districts(old: Plan, new: Plan, stated: ProgramMatching) -> tuple[Pair, ...]:
    """Pair the districts by their names, then by a guess: a similar name, or the same programs."""
    before, after = old.council.districts, new.council.districts
    pairs = paired_by_key(dict(enumerate(before)), dict(enumerate(after)))
    gone = {name: at for at, name in enumerate(before) if name not in after}
    come = {name: at for at, name in enumerate(after) if name not in before}
    together = _programs_together(old, new, stated)
    scored = [
        (-score, one, other, evidence)
        for one in gone
        for other in come
        for score, evidence in _agreement(one, other, together)
    ]
    for _, one, other, evidence in sorted(scored, key=lambda found: found[:3]):
        if one in gone and other in come:
            pairs.append(Pair(gone.pop(one), come.pop(other), evidence))
    return tuple(sorted(pairs, key=lambda pair: pair.new))


def new_districts(old: Plan, new: Plan, pairs: tuple[Pair, ...]) -> Mapping[str, str]:
    """Return the districts that were renamed, the new names by the old ones."""
    names = ((old.council.districts[one], new.council.districts[other]) for one, other, _ in pairs)
    return {before: after for before, after in names if before != after}


def _agreement(
    one: str, other: str, together: Mapping[tuple[str, str], int]
) -> Iterator[tuple[float, Evidence]]:
    mine, theirs = (_bare(name) for name in (one, other))
    alike = 1.0 if mine == theirs else folded_likeness(fold_name(one), fold_name(other))
    if mine in theirs or theirs in mine:
        alike = max(alike, NEAR)
    shared = together.get((one, other), 0)
    if contrast(one, other):
        alike = 0.0
    if alike >= NEAR:
        yield alike + shared, Evidence(Basis.LIKENESS, Strength.GUESS, round(alike * 100))
    elif shared >= _TELLING:
        yield alike + shared, Evidence(Basis.CONTENT, Strength.GUESS, round(alike * 100))


def _bare(name: str) -> str:
    folded = plain_name(name)
    return _ENDING.sub("", folded) or folded


def _programs_together(
    old: Plan, new: Plan, stated: ProgramMatching
) -> Mapping[tuple[str, str], int]:
    """Return how many programs went from one district to another, where all of the two did."""
    found: Counter[tuple[str, str]] = Counter()
    targets: defaultdict[str, set[str]] = defaultdict(set)
    sources: defaultdict[str, set[str]] = defaultdict(set)
    for descent in stated.descents:
        if descent.single:
            before = old.programs[descent.old[0]].only_district
            after = new.programs[descent.new[0]].only_district
            if before and after:
                found[before, after] += 1
                targets[before].add(after)
                sources[after].add(before)
    return {
        (one, other): count
        for (one, other), count in found.items()
        if len(targets[one]) == len(sources[other]) == 1
    }
