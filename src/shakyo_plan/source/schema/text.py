"""The schema itself: one file, in the wheel beside this package, in a checkout under ``schema/``."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

_PACKAGE = Path(__file__).parent.parent.parent
_PLACES = (_PACKAGE / "plan.schema.json", _PACKAGE.parent.parent / "schema" / "plan.schema.json")


def schema_text() -> str:
    """Return the text of ``plan.schema.json``."""
    return next(path for path in _PLACES if path.is_file()).read_text(encoding="utf-8")


@cache
def schema() -> dict[str, Any]:
    """Return the schema as data; nobody changes it."""
    loaded: dict[str, Any] = json.loads(schema_text())
    return loaded


def resolve(part: dict[str, Any]) -> dict[str, Any]:
    """Return the part of the schema that ``part`` is, or refers to."""
    if reference := part.get("$ref"):
        target: dict[str, Any] = schema()["$defs"][reference.removeprefix("#/$defs/")]
        return target
    return part
