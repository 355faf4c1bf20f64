"""The comparison as a Word document: a table that lies across A4, its head on every page."""

from __future__ import annotations

import io
from collections.abc import Iterable
from typing import TYPE_CHECKING

from shakyo_plan.documents.comparison.rows import (
    ChangeRow,
    ComparisonTable,
    HeadingRow,
    Paragraphs,
    comparison_table,
)
from shakyo_plan.documents.word.elements import cell, element, paragraph, row, run, table
from shakyo_plan.documents.word.package import open_blank
from shakyo_plan.documents.word.styles import STYLES, Use
from shakyo_plan.language import Translator
from shakyo_plan.message import say

if TYPE_CHECKING:
    from docx.oxml.xmlchemy import BaseOxmlElement

    from shakyo_plan.diff import Comparison

_SHARES = (40, 40, 20)
"""How the width is shared out to the old plan, the new plan and the remarks."""
_SHADES = {False: "DFE9EE", True: "F5F1E6"}
"""What lies under a goal, and under a basic plan below it."""
_A4_LONG, _A4_SHORT, _MARGIN = 16838, 11906, 1134
"""In twentieths of a point: A4 is 297 mm by 210 mm, the margin 20 mm."""


def to_word(comparison: Comparison, tr: Translator) -> bytes:
    """Return the comparison as a .docx file."""
    from docx.enum.section import WD_ORIENT
    from docx.shared import Twips

    told = comparison_table(comparison, tr)
    document = open_blank()
    document.core_properties.title = told.title
    section = document.sections[-1]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Twips(_A4_LONG), Twips(_A4_SHORT)
    section.left_margin = section.right_margin = Twips(_MARGIN)
    styles = {style.name: style.style_id for style in document.styles}
    writer = _Writer({use: styles[STYLES[use].name] for use in _USED})
    body = document.element.body
    made = writer.elements(told, tr)
    place = body.index(body.sectPr)
    body[place:place] = made
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


_USED = (Use.HEADING_1, Use.TEXT, Use.TABLE, Use.TABLE_HEAD, Use.TABLE_TEXT)


class _Writer:
    def __init__(self, ids: dict[Use, str]) -> None:
        self._ids = ids
        width = _A4_LONG - 2 * _MARGIN
        self._widths = [width * share // sum(_SHARES) for share in _SHARES]

    def elements(self, told: ComparisonTable, tr: Translator) -> list[BaseOxmlElement]:
        heading = paragraph(self._ids[Use.HEADING_1], run(told.title))
        if not told.rows:
            return [heading, paragraph(self._ids[Use.TEXT], run(tr(say("No differences"))))]
        heads = (
            cell(width, [paragraph(self._ids[Use.TABLE_HEAD], run(words))])
            for width, words in zip(self._widths, told.headings, strict=True)
        )
        rows = [row(heads, is_head=True), *map(self._row, told.rows)]
        return [heading, table(self._ids[Use.TABLE], self._widths, rows)]

    def _row(self, shown: HeadingRow | ChangeRow) -> BaseOxmlElement:
        if isinstance(shown, HeadingRow):
            return self._heading(shown)
        remarks = tuple(run(remark) for remark in shown.remarks)
        texts = (self._text(shown.old), self._text(shown.new), self._paragraphs(remarks))
        return row(cell(width, made) for width, made in zip(self._widths, texts, strict=True))

    def _heading(self, shown: HeadingRow) -> BaseOxmlElement:
        words = paragraph(self._ids[Use.TABLE_TEXT], _bold(run(shown.words)))
        # It stays on the page of what it is the heading of.
        words[0].insert(1, element("w:keepNext"))
        made = cell(sum(self._widths), [words])
        made[0].append(element("w:gridSpan", val=len(self._widths)))
        made[0].append(element("w:shd", val="clear", color="auto", fill=_SHADES[shown.is_below]))
        return row([made])

    def _text(self, text: Paragraphs) -> list[BaseOxmlElement]:
        return [
            paragraph(
                self._ids[Use.TABLE_TEXT],
                *(
                    _underlined(run(piece.text)) if piece.changed else run(piece.text)
                    for piece in pieces
                ),
            )
            for pieces in text or ((),)
        ]

    def _paragraphs(self, runs: Iterable[BaseOxmlElement]) -> list[BaseOxmlElement]:
        made = [paragraph(self._ids[Use.TABLE_TEXT], run) for run in runs]
        return made or [paragraph(self._ids[Use.TABLE_TEXT])]


def _underlined(made: BaseOxmlElement) -> BaseOxmlElement:
    made.insert(0, element("w:rPr", element("w:u", val="single")))
    return made


def _bold(made: BaseOxmlElement) -> BaseOxmlElement:
    made.insert(0, element("w:rPr", element("w:b")))
    return made
