"""A line with the place in it that is meant marked underneath; kanji are two columns wide."""

from __future__ import annotations

from rich.cells import cell_len

from shakyo_plan.errors import Excerpt
from shakyo_plan.output.escape import escape

_WIDEST = 100
_NARROWEST = 30
_BESIDE = 40
"""So many letters beside a place show where it is."""


def marked_line(line: str, first: int, last: int, room: int | None = None) -> tuple[str, str]:
    """Return the line, cut to what lies around the place if it is long, and the marker under it.

    The place goes from character ``first`` up to, not including, ``last``, both from 0. ``room`` are the
    columns that a terminal has for it.
    """
    widest = max(min(room or _WIDEST, _WIDEST), _NARROWEST)
    # No letter is narrower than a column, so that a long stretch need not be measured.
    long = last + 1 > widest or cell_len(line[: last + 1]) > widest
    before = _ending(line[:first], widest * 2 // 5) if long else escape(line[:first])
    marked = escape(line[first : min(last, first + widest)])
    after = escape(line[last : last + widest])
    left = widest - cell_len(before)
    shown = _fitting(marked + after, left)
    return before + shown, " " * cell_len(before) + "^" * min(max(cell_len(marked), 1), left)


def around(line: str, first: int, last: int) -> tuple[str, str, str]:
    """Return what stands before, in and after the place, as much as a reader needs to find it.

    The place goes from character ``first`` up to, not including, ``last``, both from 0.
    """
    begin, end = max(0, first - _BESIDE), min(len(line), last + _BESIDE)
    marked_end = min(last, first + _WIDEST)
    before = ("…" if begin else "") + line[begin:first].lstrip(" ")
    after = line[last:end] + ("…" if end < len(line) else "")
    return before, line[first:marked_end] + ("…" if marked_end < last else ""), after


def excerpt_text(excerpt: Excerpt, width: int | None = None) -> str:
    """Return the two lines that show the place, with the line's number where there are several.

    ``width`` is that of a terminal.
    """
    gutter = f"  {excerpt.number} | " if excerpt.number else "    "
    room = width - len(gutter) if width else None
    shown, marker = marked_line(excerpt.line, excerpt.start, excerpt.end, room)
    return f"{gutter}{shown}\n{' ' * len(gutter)}{marker}"


def _ending(text: str, room: int) -> str:
    """Return what of the end of a text fits the room, behind … where there is more."""
    kept = escape(text[-room:])
    if len(text) <= room and cell_len(kept) <= room:
        return kept
    while cell_len(kept) > room - 1:
        kept = kept[1:]
    return f"…{kept}"


def _fitting(text: str, room: int) -> str:
    if cell_len(text[: room + 1]) <= room and len(text) <= room:
        return text
    while cell_len(text) > room - 1:
        text = text[: room - 1] if len(text) > room else text[:-1]
    return text + "…"
