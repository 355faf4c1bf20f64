"""A place in a plan's data: the keys and list positions that lead to it from the top."""

from __future__ import annotations

from typing import Any, TypeAlias

DataPath: TypeAlias = tuple[str | int, ...]
"""For example ``("goals", 0, "plans", 4, "id")``; list positions count from 0."""

ROOT: DataPath = ()


def value_at(data: Any, place: DataPath) -> Any:
    """Return the data at a place, which has to be there."""
    for step in place:
        data = data[step]
    return data


def pointer(place: DataPath) -> str:
    """Return the place as a JSON Pointer (RFC 6901), such as ``/goals/0/plans/4/id``."""
    return "".join("/" + str(step).replace("~", "~0").replace("/", "~1") for step in place)
