"""Real numbering: one list of Word (``w:num``) for each list of the document."""

from __future__ import annotations

from copy import deepcopy
from importlib.resources import files
from typing import TYPE_CHECKING

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.parts.numbering import NumberingPart

from shakyo_plan.documents.printed.blocks import Numbering
from shakyo_plan.documents.word.elements import element
from shakyo_plan.documents.word.styles import STYLES, Use

if TYPE_CHECKING:
    from docx.document import Document
    from docx.oxml.xmlchemy import BaseOxmlElement

_DEFINITIONS = {
    "plain": (Numbering.PLAIN, (Use.HEADING_3,)),
    "brackets": (Numbering.BRACKETS, (Use.HEADING_4,)),
    "kana": (Numbering.KANA, (Use.NUMBERED, Use.NESTED)),
    "bullet": (Numbering.BULLET, (Use.BULLETS, Use.NESTED)),
}
"""What each of the definitions in ``numberings.xml`` is for, and the styles of its levels."""


class Lists:
    """The lists of one document; those that its template had stay."""

    def __init__(self, document: Document) -> None:
        """Bring our definitions into the document."""
        self._root = _numbering_of(document)
        self._styles = document.styles
        nums = self._root.findall(qn("w:num"))
        self._next = 1 + max((int(num.get(qn("w:numId"))) for num in nums), default=0)
        self._definitions = self._define()
        self._headings: dict[int, tuple[Numbering, int, int]] = {}

    def new(self, numbering: Numbering, start: int = 1) -> int:
        """Begin a list, and return the id that its paragraphs name."""
        num_id, self._next = self._next, self._next + 1
        self._root.append(
            element(
                "w:num",
                element("w:abstractNumId", val=self._definitions[numbering]),
                element("w:lvlOverride", element("w:startOverride", val=start), ilvl=0),
                numId=num_id,
            )
        )
        return num_id

    def of_heading(self, level: int, numbering: Numbering | None, number: int) -> int | None:
        """Return the list that a heading goes on with, or a new one; None where it has no number."""
        for below in [lower for lower in self._headings if lower > level]:
            del self._headings[below]
        before = self._headings.pop(level, None)
        if numbering is None:
            return None
        goes_on = before and before[:2] == (numbering, number - 1)
        num_id = before[2] if before and goes_on else self.new(numbering, number)
        self._headings[level] = (numbering, number, num_id)
        return num_id

    def _define(self) -> dict[Numbering, int]:
        ours = parse_xml((files("shakyo_plan.documents.word") / "numberings.xml").read_bytes())
        theirs = self._root.findall(qn("w:abstractNum"))
        number = 1 + max(
            (int(definition.get(qn("w:abstractNumId"))) for definition in theirs), default=-1
        )
        first_list = self._root.find(qn("w:num"))
        at = len(self._root) if first_list is None else self._root.index(first_list)
        defined: dict[Numbering, int] = {}
        for count, definition in enumerate(ours):
            copy = deepcopy(definition)
            copy.set(qn("w:abstractNumId"), str(number + count))
            self._root.insert(at + count, copy)
            numbering, uses = _DEFINITIONS[copy.find(qn("w:name")).get(qn("w:val"))]
            for level, use in zip(copy.findall(qn("w:lvl")), uses, strict=True):
                self._indent(level, use)
            defined[numbering] = number + count
        return defined

    def _indent(self, level: BaseOxmlElement, use: Use) -> None:
        """Indent a level as its style is; Word and LibreOffice differ on which of the two goes before."""
        properties = self._styles[STYLES[use].name].element.pPr
        indent = None if properties is None else properties.find(qn("w:ind"))
        if indent is not None:
            level.append(element("w:pPr", deepcopy(indent)))


def _numbering_of(document: Document) -> BaseOxmlElement:
    part = document.part
    for relationship in part.rels.values():
        if relationship.reltype == RELATIONSHIP_TYPE.NUMBERING:
            found: BaseOxmlElement = relationship.target_part.element
            return found
    made = NumberingPart(
        PackURI("/word/numbering.xml"),
        CONTENT_TYPE.WML_NUMBERING,
        element("w:numbering"),
        part.package,
    )
    part.relate_to(made, RELATIONSHIP_TYPE.NUMBERING)
    root: BaseOxmlElement = made.element
    return root
