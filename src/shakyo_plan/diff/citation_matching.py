"""Which old citation is which new one, and what is left over on either side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Mapping
from dataclasses import dataclass

from shakyo_plan.diff.assigning import by_key, by_score, letter_pairs
from shakyo_plan.diff.citing import (
    Cited,
    Identities,
    OnlyNew,
    OnlyOld,
    ProgramLists,
    Unregistered,
)
from shakyo_plan.diff.group_matching import match_groups
from shakyo_plan.diff.pairs import Pair
from shakyo_plan.diff.program_matching import Descent
from shakyo_plan.likeness import NEAR, likeness
from shakyo_plan.values.name import fold_name


@dataclass(frozen=True)
class CitationMatching:
    """The pairs of groups and citations, by their positions in `citing.ProgramLists`."""

    groups: tuple[Pair, ...]
    kept: tuple[tuple[int, int], ...]
    """Citations that stand where they stood."""
    moved: tuple[tuple[int, int], ...]
    gone: tuple[int, ...]
    come: tuple[int, ...]
    old_keys: tuple[Hashable, ...]
    """What each old citation means, see `citing.Identities`."""
    new_keys: tuple[Hashable, ...]


def match_citations(
    old: ProgramLists, new: ProgramLists, lists: Mapping[int, int], identities: Identities
) -> CitationMatching:
    """Pair the groups, then the citations; ``lists`` has the new list for each old one."""
    old_keys = tuple(identities.of_old(cited.name) for cited in old.citations)
    new_keys = tuple(identities.of_new(cited.name) for cited in new.citations)
    groups = match_groups(old, new, lists, (old_keys, new_keys))
    in_new = {pair.old: pair.new for pair in groups}

    def place(cited: Cited) -> Hashable:
        """Return where an old citation has to stand in the new plan if it did not move."""
        if cited.group is not None:
            return ("group", in_new[cited.group]) if cited.group in in_new else None
        return ("list", lists[cited.list]) if cited.list in lists else None

    def stands(cited: Cited) -> Hashable:
        return ("list", cited.list) if cited.group is None else ("group", cited.group)

    free_old, free_new = _free(old, old_keys), _free(new, new_keys)

    def pair(
        of_old: Mapping[int, Hashable], of_new: Mapping[int, Hashable]
    ) -> list[tuple[int, int]]:
        pairs = [*by_key(of_old, of_new)]
        for one, other in pairs:
            del free_old[one], free_new[other]
        return pairs

    # Where two names of one program stand side by side, the one that is written alike stayed.
    kept = pair(
        {n: _with(place(at := old.citations[n]), (at.name, key)) for n, key in free_old.items()},
        {n: _with(stands(at := new.citations[n]), (at.name, key)) for n, key in free_new.items()},
    )
    kept += pair(
        {n: _with(place(old.citations[n]), key) for n, key in free_old.items()},
        {n: _with(stands(new.citations[n]), key) for n, key in free_new.items()},
    )
    moved = pair(
        {n: _with(lists.get(old.citations[n].list), key) for n, key in _known(free_old)},
        {n: (new.citations[n].list, key) for n, key in _known(free_new)},
    )
    # A program moved where it left one list and came to one. With more, nobody can tell which.
    # Lists of basic plans and lists of priorities are different things.
    plans_old, plans_new = _plan_count(old), _plan_count(new)
    once_old = Counter((old.citations[n].list < plans_old, key) for n, key in _known(free_old))
    once_new = Counter((new.citations[n].list < plans_new, key) for n, key in _known(free_new))

    def alone(is_plan: bool, key: Hashable) -> Hashable:
        both = is_plan, key
        return both if once_old[both] == once_new[both] == 1 else None

    moved += pair(
        {n: alone(old.citations[n].list < plans_old, key) for n, key in _known(free_old)},
        {n: alone(new.citations[n].list < plans_new, key) for n, key in _known(free_new)},
    )
    slips = _misspelt(
        {n: (place(old.citations[n]), old.citations[n].name, key) for n, key in free_old.items()},
        {n: (stands(new.citations[n]), new.citations[n].name, key) for n, key in free_new.items()},
    )
    for one, other in slips:
        del free_old[one], free_new[other]
    kept += slips
    return CitationMatching(
        groups,
        tuple(sorted(kept, key=lambda pair: pair[1])),
        tuple(sorted(moved, key=lambda pair: pair[1])),
        tuple(sorted(free_old)),
        tuple(sorted(free_new)),
        old_keys,
        new_keys,
    )


def _told_elsewhere(key: Hashable) -> bool:
    """Say whether the split or merger of the program tells where it was and is cited."""
    return isinstance(key, Descent) and not key.single


def _free(lists: ProgramLists, keys: tuple[Hashable, ...]) -> dict[int, Hashable]:
    """Return what each citation means that is not told elsewhere, in an order that no file changes.

    That is the order of names, and of the words of groups.
    """

    def words(number: int) -> tuple[str, ...]:
        cited = lists.citations[number]
        if cited.group is None:
            return (cited.name,)
        group = lists.groups[cited.group].group
        return (cited.name, group.group, *sorted(group.examples))

    order = sorted(range(len(keys)), key=words)
    return {number: keys[number] for number in order if not _told_elsewhere(keys[number])}


def _known(free: Mapping[int, Hashable]) -> list[tuple[int, Hashable]]:
    """Return the citations of what both plans may have: what only came or went cannot move."""
    return [(n, key) for n, key in free.items() if not isinstance(key, OnlyOld | OnlyNew)]


def _with(place: Hashable, key: Hashable) -> Hashable:
    return None if place is None else (place, key)


def _plan_count(lists: ProgramLists) -> int:
    return sum(isinstance(part.id, str) for part in lists.parts)


def _misspelt(
    old: Mapping[int, tuple[Hashable, str, Hashable]],
    new: Mapping[int, tuple[Hashable, str, Hashable]],
) -> list[tuple[int, int]]:
    """Pair citations of one list that are alike, one of which nobody registers: a slip was mended.

    Both come with their place, their name as written, and their key.
    """

    def traits(citations: Mapping[int, tuple[Hashable, str, Hashable]]) -> dict[int, set[str]]:
        return {
            n: {f"{place}:{pair}" for pair in letter_pairs(fold_name(name))}
            for n, (place, name, key) in citations.items()
            if place is not None and not isinstance(key, OnlyOld | OnlyNew)
        }

    def score(one: int, other: int) -> tuple[float, None] | None:
        _, before, old_key = old[one]
        _, after, new_key = new[other]
        if not (isinstance(old_key, Unregistered) or isinstance(new_key, Unregistered)):
            return None
        short, long = sorted((fold_name(before), fold_name(after)), key=len)
        alike = max(likeness(before, after), NEAR if short in long else 0.0)
        return (alike, None) if alike >= NEAR else None

    if not any(isinstance(key, Unregistered) for *_, key in (*old.values(), *new.values())):
        return []
    found = by_score(
        traits(old), traits(new), score, lambda one: old[one][1], lambda other: new[other][1]
    )
    return [(one, other) for one, other, _ in found]
