"""What merely changed its place in a list."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from shakyo_plan.diff.changes import NOWHERE, Change, ChangeKind, Home, Item


def reordered(
    item: Item,
    id: str | int | None,  # noqa: A002 - the name of the field
    name: str | None,
    entries: Iterable[tuple[int, int, str]],
    *,
    field: str | None = None,
    home: Home = NOWHERE,
) -> Iterator[Change]:
    """Yield the change of order, if there is one, of the entries that both lists have.

    ``entries`` has the old position of each, the new one, and what the new plan calls it.
    """
    in_old = sorted(entries)
    in_new = sorted(in_old, key=lambda entry: entry[1])
    if in_old != in_new:
        before, after = (tuple(name for *_, name in order) for order in (in_old, in_new))
        yield Change(ChangeKind.REORDERED, item, id, name, field, before, after, home=home)


def displaced(before: Sequence[str], after: Sequence[str]) -> tuple[str, ...]:
    """Return the fewest entries that have to be moved to get from one order to the other."""
    waiting: defaultdict[str, list[int]] = defaultdict(list)
    for at in range(len(before) - 1, -1, -1):
        waiting[before[at]].append(at)
    ranks = [waiting[name].pop() for name in after]
    staying = set(_longest_rise(ranks))
    return tuple(name for name, rank in zip(after, ranks, strict=True) if rank not in staying)


def _longest_rise(ranks: Sequence[int]) -> list[int]:
    """Return the longest run of numbers, not necessarily neighbours, that only rise."""
    from bisect import bisect_left

    ends: list[int] = []
    previous: dict[int, int | None] = {}
    for rank in ranks:
        at = bisect_left(ends, rank)
        previous[rank] = ends[at - 1] if at else None
        ends[at : at + 1] = [rank]
    rise: list[int] = []
    rank_or_none = ends[-1] if ends else None
    while rank_or_none is not None:
        rise.append(rank_or_none)
        rank_or_none = previous[rank_or_none]
    return rise
