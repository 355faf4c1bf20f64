"""Which old goal, basic plan, priority or section of the management is which new one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass

from shakyo_plan.diff.assigning import by_key, by_score, letter_pairs
from shakyo_plan.diff.changes import Basis, Evidence, Strength
from shakyo_plan.diff.pairs import Pair
from shakyo_plan.likeness import NEAR, likeness
from shakyo_plan.values.name import fold_name

_AGREEING = 0.5
"""From this share of common contents on, two parts are about the same things."""
_SPEAKING_FOR_IT = 0.3
"""With the same number, so alike a title is a title that was reworded."""
_MORE_THAN_CHANCE = 0.1
"""With the same number, so much in common is more than the programs that every plan cites."""


@dataclass(frozen=True, slots=True)
class Traits:
    """What tells a part from others: its number, its title, and what it holds."""

    id: str
    title: str
    contents: frozenset[str]
    """Names of programs, titles of parts, items: as the new plan calls them, where it has them."""


def match_parts(old: Sequence[Traits], new: Sequence[Traits]) -> tuple[Pair, ...]:
    """Pair the parts: by title and number, by title, then by the best agreement of all."""
    free_old = dict(enumerate(old))
    free_new = dict(enumerate(new))
    pairs = []

    def take(one: int, other: int, evidence: Evidence | None) -> None:
        del free_old[one], free_new[other]
        pairs.append(Pair(one, other, evidence))

    def both(part: Traits) -> tuple[str, str]:
        return part.id, fold_name(part.title)

    same_title = Evidence(Basis.NAME, Strength.CERTAIN)
    for one, other in [*by_key(_keyed(free_old, both), _keyed(free_new, both))]:
        take(one, other, None)
    for one, other in [*by_key(_keyed(free_old, _title), _keyed(free_new, _title))]:
        take(one, other, same_title)
    agreement = _Agreement(old, new)
    old_traits = {number: _traits(part) for number, part in free_old.items()}
    new_traits = {number: _traits(part) for number, part in free_new.items()}
    for one, other, evidence in [*by_score(old_traits, new_traits, agreement)]:
        take(one, other, evidence)
    return tuple(sorted(pairs, key=lambda pair: pair.new))


class _Agreement:
    """How much an old and a new part agree: in number, title and contents."""

    def __init__(self, old: Sequence[Traits], new: Sequence[Traits]) -> None:
        self.old = old
        self.new = new
        # What many parts hold, such as a program that every plan cites, tells little of each.
        self.holders = Counter(held for part in (*old, *new) for held in part.contents)

    def __call__(self, one: int, other: int) -> tuple[float, Evidence] | None:
        """Return the score of a pair with its evidence, or None where they cannot be the same."""
        before, after = self.old[one], self.new[other]
        alike = likeness(before.title, after.title)
        common = before.contents & after.contents
        overlap = self._weight(common) / (self._weight(before.contents | after.contents) or 1)
        nothing_to_compare = not (before.contents and after.contents)
        agreeing = alike >= NEAR or overlap >= _AGREEING
        strength = Strength.GUESS
        if before.id == after.id and (
            alike >= _SPEAKING_FOR_IT or overlap >= _MORE_THAN_CHANCE or nothing_to_compare
        ):
            basis = Basis.ID
            strength = Strength.LIKELY if agreeing else Strength.GUESS
        elif alike >= NEAR and (common or nothing_to_compare):
            basis = Basis.LIKENESS
        elif overlap >= _AGREEING:
            basis = Basis.CONTENT
        else:
            return None
        evidence = Evidence(basis, strength, round(alike * 100), tuple(sorted(common)))
        return alike + overlap + (0.5 if basis is Basis.ID else 0), evidence

    def _weight(self, contents: frozenset[str]) -> float:
        # In whole numbers, so that the sum is the same in any order.
        return sum(1_000_000 // self.holders[held] for held in contents)


def _title(part: Traits) -> str:
    return fold_name(part.title)


def _keyed(
    parts: Mapping[int, Traits], key: Callable[[Traits], Hashable]
) -> dict[int, Hashable | None]:
    return {number: key(part) for number, part in parts.items()}


def _traits(part: Traits) -> frozenset[str]:
    return letter_pairs(fold_name(part.title)) | part.contents | {f"#{part.id}"}
