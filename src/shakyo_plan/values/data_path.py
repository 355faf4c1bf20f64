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


def own_name(data: Any) -> str | None:
    """Return the id or name that a part of the plan has itself; None where it has none."""
    if isinstance(data, dict):
        for key in ("id", "name"):
            if isinstance(data.get(key), (str, int)):
                return str(data[key])
    return None


def item_at(root: Any, place: DataPath) -> str | None:
    """Return the id or name of the nearest part of the plan around a place, which need not be there."""
    data, item = root, None
    for step in place:
        try:
            data = data[step]
        except (KeyError, IndexError, TypeError):
            break
        item = own_name(data) or item
    return item


def names_at(root: Any, place: DataPath) -> tuple[str, ...]:
    """Return what a place goes by: the part of the plan, and in a list of texts the entry's words.

    What belongs to no part, the policy for example, goes by its key.
    """
    if not place:
        return ()
    part = item_at(root, place) or str(place[0])
    try:
        text = value_at(root, place)
    except (KeyError, IndexError, TypeError):
        return (part,)
    return (part, text) if isinstance(place[-1], int) and isinstance(text, str) else (part,)
