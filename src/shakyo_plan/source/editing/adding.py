"""Keys that a map does not have yet, each at its place in the canonical order."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from shakyo_plan.source.editing.edit import AddKeys, Edit
from shakyo_plan.values.data_path import DataPath, value_at


def add_keys(
    data: Any,
    place: DataPath,
    values: Mapping[str, Any],
    order: Sequence[str],
    going: Collection[str] = (),
) -> Iterator[Edit]:
    """Yield what adds keys to the map at ``place``, each behind the last that comes before it in ``order``.

    ``going`` are keys that other edits take out; nothing is put behind them.
    """
    present = [key for key in value_at(data, place) if key not in going]
    behind: dict[str, list[tuple[str, Any]]] = {}
    for key in sorted(values, key=order.index):
        before = [earlier for earlier in order[: order.index(key)] if earlier in present]
        behind.setdefault(before[-1], []).append((key, values[key]))
    for key, entries in behind.items():
        yield AddKeys((*place, key), tuple(entries))
