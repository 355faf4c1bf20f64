"""Word documents: our own walk over the XML, since every library's text loses something.

Read are tracked insertions, the base of ruby, text boxes (once), fields as they show, automatic
numbers, cells merged down. Not read are deletions, hidden text, the reading of ruby, heads and feet of
pages, notes and comments.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from shakyo_plan.documents.blocks import Block, Carried, Carrier, Where
from shakyo_plan.documents.carriers.opening import cannot_read
from shakyo_plan.documents.carriers.word_numbers import Numbering
from shakyo_plan.documents.characters import plain
from shakyo_plan.documents.outline.numbering import begins_entry
from shakyo_plan.message import say

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_SKIPPED = frozenset(
    f"{_W}{name}"
    for name in (
        "del",
        "moveFrom",
        "instrText",
        "delText",
        "rt",
        "footnoteReference",
        "pPr",
        "rPr",
        "sdtPr",
        "object",
    )
) | {f"{_MC}Fallback"}
_BOX = f"{_W}txbxContent"
_LETTER = 210
"""A full-width letter of 10.5 points, in twentieths of a point."""
_BREAK = "\n"
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
        self._numbering = Numbering(_numbering_part(document), _W)
        self._styles = {
            style.get(f"{_W}styleId"): style
            for style in document.styles.element.iterchildren(f"{_W}style")
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
                case tag if tag == f"{_W}p":
                    self._read_paragraph(element, depth)
                case tag if tag == f"{_W}tbl":
                    self._read_table(element, depth)
                case tag if tag in _SKIPPED:
                    continue
                case _:
                    # Content controls, custom XML, tracked insertions: what is in them counts.
                    if isinstance(element.tag, str):
                        self._walk(element, depth + 1)

    def _read_paragraph(self, paragraph: Any, depth: int) -> None:
        self._paragraph += 1
        if _is_gone(paragraph):
            return
        properties = paragraph.find(f"{_W}pPr")
        mark, indent = self._mark(properties)
        where = Where(paragraph=self._paragraph)
        written = _text(paragraph)
        first = True
        for line in _lines(written):
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
            )
            first = False
        for box in _boxes(paragraph):
            self._walk(box, depth + 1)

    def _add(
        self, text: str, printed: str, where: Where, heading: int | None, indent: float
    ) -> None:
        number = len(self._blocks)
        self._blocks.append(Block(number, text, printed.strip(), where, heading, indent))

    def _mark(self, properties: Any) -> tuple[str, float]:
        numbered = properties.find(f"{_W}numPr") if properties is not None else None
        style = self._style_of(properties)
        if numbered is None:
            numbered = self._from_style(style, f"{_W}pPr/{_W}numPr")
        own = properties.find(f"{_W}ind") if properties is not None else None
        indent = _twips(own) if own is not None else 0
        if numbered is None:
            return "", indent / _LETTER
        number, depth = numbered.find(f"{_W}numId"), numbered.find(f"{_W}ilvl")
        if number is None or number.get(f"{_W}val") in (None, "0"):
            return "", indent / _LETTER
        key, at = number.get(f"{_W}val"), _depth(depth)
        level = self._numbering.level(key, at)
        left = indent or (level.indent if level else 0)
        return self._numbering.next_mark(key, at), left / _LETTER

    def _style_of(self, properties: Any) -> str | None:
        style = properties.find(f"{_W}pStyle") if properties is not None else None
        return None if style is None else style.get(f"{_W}val")

    def _from_style(self, style: str | None, wanted: str) -> Any:
        seen: set[str] = set()
        while style is not None and style not in seen and style in self._styles:
            seen.add(style)
            found = self._styles[style].find(wanted)
            if found is not None:
                return found
            based = self._styles[style].find(f"{_W}basedOn")
            style = None if based is None else based.get(f"{_W}val")
        return None

    def _heading(self, properties: Any) -> int | None:
        own = properties.find(f"{_W}outlineLvl") if properties is not None else None
        style = self._style_of(properties)
        found = own if own is not None else self._from_style(style, f"{_W}pPr/{_W}outlineLvl")
        if found is not None:
            level = _depth_of(found.get(f"{_W}val"))
            return level + 1 if level < 9 else None
        name = self._styles[style].find(f"{_W}name") if style in self._styles else None
        named = (
            re.fullmatch(r"(?:heading|見出し) ?([1-9])", name.get(f"{_W}val", "").lower())
            if name is not None
            else None
        )
        return int(named[1]) if named else None

    def _read_table(self, table: Any, depth: int) -> None:
        rows = [list(_cells(row)) for row in _rows(table)]
        if _is_layout(rows):
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
                merged = cell.find(f"{_W}tcPr/{_W}vMerge")
                continues = merged is not None and merged.get(f"{_W}val") != "restart"
                lines = [self._cell_line(paragraph) for paragraph in cell.iterchildren(f"{_W}p")]
                nested += list(cell.iterchildren(f"{_W}tbl"))
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
        mark, _ = self._mark(paragraph.find(f"{_W}pPr"))
        text = " ".join(_lines(_text(paragraph))).strip()
        return f"{mark} {text}" if mark and text else text


def _numbering_part(document: Any) -> Any:
    from docx.opc.constants import RELATIONSHIP_TYPE

    for relation in document.part.rels.values():
        if relation.reltype == RELATIONSHIP_TYPE.NUMBERING and not relation.is_external:
            return relation.target_part.element
    return None


def _is_gone(paragraph: Any) -> bool:
    """Whether the whole paragraph was deleted or hidden."""
    return paragraph.find(f"{_W}pPr/{_W}rPr/{_W}del") is not None and not _text(paragraph).strip()


def _text(element: Any) -> str:
    return "".join(_pieces(element, 0))


def _pieces(element: Any, depth: int) -> Iterator[str]:
    if depth > _DEEPEST:
        return
    for child in element.iterchildren():
        tag = child.tag
        if not isinstance(tag, str) or tag in _SKIPPED or tag == _BOX:
            continue
        if tag == f"{_W}t":
            yield child.text or ""
        elif tag == f"{_W}tab" or tag == f"{_W}ptab":
            yield "\t"
        elif tag in (f"{_W}br", f"{_W}cr"):
            yield _BREAK
        elif tag == f"{_W}noBreakHyphen":
            yield "-"
        elif tag == f"{_W}sym":
            yield "・"
        elif tag == f"{_W}r" and _is_hidden(child):
            continue
        else:
            yield from _pieces(child, depth + 1)


def _is_hidden(run: Any) -> bool:
    hidden = run.find(f"{_W}rPr/{_W}vanish")
    return hidden is not None and hidden.get(f"{_W}val") not in ("0", "false", "off")


def _boxes(paragraph: Any) -> Iterator[Any]:
    """Yield the text boxes that hang on a paragraph, each once: Fallback repeats it for old programs."""
    for box in paragraph.iter(_BOX):
        above = list(box.iterancestors())
        outer = [element.tag for element in above[: above.index(paragraph)]]
        if not any(tag in _SKIPPED or tag == _BOX for tag in outer):
            yield box


def _lines(written: str) -> list[str]:
    """Return what Shift+Enter made of a paragraph: lines of their own, or one sentence again."""
    found: list[str] = []
    for line in written.split(_BREAK):
        bare = line.strip(" \t")
        if found and bare and not _begins_line(bare, found[-1]) and not _is_finished(found[-1]):
            found[-1] += bare
        elif bare:
            found.append(line)
    return found


def _begins_line(bare: str, above: str) -> bool:
    """Whether a line has a number or bullet of its own; a ・ within a broken sentence is none."""
    within = (
        bare.startswith("・") and bare.endswith("。") and not begins_entry(plain(above.strip()))
    )
    return begins_entry(plain(bare)) and not within


def _is_finished(line: str) -> bool:
    bare = line.rstrip()
    return bare.endswith(("。", "】", "＞", ">")) or begins_entry(plain(bare.strip()))


def _rows(table: Any) -> Iterator[Any]:
    for child in table.iterchildren():
        if child.tag == f"{_W}tr":
            if child.find(f"{_W}trPr/{_W}del") is None:
                yield child
        elif child.tag in (f"{_W}sdt", f"{_W}sdtContent", f"{_W}ins", f"{_W}customXml"):
            yield from _rows(child)


def _cells(row: Any) -> Iterator[Any]:
    """Yield the cells of a row; None for each further column that a wide one covers."""
    before = row.find(f"{_W}trPr/{_W}gridBefore")
    for _ in range(min(_depth(before), 60)):
        yield None
    for cell in row.iterchildren(f"{_W}tc", f"{_W}sdt"):
        inner = cell if cell.tag == f"{_W}tc" else next(cell.iter(f"{_W}tc"), None)
        if inner is None:
            continue
        yield inner
        span = inner.find(f"{_W}tcPr/{_W}gridSpan")
        for _ in range(min(_depth(span), 60) - 1):
            yield None


def _is_layout(rows: list[list[Any]]) -> bool:
    """Whether a table is only there to place text: one cell a row, or a cell that holds a whole page."""
    if all(sum(cell is not None for cell in row) <= 1 for row in rows):
        return True
    longest = max(
        (
            len(list(cell.iterchildren(f"{_W}p")))
            for row in rows
            for cell in row
            if cell is not None
        ),
        default=0,
    )
    return len(rows) <= 2 and longest > 6


def _twips(indent: Any) -> float:
    left = indent.get(f"{_W}left") or indent.get(f"{_W}start") or "0"
    try:
        return float(left)
    except ValueError:
        return 0


def _depth(element: Any) -> int:
    return 0 if element is None else _depth_of(element.get(f"{_W}val"))


def _depth_of(value: str | None) -> int:
    return int(value) if value and value.isdigit() and len(value) < 4 else 0
