"""Reads a Word document back as a person sees it, knowing nothing of how it was written."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

import docx
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph

KANA = "アイウエオカキクケコサシスセソタチツテト"


def seen(raw: bytes) -> list[str]:
    """Return the document line by line: the style's name, then the text with its number.

    The rows of a table are lines with | between the cells; a cell that goes on is ^.
    """
    document: Any = docx.Document(io.BytesIO(raw))
    numbers = _Numbers(document)
    lines = []
    for part in document.iter_inner_content():
        if isinstance(part, Paragraph):
            style: Any = part.style
            lines.append(f"{style.name}: {numbers.of(part)}{part.text}")
        else:
            lines += [f"{part.style.name}: {' | '.join(_cells(row))}" for row in _rows(part)]
    return lines


def _rows(table: Table) -> Iterator[Any]:
    yield from table._tbl.tr_lst


def _text(paragraph: Any) -> str:
    return "".join(each.text or "" for each in paragraph.iter(qn("w:t")))


def _cells(row: Any) -> Iterator[str]:
    for cell in row.tc_lst:
        goes_on = cell.vMerge == "continue"
        yield "^" if goes_on else "/".join(_text(p) for p in cell.p_lst)


class _Numbers:
    """Counts lists as Word does."""

    def __init__(self, document: Any) -> None:
        root = document.part.numbering_part.element
        self._abstract = {
            each.get(qn("w:abstractNumId")): each for each in root.findall(qn("w:abstractNum"))
        }
        self._nums = {each.get(qn("w:numId")): each for each in root.findall(qn("w:num"))}
        self._counts: dict[tuple[str, str], int] = {}
        self._begun: set[tuple[str, str]] = set()

    def of(self, paragraph: Paragraph) -> str:
        numbered = paragraph._p.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
        if numbered is None:
            return ""
        num_id = numbered.find(qn("w:numId")).get(qn("w:val"))
        level = numbered.find(qn("w:ilvl")).get(qn("w:val"))
        num = self._nums[num_id]
        definition = self._abstract[num.find(qn("w:abstractNumId")).get(qn("w:val"))]
        (found,) = [
            each for each in definition.findall(qn("w:lvl")) if each.get(qn("w:ilvl")) == level
        ]
        # Lists of one definition count on together, unless one says with what it begins.
        counter = (definition.get(qn("w:abstractNumId")), level)
        override = num.find(
            f"{qn('w:lvlOverride')}[@{qn('w:ilvl')}='{level}']/{qn('w:startOverride')}"
        )
        if override is not None and (num_id, level) not in self._begun:
            self._counts[counter] = int(override.get(qn("w:val"))) - 1
        self._begun.add((num_id, level))
        count = self._counts[counter] = self._counts.get(counter, 0) + 1
        kind, text = (found.find(qn(f"w:{tag}")).get(qn("w:val")) for tag in ("numFmt", "lvlText"))
        shown = KANA[count - 1] if kind == "aiueoFullWidth" else str(count)
        return f"{text.replace('%1', shown)} "
