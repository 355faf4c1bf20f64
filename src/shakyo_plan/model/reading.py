"""What reading the parts of a plan shares."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import field
from typing import Any, TypeAlias, TypeVar

from shakyo_plan.values.data_path import ROOT, DataPath

Data: TypeAlias = Mapping[str, Any]
"""A map of a plan file that has the shape of the schema."""

T = TypeVar("T")


def place_field() -> Any:
    """Return the field for a part's place in the file; it takes no part in equality."""
    return field(default=ROOT, compare=False, repr=False)


def each(
    read: Callable[[Any, DataPath], T], data: Data, key: str, place: DataPath
) -> tuple[T, ...]:
    """Read each item of the list under ``key``; a list that is not there is empty."""
    return tuple(read(item, (*place, key, n)) for n, item in enumerate(data.get(key, ())))


def plain(data: Data) -> dict[str, Any]:
    """Return a map as the fields of a dataclass want it: its lists as tuples."""
    return {key: tuple(value) if isinstance(value, list) else value for key, value in data.items()}


def words(data: Data, key: str) -> tuple[str, ...]:
    """Return the texts of the list under ``key``; a list that is not there is empty."""
    return tuple(data.get(key, ()))
