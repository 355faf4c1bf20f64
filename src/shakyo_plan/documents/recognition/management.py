"""The management of the organisation (組織運営): sections with a text and items."""

from __future__ import annotations

from shakyo_plan.documents.doubts import Code
from shakyo_plan.documents.outline.growing import Node, grow
from shakyo_plan.documents.outline.lines import Line
from shakyo_plan.documents.recognition.items import check_numbers, items_of, split_texts
from shakyo_plan.documents.recognition.sketch import PartSketch, Sketch
from shakyo_plan.message import say


def read_management(lines: list[Line], sketch: Sketch) -> None:
    """Sketch the sections of the part."""
    root = grow(lines)
    sketch.management_text += root.texts
    check_numbers(root.children, sketch)
    if root.texts and root.children and _is_entry(root.children[0]):
        first = root.texts[0]
        sketch.doubt(
            Code.HEADING_MISSING, first, first.title,
            say("a text above entries that have no heading; is one missing before it?"),
        )  # fmt: skip
    for node in root.children:
        texts, unmarked = split_texts([*node.texts, *node.loose], node)
        part = PartSketch(node.line, node.title, node.mark.number if node.mark else None, texts)
        part.items = items_of(node.children, sketch, unmarked)
        sketch.management.append(part)


def _is_entry(node: Node) -> bool:
    """Whether it is an entry of a list, no section: nothing stands under it."""
    return not (node.texts or node.loose or node.children)
