"""The tables of queries, for the terminal: each with its own columns, those of all once."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from shakyo_plan.language import Translator
from shakyo_plan.lookup.query.tables import EVERYWHERE, TABLES, QueryColumn
from shakyo_plan.message import say
from shakyo_plan.output.terminal.render import data_text, folded

_NAMES, _TYPES = 18, 7
"""How wide the columns for names and types are, alike in all tables."""


def tables_list(tr: Translator, width: int) -> list[RenderableType]:
    """Return the tables with their columns and what each means."""
    parts: list[RenderableType] = [
        data_text(tr(say("Every table has these columns:"))),
        _columns(EVERYWHERE, tr, width),
    ]
    for table in TABLES:
        heading = Text.assemble((table.name, "bold"), "  ", tr(table.meaning))
        parts += [Text(), heading, _columns(table.own, tr, width)]
    return parts


def _columns(columns: Sequence[QueryColumn], tr: Translator, width: int) -> Table:
    grid = Table.grid(padding=(0, 2, 0, 0), pad_edge=False)
    grid.add_column(width=_NAMES, no_wrap=True)
    grid.add_column(width=_TYPES, no_wrap=True)
    grid.add_column(overflow="fold")
    room = max(width - _NAMES - _TYPES - 4, 8)
    for each in columns:
        grid.add_row(f"  {each.name}", each.type, folded(tr(each.meaning), room))
    return grid
