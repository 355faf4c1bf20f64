"""A card on the terminal."""

from __future__ import annotations

from rich.cells import cell_len
from rich.console import RenderableType
from rich.text import Text

from shakyo_plan.output.card import Card, CardEntry, CardList
from shakyo_plan.output.escape import escape, lines
from shakyo_plan.output.terminal.grid import Grid, cell_of
from shakyo_plan.output.terminal.render import data_text

_GAPS = 4
"""What margin and gaps take of the width where notes stand beside."""
_QUIET = "bright_black"


def card_parts(card: Card, width: int) -> list[RenderableType]:
    """Return the card: facts beside their names, lists below their headings, notes where there is room."""
    parts: list[RenderableType] = [data_text(card.title, "bold")]
    if card.facts:
        names = max(cell_len(escape(name)) for name, _ in card.facts)
        room = max(width - names - _GAPS, 2)
        rows = [[cell_of(name, names, _QUIET), cell_of(value, room)] for name, value in card.facts]
        parts += [Text(), Grid((names, room), rows, indent=2)]
    for block in card.lists:
        parts += [Text(), data_text(block.heading, "bold"), _entries(block, width)]
    return parts


def _entries(block: CardList, width: int) -> Grid:
    notes = max((cell_len(escape(entry.note)) for entry in block.entries), default=0)
    widest = max((_width(entry) for entry in block.entries), default=0)
    # Short notes stand beside, and words fold for them; long ones have lines of their own.
    if notes and (notes <= width // 4 or widest + notes + _GAPS <= width):
        return _beside(block, min(widest, width - notes - _GAPS), notes)
    return _below(block, width)


def _width(entry: CardEntry) -> int:
    return max(cell_len(escape(line)) for line in lines(entry.words)) + 2 * entry.depth


def _beside(block: CardList, widest: int, notes: int) -> Grid:
    rows = [
        [
            cell_of(entry.words, widest, lead="  " * entry.depth),
            cell_of(entry.note, notes, _QUIET),
        ]
        for entry in block.entries
    ]
    return Grid((widest, notes), rows, indent=2)


def _below(block: CardList, width: int) -> Grid:
    rows = []
    for entry in block.entries:
        rows.append([cell_of(entry.words, width, lead="  " * (entry.depth + 1))])
        if entry.note:
            rows.append([cell_of(entry.note, width, _QUIET, "  " * (entry.depth + 3))])
    return Grid((width,), rows)
