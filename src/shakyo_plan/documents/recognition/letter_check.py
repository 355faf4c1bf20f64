"""Looks over names and titles for letters that may be misread."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from shakyo_plan.documents.doubts import Code
from shakyo_plan.documents.names.odd_letters import Letters
from shakyo_plan.documents.outline.lines import Line
from shakyo_plan.documents.recognition.sketch import Item, Sketch
from shakyo_plan.message import say


def doubt_odd_letters(sketch: Sketch, lines: Iterable[Line]) -> None:
    """Doubt each title and entry with a letter that stands nowhere else between its neighbours."""
    letters = Letters(line.title for line in lines)
    told: set[str] = set()
    for line in _looked_at(sketch):
        if line.title in told or line.is_row:
            continue
        told.add(line.title)
        for at, usual in letters.odd_spots(line.title):
            meant = line.title[:at] + usual + line.title[at + 1 :]
            sketch.doubt(
                Code.ODD_LETTER, line, line.title,
                say("“{letter}” may be misread: elsewhere it is “{usual}”", letter=line.title[at], usual=usual),
                (meant,),
            )  # fmt: skip
            break


def _looked_at(sketch: Sketch) -> Iterator[Line]:
    for part in (*sketch.lists, *sketch.management):
        if part.line is not None:
            yield part.line
        yield from _of_items((*(part.items or ()), *part.actions))
    for fact in sketch.facts:
        yield fact.line


def _of_items(items: Iterable[Item]) -> Iterator[Line]:
    for item in items:
        yield from item.lines
        yield from _of_items(item.nested)
