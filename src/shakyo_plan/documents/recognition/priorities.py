"""Priorities (重点項目): numbered titles, each with its text, actions and programs."""

from __future__ import annotations

from itertools import takewhile

from shakyo_plan.documents.doubts import Code
from shakyo_plan.documents.outline.growing import Node, grow
from shakyo_plan.documents.outline.lines import Line
from shakyo_plan.documents.recognition.items import check_numbers, items_of, split_texts
from shakyo_plan.documents.recognition.sketch import NO_TITLE, PartSketch, Sketch
from shakyo_plan.message import say
from shakyo_plan.values.lazy_pattern import lazy_pattern

_ACTIONS = lazy_pattern(r"取り?組み?|活動|施策|行動|内容")
_HEADING = lazy_pattern(
    r".{0,6}(?:の|な|する|年度)?(?:事業|サービス|取り?組み?|活動|施策|行動)(?:内容|計画|項目|名|一覧|等)?"
)
"""A heading of a list in words of its own; a longer one is an entry."""
_PROGRAMS = lazy_pattern(r"事業|サービス")


def read_priorities(lines: list[Line], heading: Line | None, sketch: Sketch) -> None:
    """Sketch the priorities of a part."""
    root = grow(lines)
    untitled = list(takewhile(lambda node: node.is_list_heading, root.children))
    if untitled:
        _take_untitled(root, untitled, sketch)
    else:
        for line in root.texts:
            sketch.doubt(
                Code.UNPLACED, line, "", say("text before the first priority has no place in the file")
            )  # fmt: skip
    check_numbers(root.children[len(untitled) :], sketch)
    sketch.priorities += [_priority(node, sketch) for node in root.children[len(untitled) :]]
    _doubt_bare_lists(sketch)
    if heading is not None:
        sketch.labels.setdefault("priority", _label(heading.title))


def _take_untitled(root: Node, lists: list[Node], sketch: Sketch) -> None:
    """Take lists before the first priority for those of one whose heading is missing."""
    after = root.children[len(lists)].mark if len(lists) < len(root.children) else None
    first = root.texts[0] if root.texts else lists[0].line
    assert first is not None  # noqa: S101 - a heading of a list is a line
    part = PartSketch(None, NO_TITLE, (after.number or 2) - 1 if after else 1, list(root.texts))
    for node in lists:
        _take_list(part, node, sketch)
    sketch.doubt(
        Code.HEADING_MISSING,
        first,
        NO_TITLE,
        say("lists stand here under no title; is a heading missing?"),
    )
    sketch.priorities.append(part)


def _doubt_bare_lists(sketch: Sketch) -> None:
    """Doubt a list without a heading, where the lists of the other priorities have one."""
    if sum(part.list_heading is not None for part in sketch.priorities) < 2:
        return
    for part in sketch.priorities:
        if part.bare_list is not None:
            sketch.doubt(
                Code.HEADING_MISSING, part.bare_list, part.bare_list.title,
                say("the lists of its neighbours stand under a heading, this one does not"),
            )  # fmt: skip


def _label(title: str) -> str:
    from shakyo_plan.documents.outline.part_words import heading_words

    return heading_words(title)


def _priority(node: Node, sketch: Sketch) -> PartSketch:
    part = PartSketch(
        node.line, node.title, node.mark.number if node.mark else None, list(node.texts)
    )
    part.texts += node.loose
    check_numbers(node.children, sketch, node.texts)
    plain: list[Node] = []
    texts, unmarked = split_texts(part.texts, node)
    part.texts = texts
    for child in node.children:
        if child.is_list_heading or (child.children and _heads_list(child)):
            _take_list(part, child, sketch)
        else:
            plain.append(child)
    part.actions += items_of(plain, sketch, unmarked)
    part.bare_list = plain[0].line if plain else None
    return part


def _heads_list(node: Node) -> bool:
    """Whether a node with entries below is their heading only, and no entry itself: 今年度の取り組み."""
    return _kind(node) is not None and bool(_HEADING.fullmatch(node.title.replace(" ", "")))


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
