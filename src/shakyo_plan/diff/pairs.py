"""Old and new parts in pairs, and the walk over both lists that tells what is gone, come and kept."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Generic, NamedTuple, TypeAlias, TypeVar

from shakyo_plan.diff.changes import Evidence

T = TypeVar("T")


class Pair(NamedTuple):
    """An old and a new part that are the same, by their positions; evidence where it was needed."""

    old: int
    new: int
    evidence: Evidence | None = None


class Gone(NamedTuple, Generic[T]):
    """A part that only the old list has, and its position there."""

    at: int
    part: T


class Come(NamedTuple, Generic[T]):
    """A part that only the new list has, and its position there."""

    at: int
    part: T


class Kept(NamedTuple, Generic[T]):
    """A part that both lists have: where it stood and stands, and why the two are one."""

    old_at: int
    new_at: int
    old: T
    new: T
    evidence: Evidence | None


Step: TypeAlias = Gone[T] | Come[T] | Kept[T]


def walk(old: Sequence[T], new: Sequence[T], pairs: Iterable[Pair]) -> Iterator[Step[T]]:
    """Yield every part once, in the order of the new list.

    A part that is gone comes right after the part that it followed in the old list.
    """
    by_old = {pair.old: pair for pair in pairs}
    by_new = {pair.new: pair for pair in by_old.values()}
    gone_after: defaultdict[int | None, list[int]] = defaultdict(list)
    last: int | None = None
    for at in range(len(old)):
        if at in by_old:
            last = by_old[at].new
        else:
            gone_after[last].append(at)
    yield from (Gone(at, old[at]) for at in gone_after[None])
    for new_at, part in enumerate(new):
        pair = by_new.get(new_at)
        if pair is None:
            yield Come(new_at, part)
        else:
            yield Kept(pair.old, new_at, old[pair.old], part, pair.evidence)
        yield from (Gone(at, old[at]) for at in gone_after[new_at])


def positions(pairs: Iterable[Pair]) -> Mapping[int, int]:
    """Return the new positions by the old ones."""
    return {pair.old: pair.new for pair in pairs}
