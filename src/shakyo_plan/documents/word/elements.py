"""Pieces of WordprocessingML: paragraphs, runs and tables, as the format orders them.

They are made directly: through python-docx's objects a table of thousands of rows takes minutes.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from shakyo_plan.values.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from docx.oxml.xmlchemy import BaseOxmlElement

_NOT_IN_XML = lazy_pattern("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class NumberedAs(NamedTuple):
    """The list that a paragraph belongs to, and its level in it."""

    num_id: int
    level: int


def element(tag: str, *children: BaseOxmlElement, **attributes: str | int) -> BaseOxmlElement:
    """Return an element such as ``w:p``; attributes are in the namespace of ``w``."""
    made = OxmlElement(tag)
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), str(value))
    made.extend(children)
    return made


def holdable(text: str) -> str:
    """Return a text as XML can hold it: what it cannot is a ``\ufffd``."""
    return _NOT_IN_XML.sub("\ufffd", text)


def run(text: str) -> BaseOxmlElement:
    """Return a run of text; line ends and tabs in it stay, what XML cannot hold is a ``\ufffd``."""
    made = element("w:r")
    for number, line in enumerate(holdable(text).split("\n")):
        if number:
            made.append(element("w:br"))
        for count, words in enumerate(line.split("\t")):
            if count:
                made.append(element("w:tab"))
            if words:
                text_element = OxmlElement("w:t")
                text_element.text = words
                text_element.set(qn("xml:space"), "preserve")
                made.append(text_element)
    return made


def paragraph(
    style_id: str,
    *content: BaseOxmlElement,
    numbered: NumberedAs | None = None,
    keep_next: bool = False,
    new_page: bool = False,
    alignment: str | None = None,
) -> BaseOxmlElement:
    """Return a paragraph in a style, as an entry of a list or not."""
    properties = element("w:pPr", element("w:pStyle", val=style_id))
    if keep_next:
        properties.append(element("w:keepNext"))
    if new_page:
        properties.append(element("w:pageBreakBefore"))
    if numbered:
        properties.append(
            element(
                "w:numPr",
                element("w:ilvl", val=numbered.level),
                element("w:numId", val=numbered.num_id),
            )
        )
    if alignment:
        properties.append(element("w:jc", val=alignment))
    return element("w:p", properties, *content)


def table(style_id: str, widths: Sequence[int], rows: Iterable[BaseOxmlElement]) -> BaseOxmlElement:
    """Return a table of fixed widths, which are in twentieths of a point."""
    return element(
        "w:tbl",
        element(
            "w:tblPr",
            element("w:tblStyle", val=style_id),
            element("w:tblW", w=sum(widths), type="dxa"),
            element("w:tblLayout", type="fixed"),
        ),
        element("w:tblGrid", *(element("w:gridCol", w=width) for width in widths)),
        *rows,
    )


def row(cells: Iterable[BaseOxmlElement], *, is_head: bool = False) -> BaseOxmlElement:
    """Return a row, which does not break; a head is repeated on each page."""
    properties = element("w:trPr", element("w:cantSplit"))
    if is_head:
        properties.append(element("w:tblHeader"))
    return element("w:tr", properties, *cells)


def cell(
    width: int, paragraphs: Sequence[BaseOxmlElement], merge: str | None = None
) -> BaseOxmlElement:
    """Return a cell, which has one paragraph at least; ``merge`` is how it joins the one above."""
    properties = element("w:tcPr", element("w:tcW", w=width, type="dxa"))
    if merge:
        properties.append(element("w:vMerge", val=merge))
    return element("w:tc", properties, *paragraphs)
