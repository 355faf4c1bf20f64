"""A table as a table on the terminal."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, TypeVar

from rich.cells import cell_len
from rich.console import RenderableType
from rich.table import Table as RichTable
from rich.text import Text

from shakyo_plan.output.escape import escape
from shakyo_plan.output.table import Column, Table
from shakyo_plan.output.terminal.render import WIDE, data_text, folded, hanging

R = TypeVar("R")

_LEAST = ((30, 8), (16, 6), (10, 4), (2, 2))
"""How narrow the first column and the others may get, as they read well; less if there is no room."""


def terminal_table(table: Table[R], width: int) -> list[RenderableType]:
    """Return the table: its title, its lines, its closing words. No name is ever cut, only folded."""
    parts: list[RenderableType] = [data_text(table.title, "bold"), Text()] if table.title else []
    if table.lines:
        parts += [_table(table, width), Text()]
    return [*parts, folded(table.footer, width)]


def _table(table: Table[R], width: int) -> RichTable:
    wide = width >= WIDE
    columns = table.on_screen(wide=wide)
    grid = RichTable(
        box=None, padding=(0, 2 if wide else 1, 0, 0), pad_edge=False, header_style="bold"
    )
    headings = [each.heading if wide else each.short or each.heading for each in columns]
    room = width - (len(columns) - 1) * (2 if wide else 1)
    widths = _widths(table, columns, headings, room)
    for column, heading, fitting in zip(columns, headings, widths, strict=True):
        justify: Literal["left", "right"] = "right" if column.right else "left"
        grid.add_column(data_text(heading), overflow="fold", justify=justify, width=fitting)
    for line in table.lines:
        if line.record is None:
            grid.add_row(hanging(line.heading, "  " * line.depth, widths[0], "italic"))
        else:
            grid.add_row(*_cells(columns, widths, line.record, line.depth))
    return grid


def _widths(
    table: Table[R], columns: Sequence[Column[R]], headings: Sequence[str], room: int
) -> list[int]:
    """Return how wide each column is; Rich by itself would cut a table rather than fold all of it."""
    widths = [cell_len(heading) for heading in headings]
    for line in table.lines:
        if line.record is not None:
            for number, column in enumerate(columns):
                indent = 0 if number else 2 * line.depth
                widths[number] = max(
                    widths[number], indent + cell_len(escape(column.text(line.record)))
                )
        else:
            widths[0] = max(widths[0], 2 * line.depth + cell_len(escape(line.heading)))
    for first, others in _LEAST:
        least = [min(others if number else first, most) for number, most in enumerate(widths)]
        if sum(least) <= room:
            break
    while sum(widths) > room:
        _, number = max((most - (most <= least[n]) * room, n) for n, most in enumerate(widths))
        if widths[number] <= least[number]:
            break
        widths[number] -= 1
    return widths


def _cells(
    columns: Sequence[Column[R]], widths: Sequence[int], record: R, depth: int
) -> list[Text]:
    return [
        hanging(column.text(record), "" if number else "  " * depth, width, column.style)
        for number, (column, width) in enumerate(zip(columns, widths, strict=True))
    ]
