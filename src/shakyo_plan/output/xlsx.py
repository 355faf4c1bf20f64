"""Lists and cards as workbooks of Excel: numbers are numbers, ids and all other words are text.

Nothing becomes a formula or a date, whatever it looks like, and nothing is shortened.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar

from rich.cells import cell_len

from shakyo_plan.errors import UserError
from shakyo_plan.language import Translator
from shakyo_plan.message import say
from shakyo_plan.output.card import Card
from shakyo_plan.output.escape import escape, lines
from shakyo_plan.output.table import Column, Table
from shakyo_plan.output.wrapping import wrapped
from shakyo_plan.values.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from openpyxl.styles import Alignment

R = TypeVar("R")
Value: TypeAlias = str | int | float | None

_MOST_LETTERS = 32_767
"""What a cell of Excel holds at most (Excel specifications and limits, Microsoft)."""
_MOST_ROWS = 1_048_575
"""Rows of a sheet below its heading, by the same page."""
_EXACT = 2**53
"""Excel keeps numbers as 64-bit floats: whole ones up to here."""
_NARROWEST, _WIDEST = 6, 60
_PAGE, _READABLE = 180, 14
"""Letters beside each other on A4 across, and the fewest that a column of words needs."""
_LINE, _HIGHEST = 15.0, 409.0
"""Points: of a line, and the most that Excel allows a row."""
_FILLED = 0.88
"""The share of a column's width that is counted on: kanji are a little wider than two digits."""
_MEASURED = 500
"""So many rows decide how wide a column is."""
_LANDSCAPE = 6
_A4 = 9
"""The number of the paper size (ECMA-376, pageSetup)."""
_TITLE_LETTERS = 31
_NOT_IN_A_TITLE = lazy_pattern(r"[\[\]:*?/\\']")


def table_xlsx(table: Table[R], tr: Translator) -> bytes:
    """Return a list as a workbook with one sheet, a record a row.

    Raises:
        UserError: it has more rows, or a text more letters, than Excel can hold.
    """
    columns = table.for_documents()
    return xlsx_of(
        table.title or tr(say("list")),
        [column.heading for column in columns],
        ([_value(column, record) for column in columns] for record in table.records),
        _closing(table, columns),
    )


def _closing(table: Table[R], columns: Sequence[Column[R]]) -> list[Sequence[Value]]:
    """Return the total, and what it leaves out: rows below the list, which no filter hides."""
    total = table.total_cells(columns)
    if not total or not table.total:
        return []
    return [total, [table.total.note]] if table.total.note else [total]


def card_xlsx(card: Card, tr: Translator) -> bytes:
    """Return a card as a workbook: which list, the entry or the fact's name, the note or value.

    Raises:
        UserError: a text has more letters than Excel can hold.
    """
    facts = [("", name, value) for name, value in card.facts]
    entries = [
        (block.heading, entry.words, entry.note) for block in card.lists for entry in block.entries
    ]
    headings = [tr(say("list")), tr(say("what")), tr(say("value"))]
    return xlsx_of(card.title, headings, [("", card.title, ""), *facts, *entries])


def xlsx_of(
    title: str,
    headings: Sequence[str],
    rows: Iterable[Sequence[Value]],
    closing: Iterable[Sequence[Value]] = (),
) -> bytes:
    """Return a workbook with one sheet: headings that stay in view, filters, a page that prints.

    ``closing`` are rows below the list that do not belong to it: neither filtered nor sorted.

    Raises:
        UserError: there are more rows, or a text has more letters, than Excel can hold.
    """
    from openpyxl import Workbook

    # All is prepared before the first cell is written: openpyxl leaves no sheet half done.
    prepared = [[_prepared(value) for value in row] for row in rows]
    if len(prepared) > _MOST_ROWS:
        raise UserError(
            say("Excel holds no more than {n} rows", n=f"{_MOST_ROWS:,}"),
            say("Name a file that ends in .csv, or ask for fewer"),
        )
    workbook = Workbook(write_only=True)
    # The stubs know little of sheets that are only written.
    sheet: Any = workbook.create_sheet(_sheet_title(title))
    widths = _column_widths(headings, prepared[:_MEASURED])
    _lay_out(sheet, widths)
    sheet.auto_filter.ref = f"A1:{_letters(len(headings))}{len(prepared) + 1}"
    sheet.append([_heading(sheet, words) for words in headings])
    for number, row in enumerate(prepared, 2):
        height = row_height([str(value or "") for value in row], widths)
        if height > _LINE:
            sheet.row_dimensions[number].height = height
        sheet.append([_cell(sheet, value) for value in row])
    for cells in closing:
        sheet.append([_bold(sheet, value) for value in cells])
    raw = io.BytesIO()
    workbook.save(raw)
    return raw.getvalue()


def _prepared(value: Value) -> Value:
    return cell_text(value) if isinstance(value, str) else value


def cell_text(words: str) -> str | None:
    """Return a text as a cell can hold it, its lines kept; None for an empty one.

    Raises:
        UserError: it has more letters than that.
    """
    text = "\n".join(map(escape, lines(words)))
    if len(text) > _MOST_LETTERS:
        raise UserError(
            say("A cell of Excel holds no more than {n} letters", n=f"{_MOST_LETTERS:,}"),
            say("Name a file that ends in .csv, or ask for fewer"),
        )
    return text or None


def _sheet_title(title: str) -> str:
    return _NOT_IN_A_TITLE.sub("", escape(title))[:_TITLE_LETTERS].strip() or "1"


def _value(column: Column[R], record: R) -> Value:
    data: Any = column.data(record)
    is_number = isinstance(data, (int, float)) and not isinstance(data, bool)
    return data if is_number and abs(data) < _EXACT else column.text(record)


def row_height(cells: Sequence[str], widths: Sequence[int]) -> float:
    """Return how high a row is, in points; not every program makes room for wrapped lines by itself."""
    lines_needed = max(
        sum(len(wrapped(line, max(int(width * _FILLED), 2))) or 1 for line in cell.split("\n"))
        for cell, width in zip(cells, widths, strict=True)
    )
    return min(lines_needed * _LINE, _HIGHEST)


def _column_widths(headings: Sequence[str], rows: Sequence[Sequence[Value]]) -> list[int]:
    return _on_a_page(
        [
            max([cell_len(heading) + 4, *(_width(row[number]) for row in rows)]) + 2
            for number, heading in enumerate(headings)
        ]
    )


def _lay_out(sheet: Any, widths: Sequence[int]) -> None:
    for number, width in enumerate(widths, 1):
        sheet.column_dimensions[_letters(number)].width = width
    sheet.freeze_panes = "A2"
    sheet.print_title_rows = "1:1"
    sheet.page_setup.paperSize = _A4
    sheet.page_setup.orientation = "landscape" if len(widths) > _LANDSCAPE else "portrait"
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.oddFooter.center.text = "&P / &N"


def _width(value: Value) -> int:
    return max(map(cell_len, str("" if value is None else value).split("\n")))


def _on_a_page(widths: Sequence[int]) -> list[int]:
    """Return the widths with the widest made less, so that a page across holds letters one can read."""
    narrowed = [min(max(width, _NARROWEST), _WIDEST) for width in widths]
    while sum(narrowed) > _PAGE and max(narrowed) > _READABLE:
        widest = narrowed.index(max(narrowed))
        narrowed[widest] -= 1
    return narrowed


def _letters(number: int) -> str:
    from openpyxl.utils import get_column_letter

    return get_column_letter(number)


def _bold(sheet: Any, value: Value) -> Any:
    from openpyxl.styles import Alignment, Font

    cell = _cell(sheet, _prepared(value))
    cell.font = Font(bold=True)
    cell.alignment = Alignment(vertical="top")
    return cell


def _heading(sheet: Any, words: str) -> Any:
    from openpyxl.styles import Alignment, PatternFill

    cell = _bold(sheet, words)
    cell.fill = PatternFill("solid", start_color="E9F0F3")
    cell.alignment = Alignment(vertical="center", wrap_text=True)
    return cell


def _cell(sheet: Any, value: Value) -> Any:
    from openpyxl.cell import WriteOnlyCell

    if isinstance(value, (int, float)):
        cell = WriteOnlyCell(sheet, value)
        cell.number_format = (
            "#,##0" if isinstance(value, int) and abs(value) >= 10_000 else "General"
        )
        return cell
    cell = WriteOnlyCell(sheet, value)
    if value is not None:
        cell.data_type = "s"  # what begins with = is text all the same
        cell.number_format = "@"  # and stays text when it is edited: 1-5 is no date
        cell.alignment = _from_the_top()
    return cell


@cache
def _from_the_top() -> Alignment:
    from openpyxl.styles import Alignment

    return Alignment(vertical="top", wrap_text=True)
