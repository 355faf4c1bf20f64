"""The comparison as a workbook of Excel: old, new and remarks side by side, changed words underlined."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from shakyo_plan.documents.comparison.rows import (
    ChangeRow,
    HeadingRow,
    Paragraphs,
    comparison_table,
)
from shakyo_plan.language import Translator
from shakyo_plan.message import say
from shakyo_plan.output.xlsx import cell_text, row_height

if TYPE_CHECKING:
    from openpyxl.cell.rich_text import CellRichText
    from openpyxl.worksheet.worksheet import Worksheet

    from shakyo_plan.diff import Comparison

_WIDTHS = {"A": 56, "B": 56, "C": 28}
_SHADES = {False: "DFE9EE", True: "F5F1E6"}
"""What lies under a goal, and under a basic plan below it."""
_HEAD = "E9F0F3"
_FIRST_ROW = 3
"""Below the title and the headings."""


def to_workbook(comparison: Comparison, tr: Translator) -> bytes:
    """Return the comparison as a .xlsx file.

    Raises:
        UserError: a text has more letters than a cell of Excel holds.
    """
    from openpyxl import Workbook
    from openpyxl.styles import Font

    told = comparison_table(comparison, tr)
    workbook = Workbook()
    sheet: Any = workbook.active
    sheet.title = tr(say("Comparison"))
    _set_up(sheet)
    sheet["A1"] = told.title
    sheet["A1"].font = Font(bold=True, size=14)
    for letter, words in zip(_WIDTHS, told.headings, strict=True):
        _shaded(sheet[f"{letter}2"], cell_text(words) or "", _HEAD)
    for number, shown in enumerate(told.rows, _FIRST_ROW):
        if isinstance(shown, HeadingRow):
            _shaded(sheet[f"A{number}"], cell_text(shown.words) or "", _SHADES[shown.is_below])
            sheet.merge_cells(f"A{number}:C{number}")
        else:
            _fill(sheet, number, shown)
    if not told.rows:
        sheet[f"A{_FIRST_ROW}"] = tr(say("No differences"))
    raw = io.BytesIO()
    workbook.save(raw)
    return raw.getvalue()


def _set_up(sheet: Any) -> None:
    for letter, width in _WIDTHS.items():
        sheet.column_dimensions[letter].width = width
    sheet.freeze_panes = f"A{_FIRST_ROW}"
    sheet.print_title_rows = "2:2"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.oddFooter.center.text = "&P / &N"


def _shaded(cell: Any, words: str, colour: str) -> None:
    from openpyxl.styles import Alignment, Font, PatternFill

    _set(cell, words)
    cell.font = Font(bold=True)
    cell.fill = PatternFill("solid", start_color=colour)
    cell.alignment = Alignment(vertical="center", wrap_text=True)


def _fill(sheet: Worksheet, number: int, shown: ChangeRow) -> None:
    _set(sheet[f"A{number}"], _rich(shown.old))
    _set(sheet[f"B{number}"], _rich(shown.new))
    _set(sheet[f"C{number}"], cell_text("\n".join(shown.remarks)) or "")
    sheet.row_dimensions[number].height = _height(shown)


def _height(shown: ChangeRow) -> float:
    sides = (
        "\n".join("".join(piece.text for piece in line) for line in side) for side in shown[:2]
    )
    return row_height([*sides, "\n".join(shown.remarks)], list(_WIDTHS.values()))


def _set(cell: Any, value: CellRichText | str) -> None:
    from openpyxl.styles import Alignment, Border, Side

    cell.value = value
    if isinstance(value, str):
        cell.data_type = "s"  # what begins with = is text all the same
    thin = Side(style="thin", color="9AA7AD")
    cell.border = Border(thin, thin, thin, thin)
    cell.alignment = Alignment(vertical="top", wrap_text=True)


def _rich(text: Paragraphs) -> CellRichText | str:
    """Return the paragraphs as lines of a cell, the words that changed underlined."""
    from openpyxl.cell.rich_text import CellRichText, TextBlock
    from openpyxl.cell.text import InlineFont

    plain = "\n".join("".join(piece.text for piece in line) for line in text)
    if not any(piece.changed for line in text for piece in line):
        return cell_text(plain) or ""
    cell_text(plain)  # says where it is too long
    rich = CellRichText()
    for count, line in enumerate(text):
        if count:
            rich.append("\n")
        for piece in line:
            words = cell_text(piece.text) or ""
            rich.append(TextBlock(InlineFont(u="single"), words) if piece.changed else words)
    return rich
