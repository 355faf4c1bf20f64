"""Pairs old parts with new ones: by equal keys, or by the best scores over all of them.

Parts are named by their positions. Every answer is the same whenever it is asked.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable, Collection, Hashable, Iterator, Mapping
from heapq import nsmallest
from typing import TypeVar

from shakyo_plan.diff.changes import Evidence
from shakyo_plan.diff.pairs import Pair

CROWD = 100
"""A trait that so many parts have does not bring two of them together: 事業 tells nothing."""
_NEAREST = 25
"""So many candidates are looked at closely for one part."""

S = TypeVar("S")


def by_key(
    old: Mapping[int, Hashable | None], new: Mapping[int, Hashable | None]
) -> Iterator[tuple[int, int]]:
    """Yield pairs with an equal key that is not None, each part once; of several, the earliest."""
    waiting: defaultdict[Hashable, deque[int]] = defaultdict(deque)
    for number, key in new.items():
        if key is not None:
            waiting[key].append(number)
    for number, key in old.items():
        if key is not None and waiting.get(key):
            yield number, waiting[key].popleft()


def paired_by_key(
    old: Mapping[int, Hashable | None],
    new: Mapping[int, Hashable | None],
    evidence: Evidence | None = None,
) -> list[Pair]:
    """Return the same as pairs, all on one ground."""
    return [Pair(one, other, evidence) for one, other in by_key(old, new)]


def by_score(
    old: Mapping[int, Collection[Hashable]],
    new: Mapping[int, Collection[Hashable]],
    score: Callable[[int, int], tuple[float, S] | None],
    old_name: Callable[[int], str],
    new_name: Callable[[int], str],
) -> list[tuple[int, int, S]]:
    """Return the pairs with the best scores, each part once, with what the score came with.

    ``old`` and ``new`` hold the traits of each part. Only parts that have a trait in common are
    compared; ``score`` returns None for two that cannot be the same. Of equal scores the first name
    goes first, so that neither the order of the parts counts, nor which plan is the old one.
    """
    scored = []
    for one, other in _candidates(old, new):
        found = score(one, other)
        if found is not None:
            scored.append((-found[0], old_name(one), new_name(other), one, other, found[1]))
    scored.sort(key=lambda entry: entry[:5])
    old_taken: set[int] = set()
    new_taken: set[int] = set()
    pairs = []
    for *_, one, other, came_with in scored:
        if one not in old_taken and other not in new_taken:
            old_taken.add(one)
            new_taken.add(other)
            pairs.append((one, other, came_with))
    return pairs


def _candidates(
    old: Mapping[int, Collection[Hashable]], new: Mapping[int, Collection[Hashable]]
) -> set[tuple[int, int]]:
    """Return the pairs worth a closer look: for each part those that share the most telling traits."""
    having_old, having_new = _having(old), _having(new)
    crowded = {
        trait
        for having in (having_old, having_new)
        for trait, parts in having.items()
        if len(parts) > CROWD
    }
    found = {
        pair for one, traits in old.items() for pair in _nearest(one, traits, having_new, crowded)
    }
    for other, traits in new.items():
        found |= {(one, other) for _, one in _nearest(other, traits, having_old, crowded)}
    return found


def _having(parts: Mapping[int, Collection[Hashable]]) -> Mapping[Hashable, list[int]]:
    having: defaultdict[Hashable, list[int]] = defaultdict(list)
    for number, traits in parts.items():
        for trait in traits:
            having[trait].append(number)
    return having


def _nearest(
    number: int,
    traits: Collection[Hashable],
    having: Mapping[Hashable, list[int]],
    crowded: Collection[Hashable],
) -> list[tuple[int, int]]:
    weights: defaultdict[int, int] = defaultdict(int)
    for trait in traits:
        if trait not in crowded and (others := having.get(trait)):
            # In whole numbers, so that the sum is the same in any order.
            weight = 1_000_000 // len(others)
            for other in others:
                weights[other] += weight
    if len(weights) <= _NEAREST:
        return [(number, other) for other in weights]
    near = nsmallest(_NEAREST, ((-weight, other) for other, weight in weights.items()))
    return [(number, other) for _, other in near]


def letter_pairs(text: str) -> frozenset[str]:
    """Return the pairs of neighbouring letters in the text: traits of a name."""
    return frozenset(text[at : at + 2] for at in range(max(1, len(text) - 1)) if text)
