"""How alike two names are, and which of many is the nearest; spelling variants do not count.

Compared are the folded names (see `values.name`), by how few letters are added, dropped,
replaced or swapped (Damerau and Levenshtein's distance in its simple form).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from functools import lru_cache
from heapq import nlargest

from shakyo_plan.values.name import fold_name

NEAR = 0.6
"""From this likeness on, a name is worth offering: “did you mean …?”"""
_LONGEST = 1000
"""Letters beyond which a text is no name or sentence; comparing two of them takes very long."""
_MOST_COMPARISONS = 300_000
"""Sixty unknown names beside 5,000 that are known; it takes a third of a second."""


class Patience:
    """Looks for the nearest of known names, again and again, until it has compared very many.

    A file that asks for more has another trouble than misspelt names, and its reader would wait.
    """

    def __init__(self, comparisons: int = _MOST_COMPARISONS) -> None:
        """Begin, with so many comparisons to make."""
        self._left = comparisons

    def nearest(
        self, name: str, known: Collection[str], limit: int = 3, least: float = NEAR
    ) -> list[str]:
        """Return what `nearest` does, or nothing once the patience is used up."""
        self._left -= len(known)
        return nearest(name, known, limit, least) if self._left >= 0 else []


def likeness(one: str, other: str) -> float:
    """Return how alike two names are, from 0.0 to 1.0 for the same but for notation."""
    return folded_likeness(_fold(one), _fold(other))


def nearest(name: str, known: Iterable[str], limit: int = 3, least: float = NEAR) -> list[str]:
    """Return the known names most like ``name``, the best first; none less alike than ``least``.

    A short name written for a long one counts as near: サマースクール for サマースクール事業.
    """
    # Imported where it is used: a plan without a slip never needs it.
    from rapidfuzz.distance import OSA
    from rapidfuzz.process import extract

    asked, names = _fold(name), list(known)
    folds = [_fold(name) if len(name) <= _LONGEST else None for name in names]
    if len(asked) > _LONGEST:
        return [name for name in names if _fold(name) == asked][:limit]
    found = extract(
        asked,
        folds,
        scorer=OSA.normalized_similarity,
        processor=None,
        limit=None,
        score_cutoff=least,
    )
    scores = {number: score for _, score, number in found}
    if len(asked) >= 3:
        for number, fold in enumerate(folds):
            if number not in scores and fold and (asked in fold or fold in asked):
                # Part of it, but much shorter: near, and the nearer the more of it is there.
                share = min(len(asked), len(fold)) / max(len(asked), len(fold))
                scores[number] = least + (1 - least) * share / 2
    best = nlargest(limit, scores, key=lambda number: (scores[number], -number))
    return [names[number] for number in best]


_fold = lru_cache(maxsize=20_000)(fold_name)


def folded_likeness(one: str, other: str) -> float:
    """Return how alike two names are that are folded already; for those who compare very many."""
    # Imported where it is used: a plan without a slip never needs it.
    from rapidfuzz.distance import OSA

    if max(len(one), len(other)) > _LONGEST:
        return float(one == other)
    return OSA.normalized_similarity(one, other)
