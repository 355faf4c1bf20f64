"""The management of the organisation (組織運営): sections with a text and items."""

from __future__ import annotations

from shakyo_plan.documents.outline.growing import grow
from shakyo_plan.documents.outline.lines import Line
from shakyo_plan.documents.recognition.items import check_numbers, items_of, split_texts
from shakyo_plan.documents.recognition.sketch import PartSketch, Sketch


def read_management(lines: list[Line], sketch: Sketch) -> None:
    """Sketch the sections of the part."""
    root = grow(lines)
    sketch.management_text += root.texts
    check_numbers(root.children, sketch)
    for node in root.children:
        texts, unmarked = split_texts([*node.texts, *node.loose], node)
        part = PartSketch(node.line, node.title, node.mark.number if node.mark else None, texts)
        part.items = items_of(node.children, sketch, unmarked)
        sketch.management.append(part)
