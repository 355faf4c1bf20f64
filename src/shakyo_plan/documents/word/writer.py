"""The printed plan into a Word document, block by block."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from docx.shared import Emu, Mm

from shakyo_plan.documents.printed.blocks import (
    Block,
    Cell,
    Column,
    Cover,
    Entries,
    Grid,
    Heading,
    Lead,
    Numbering,
    Paragraph,
    Philosophy,
)
from shakyo_plan.documents.word.contents import Contents
from shakyo_plan.documents.word.elements import (
    NumberedAs,
    cell,
    holdable,
    paragraph,
    row,
    run,
    table,
)
from shakyo_plan.documents.word.numbering import Lists
from shakyo_plan.documents.word.styles import HEADINGS, STYLES, Use

if TYPE_CHECKING:
    from docx.document import Document
    from docx.oxml.xmlchemy import BaseOxmlElement


def write(blocks: Iterable[Block], document: Document, *, toc: bool) -> bytes:
    """Write the blocks into an empty document, and return the file; ``toc`` adds a table of contents."""
    writer = _Writer(document)
    contents = Contents(writer.style_id) if toc else None
    body = document.element.body
    last = body.sectPr
    place = len(body) if last is None else body.index(last)
    made: list[BaseOxmlElement] = []
    after_cover = 0
    after_table = False
    for block in blocks:
        if after_table and isinstance(block, Grid):
            made.append(writer.gap())
        after_table = isinstance(block, Grid)
        elements = [*writer.elements(block)]
        if contents and isinstance(block, Heading):
            contents.mark(elements[0], block)
        made += elements
        if isinstance(block, Cover):
            document.core_properties.title = holdable(block.title)[:_LONGEST_PROPERTY]
            document.core_properties.author = holdable(block.council)[:_LONGEST_PROPERTY]
            after_cover = len(made)
    if after_table:
        made.append(writer.gap())
    if contents:
        made[after_cover:after_cover] = contents.elements()
        contents.ask_for_page_numbers(document)
    body[place:place] = made
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


_A4 = Mm(210)
_LONGEST_PROPERTY = 255
"""Letters of a property of a document, as Word keeps them."""


class _Writer:
    def __init__(self, document: Document) -> None:
        ids = {style.name: style.style_id for style in document.styles}
        self._ids: dict[Use, str] = {
            use: ids[style.name] for use, style in STYLES.items() if style.name in ids
        }
        self._lists = Lists(document)
        section = document.sections[-1]
        sides = (section.left_margin or 0) + (section.right_margin or 0)
        self._text_width = Emu((section.page_width or _A4) - sides).twips
        """In twentieths of a point."""

    def style_id(self, use: Use) -> str:
        return self._ids[use]

    def gap(self) -> BaseOxmlElement:
        """Return the empty paragraph that parts two tables, and that Word wants behind the last one."""
        return paragraph(self._ids[Use.TEXT])

    def elements(self, block: Block) -> Iterator[BaseOxmlElement]:
        match block:
            case Cover(title, council):
                yield self._paragraph(Use.TITLE, title)
                yield self._paragraph(Use.COUNCIL, council)
            case Heading():
                yield self._heading(block)
            case Philosophy(text):
                yield self._paragraph(Use.PHILOSOPHY, text)
            case Lead(text):
                yield self._paragraph(Use.LEAD, text)
            case Paragraph(text):
                yield self._paragraph(Use.TEXT, text)
            case Entries():
                yield from self._entries(block)
            case Grid():
                yield self._grid(block)

    def _paragraph(
        self, use: Use, text: str, numbered: NumberedAs | None = None
    ) -> BaseOxmlElement:
        return paragraph(self._ids[use], run(text), numbered=numbered)

    def _heading(self, heading: Heading) -> BaseOxmlElement:
        num_id = self._lists.of_heading(heading.level, heading.numbering, heading.number)
        return paragraph(
            self._ids[HEADINGS[heading.level]],
            run(heading.text),
            numbered=NumberedAs(num_id, 0) if num_id else None,
            new_page=heading.new_page,
        )

    def _entries(self, entries: Entries) -> Iterator[BaseOxmlElement]:
        num_id = self._lists.new(entries.numbering)
        use = Use.BULLETS if entries.numbering is Numbering.BULLET else Use.NUMBERED
        for number, entry in enumerate(entries.entries):
            # The first entry does not stay alone below the heading at the end of a page.
            yield paragraph(
                self._ids[use],
                run(entry.text),
                numbered=NumberedAs(num_id, 0),
                keep_next=number == 0 and len(entries.entries) > 1,
            )
            for nested in entry.nested:
                yield self._paragraph(Use.NESTED, nested, NumberedAs(num_id, 1))

    def _grid(self, grid: Grid) -> BaseOxmlElement:
        total = sum(column.width for column in grid.columns)
        widths = [self._text_width * column.width // total for column in grid.columns]
        heads = (
            cell(width, [self._paragraph(Use.TABLE_HEAD, column.head)])
            for width, column in zip(widths, grid.columns, strict=True)
        )
        rows = [row(heads, is_head=True)]
        above: Cell | None = None
        for cells in grid.rows:
            merges: list[str | None] = [None] * len(cells)
            if grid.merge_first:
                merges[0] = "continue" if cells[0] == above else "restart"
                above = cells[0]
            rows.append(row(map(self._cell, grid.columns, widths, cells, merges)))
        return table(self._ids[Use.TABLE], widths, rows)

    def _cell(self, column: Column, width: int, lines: Cell, merge: str | None) -> BaseOxmlElement:
        # A cell that goes on with the one above is empty; Word shows the first one's text.
        shown = [""] if merge == "continue" else lines or [""]
        style = self._ids[Use.TABLE_TEXT]
        made = [paragraph(style, run(line), alignment=column.alignment) for line in shown]
        return cell(width, made, merge)
