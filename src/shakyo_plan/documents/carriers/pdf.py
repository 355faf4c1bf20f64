"""PDF files with text: letters at their places become lines, paragraphs and tables again."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from shakyo_plan.documents.blocks import Block, Carried, Carrier, Where
from shakyo_plan.documents.carriers.opening import cannot_read
from shakyo_plan.documents.carriers.pdf_lines import PrintedLine, lines_of
from shakyo_plan.documents.carriers.pdf_page import Letter, read_page
from shakyo_plan.documents.carriers.pdf_paragraphs import Paragraph, paragraphs
from shakyo_plan.documents.carriers.pdf_tables import grids_of, rows_of
from shakyo_plan.documents.characters import plain
from shakyo_plan.errors import UserError
from shakyo_plan.message import say
from shakyo_plan.values.told import Told, nobody

MAX_PAGES = 1_000
_PASSWORD = 4
"""What PDFium calls a missing password."""
_FEWEST_LETTERS = 5
"""Letters a page, on average, below which a file is pictures of pages."""
_UNKNOWN = 0.3
"""Of the letters, so many may have no meaning; more, and the file's fonts cannot be read."""


class _Table:
    """The rows of a table on one page."""

    def __init__(self, rows: list[tuple[str | None, ...]], page: int, columns: int) -> None:
        self.rows, self.page, self.columns = rows, page, columns


_Element = PrintedLine | _Table


def read_pdf(raw: bytes, path: Path, told: Told = nobody) -> Carried:
    """Return the blocks of a PDF; ``told`` hears of each page, and of how many there are.

    Raises:
        UserError: it is damaged, protected, too long or without text.
    """
    pages = _pages(raw, path, told)
    return Carried(Carrier.PDF, tuple(_blocks(pages)))


def _pages(raw: bytes, path: Path, told: Told) -> list[list[_Element]]:
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(raw)
        count = len(document)
    except pypdfium2.PdfiumError as error:
        raise _cannot_open(error, path) from None
    try:
        if count > MAX_PAGES:
            raise cannot_read(
                path,
                say("it has {n} pages", n=count),
                say("Save the pages that hold the plan as a file of their own"),
            )
        pages = []
        letters = unknown = 0
        for number in range(count):
            page = document[number]
            elements, seen, strange = _elements(page, number + 1)
            page.close()
            letters, unknown = letters + seen, unknown + strange
            pages.append(elements)
            told(number + 1, count)
    except pypdfium2.PdfiumError as error:
        raise _cannot_open(error, path) from None
    finally:
        document.close()
    if letters < _FEWEST_LETTERS * count:
        raise cannot_read(
            path,
            say("it has no text; it seems to be a scan, pictures of pages"),
            say("Use the Word document that it was made from, or text recognition (OCR)"),
        )
    if unknown > _UNKNOWN * letters:
        raise cannot_read(
            path,
            say("its fonts do not tell which letters they show"),
            say("Use the Word document that it was made from"),
        )
    return pages


def _cannot_open(error: Any, path: Path) -> UserError:
    if getattr(error, "err_code", None) == _PASSWORD or "password" in str(error).lower():
        return cannot_read(
            path,
            say("it is protected by a password"),
            say("Open it, save it without the password, and import that"),
        )
    return cannot_read(
        path, say("it is damaged"), say("Open it in the program that made it, and save it again")
    )


def _elements(page: Any, number: int) -> tuple[list[_Element], int, int]:
    """Return the lines and tables of a page in reading order, and how many letters it has, known or not."""
    read = read_page(page)
    grids = grids_of(read)
    inside: list[list[Letter]] = [[] for _ in grids]
    outside: list[Letter] = []
    for letter in read.letters:
        at = next((n for n, grid in enumerate(grids) if grid.holds(letter)), None)
        (outside if at is None else inside[at]).append(letter)
    elements: list[_Element] = list(lines_of(outside, number))
    for grid, letters in zip(grids, inside, strict=True):
        table = _Table(rows_of(grid, letters, number), number, grid.columns)
        at = next(
            (
                n
                for n, element in enumerate(elements)
                if isinstance(element, PrintedLine) and element.y < grid.ys[0]
            ),
            len(elements),
        )
        if table.rows:
            elements.insert(at, table)
    shown = [letter.text for letter in read.letters if letter.text.strip()]
    strange = sum(
        "\ue000" <= text <= "\uf8ff" or text in ("\ufffd", "") or text < " " for text in shown
    )
    return elements, len(shown), strange


def _blocks(pages: list[list[_Element]]) -> list[Block]:
    """Return the blocks: paragraphs over the pages, and the rows of tables, which go on over pages too."""
    blocks: list[Block] = []
    run: list[list[PrintedLine]] = []
    table = -1
    before: _Table | None = None

    def close_run() -> None:
        for paragraph in paragraphs(run):
            blocks.append(_paragraph_block(paragraph, len(blocks)))
        run.clear()

    for elements in pages:
        run.append([])
        for element in elements:
            if isinstance(element, PrintedLine):
                run[-1].append(element)
                continue
            goes_on = (
                before is not None
                and before.columns == element.columns
                and before.page + 1 == element.page
                and _only_edges(run)
            )
            close_run()
            run.append([])
            table += not goes_on
            for row in element.rows:
                blocks.append(_row_block(row, element.page, table, len(blocks)))
            before = element
    close_run()
    return blocks


def _only_edges(run: list[list[PrintedLine]]) -> bool:
    """Whether nothing but heads and feet of pages stands between two tables."""
    return sum(map(len, run)) <= 4


def _paragraph_block(paragraph: Paragraph, number: int) -> Block:
    first = paragraph.lines[0]
    indent = max(0.0, (first.x - first.left) / first.size)
    printed = paragraph.text
    return Block(
        number, plain(printed).strip(), printed, Where(page=first.page), indent=round(indent, 1)
    )


def _row_block(row: tuple[str | None, ...], page: int, table: int, number: int) -> Block:
    cells = tuple(None if cell is None else plain(cell) for cell in row)
    return Block(
        number,
        "\t".join(cell or "" for cell in cells),
        "\t".join(cell or "" for cell in row),
        Where(page=page),
        cells=cells,
        table=table,
    )
