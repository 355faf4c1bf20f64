"""Parts of a plan as plain data, as they look in a plan file; every key is there."""

from __future__ import annotations

from typing import Any

from shakyo_plan.model import Citation
from shakyo_plan.model.fields import PARTS, fields_of


def data_of(value: Any) -> Any:
    """Return a part, or a value of one of its keys, as plain data; what is absent is None or []."""
    if isinstance(value, Citation):
        return value.name
    if isinstance(value, tuple):
        return [data_of(member) for member in value]
    if isinstance(value, PARTS):
        return {field.key: data_of(getattr(value, field.key)) for field in fields_of(type(value))}
    return value
