"""The schema itself: one file, in the wheel inside the package, in a checkout under ``schema/``."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

from shakyo_plan.errors import UserError
from shakyo_plan.message import say
from shakyo_plan.package_data import package_data, package_folder

_NAME = "plan.schema.json"


def schema_text() -> str:
    """Return the text of ``plan.schema.json``.

    Raises:
        UserError: it is not there, as where plan was copied in part.
    """
    try:
        return package_data(_NAME).decode("utf-8")
    except OSError:
        pass
    try:
        return (package_folder().parent.parent / "schema" / _NAME).read_text(encoding="utf-8")
    except OSError:
        raise _missing() from None


@cache
def schema() -> dict[str, Any]:
    """Return the schema as data; nobody changes it.

    Raises:
        UserError: it is not there, or broken.
    """
    try:
        loaded: dict[str, Any] = json.loads(schema_text())
    except ValueError:
        raise _missing() from None
    return loaded


@cache
def every_key() -> frozenset[str]:
    """Return every key that may stand anywhere in a plan file."""
    parts = (schema(), *schema()["$defs"].values(), *schema()["properties"].values())
    return frozenset(key for part in parts for key in part.get("properties", ()))


@cache
def needed_keys() -> frozenset[str]:
    """Return the keys that some part of a plan file cannot do without."""
    parts = (schema(), *schema()["$defs"].values(), *schema()["properties"].values())
    return frozenset(key for part in parts for key in part.get("required", ()))


def _missing() -> UserError:
    return UserError(
        say("The schema of plan itself is missing or broken: {name}", name=_NAME),
        say("Nothing can be checked without it. Install plan again"),
    )


def resolve(part: dict[str, Any]) -> dict[str, Any]:
    """Return the part of the schema that ``part`` is, or refers to."""
    if reference := part.get("$ref"):
        target: dict[str, Any] = schema()["$defs"][reference.removeprefix("#/$defs/")]
        return target
    return part
