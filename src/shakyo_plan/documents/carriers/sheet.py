"""Excel workbooks: each visible sheet from top to bottom; a row with one cell is a paragraph."""

from __future__ import annotations

import datetime
import io
import zipfile
import zlib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from shakyo_plan.documents.blocks import Block, Carried, Carrier, Where
from shakyo_plan.documents.carriers.opening import cannot_read
from shakyo_plan.documents.characters import plain
from shakyo_plan.documents.workbook.opening import sheet_parts
from shakyo_plan.message import Message, say
from shakyo_plan.values.lazy_pattern import lazy_pattern

_MOST_ROWS = 20_000
"""What stands below, or to the right of so many columns, is not read, and that is an error."""
_MOST_COLUMNS = 200
_MOST_MERGED = 400_000
"""Cells that merged ones cover on a sheet."""

_FILLED = lazy_pattern(rb'<(?:\w+:)?c\s[^<>]*?\br="([A-Z]{1,3})([0-9]{1,7})"[^<>]*(?<!/)><(?!/)')
_MERGED = lazy_pattern(
    rb'<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z]{1,3})([0-9]{1,7}):([A-Z]{1,3})([0-9]{1,7})"'
)


def read_sheet(raw: bytes, path: Path) -> Carried:
    """Return the blocks of a workbook.

    Raises:
        UserError: it is damaged, or a sheet holds more than any plan.
    """
    import warnings

    import openpyxl
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # what openpyxl does not keep is not kept here either
            # Row by row: a whole sheet takes memory for each cell that has nothing but a border.
            book = openpyxl.load_workbook(
                io.BytesIO(raw), read_only=True, data_only=True, keep_links=False
            )
            sheets = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
            reader = _Reader(path, several=len(sheets) > 1)
            with zipfile.ZipFile(io.BytesIO(raw)) as package:
                parts = sheet_parts(package)
                blocks = [
                    block
                    for sheet in sheets
                    for block in reader.blocks(sheet, package.read(parts[sheet.title]))
                ]
            return Carried(Carrier.EXCEL, tuple(blocks))
    except (
        InvalidFileException,
        KeyError,
        ValueError,
        TypeError,
        AttributeError,
        IndexError,
        OSError,
        SyntaxError,
        zlib.error,
        zipfile.BadZipFile,
    ):
        raise cannot_read(
            path,
            say("it is damaged"),
            say("Open it in the program that made it, and save it again"),
        ) from None


class _Reader:
    """Reads the sheets of one workbook."""

    def __init__(self, path: Path, *, several: bool) -> None:
        self._path = path
        self._several = several
        self._table = -1
        self._number = 0

    def blocks(self, sheet: Any, xml: bytes) -> Iterator[Block]:
        from openpyxl.utils import get_column_letter

        if _goes_too_far(xml):
            raise cannot_read(self._path, _too_large(sheet.title))
        covered = _covered(xml)
        if len(covered) > _MOST_MERGED:
            raise cannot_read(self._path, say("it unpacks to far more than a plan could hold"))
        in_table = False
        rows = sheet.iter_rows(max_row=_MOST_ROWS, max_col=_MOST_COLUMNS, values_only=True)
        for row, values in enumerate(rows, 1):
            cells = _cells(row, values, covered)
            filled = [column for column, text in enumerate(cells) if text]
            if not filled:
                in_table = False
                continue
            where = f"{get_column_letter(filled[0] + 1)}{row}"
            name = f"{sheet.title}!{where}" if self._several else where
            if len(filled) == 1 and not in_table:
                yield self._block(name, (cells[filled[0]],), None)
                continue
            self._table += not in_table
            in_table = True
            yield self._block(name, tuple(cells), self._table)

    def _block(self, name: str, cells: tuple[str | None, ...], table: int | None) -> Block:
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


def _too_large(sheet: str) -> Message:
    return say(
        "the sheet “{sheet}” has more than {rows} rows or {columns} columns",
        sheet=sheet,
        rows=_MOST_ROWS,
        columns=_MOST_COLUMNS,
    )


def _goes_too_far(sheet: bytes) -> bool:
    """Whether a sheet has a cell with something in it outside of what is read."""
    from openpyxl.utils import column_index_from_string

    return any(
        int(row) > _MOST_ROWS or column_index_from_string(letters.decode()) > _MOST_COLUMNS
        for letters, row in _FILLED.findall(sheet)
    )


def _covered(sheet: bytes) -> dict[tuple[int, int], bool]:
    """Return the cells that merged ones cover; whether the one above them is what they belong to."""
    from openpyxl.utils import column_index_from_string

    found: dict[tuple[int, int], bool] = {}
    for left, top, right, bottom in _MERGED.findall(sheet):
        if len(found) > _MOST_MERGED:
            break
        first, last = (column_index_from_string(letters.decode()) for letters in (left, right))
        for row in range(int(top), min(int(bottom), _MOST_ROWS) + 1):
            for column in range(first, min(last, _MOST_COLUMNS) + 1):
                if (row, column) != (int(top), first):
                    found[row, column] = column == first
    return found


def _cells(
    row: int, values: Sequence[Any], covered: Mapping[tuple[int, int], bool]
) -> list[str | None]:
    """Return the texts of a row up to its last; None for a cell that is merged with the one above."""
    filled = [column for column, value in enumerate(values, 1) if value is not None]
    found: list[str | None] = []
    for column, value in enumerate(values[: filled[-1] if filled else 0], 1):
        below = covered.get((row, column))
        found.append(_written(value) if below is None else None if below else "")
    while found and not found[-1]:
        found.pop()
    return found


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
