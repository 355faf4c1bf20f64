"""Which old goal, basic plan, priority or section of the management is which new one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from shakyo_plan.diff.assigning import by_key, by_score, letter_pairs
from shakyo_plan.diff.changes import Basis, Evidence, Strength
from shakyo_plan.diff.pairs import Pair
from shakyo_plan.diff.resemblance import core, resemblance, share_a_subject
from shakyo_plan.likeness import NEAR, likeness
from shakyo_plan.values.contrast import contrast
from shakyo_plan.values.name import fold_name

_AGREEING = 0.5
"""From this share of common contents on, two parts are about the same things."""
_SPEAKING_FOR_IT = 0.55
"""With the same number, so alike a title is a title that was reworded."""
_SOME_IN_COMMON = 0.3
"""With the same number, and a title that says something else, so much in common is the same part."""
_MORE_THAN_CHANCE = 0.1
"""The same where the titles have something in common."""
_SOMETHING_ALIKE = 0.3
_TELLING_TEXT = 10
"""A text of so many letters is hardly the same by chance."""


@dataclass(frozen=True, slots=True)
class Traits:
    """What tells a part from others: its number, its title, what it holds, and its text."""

    id: str
    title: str
    contents: frozenset[str]
    """Names of programs, titles of parts, items: as the new plan calls them, where it has them."""
    text: str | None = None


def match_parts(old: Sequence[Traits], new: Sequence[Traits]) -> tuple[Pair, ...]:
    """Pair the parts: by title and number, by title, then by the best agreement of all.

    A title that several parts of a plan have (その他) does not say which of them it is.
    """
    free_old = dict(enumerate(old))
    free_new = dict(enumerate(new))
    pairs = []

    def take(found: Iterable[tuple[int, int, Evidence | None]]) -> None:
        for one, other, evidence in [*found]:
            del free_old[one], free_new[other]
            pairs.append(Pair(one, other, evidence))

    once = _once(old) & _once(new)

    def numbered_title(part: Traits) -> Hashable:
        return (part.id, _title(part)) if _title(part) in once else None

    def title(part: Traits) -> Hashable:
        return _title(part) if _title(part) in once else None

    same_title = Evidence(Basis.NAME, Strength.CERTAIN)
    for key, evidence in ((numbered_title, None), (title, same_title)):
        found = by_key(_keyed(free_old, key), _keyed(free_new, key))
        take([(one, other, evidence) for one, other in found])
    take(
        by_score(
            {number: _traits(part) for number, part in free_old.items()},
            {number: _traits(part) for number, part in free_new.items()},
            _Agreement(old, new),
            lambda number: f"{old[number].title}\n{old[number].id}",
            lambda number: f"{new[number].title}\n{new[number].id}",
        )
    )
    return tuple(sorted(pairs, key=lambda pair: pair.new))


class _Agreement:
    """How much an old and a new part agree: in title, contents, text and number."""

    def __init__(self, old: Sequence[Traits], new: Sequence[Traits]) -> None:
        self.old = old
        self.new = new
        # What many parts hold, such as a program that every plan cites, tells little of each.
        self.holders = Counter(held for part in (*old, *new) for held in part.contents)
        old_texts, new_texts = (Counter(part.text for part in parts) for parts in (old, new))
        self.telling = {
            text
            for text in old_texts.keys() & new_texts.keys()
            if text and len(text) >= _TELLING_TEXT and old_texts[text] == new_texts[text] == 1
        }

    def __call__(self, one: int, other: int) -> tuple[float, Evidence | None] | None:
        """Return the score of a pair with its evidence, or None where they cannot be the same."""
        before, after = self.old[one], self.new[other]
        same_title = _title(before) == _title(after)
        alike = 1.0 if same_title else resemblance(before.title, after.title)
        apart = contrast(before.title, after.title) is not None
        common = before.contents & after.contents
        overlap = self._weight(common) / (self._weight(before.contents | after.contents) or 1)
        same_text = before.text is not None and before.text == after.text in self.telling
        comparable = bool(before.contents and after.contents)
        agreeing = overlap >= _AGREEING or same_text
        strength = Strength.GUESS
        # Plans above this one have no numbers.
        numbered_alike = before.id == after.id != ""
        if numbered_alike and not apart and self._speak(before, after, alike, overlap, comparable):
            basis = Basis.ID
            strength = Strength.LIKELY if agreeing or alike >= NEAR else Strength.GUESS
        elif alike >= NEAR and not apart and (common or not comparable):
            basis = Basis.LIKENESS
        elif agreeing:
            basis = Basis.CONTENT
        else:
            return None
        score = alike + overlap + same_text + (0.2 if numbered_alike else 0)
        if same_title and before.id == after.id:
            return score, None
        percent = round(likeness(before.title, after.title) * 100)
        return score, Evidence(basis, strength, percent, tuple(sorted(common)))

    def _speak(
        self, before: Traits, after: Traits, alike: float, overlap: float, comparable: bool
    ) -> bool:
        """Say whether title and contents speak for two parts of one number; the number alone does not."""
        if comparable:
            if overlap >= _SOME_IN_COMMON:
                return True
            if overlap >= _MORE_THAN_CHANCE and alike >= _SOMETHING_ALIKE:
                return True
        return alike >= _SPEAKING_FOR_IT or share_a_subject(before.title, after.title)

    def _weight(self, contents: frozenset[str]) -> float:
        # In whole numbers, so that the sum is the same in any order.
        return sum(1_000_000 // self.holders[held] for held in contents)


def _title(part: Traits) -> str:
    return fold_name(part.title)


def _once(parts: Sequence[Traits]) -> set[str]:
    """Return the titles that just one of the parts has."""
    return {title for title, count in Counter(map(_title, parts)).items() if count == 1}


def _keyed(
    parts: Mapping[int, Traits], key: Callable[[Traits], Hashable]
) -> dict[int, Hashable | None]:
    return {number: key(part) for number, part in parts.items()}


def _traits(part: Traits) -> frozenset[str]:
    texts = {part.text} if part.text else set()
    return letter_pairs(core(part.title)) | part.contents | texts | {f"#{part.id}"}
