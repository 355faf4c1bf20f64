"""Which old group (各種事業の開催 …) is which new one."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from shakyo_plan.diff.assigning import by_key, by_score, letter_pairs
from shakyo_plan.diff.changes import Basis, Evidence, Strength
from shakyo_plan.diff.citing import ProgramLists
from shakyo_plan.diff.pairs import Pair
from shakyo_plan.likeness import NEAR, likeness
from shakyo_plan.values.name import fold_name


@dataclass(frozen=True, slots=True)
class _Group:
    """A group as it is compared: its list, as the new plan numbers it, its words and what it holds."""

    list: int | None
    words: str
    examples: tuple[str, ...]
    nested: frozenset[Hashable]
    """What its citations mean, see `citing.Identities`."""

    @property
    def traits(self) -> frozenset[Hashable]:
        """What it may have in common with another of its list."""
        found: Iterable[Hashable] = (
            *letter_pairs(fold_name(self.words)),
            *self.examples,
            *self.nested,
        )
        return frozenset((self.list, trait) for trait in found)


def match_groups(
    old: ProgramLists,
    new: ProgramLists,
    lists: Mapping[int, int],
    keys: tuple[Sequence[Hashable], Sequence[Hashable]],
) -> tuple[Pair, ...]:
    """Pair the groups; ``lists`` has the new list for each old one, ``keys`` what citations mean.

    Within a list: those that are the same in all, then the best agreement of words, examples and
    nested programs; a group that took another's words is not the other. What is left is looked for
    elsewhere, where only the same words and examples count.
    """
    olds = _groups(old, keys[0], lambda number: lists.get(number))
    news = _groups(new, keys[1], lambda number: number)
    free_old = dict(enumerate(olds))
    free_new = dict(enumerate(news))
    pairs: list[Pair] = []

    def take(found: Iterable[tuple[int, int, Evidence | None]]) -> None:
        for one, other, evidence in [*found]:
            del free_old[one], free_new[other]
            pairs.append(Pair(one, other, evidence))

    def whole(group: _Group) -> Hashable:
        return None if group.list is None else group

    take(
        (one, other, None)
        for one, other in by_key(
            {number: whole(group) for number, group in free_old.items()},
            {number: whole(group) for number, group in free_new.items()},
        )
    )
    take(
        by_score(
            {n: group.traits for n, group in free_old.items() if group.list is not None},
            {n: group.traits for n, group in free_new.items()},
            lambda one, other: _agreement(olds[one], news[other]),
            lambda one: f"{olds[one].words}\n{olds[one].examples}",
            lambda other: f"{news[other].words}\n{news[other].examples}",
        )
    )
    once_old = Counter(_telling(group) for group in free_old.values())
    once_new = Counter(_telling(group) for group in free_new.values())

    def alone(group: _Group) -> Hashable:
        telling = _telling(group)
        return telling if once_old[telling] == once_new[telling] == 1 else None

    take(
        (one, other, None)
        for one, other in by_key(
            {number: alone(group) for number, group in free_old.items()},
            {number: alone(group) for number, group in free_new.items()},
        )
    )
    return tuple(sorted(pairs, key=lambda pair: pair.new))


def _groups(
    lists: ProgramLists, keys: Sequence[Hashable], list_of: Callable[[int], int | None]
) -> list[_Group]:
    nested: defaultdict[int, set[Hashable]] = defaultdict(set)
    for cited, key in zip(lists.citations, keys, strict=True):
        if cited.group is not None:
            nested[cited.group].add(key)
    return [
        _Group(
            list_of(grouped.list),
            grouped.group.group,
            tuple(sorted(grouped.group.examples)),
            frozenset(nested[number]),
        )
        for number, grouped in enumerate(lists.groups)
    ]


def _telling(group: _Group) -> Hashable:
    """Return what tells a group wherever it stands: 各種事業の開催 stands in many plans, its examples do not."""
    return (group.words, group.examples) if group.examples else None


def _agreement(before: _Group, after: _Group) -> tuple[float, Evidence | None] | None:
    same_words = fold_name(before.words) == fold_name(after.words)
    alike = 1.0 if same_words else likeness(before.words, after.words)
    common = {*before.examples} & {*after.examples}
    held = len(common) + len(before.nested & after.nested)
    if alike < NEAR and not held:
        return None
    all_held = len({*before.examples} | {*after.examples}) + len(before.nested | after.nested)
    score = alike + 2 * held / (all_held or 1)
    if before.words == after.words:
        return score, None
    if same_words:
        return score, Evidence(Basis.NAME, Strength.CERTAIN)
    basis = Basis.LIKENESS if alike >= NEAR else Basis.CONTENT
    return score, Evidence(basis, Strength.GUESS, round(alike * 100), tuple(sorted(common)))
