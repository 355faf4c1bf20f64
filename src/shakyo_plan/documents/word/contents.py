"""The table of contents: filled in, with page numbers that Word counts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import count
from typing import TYPE_CHECKING, NamedTuple

from docx.oxml.ns import qn

from shakyo_plan.documents.printed.blocks import Heading, Numbering
from shakyo_plan.documents.word.elements import element, paragraph, run
from shakyo_plan.documents.word.styles import ENTRIES_OF_CONTENTS, Use

if TYPE_CHECKING:
    from docx.document import Document
    from docx.oxml.xmlchemy import BaseOxmlElement

_DEPTH = max(ENTRIES_OF_CONTENTS)


class _Entry(NamedTuple):
    heading: Heading
    bookmark: str


class Contents:
    """Collects headings while they are written; each gets a bookmark that its entry leads to."""

    def __init__(self, style_id: Callable[[Use], str]) -> None:
        """Take what tells the style of each use."""
        self._style_id = style_id
        self._entries: list[_Entry] = []
        self._ids = count(1)

    def mark(self, written: BaseOxmlElement, heading: Heading) -> None:
        """Note a heading, and put the bookmark around the text of its paragraph."""
        if heading.level > _DEPTH:
            return
        number = next(self._ids)
        name = f"_Toc{number:08}"
        properties = written.find(qn("w:pPr"))
        begin = element("w:bookmarkStart", id=number, name=name)
        written.insert(0 if properties is None else 1, begin)
        written.append(element("w:bookmarkEnd", id=number))
        self._entries.append(_Entry(heading, name))

    def elements(self) -> Iterator[BaseOxmlElement]:
        """Yield the paragraphs of the contents: for each heading a link to it, with its page.

        One field of Word's for all of them (TOC) would stay empty until somebody has it updated,
        and in LibreOffice always.
        """
        yield paragraph(self._style_id(Use.CONTENTS), run("目次"), new_page=True)
        for heading, bookmark in self._entries:
            use = ENTRIES_OF_CONTENTS[heading.level]
            words = run(f"{_number(heading)}{heading.text}")
            tab = element("w:r", element("w:tab"))
            page = _field(f" PAGEREF {bookmark} \\h ")
            link = element("w:hyperlink", words, tab, *page, anchor=bookmark, history=1)
            yield paragraph(self._style_id(use), link)

    @staticmethod
    def ask_for_page_numbers(document: Document) -> None:
        """Have Word count the pages when it opens the document; it asks the reader first."""
        settings = document.settings.element
        if settings.find(qn("w:updateFields")) is None:
            update = element("w:updateFields", val="true")
            # The format wants it before these, whichever the template has.
            later = [settings.find(qn(f"w:{tag}")) for tag in _AFTER_UPDATE_FIELDS]
            places = [settings.index(there) for there in later if there is not None]
            settings.insert(min(places, default=len(settings)), update)


_AFTER_UPDATE_FIELDS = (
    "hdrShapeDefaults", "footnotePr", "endnotePr", "compat", "docVars", "rsids", "attachedSchema",
    "themeFontLang", "clrSchemeMapping", "doNotIncludeSubdocsInStats", "doNotAutoCompressPictures",
    "forceUpgrade", "captions", "readModeInkLockDown", "smartTagType", "shapeDefaults",
    "doNotEmbedSmartTags", "decimalSymbol", "listSeparator",
)  # fmt: skip
"""What follows ``w:updateFields`` in the settings of a document (ECMA-376, CT_Settings)."""


def _number(heading: Heading) -> str:
    match heading.numbering:
        case Numbering.PLAIN:
            return f"{heading.number}　"
        case Numbering.BRACKETS:
            return f"({heading.number})　"
        case _:
            return ""


def _field(instruction: str) -> tuple[BaseOxmlElement, ...]:
    """Return the runs of a field whose value Word or LibreOffice finds."""
    text = element("w:instrText")
    text.text = instruction
    text.set(qn("xml:space"), "preserve")
    return _mark("begin"), element("w:r", text), _mark("separate"), run(""), _mark("end")


def _mark(kind: str) -> BaseOxmlElement:
    return element("w:r", element("w:fldChar", fldCharType=kind))
