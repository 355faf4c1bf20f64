"""Excel workbooks: each visible sheet from top to bottom; a row with one cell is a paragraph."""

from __future__ import annotations

import datetime
import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from shakyo_plan.documents.blocks import Block, Carried, Carrier, Where
from shakyo_plan.documents.carriers.opening import cannot_read
from shakyo_plan.documents.characters import plain
from shakyo_plan.message import say

_MOST_ROWS = 20_000
_MOST_COLUMNS = 60


def read_sheet(raw: bytes, path: Path) -> Carried:
    """Return the blocks of a workbook.

    Raises:
        UserError: it is damaged.
    """
    import warnings

    import openpyxl
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # what openpyxl does not keep is not kept here either
            book = openpyxl.load_workbook(io.BytesIO(raw), data_only=True, keep_links=False)
    except (
        InvalidFileException,
        KeyError,
        ValueError,
        TypeError,
        AttributeError,
        IndexError,
        OSError,
        SyntaxError,
    ):
        raise cannot_read(
            path,
            say("it is damaged"),
            say("Open it in the program that made it, and save it again"),
        ) from None
    sheets = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
    return Carried(Carrier.EXCEL, tuple(_Reader(several=len(sheets) > 1).blocks(sheets)))


class _Reader:
    """Reads the sheets of one workbook."""

    def __init__(self, *, several: bool) -> None:
        self._several = several
        self._table = -1
        self._number = 0

    def blocks(self, sheets: list[Any]) -> Iterator[Block]:
        for sheet in sheets:
            covered = _covered(sheet)
            in_table = False
            for row in sheet.iter_rows(max_row=_MOST_ROWS, max_col=_MOST_COLUMNS):
                cells = _trimmed([_cell(cell, covered) for cell in row])
                filled = [(n, text) for n, text in enumerate(cells) if text]
                if not filled:
                    in_table = in_table and any(cell is None for cell in cells)
                    continue
                first = row[filled[0][0]]
                if len(filled) == 1 and not in_table:
                    yield self._block(sheet, first, (filled[0][1] or "",), None)
                    continue
                self._table += not in_table
                in_table = True
                yield self._block(sheet, first, tuple(cells), self._table)

    def _block(
        self, sheet: Any, first: Any, cells: tuple[str | None, ...], table: int | None
    ) -> Block:
        name = f"{sheet.title}!{first.coordinate}" if self._several else str(first.coordinate)
        printed = "\t".join(cell or "" for cell in cells)
        made = tuple(None if cell is None else plain(cell) for cell in cells)
        text = "\t".join(cell or "" for cell in made)
        block = Block(
            self._number,
            text,
            printed,
            Where(cell=name),
            cells=made if table is not None else (),
            table=table,
        )
        self._number += 1
        return block


def _covered(sheet: Any) -> dict[tuple[int, int], bool]:
    """Return the cells that merged ones cover; whether the one above them is what they belong to."""
    found: dict[tuple[int, int], bool] = {}
    for merged in list(sheet.merged_cells.ranges)[:_MOST_ROWS]:
        for row in range(merged.min_row, min(merged.max_row, _MOST_ROWS) + 1):
            for column in range(merged.min_col, min(merged.max_col, _MOST_COLUMNS) + 1):
                if (row, column) != (merged.min_row, merged.min_col):
                    found[row, column] = column == merged.min_col
    return found


def _cell(cell: Any, covered: dict[tuple[int, int], bool]) -> str | None:
    below = covered.get((cell.row, cell.column))
    if below is not None:
        return None if below else ""
    return _written(cell.value)


def _written(value: Any) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "○" if value else ""
        case float() if value.is_integer():
            return str(int(value))
        case datetime.datetime() | datetime.date():
            return f"{value.year}年{value.month}月{value.day}日"
        case _:
            return str(value).strip()


def _trimmed(cells: list[str | None]) -> list[str | None]:
    while cells and not cells[-1]:
        cells.pop()
    return cells
