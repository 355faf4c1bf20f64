"""Whether data has the shape of the schema: a yes or no, fast.

Importing jsonschema takes longer than reading a plan, and nearly every plan that is looked up is
sound. So this walks the schema by itself and answers only yes or no; at a no, jsonschema is
asked for the reasons, and its word counts. It knows just the keywords that our schema uses, and
refuses any other, so that a schema which outgrows it fails in the tests and not in the dark.
"""

from __future__ import annotations

import re
from typing import Any

from shakyo_plan.schema.text import resolve, schema

_SAYS_NOTHING = {"title", "description", "enumDescriptions", "$schema", "$id", "$defs"}
_CHECKED = {
    *("type", "enum", "const", "pattern", "minimum", "maximum"),
    *("properties", "required", "additionalProperties", "items", "if", "then", "else"),
}
_TYPES: dict[str, type] = {"object": dict, "array": list, "string": str, "integer": int}


def conforms(data: Any) -> bool:
    """Return whether the data of a plan file is valid against the schema."""
    return _fits(data, schema())


def branch(data: Any, part: dict[str, Any]) -> dict[str, Any]:
    """Return the part of the schema that the data has to fit, where the schema decides by the data."""
    while "if" in part:
        part = resolve(part["then"] if _fits(data, part["if"]) else part["else"])
    return part


def _fits(data: Any, part: dict[str, Any]) -> bool:
    part = resolve(part)
    if unknown := part.keys() - _CHECKED - _SAYS_NOTHING:
        raise NotImplementedError(f"schema keywords not known here: {sorted(unknown)}")
    if "if" in part:
        return _fits(data, branch(data, part))
    # `type` is exact: for Python True is an int, for a plan it is not.
    if "type" in part and type(data) is not _TYPES[part["type"]]:
        return False
    if "const" in part and data != part["const"]:
        return False
    if isinstance(data, str):
        return ("enum" not in part or data in part["enum"]) and (
            "pattern" not in part or re.search(part["pattern"], data) is not None
        )
    if isinstance(data, int):
        return bool(part.get("minimum", data) <= data <= part.get("maximum", data))
    if isinstance(data, list):
        return "items" not in part or all(_fits(item, part["items"]) for item in data)
    if isinstance(data, dict) and "properties" in part:
        properties = part["properties"]
        return all(key in data for key in part["required"]) and all(
            key in properties and _fits(value, properties[key]) for key, value in data.items()
        )
    return True
