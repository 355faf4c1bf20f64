"""The tables of queries, for the terminal: each with its own columns, those of all once."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from shakyo_plan.language import Translator
from shakyo_plan.message import say
from shakyo_plan.query.tables import EVERYWHERE, TABLES, QueryColumn
from shakyo_plan.tables.render import data_text


def tables_list(tr: Translator) -> list[RenderableType]:
    """Return the tables with their columns and what each means."""
    parts: list[RenderableType] = [
        data_text(tr(say("Every table has these columns:"))),
        _columns(EVERYWHERE, tr),
    ]
    for table in TABLES:
        heading = Text.assemble((table.name, "bold"), "  ", tr(table.meaning))
        parts += [Text(), heading, _columns(table.own, tr)]
    return parts


def _columns(columns: Sequence[QueryColumn], tr: Translator) -> Table:
    grid = Table.grid(padding=(0, 2, 0, 0), pad_edge=False)
    grid.add_column(min_width=18, no_wrap=True)
    grid.add_column(min_width=7, no_wrap=True)
    grid.add_column(overflow="fold")
    for each in columns:
        grid.add_row(f"  {each.name}", each.type, data_text(tr(each.meaning)))
    return grid
