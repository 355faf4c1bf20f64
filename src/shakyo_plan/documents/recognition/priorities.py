"""Priorities (重点項目): numbered titles, each with its text, actions and programs."""

from __future__ import annotations

import re

from shakyo_plan.documents.doubts import Code
from shakyo_plan.documents.outline.growing import Node, grow
from shakyo_plan.documents.outline.lines import Line
from shakyo_plan.documents.recognition.items import check_numbers, items_of
from shakyo_plan.documents.recognition.sketch import PartSketch, Sketch
from shakyo_plan.message import say

_ACTIONS = re.compile(r"取り?組み?|活動|施策|行動|内容")
_PROGRAMS = re.compile(r"事業|サービス")


def read_priorities(lines: list[Line], heading: Line | None, sketch: Sketch) -> None:
    """Sketch the priorities of a part."""
    root = grow(lines)
    if root.texts:
        for line in root.texts:
            sketch.doubt(
                Code.UNPLACED,
                line,
                "",
                say("text before the first priority has no place in the file"),
            )
    check_numbers(root.children, sketch)
    for node in root.children:
        sketch.priorities.append(_priority(node, sketch))
    if heading is not None:
        sketch.labels.setdefault("priority", _label(heading.title))


def _label(title: str) -> str:
    from shakyo_plan.documents.outline.parts import heading_words

    return heading_words(title)


def _priority(node: Node, sketch: Sketch) -> PartSketch:
    part = PartSketch(
        node.line, node.title, node.mark.number if node.mark else None, list(node.texts)
    )
    part.texts += node.loose
    check_numbers(node.children, sketch)
    plain: list[Node] = []
    for child in node.children:
        if child.is_list_heading or (child.children and _kind(child)):
            _take_list(part, child, sketch)
        else:
            plain.append(child)
    if plain and not part.actions:
        part.actions = items_of(plain, sketch)
    elif plain:
        part.actions += items_of(plain, sketch)
    return part


def _kind(node: Node) -> str | None:
    title = node.title
    if _PROGRAMS.search(title) and not _ACTIONS.search(title):
        return "programs"
    return "actions" if _ACTIONS.search(title) else None


def _take_list(part: PartSketch, node: Node, sketch: Sketch) -> None:
    assert node.line is not None  # noqa: S101 - it has a heading
    items = items_of(node.children, sketch, [*node.texts, *node.loose])
    sketch.headings.append(node.line)
    if _kind(node) == "programs":
        part.items = (part.items or []) + items
        part.list_heading = node.line
        sketch.labels.setdefault("priority_programs", node.title)
    else:
        part.actions += items
        sketch.labels.setdefault("actions", node.title)
