"""One slip shows in several places; the first of them tells of it, and the others are not repeated."""

from __future__ import annotations

from bisect import bisect_right

from shakyo_plan.documents.doubts import Code, Doubt
from shakyo_plan.documents.recognition.sketch import Sketch

_ONCE = (Code.HEADING_MISSING, Code.TEXT_IN_LIST, Code.NUMBER_ODD)
"""What a missing heading shows as, again and again until the next one."""


def thinned(sketch: Sketch) -> list[Doubt]:
    """Return the doubts in printed order, those of a missing heading once a plan or priority."""
    parts = (
        *sketch.priorities,
        *sketch.plans,
        *(plan for goal in sketch.goals for plan in goal.parts),
    )
    starts = sorted(part.line.block.number for part in parts if part.line is not None)
    seen: set[tuple[Code, int]] = set()
    found = []
    for doubt in sorted(sketch.doubts, key=lambda doubt: (doubt.block.number, doubt.code)):
        key = doubt.code, bisect_right(starts, doubt.block.number)
        if doubt.code in _ONCE and key in seen:
            continue
        seen.add(key)
        found.append(doubt)
    return found
