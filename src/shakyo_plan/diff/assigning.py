"""Pairs old parts with new ones: by equal keys, or by the best scores over all of them.

Parts are named by their positions. Every answer is the same whenever it is asked: where scores are
equal, the earlier part goes first.
"""

from __future__ import annotations

from collections import Counter, defaultdict, deque
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
    old: Mapping[int, Collection[str]],
    new: Mapping[int, Collection[str]],
    score: Callable[[int, int], tuple[float, S] | None],
) -> Iterator[tuple[int, int, S]]:
    """Yield the pairs with the best scores, each part once, with what the score came with.

    ``old`` and ``new`` hold the traits of each part. Only parts that have a trait in common are
    compared; ``score`` returns None for two that cannot be the same.
    """
    scored = []
    for one, other in _candidates(old, new):
        found = score(one, other)
        if found is not None:
            scored.append((-found[0], one, other, found[1]))
    scored.sort(key=lambda entry: entry[:3])
    old_taken: set[int] = set()
    new_taken: set[int] = set()
    for _, one, other, came_with in scored:
        if one not in old_taken and other not in new_taken:
            old_taken.add(one)
            new_taken.add(other)
            yield one, other, came_with


def _candidates(
    old: Mapping[int, Collection[str]], new: Mapping[int, Collection[str]]
) -> Iterator[tuple[int, int]]:
    having: defaultdict[str, list[int]] = defaultdict(list)
    for number, traits in new.items():
        for trait in sorted(traits):
            having[trait].append(number)
    for number, traits in old.items():
        weights: Counter[int] = Counter()
        for trait in sorted(traits):
            others = having.get(trait, ())
            if len(others) <= CROWD:
                for other in others:
                    # In whole numbers, so that the sum is the same in any order.
                    weights[other] += 1_000_000 // len(others)
        for other in nsmallest(_NEAREST, weights, key=lambda number: (-weights[number], number)):
            yield number, other


def letter_pairs(text: str) -> frozenset[str]:
    """Return the pairs of neighbouring letters in the text: traits of a name."""
    return frozenset(text[at : at + 2] for at in range(max(1, len(text) - 1)) if text)
