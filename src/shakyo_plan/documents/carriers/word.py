"""Word documents: our own walk over the XML, since every library's text loses something.

Read are tracked insertions, the base of ruby, text boxes (once), fields as they show, automatic
numbers, cells merged down. Not read are deletions, hidden text, the reading of ruby, heads and feet of
pages, notes and comments.
"""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

from shakyo_plan.documents.blocks import Block, Carried, Carrier, Where
from shakyo_plan.documents.carriers.opening import cannot_read
from shakyo_plan.documents.carriers.word_numbers import Numbering
from shakyo_plan.documents.carriers.word_text import (
    SKIPPED,
    W,
    boxes_of,
    cells_of,
    is_layout,
    left_of,
    lines_of,
    rows_of,
    text_of,
    value_of,
    whole_number,
)
from shakyo_plan.documents.characters import plain
from shakyo_plan.message import say
from shakyo_plan.values.lazy_pattern import lazy_pattern

_LETTER = 210
"""A full-width letter of 10.5 points, in twentieths of a point."""
_HEADING = lazy_pattern(r"(?:heading|見出し) ?([1-9])")
_CONTENTS = lazy_pattern(r"(?:toc|目次) ?[1-9]")
_MOST_BLOCKS = 200_000
_DEEPEST = 40


def read_word(raw: bytes, path: Path) -> Carried:
    """Return the blocks of a Word document.

    Raises:
        UserError: it is damaged.
    """
    import docx
    from docx.opc.exceptions import OpcError

    try:
        document = docx.Document(io.BytesIO(raw))
        body = document.element.body
    except (
        OpcError,
        KeyError,
        ValueError,
        AttributeError,
        SyntaxError,
        OSError,
        EOFError,
        NotImplementedError,
    ):
        raise cannot_read(
            path,
            say("it is damaged"),
            say("Open it in the program that made it, and save it again"),
        ) from None
    blocks = _Reader(document).blocks(body)
    return Carried(Carrier.WORD, tuple(blocks))


class _Reader:
    """Reads one document from top to bottom."""

    def __init__(self, document: Any) -> None:
        self._numbering = Numbering(_numbering_part(document), W)
        self._styles = {
            style.get(f"{W}styleId"): style
            for style in document.styles.element.iterchildren(f"{W}style")
        }
        self._levels: dict[str, int | None] = {}
        self._blocks: list[Block] = []
        self._paragraph = 0
        self._page = 1
        self._table = -1

    def blocks(self, body: Any) -> list[Block]:
        self._walk(body, 0)
        return self._blocks

    def _walk(self, parent: Any, depth: int) -> None:
        if depth > _DEEPEST or len(self._blocks) > _MOST_BLOCKS:
            return
        for element in parent.iterchildren():
            match element.tag:
                case tag if tag == f"{W}p":
                    self._read_paragraph(element, depth)
                case tag if tag == f"{W}tbl":
                    self._read_table(element, depth)
                case tag if tag in SKIPPED:
                    continue
                case _:
                    # Content controls, custom XML, tracked insertions: what is in them counts.
                    if isinstance(element.tag, str):
                        self._walk(element, depth + 1)

    def _read_paragraph(self, paragraph: Any, depth: int) -> None:
        self._paragraph += 1
        if _is_gone(paragraph):
            return
        properties = paragraph.find(f"{W}pPr")
        mark, indent = self._mark(properties)
        where = Where(paragraph=self._paragraph)
        written = text_of(paragraph)
        first = True
        for line in lines_of(written):
            text = plain(line).replace("\t", " ").strip()
            if not text:
                continue
            numbered = f"{mark} {text}" if mark and first else text
            self._add(
                numbered,
                f"{mark}{line}" if first else line,
                where,
                self._heading(properties),
                indent,
                in_contents=self._is_contents(properties),
            )
            first = False
        for box in boxes_of(paragraph):
            self._walk(box, depth + 1)

    def _add(
        self,
        text: str,
        printed: str,
        where: Where,
        heading: int | None,
        indent: float,
        *,
        in_contents: bool,
    ) -> None:
        number, shown = len(self._blocks), printed.strip()
        self._blocks.append(
            Block(number, text, shown, where, heading, indent, in_contents=in_contents)
        )

    def _mark(self, properties: Any) -> tuple[str, float]:
        numbered = properties.find(f"{W}numPr") if properties is not None else None
        style = self._style_of(properties)
        if numbered is None:
            numbered = self._from_style(style, f"{W}pPr/{W}numPr")
        own = properties.find(f"{W}ind") if properties is not None else None
        indent = left_of(own) if own is not None else 0
        if numbered is None:
            return "", indent / _LETTER
        number, depth = numbered.find(f"{W}numId"), numbered.find(f"{W}ilvl")
        if number is None or number.get(f"{W}val") in (None, "0"):
            return "", indent / _LETTER
        key, at = number.get(f"{W}val"), value_of(depth)
        level = self._numbering.level(key, at)
        left = indent or (level.indent if level else 0)
        return self._numbering.next_mark(key, at), left / _LETTER

    def _style_of(self, properties: Any) -> str | None:
        style = properties.find(f"{W}pStyle") if properties is not None else None
        return None if style is None else style.get(f"{W}val")

    def _from_style(self, style: str | None, wanted: str) -> Any:
        seen: set[str] = set()
        while style is not None and style not in seen and style in self._styles:
            seen.add(style)
            found = self._styles[style].find(wanted)
            if found is not None:
                return found
            based = self._styles[style].find(f"{W}basedOn")
            style = None if based is None else based.get(f"{W}val")
        return None

    def _heading(self, properties: Any) -> int | None:
        own = properties.find(f"{W}outlineLvl") if properties is not None else None
        style = self._style_of(properties)
        found = own if own is not None else self._from_style(style, f"{W}pPr/{W}outlineLvl")
        if found is not None:
            level = whole_number(found.get(f"{W}val"))
            return level + 1 if level < 9 else None
        named = _HEADING.fullmatch(self._style_name(style))
        return int(named[1]) if named else None

    def _is_contents(self, properties: Any) -> bool:
        """Whether a paragraph has the style of an entry of the table of contents."""
        return bool(_CONTENTS.fullmatch(self._style_name(self._style_of(properties))))

    def _style_name(self, style: str | None) -> str:
        name = self._styles[style].find(f"{W}name") if style in self._styles else None
        return "" if name is None else name.get(f"{W}val", "").lower()

    def _read_table(self, table: Any, depth: int) -> None:
        rows = [list(cells_of(row)) for row in rows_of(table)]
        if is_layout(rows):
            for row in rows:
                for cell in row:
                    if cell is not None:
                        self._walk(cell, depth + 1)
            return
        self._table += 1
        number = self._table
        for row in rows:
            texts: list[str | None] = []
            nested: list[Any] = []
            first_paragraph = self._paragraph + 1
            for cell in row:
                if cell is None:
                    texts.append("")
                    continue
                merged = cell.find(f"{W}tcPr/{W}vMerge")
                continues = merged is not None and merged.get(f"{W}val") != "restart"
                lines = [self._cell_line(paragraph) for paragraph in cell.iterchildren(f"{W}p")]
                nested += list(cell.iterchildren(f"{W}tbl"))
                texts.append(None if continues else "\n".join(line for line in lines if line))
            if not any(texts):
                continue
            shown = "\t".join(text or "" for text in texts)
            cells = tuple(None if text is None else plain(text) for text in texts)
            self._blocks.append(
                Block(
                    len(self._blocks),
                    "\t".join(cell or "" for cell in cells),
                    shown,
                    Where(paragraph=first_paragraph),
                    cells=cells,
                    table=number,
                )
            )
            for inner in nested:
                self._read_table(inner, depth + 1)

    def _cell_line(self, paragraph: Any) -> str:
        self._paragraph += 1
        if _is_gone(paragraph):
            return ""
        mark, _ = self._mark(paragraph.find(f"{W}pPr"))
        text = " ".join(lines_of(text_of(paragraph))).strip()
        return f"{mark} {text}" if mark and text else text


def _numbering_part(document: Any) -> Any:
    from docx.opc.constants import RELATIONSHIP_TYPE

    for relation in document.part.rels.values():
        if relation.reltype == RELATIONSHIP_TYPE.NUMBERING and not relation.is_external:
            return relation.target_part.element
    return None


def _is_gone(paragraph: Any) -> bool:
    """Whether the whole paragraph was deleted or hidden."""
    return paragraph.find(f"{W}pPr/{W}rPr/{W}del") is not None and not text_of(paragraph).strip()
