"""Whether data has the shape of the schema: a yes or no, fast.

Importing jsonschema takes longer than reading a plan, and nearly every plan that is looked up is
sound. So this makes functions of the schema, each of which answers only yes or no; at a no, jsonschema
is asked for the reasons, and its word counts. It knows just the keywords that our schema uses, and
refuses any other, so that a schema which outgrows it fails in the tests and not in the dark.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import Any, TypeAlias

from shakyo_plan.model.schema import resolve, schema

Fits: TypeAlias = Callable[[Any], bool]
"""Tells whether data fits a part of the schema."""

_SAYS_NOTHING = {"title", "description", "enumDescriptions", "$schema", "$id", "$defs"}
_CHECKED = {
    "object": {"properties", "required", "additionalProperties"},
    "array": {"items"},
    "string": {"enum", "pattern"},
    "integer": {"const", "minimum", "maximum"},
    "number": set(),
}


def conforms(data: Any) -> bool:
    """Return whether the data of a plan file is valid against the schema."""
    return _whole()(data)


def branch(data: Any, part: dict[str, Any]) -> dict[str, Any]:
    """Return the part of the schema that the data has to fit, where the schema decides by the data."""
    while "if" in part:
        part = resolve(part["then"] if fits(part["if"])(data) else part["else"])
    return part


@cache
def _whole() -> Fits:
    return fits(schema())


def fits(part: dict[str, Any]) -> Fits:
    """Return what tells whether data fits a part of the schema.

    Walking the schema again for each piece of data took three times as long as all of these together.
    """
    part = resolve(part)
    if "if" in part:
        _refuse_unknown(part, {"if", "then", "else"})
        condition, yes, no = fits(part["if"]), fits(part["then"]), fits(part["else"])
        return lambda data: yes(data) if condition(data) else no(data)
    kind = part.get("type", "")
    _refuse_unknown(part, {"type"} | _CHECKED.get(kind, set()))
    match kind:
        case "object":
            return _object(part)
        case "array":
            return _array(part)
        case "string":
            return _string(part)
        case "integer":
            return _integer(part)
        case "number":
            return lambda data: type(data) in (int, float)
    raise NotImplementedError(f"schema type not known here: {kind!r}")


def _refuse_unknown(part: dict[str, Any], known: set[str]) -> None:
    if unknown := part.keys() - known - _SAYS_NOTHING:
        raise NotImplementedError(f"schema keywords not known here: {sorted(unknown)}")


def _object(part: dict[str, Any]) -> Fits:
    if "properties" not in part:
        return lambda data: type(data) is dict
    values = {key: fits(value) for key, value in part["properties"].items()}
    required = frozenset(part["required"])

    def object_fits(data: Any) -> bool:
        if type(data) is not dict or not required <= data.keys():
            return False
        for key, value in data.items():
            value_fits = values.get(key)
            if value_fits is None or not value_fits(value):
                return False
        return True

    return object_fits


def _array(part: dict[str, Any]) -> Fits:
    if "items" not in part:
        return lambda data: type(data) is list
    item = fits(part["items"])
    return lambda data: type(data) is list and all(map(item, data))


def _string(part: dict[str, Any]) -> Fits:
    choices = frozenset(part["enum"]) if "enum" in part else None
    pattern = re.compile(part.get("pattern", ""))
    if choices is not None:
        return lambda data: type(data) is str and data in choices and bool(pattern.search(data))
    return lambda data: type(data) is str and pattern.search(data) is not None


def _integer(part: dict[str, Any]) -> Fits:
    # `type` is exact: for Python True is an int, for a plan it is not.
    if "const" in part:
        wanted = part["const"]
        return lambda data: type(data) is int and data == wanted
    least, most = part.get("minimum"), part.get("maximum")
    return lambda data: (
        type(data) is int and (least is None or least <= data) and (most is None or data <= most)
    )
