"""Entries of a list that YAML takes for one text over several lines: a dash is lost, wrong or indented too far."""

from __future__ import annotations

from typing import Any

from shakyo_plan.diagnostic import Finding
from shakyo_plan.source.line_slips import begins_with_bullet
from shakyo_plan.source.syntax import lost_dash, misplaced_dash


def swallowed_entry(lines: list[str], event: Any, key_line: int | None) -> Finding | None:
    """Return what is wrong with a text over several lines; None for one that its writer has wrapped.

    ``key_line`` is the line of the key that it stands under, counted from 1, where there is one.
    """
    began, ended = event.start_mark.line + 1, event.end_mark.line + 1
    before = lines[began - 1][: event.start_mark.column]
    in_list = before.rstrip().endswith("-")
    entry = next(
        (
            number
            for number in range(began + 1, ended + 1)
            if _starts_with_dash(lines[number - 1])
            or (in_list and begins_with_bullet(lines[number - 1]))
        ),
        None,
    )
    if in_list:
        number = entry or began + 1
    elif entry and key_line is not None and key_line < began:
        number = began  # the first entry of the list below a key
    elif entry:
        number = entry
    else:
        return None
    misplaced = _starts_with_dash(lines[number - 1])
    return (misplaced_dash if misplaced else lost_dash)(number - 1, lines)


def _starts_with_dash(line: str) -> bool:
    return line.lstrip().startswith("- ")
