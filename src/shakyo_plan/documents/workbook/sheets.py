"""Sheets of a workbook as people like them: heads that stay, filters, cells as text, ready to print."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from shakyo_plan.documents.workbook.cells import holdable, written

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

_ROWS_TO_COME = 2_000
"""Rows below the last one that have the same lists to choose from."""
_FONT = "游ゴシック"
_AS_TEXT = "@"
_CHOICES = "_choices"
_A4, _A3 = 9, 8
_WIDEST_ON_A4 = 160
"""Letters of all columns beyond which a page has to be larger to be read."""
_LINE_HEIGHT = 18.75
"""In points, of a line of 11 points."""
_HIGHEST = 409
"""In points, of a row that Excel can show."""
_NARROW = 0x2FF
"""The last letter that is surely narrow."""
_EMPTY = 10
"""Width in letters of a column in which nothing stands yet."""


class Head(NamedTuple):
    """A column: its head, and its width in letters; one without width is hidden."""

    text: str
    width: int


def add_sheet(
    workbook: Workbook,
    title: str,
    heads: Sequence[Head],
    rows: Iterable[Sequence[str | int]],
    *,
    frozen: int,
) -> Worksheet:
    """Add a sheet whose first ``frozen`` columns and head stay in sight; texts stay texts."""
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.utils import get_column_letter

    sheet: Any = workbook.create_sheet(title)  # openpyxl's stubs lack what is set below
    for number, head in enumerate(heads, 1):
        cell = sheet.cell(1, number, head.text)
        cell.font = Font(name=_FONT, size=11, bold=True)
        cell.fill = PatternFill("solid", fgColor="E7E6E6")
        cell.alignment = Alignment(vertical="center", wrap_text=True)
        letter = get_column_letter(number)
        sheet.column_dimensions[letter].hidden = not head.width
        # What is typed below the last row is text, too.
        sheet.column_dimensions[letter].number_format = _AS_TEXT
    text_style, number_style = _styles(sheet)
    filled = set()
    for row_number, row in enumerate(rows, 2):
        lines = 1
        for number, value in enumerate(row, 1):
            if value == "":
                continue  # the column's format is enough
            filled.add(number)
            cell = sheet.cell(row_number, number)
            if isinstance(value, str):
                cell.value = written(holdable(value))
                # openpyxl takes a text that begins with = for a formula, one like #N/A for an error.
                cell.data_type = "s"
                cell._style = text_style
                lines = max(lines, _lines(value, heads[number - 1].width))
            else:
                cell.value = value
                cell._style = number_style
        height = min(lines * _LINE_HEIGHT, _HIGHEST)
        sheet.row_dimensions[row_number] = _row_heights()(sheet, index=row_number, ht=height)
    sheet.freeze_panes = sheet.cell(2, frozen + 1)
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(heads))}{max(sheet.max_row, 2)}"
    widths = [
        head.width if number in filled else min(head.width, _EMPTY)
        for number, head in enumerate(heads, 1)
    ]
    for number, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(number)].width = width or 6
    _ready_to_print(sheet, _A4 if sum(widths) <= _WIDEST_ON_A4 else _A3)
    made: Worksheet = sheet
    return made


def _styles(sheet: Worksheet) -> tuple[Any, Any]:
    """Return the style of cells for texts, and for amounts.

    Made once and given to each cell: openpyxl takes ten times as long where each is styled by itself.
    """
    from openpyxl.cell import Cell
    from openpyxl.styles import Alignment

    styles = []
    for number_format in (_AS_TEXT, "#,##0"):
        model: Any = Cell(sheet, row=1, column=1)
        model.number_format = number_format
        model.alignment = Alignment(vertical="top", wrap_text=True)
        styles.append(model._style)
    return styles[0], styles[1]


def _lines(text: str, width: int) -> int:
    """Return how many lines a text takes in a column; what is Japanese is two letters wide."""
    if not width or (len(text) * 2 <= width and "\n" not in text):
        return 1  # a hidden column, or room enough
    widths = (
        sum(2 if ord(letter) > _NARROW else 1 for letter in line) for line in text.split("\n")
    )
    return sum(max(1, -(-letters // width)) for letters in widths)


@cache
def _row_heights() -> type[Any]:
    """Return the height of a row that Excel goes on fitting when the text changes."""
    from openpyxl.worksheet.dimensions import RowDimension

    class Fitted(RowDimension):
        customHeight = False  # noqa: N815 - the format calls it so

    return Fitted


def _ready_to_print(sheet: Any, paper: int) -> None:
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = paper
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_title_rows = "1:1"
    sheet.print_options.gridLines = True
    sheet.oddFooter.center.text = "&P / &N"
    sheet.oddHeader.left.text = "&A"


def set_font(workbook: Any) -> None:
    """Give every cell the font that Excel has in Japan."""
    from openpyxl.styles import Font

    font = Font(name=_FONT, size=11)
    workbook._named_styles["Normal"].font = font
    workbook._fonts[0] = font


def hide(sheet: Worksheet) -> None:
    """Keep a sheet out of sight, also from the list of hidden sheets."""
    sheet.sheet_state = "veryHidden"


class Choices:
    """The lists that cells offer; they stand in a sheet of their own, out of sight."""

    def __init__(self, lists: Mapping[str, Sequence[str]]) -> None:
        """Take the lists by their heads; an empty one offers nothing."""
        self._lists = {head: values for head, values in lists.items() if values}

    def offer(self, sheet: Worksheet, columns: Mapping[int, str]) -> None:
        """Offer lists in the columns of a sheet, by the heads of both."""
        for number, head in columns.items():
            if head in self._lists:
                at = list(self._lists).index(head) + 1
                self._offer(sheet, number, _CHOICES, at, len(self._lists[head]))

    def offer_column(self, sheet: Worksheet, number: int, other: Worksheet, at: int) -> None:
        """Offer in a column what stands in a column of another sheet."""
        self._offer(sheet, number, other.title, at, other.max_row + _ROWS_TO_COME)

    def add_to(self, workbook: Workbook) -> None:
        """Add the sheet that holds the lists."""
        sheet = workbook.create_sheet(_CHOICES)
        hide(sheet)
        for number, (head, values) in enumerate(self._lists.items(), 1):
            for row, text in enumerate((head, *values), 1):
                cell = sheet.cell(row, number, written(holdable(text)))
                cell.data_type = "s"

    @staticmethod
    def _offer(sheet: Worksheet, number: int, other: str, at: int, last: int) -> None:
        from openpyxl.utils import get_column_letter, quote_sheetname
        from openpyxl.worksheet.datavalidation import DataValidation

        letter, source = get_column_letter(number), get_column_letter(at)
        area = f"{quote_sheetname(other)}!${source}$2:${source}${last + 1}"
        # A warning, not a wall: plan says what it cannot read.
        offered = DataValidation("list", formula1=area, allow_blank=True, errorStyle="warning")
        offered.add(f"{letter}2:{letter}{sheet.max_row + _ROWS_TO_COME}")
        sheet.add_data_validation(offered)
