"""A template to begin with: every style once, in words that say what it is for."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from shakyo_plan.documents.word.package import open_blank
from shakyo_plan.documents.word.styles import STYLES, Use

if TYPE_CHECKING:
    from docx.document import Document

_HOW = (
    "このファイルの書式（フォント、大きさ、間隔など）を変えて保存し、"
    "plan export -o 計画書.docx --template このファイル のように使います。"
    "下の各段落は、計画書のどこに使うスタイルかを示します。"
    "用紙、余白、ヘッダー、フッターはそのまま使い、本文の文字は使いません。"
    "スタイルの名前は変えないでください。"
)


def template_file() -> bytes:
    """Return the template as a .docx file."""
    document = open_blank()
    document.add_paragraph(_HOW, style=STYLES[Use.TEXT].name)
    for use, style in STYLES.items():
        if use is Use.TABLE:
            _add_table(document, style.shown)
        elif use not in (Use.TABLE_HEAD, Use.TABLE_TEXT):
            document.add_paragraph(style.shown, style=style.name)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _add_table(document: Document, shown: str) -> None:
    table = document.add_table(2, 1, style=STYLES[Use.TABLE].name)
    for row, use, text in ((0, Use.TABLE_HEAD, shown), (1, Use.TABLE_TEXT, None)):
        (paragraph,) = table.cell(row, 0).paragraphs
        paragraph.style = STYLES[use].name
        paragraph.text = text or STYLES[use].shown
