"""Two orders in one: old and new entries side by side, and what merely changed its place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from shakyo_plan.diff.changes import NOWHERE, Change, Home, Item, Kind


def side_by_side(
    old_count: int, new_count: int, pairs: Mapping[int, int]
) -> Iterator[tuple[int | None, int | None]]:
    """Yield every old and new position, pairs together, in the order of the new list.

    What is gone stands after what it stood after. ``pairs`` has the new positions by the old ones.
    """
    partner = {other: one for one, other in pairs.items()}
    gone_after: defaultdict[int | None, list[int]] = defaultdict(list)
    last: int | None = None
    for one in range(old_count):
        if one in pairs:
            last = pairs[one]
        else:
            gone_after[last].append(one)
    yield from ((one, None) for one in gone_after[None])
    for other in range(new_count):
        yield partner.get(other), other
        yield from ((one, None) for one in gone_after[other])


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
        yield Change(Kind.REORDERED, item, id, name, field, before, after, home=home)


def displaced(before: Sequence[str], after: Sequence[str]) -> tuple[str, ...]:
    """Return the fewest entries that have to be moved to get from one order to the other."""
    waiting: defaultdict[str, list[int]] = defaultdict(list)
    for at in range(len(before) - 1, -1, -1):
        waiting[before[at]].append(at)
    ranks = [waiting[each].pop() for each in after]
    staying = set(_longest_rise(ranks))
    return tuple(each for each, rank in zip(after, ranks, strict=True) if rank not in staying)


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
