"""A card on the terminal."""

from __future__ import annotations

from rich.cells import cell_len
from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from shakyo_plan.output.card import Card, CardEntry, CardList
from shakyo_plan.output.escape import escape
from shakyo_plan.output.terminal.render import data_text, folded, hanging

_GAPS = 4
"""What margin and gaps take of the width where notes stand beside."""


def card_parts(card: Card, width: int) -> list[RenderableType]:
    """Return the card: facts beside their names, lists below their headings, notes where there is room."""
    parts: list[RenderableType] = [data_text(card.title, "bold")]
    if card.facts:
        facts = Table.grid(padding=(0, 2, 0, 0))
        facts.add_column(no_wrap=True)
        facts.add_column(overflow="fold")
        widest = max(cell_len(escape(name)) + 2 for name, _ in card.facts)
        for name, value in card.facts:
            room = width - widest - 2
            facts.add_row(data_text("  " + name, "bright_black"), folded(value, room))
        parts += [Text(), facts]
    for block in card.lists:
        parts += [Text(), data_text(block.heading, "bold"), *_entries(block, width)]
    return parts


def _entries(block: CardList, width: int) -> list[RenderableType]:
    notes = max((cell_len(escape(entry.note)) for entry in block.entries), default=0)
    widest = max(
        (cell_len(escape(entry.words)) + 2 * entry.depth for entry in block.entries), default=0
    )
    # Short notes stand beside, and words fold for them; long ones have lines of their own.
    if notes and (notes <= width // 4 or widest + notes + _GAPS <= width):
        return [_beside(block, min(widest, width - notes - _GAPS))]
    return [part for entry in block.entries for part in _below(entry, width)]


def _beside(block: CardList, widest: int) -> RenderableType:
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(overflow="fold", width=widest)
    table.add_column(overflow="fold")
    for entry in block.entries:
        words = hanging(entry.words, "  " * entry.depth, widest)
        table.add_row(words, data_text(entry.note, "bright_black"))
    return Padding(table, (0, 0, 0, 2))


def _below(entry: CardEntry, width: int) -> list[RenderableType]:
    parts: list[RenderableType] = [hanging(entry.words, "  " * (entry.depth + 1), width)]
    if entry.note:
        parts.append(hanging(entry.note, "  " * (entry.depth + 3), width, "bright_black"))
    return parts
