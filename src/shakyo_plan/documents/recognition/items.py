"""Entries of lists: those that are marked, and the lines below them that are not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from shakyo_plan.documents.doubts import Code
from shakyo_plan.documents.names.forms import ends_like_a_name, open_brackets
from shakyo_plan.documents.outline.growing import Node
from shakyo_plan.documents.outline.lines import Line
from shakyo_plan.documents.outline.mark import Style, written_like
from shakyo_plan.documents.outline.numbering import odd_mark
from shakyo_plan.documents.recognition.fact_words import is_labelled, tells_facts
from shakyo_plan.documents.recognition.sketch import Item, Sketch
from shakyo_plan.message import say


def items_of(nodes: Iterable[Node], sketch: Sketch, unmarked: Iterable[Line] = ()) -> list[Item]:
    """Return the entries of a list; ``unmarked`` are lines that stand before the first marked one."""
    nodes = list(nodes)
    found: list[Item] = []
    for line in unmarked:
        found.append(Item(line, line.title, [line]))
        if nodes:
            sketch.doubt(
                Code.NO_MARK,
                line,
                line.title,
                say("the entries below it have a number or bullet, this one has none"),
            )
    check_numbers(nodes, sketch)
    for at, node in enumerate(nodes):
        after = nodes[at + 1] if at + 1 < len(nodes) else None
        found += _with_rest(node, after, sketch)
    return found


def split_texts(lines: list[Line], node: Node) -> tuple[list[Line], list[Line]]:
    """Part the running text under a heading from entries that lost their mark, right above the list."""
    texts = list(lines)
    unmarked: list[Line] = []
    first = node.children[0].mark if node.children else None
    while texts and first is not None and first.style is Style.BULLET and _may_be_entry(texts[-1]):
        unmarked.insert(0, texts.pop())
    return texts, unmarked


def _may_be_entry(line: Line) -> bool:
    return not line.is_sentence and ends_like_a_name(line.title)


def _with_rest(node: Node, after: Node | None, sketch: Sketch) -> list[Item]:
    assert node.line is not None  # noqa: S101 - only the root has no line
    item = Item(node.line, node.title, [node.line], content=list(node.texts))
    item.nested = items_of(node.children, sketch)
    found = [item]
    for line in node.loose:
        lost = _lost_entry(line, found[-1], after)
        if lost is None and _tells_of(line, found[-1]):
            found[-1].content.append(line)
            continue
        if lost is None:
            # Whether it goes on or begins something, only the names can tell.
            found[-1].lines.append(line)
            continue
        sketch.doubt(
            Code.NO_MARK, line, lost,
            say("a number is missing between the entries around it; the line was taken for that entry"),
            (found[-1].text + line.title,),
        )  # fmt: skip
        found.append(Item(line, lost, [line]))
    return found


def _tells_of(line: Line, item: Item) -> bool:
    """Whether a line below an entry tells of it, rather than going on with its name: 会場：公民館."""
    return open_brackets(item.line.title) <= 0 and (
        is_labelled(line.title)
        or (line.block.indent > item.line.block.indent and tells_facts(line.block.text))
    )


def _lost_entry(line: Line, before: Item, after: Node | None) -> str | None:
    """Return the text of an entry that lost its number: the list goes from 2 to 4 around it."""
    mark = before.mark
    if mark is None or mark.number is None or after is None or after.mark is None:
        return None
    if after.mark.number != mark.number + 2 or mark.style is Style.BULLET:
        return None
    odd = odd_mark(line.title)
    return odd[1] if odd else line.title


_ENOUGH = 10
_FEW = 0.3
"""Where so few entries of a document have running text under them, it is odd there."""


def doubt_texts_in_lists(sketch: Sketch) -> None:
    """Doubt running text under entries of a document whose entries have none."""
    items = [
        item
        for part in (*sketch.lists, *sketch.management)
        for item in _all((*(part.items or ()), *part.actions))
    ]
    with_text = [item for item in items if item.content]
    if len(items) < _ENOUGH or len(with_text) > _FEW * len(items):
        return
    for item in with_text:
        sketch.doubt(
            Code.TEXT_IN_LIST, item.content[0], item.text,
            say("running text under an entry of a list; is a heading missing before it?"),
        )  # fmt: skip


def _all(items: Iterable[Item]) -> Iterator[Item]:
    for item in items:
        yield item
        yield from _all(item.nested)


def check_numbers(nodes: Iterable[Node], sketch: Sketch, above: Iterable[Line] = ()) -> None:
    """Doubt numbers that are missing, come twice or are of another kind.

    ``above`` are the lines between the heading and the first number: there the missing one belongs.
    """
    spot = next(iter(above), None)
    before: int | None = None
    first = True
    for node in nodes:
        mark = node.mark
        if mark is None or mark.number is None or node.line is None:
            continue
        # Goals may begin at 3, where a document continues another; entries of a list begin at 1.
        if (
            before is None
            and mark.number > 1
            and first
            and node.line not in sketch.going_on
            and (
                mark.style not in (Style.CHAPTER, Style.ROMAN, Style.LABEL)
                or mark.parent is not None
            )
        ):
            sketch.doubt(
                Code.NUMBER_MISSING, spot or node.line, node.title,
                say("the list begins with {number}; what comes before it?", number=mark.written),
            )  # fmt: skip
        elif before is not None and mark.number > before + 1:
            sketch.doubt(
                Code.NUMBER_MISSING, node.line, node.title,
                say("{number} is missing before it", number=written_like(mark, before + 1)),
            )  # fmt: skip
        elif before is not None and mark.number <= before:
            sketch.doubt(
                Code.NUMBER_ODD, node.line, node.title,
                say("{number} comes again, or too late; is a heading missing before it?", number=mark.written),
            )  # fmt: skip
        elif node.odd_shape:
            sketch.doubt(
                Code.OTHER_MARK, node.line, node.title,
                say("its number {number} is written otherwise than those of its neighbours", number=mark.written),
            )  # fmt: skip
        before, first = mark.number, False
