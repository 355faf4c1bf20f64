"""Values that are new in a file as YAML: texts, and the lists and maps of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from shakyo_plan.source.editing.scalar import scalar

_STEP = 2


def flow(value: Any) -> str:
    """Return a value on one line, in brackets where it is a list or a map."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {flow(part)}" for key, part in value.items()) + "}"
    if isinstance(value, list):
        return f"[{', '.join(map(flow, value))}]"
    return scalar(value, "", in_flow=True)


def entry_lines(value: Any, indent: int) -> list[str]:
    """Return the lines of a list entry whose dash stands after ``indent`` spaces."""
    margin = " " * indent
    if isinstance(value, dict) and value:
        inside = indent + _STEP
        lines = [line for key, part in value.items() for line in key_lines(key, part, inside)]
        return [f"{margin}- {lines[0][inside:]}", *lines[1:]]
    return list(_after(f"{margin}-", value, indent))


def key_lines(key: str, value: Any, indent: int) -> list[str]:
    """Return the lines of a map entry whose key stands after ``indent`` spaces."""
    return list(_after(f"{' ' * indent}{key}:", value, indent))


def _after(lead: str, value: Any, indent: int) -> Iterator[str]:
    inside = indent + _STEP
    if isinstance(value, list) and value:
        yield lead
        for part in value:
            yield from entry_lines(part, inside)
    elif isinstance(value, dict) and value:
        yield lead
        for key, part in value.items():
            yield from key_lines(key, part, inside)
    elif isinstance(value, (list, dict)):
        yield f"{lead} {flow(value)}"
    else:
        # A text of several lines becomes a block that keeps them, as people write it.
        old = f"|\n{' ' * inside}x" if isinstance(value, str) and "\n" in value else ""
        yield from f"{lead} {scalar(value, old, in_flow=False)}".rstrip("\n").split("\n")
