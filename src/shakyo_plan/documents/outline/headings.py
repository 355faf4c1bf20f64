"""Headings of lists that are misprinted: what nearly all others are called, this one is meant to be."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from shakyo_plan.documents.doubts import Code
from shakyo_plan.documents.outline.growing import is_list_heading
from shakyo_plan.documents.outline.lines import Line
from shakyo_plan.documents.outline.mark import Style
from shakyo_plan.documents.recognition.sketch import Sketch
from shakyo_plan.likeness import likeness
from shakyo_plan.message import say

_NEAR = 0.5


def mended_headings(lines: Sequence[Line], sketch: Sketch) -> tuple[Line, ...]:
    """Return the lines with misprinted headings of lists as they are meant; each is a doubt."""
    known = Counter(
        (line.title.replace(" ", ""), line.mark.style if line.mark else None)
        for line in lines
        if is_list_heading(line)
    )
    usual = {pair: count for pair, count in known.items() if count > 1}
    return tuple(_mended(line, usual, sketch) for line in lines)


def _mended(line: Line, usual: dict[tuple[str, Style | None], int], sketch: Sketch) -> Line:
    bare = line.title.replace(" ", "")
    style = line.mark.style if line.mark else None
    if line.is_row or line.is_sentence or not usual or len(bare) > 12 or is_list_heading(line):
        return line
    near = [
        (likeness(bare, word), word)
        for word, kind in usual
        if kind == style and len(word) == len(bare) and likeness(bare, word) >= _NEAR
    ]
    if not near:
        return line
    meant = max(near)[1]
    if sum(a != b for a, b in zip(bare, meant, strict=True)) > 1:
        return line
    sketch.doubt(
        Code.HEADING_MISPRINTED,
        line,
        meant,
        say("the heading was taken for “{known}”", known=meant),
    )
    return replace(line, title=meant)
