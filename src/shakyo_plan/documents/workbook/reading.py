"""An edited workbook as it was saved: its rows, cell by cell, and what it was exported from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from shakyo_plan.documents.workbook.cells import unwritten
from shakyo_plan.documents.workbook.columns import KEY, PROGRAM_COLUMNS, Unreadable, as_number
from shakyo_plan.documents.workbook.opening import FirstCell, opened
from shakyo_plan.documents.workbook.record import SHEET, NoRecord, Record
from shakyo_plan.documents.workbook.rows import LISTINGS_SHEET, PROGRAMS_SHEET, ListingColumn
from shakyo_plan.errors import UserError
from shakyo_plan.message import Message, say

if TYPE_CHECKING:
    from openpyxl import Workbook

MAX_ROWS = 30_000
"""Rows of a sheet; a plan of 5,000 programs has 15,000 citations."""
MAX_COLUMNS = 200
_COLUMNS = {column.head: column for column in PROGRAM_COLUMNS}


class Cell(NamedTuple):
    """A cell: where it is, its text, and why it has none that can be read."""

    where: str
    text: str = ""
    problem: Message | None = None


class Row(NamedTuple):
    """A row below the head: its key, where it has one, and its cells by the heads of their columns."""

    where: str
    key: str
    cells: dict[str, Cell]


@dataclass(frozen=True)
class EditedWorkbook:
    """What an edited workbook says."""

    record: Record
    programs: tuple[Row, ...]
    listings: tuple[Row, ...]
    unknown_columns: tuple[str, ...]
    """Columns that somebody added, 事業!R1 覚え; nothing is read from them."""


def read_workbook(path: Path) -> EditedWorkbook:
    """Read a workbook that was exported and then edited.

    Raises:
        UserError: it cannot be read, was not exported by plan, or lacks a sheet or column.
    """
    with opened(path) as (workbook, merged):
        record = _record(workbook, path)
        reader = _Reader(workbook, merged)
        programs = reader.rows(PROGRAMS_SHEET, [column.head for column in PROGRAM_COLUMNS])
        listings = reader.rows(LISTINGS_SHEET, list(ListingColumn))
        return EditedWorkbook(record, programs, listings, tuple(reader.unknown))


def _record(workbook: Workbook, path: Path) -> Record:
    advice = say("Export the plan again: plan export -o FILE.xlsx")
    if SHEET not in workbook.sheetnames:
        raise UserError(
            say(
                "{path} has lost its hidden sheet “{sheet}”, and what was changed can no longer be told",
                path=str(path),
                sheet=SHEET,
            ),
            say("Export the plan again, and bring the changes into the new workbook"),
        )
    chunks = [
        str(row[0])
        for row in workbook[SHEET].iter_rows(max_col=1, values_only=True)
        if row and row[0]
    ]
    try:
        return Record.read(chunks)
    except NoRecord:
        raise UserError(
            say("What {path} was exported from can no longer be told", path=str(path)), advice
        ) from None


class _Reader:
    def __init__(self, workbook: Workbook, merged: Mapping[str, Sequence[FirstCell]]) -> None:
        self._workbook = workbook
        self._merged = merged
        self.unknown: list[str] = []

    def rows(self, title: str, heads: Sequence[str]) -> tuple[Row, ...]:
        if title not in self._workbook.sheetnames:
            raise UserError(
                say("The sheet “{sheet}” is no longer there", sheet=title),
                say("Export the plan again, and bring the changes into the new workbook"),
            )
        for column, row in self._merged.get(title, ()):
            raise UserError(
                say(
                    "{cell}: cells are merged here, and plan cannot tell which is meant",
                    cell=f"{title}!{column}{row}",
                ),
                say("Take the merging back (Home > Merge & Center), and fill in each cell"),
            )
        sheet = self._workbook[title]
        lines = sheet.iter_rows(max_row=MAX_ROWS + 1, max_col=MAX_COLUMNS)
        columns = self._columns(title, next(lines, ()), heads)
        found = []
        for number, line in enumerate(lines, 2):
            cells = {}
            for index, head in columns.items():
                value = line[index] if index < len(line) else None
                cells[head] = _cell(f"{title}!{_letter(index)}{number}", head, value)
            key = cells.pop(KEY).text
            if any(cell.text or cell.problem for cell in cells.values()):
                found.append(Row(f"{title}!{number}", key, cells))
        if len(found) >= MAX_ROWS:
            raise UserError(
                say("The sheet “{sheet}” has more than {n} rows", sheet=title, n=MAX_ROWS)
            )
        return tuple(found)

    def _columns(self, title: str, line: Sequence[Any], heads: Sequence[str]) -> dict[int, str]:
        """Return the column of each head; those that somebody added are noted."""
        columns: dict[int, str] = {}
        for index, cell in enumerate(line):
            text = str(cell.value).strip() if cell.value is not None else ""
            if text in (KEY, *heads):
                if text in columns.values():
                    raise UserError(
                        say(
                            "{cell}: a second column “{head}”",
                            cell=f"{title}!{_letter(index)}1",
                            head=text,
                        ),
                        say("Keep one of the two"),
                    )
                columns[index] = text
            elif text:
                self.unknown.append(f"{title}!{_letter(index)}1 {text}")
        missing = tuple(head for head in (KEY, *heads) if head not in columns.values())
        if missing:
            raise UserError(
                say("The sheet “{sheet}” lacks the columns: {heads}", sheet=title, heads=missing),
                say("Export the plan again, and bring the changes into the new workbook"),
            )
        return columns


def _letter(index: int) -> str:
    from openpyxl.utils import get_column_letter

    return get_column_letter(index + 1)


def _cell(where: str, head: str, cell: Any) -> Cell:
    value = None if cell is None else cell.value
    match value:
        case None:
            return Cell(where)
        case _ if cell.data_type == "f":
            problem = say("This is a formula; put its value as text in its place")
        case _ if cell.data_type == "e":
            problem = say("This is an error of Excel ({value})", value=str(value))
        case bool():
            problem = say("This is a logical value; type text")
        case str():
            return Cell(where, unwritten(value))
        case int() | float():
            return _number(where, head, value)
        case datetime() | date() | time():
            problem = say(
                "Excel made this a date; type it as text, such as 7月1日 with ' before it"
            )
        case _:
            problem = say("This is no text")
    return Cell(where, str(value), problem)


def _number(where: str, head: str, number: float) -> Cell:
    column = _COLUMNS.get(head)
    try:
        text = as_number(column, number) if column else f"{number:g}"
    except Unreadable as unreadable:
        return Cell(where, f"{number:g}", unreadable.reason)
    return Cell(where, text)
