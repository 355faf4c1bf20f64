"""The canonical order of keys, which is that of the schema."""

from __future__ import annotations

from shakyo_plan.model.schema import schema


def keys_of(part: str) -> tuple[str, ...]:
    """Return the keys of a part of the format, such as ``program``; of the whole for ``plan``."""
    described = schema() if part == "plan" else schema()["$defs"][part]
    return tuple(described["properties"])
