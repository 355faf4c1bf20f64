"""Where lines end: at CR LF, LF, or a CR alone, as for YAML."""

from __future__ import annotations

from shakyo_plan.values.lazy_pattern import lazy_pattern

LINE_END = lazy_pattern(r"\r\n|\r|\n")


def line_starts(text: str) -> list[int]:
    """Return the offsets at which the lines of a text begin."""
    return [0, *(match.end() for match in LINE_END.finditer(text))]
