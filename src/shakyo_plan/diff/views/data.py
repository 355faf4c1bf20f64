"""A comparison as JSON: the contract for scripts."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from shakyo_plan.diff import (
    ITEMS,
    Change,
    ChangeKind,
    CitedIn,
    Comparison,
    Evidence,
    PlanFlow,
    PlanPlace,
    ProgramEntry,
    Version,
)
from shakyo_plan.model.data import data_of
from shakyo_plan.output.json_data import json_lines, json_of


def to_json(comparison: Comparison) -> str:
    """Return the comparison as one JSON object."""
    return json_of(
        {
            "old": _version(comparison.old),
            "new": _version(comparison.new),
            "changes": [change_data(change) for change in comparison.changes],
            "summary": summary_data(comparison),
        }
    )


def to_jsonl(comparison: Comparison) -> str:
    """Return the changes as JSON, one a line."""
    return json_lines(map(change_data, comparison.changes))


def change_data(change: Change) -> dict[str, Any]:
    """Return a change as data; parts of a plan look as they do in a plan file, every key there."""
    return {
        "kind": change.kind.value,
        "item": change.item.value,
        "id": change.id,
        "name": change.name,
        "field": change.field,
        "old": _data(change.old),
        "new": _data(change.new),
        "evidence": _data(change.evidence),
        "routine": change.routine,
    }


def summary_data(comparison: Comparison) -> dict[str, Any]:
    """Return how many changes there are, by kind and by item; every kind and item is there."""
    kinds, items = comparison.kinds, comparison.items
    return {
        "changes": len(comparison.changes),
        "kinds": {kind.value: kinds[kind] for kind in ChangeKind},
        "items": {item.value: items[item] for item in ITEMS},
    }


def _version(version: Version) -> dict[str, Any]:
    return {"fiscal_year": version.fiscal_year, "path": version.path}


def _data(value: Any) -> Any:
    """Return a value of a change as data, parts of a plan as they look in its file."""
    if isinstance(value, ProgramEntry):
        return {**data_of(value.program), "cited_in": _data(value.cited_in)}
    if isinstance(value, tuple):
        return [_data(member) for member in value]
    if isinstance(value, (CitedIn, PlanPlace, PlanFlow, Evidence)):
        return asdict(value)
    return data_of(value)
