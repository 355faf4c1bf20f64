"""The text of a Word paragraph and its boxes, and the cells of a table, from the XML."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from shakyo_plan.documents.characters import plain
from shakyo_plan.documents.outline.numbering import begins_entry

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
SKIPPED = frozenset(
    f"{W}{name}"
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
"""What is no text of the document: deletions, the reading of ruby, codes of fields, properties."""
_BOX = f"{W}txbxContent"
_BREAK = "\n"
_DEEPEST = 40


def text_of(element: Any) -> str:
    """Return the text of an element, with a line end where Shift+Enter was typed."""
    return "".join(_pieces(element, 0))


def _pieces(element: Any, depth: int) -> Iterator[str]:
    if depth > _DEEPEST:
        return
    for child in element.iterchildren():
        tag = child.tag
        if not isinstance(tag, str) or tag in SKIPPED or tag == _BOX:
            continue
        if tag == f"{W}t":
            yield child.text or ""
        elif tag == f"{W}tab" or tag == f"{W}ptab":
            yield "\t"
        elif tag in (f"{W}br", f"{W}cr"):
            yield _BREAK
        elif tag == f"{W}noBreakHyphen":
            yield "-"
        elif tag == f"{W}sym":
            yield "・"
        elif tag == f"{W}r" and _is_hidden(child):
            continue
        else:
            yield from _pieces(child, depth + 1)


def _is_hidden(run: Any) -> bool:
    hidden = run.find(f"{W}rPr/{W}vanish")
    return hidden is not None and hidden.get(f"{W}val") not in ("0", "false", "off")


def boxes_of(paragraph: Any) -> Iterator[Any]:
    """Yield the text boxes that hang on a paragraph, each once: Fallback repeats it for old programs."""
    for box in paragraph.iter(_BOX):
        above = list(box.iterancestors())
        outer = [element.tag for element in above[: above.index(paragraph)]]
        if not any(tag in SKIPPED or tag == _BOX for tag in outer):
            yield box


def lines_of(written: str) -> list[str]:
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


def rows_of(table: Any) -> Iterator[Any]:
    """Yield the rows of a table, those in content controls too."""
    for child in table.iterchildren():
        if child.tag == f"{W}tr":
            if child.find(f"{W}trPr/{W}del") is None:
                yield child
        elif child.tag in (f"{W}sdt", f"{W}sdtContent", f"{W}ins", f"{W}customXml"):
            yield from rows_of(child)


def cells_of(row: Any) -> Iterator[Any]:
    """Yield the cells of a row; None for each further column that a wide one covers."""
    before = row.find(f"{W}trPr/{W}gridBefore")
    for _ in range(min(value_of(before), 60)):
        yield None
    for cell in row.iterchildren(f"{W}tc", f"{W}sdt"):
        inner = cell if cell.tag == f"{W}tc" else next(cell.iter(f"{W}tc"), None)
        if inner is None:
            continue
        yield inner
        span = inner.find(f"{W}tcPr/{W}gridSpan")
        for _ in range(min(value_of(span), 60) - 1):
            yield None


def is_layout(rows: list[list[Any]]) -> bool:
    """Whether a table is only there to place text: one cell a row, or a cell that holds a whole page."""
    if all(sum(cell is not None for cell in row) <= 1 for row in rows):
        return True
    longest = max(
        (len(list(cell.iterchildren(f"{W}p"))) for row in rows for cell in row if cell is not None),
        default=0,
    )
    return len(rows) <= 2 and longest > 6


def left_of(indent: Any) -> float:
    """Return how far in a paragraph begins, in twentieths of a point."""
    left = indent.get(f"{W}left") or indent.get(f"{W}start") or "0"
    try:
        return float(left)
    except ValueError:
        return 0


def value_of(element: Any) -> int:
    """Return the number that an element has as its value; 0 for none."""
    return 0 if element is None else whole_number(element.get(f"{W}val"))


def whole_number(value: str | None) -> int:
    """Return a whole number of up to three digits; 0 for what is none."""
    return int(value) if value and value.isdigit() and len(value) < 4 else 0
