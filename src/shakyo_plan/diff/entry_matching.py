"""Which old section, action or item is which new one: entries that have no number of their own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass

from shakyo_plan.diff.assigning import by_key, by_score, letter_pairs
from shakyo_plan.diff.changes import Basis, Evidence, Strength
from shakyo_plan.diff.pairs import Pair
from shakyo_plan.likeness import likeness
from shakyo_plan.values.contrast import contrast
from shakyo_plan.values.name import fold_name

_ALIKE = 0.45
"""So alike are two entries of one part that are the same, reworded: NEAR is for names far apart."""
_TELLING_TEXT = 10
"""A text of so many letters is hardly the same by chance."""


@dataclass(frozen=True, slots=True)
class PartEntry:
    """An entry of a list: the part that has the list, by position, its words, and its text."""

    parent: int
    words: str
    text: str | None = None


def match_entries(
    old: Sequence[PartEntry], new: Sequence[PartEntry], parents: Mapping[int, int]
) -> tuple[Pair, ...]:
    """Pair the entries; ``parents`` has the new part for each old one.

    Within a part: the same words, then the most alike, or the same text. What is left is looked for
    in all other parts, where only the same words count, or the same text.
    """
    free_old = dict(enumerate(old))
    free_new = dict(enumerate(new))
    pairs = []

    def take(one: int, other: int, evidence: Evidence | None) -> None:
        del free_old[one], free_new[other]
        pairs.append(Pair(one, other, evidence))

    def pair_by(of_old: _Key, of_new: _Key, evidence: Evidence | None) -> None:
        old_keys = {number: of_old(entry) for number, entry in free_old.items()}
        new_keys = {number: of_new(entry) for number, entry in free_new.items()}
        for one, other in [*by_key(old_keys, new_keys)]:
            take(one, other, evidence)

    def at_home(entry: PartEntry) -> int | None:
        return parents.get(entry.parent)

    notation = Evidence(Basis.NAME, Strength.CERTAIN)
    # Of two that have the same words, the text tells which is which.
    pair_by(
        lambda e: _within(at_home(e), (e.words, e.text)),
        lambda e: (e.parent, (e.words, e.text)),
        None,
    )
    pair_by(lambda e: _within(at_home(e), e.words), lambda e: (e.parent, e.words), None)
    pair_by(
        lambda e: _within(at_home(e), fold_name(e.words)),
        lambda e: (e.parent, fold_name(e.words)),
        notation,
    )
    for one, other, evidence in by_score(
        {n: _traits(at_home(e), e) for n, e in free_old.items() if e.parent in parents},
        {n: _traits(e.parent, e) for n, e in free_new.items()},
        lambda one, other: _agreement(old[one], new[other]),
        lambda one: f"{old[one].words}\n{old[one].text}",
        lambda other: f"{new[other].words}\n{new[other].text}",
    ):
        take(one, other, evidence)
    # A heading that stands in several parts does not tell which of them moved.
    once_old = Counter(fold_name(entry.words) for entry in free_old.values())
    once_new = Counter(fold_name(entry.words) for entry in free_new.values())

    def alone(entry: PartEntry) -> Hashable:
        words = fold_name(entry.words)
        return words if once_old[words] == once_new[words] == 1 else None

    pair_by(alone, alone, notation)
    texts_old = Counter(entry.text for entry in old)
    texts_new = Counter(entry.text for entry in new)

    def told_by_text(entry: PartEntry) -> Hashable:
        text = entry.text or ""
        telling = len(text) >= _TELLING_TEXT and texts_old[text] == texts_new[text] == 1
        return text if telling else None

    pair_by(told_by_text, told_by_text, Evidence(Basis.CONTENT, Strength.GUESS))
    return tuple(sorted(pairs, key=lambda pair: pair.new))


_Key = Callable[[PartEntry], Hashable]


def _within(parent: int | None, words: Hashable) -> Hashable:
    return None if parent is None else (parent, words)


def _traits(parent: int | None, entry: PartEntry) -> frozenset[str]:
    """Return traits that only entries of the same part can share."""
    texts = {entry.text} if entry.text else set()
    return frozenset(f"{parent}:{trait}" for trait in letter_pairs(fold_name(entry.words)) | texts)


def _agreement(before: PartEntry, after: PartEntry) -> tuple[float, Evidence] | None:
    if contrast(before.words, after.words):
        return None
    alike = likeness(before.words, after.words)
    text = before.text or ""
    same_text = len(text) >= _TELLING_TEXT and text == after.text
    if alike < _ALIKE and not same_text:
        return None
    basis = Basis.LIKENESS if alike >= _ALIKE else Basis.CONTENT
    return alike + same_text, Evidence(basis, Strength.GUESS, round(alike * 100))
