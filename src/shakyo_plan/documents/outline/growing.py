"""Grows the tree of one part: what stands under what, told by which kind of mark came first.

Nothing is fixed about the levels: a kind of mark that was not seen yet under the headings that are
open begins a level below them; one that is open closes all below it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from shakyo_plan.documents.outline.lines import Line
from shakyo_plan.documents.outline.mark import Mark, Style
from shakyo_plan.values.lazy_pattern import lazy_pattern

HEADING_BULLETS = "◆◇■□▼▽★▲△"
"""Bullets that head others more often than they are entries."""
_BARE_HEADING = lazy_pattern(r"(?:事業|活動|取り?組み?|施策|サービス)")
"""Words that head a list only where a bracket or a heading style says that they are a heading."""
_LABELLED = lazy_pattern(r"[^ 　：:]{1,10}[：:].*\S")
"""A fact behind its label, 担当：総務課: no heading of the list that follows."""
LIST_HEADING = lazy_pattern(
    r"(?:(?:主な|主要な?|関連する?|具体的な?|重点|実施する|本年度の|細|個別|構成)?(?:実施|取り?組み?|関連)?(?:事業|活動|サービス|取り?組み?|施策)"
    r"(?:項目|内容|名|一覧|計画)?(?:等)?)"
)
"""The heading of a list of programs or actions: 主な事業, 具体的な取り組み."""


@dataclass
class Node:
    """A heading or entry, and what stands under it."""

    line: Line | None
    children: list[Node] = field(default_factory=list)
    texts: list[Line] = field(default_factory=list)
    """Running text under it, before anything that is marked."""
    loose: list[Line] = field(default_factory=list)
    """Lines without a mark that follow an entry: the rest of it, or what is nested in it."""
    tables: list[list[Line]] = field(default_factory=list)
    shape: tuple[Style, str] = (Style.PLAIN, "")
    odd_shape: bool = False
    """Whether its mark is of another kind than those of its neighbours."""

    @property
    def title(self) -> str:
        """Its own text."""
        return self.line.title if self.line else ""

    @property
    def mark(self) -> Mark | None:
        """Its number or bullet."""
        return self.line.mark if self.line else None

    @property
    def is_heading(self) -> bool:
        """Whether it has a heading style of Word."""
        return self.line is not None and self.line.block.heading is not None

    @property
    def is_list_heading(self) -> bool:
        """Whether it is the heading of a list of programs or actions."""
        return self.line is not None and is_list_heading(self.line)

    def walk(self) -> Iterator[Node]:
        """Yield the node and all below it, in printed order."""
        yield self
        for child in self.children:
            yield from child.walk()


def is_list_heading(line: Line) -> bool:
    """Whether a line is the heading of a list of programs or actions."""
    bare = line.title.replace(" ", "").strip("：:")
    if _BARE_HEADING.fullmatch(bare):
        return line.block.heading is not None or (
            line.mark is not None and line.mark.style is Style.BRACKET
        )
    return not line.is_row and bool(LIST_HEADING.fullmatch(bare))


_FEW = 0.05


def grow(lines: Sequence[Line]) -> Node:
    """Return the tree of a part; its root has no line.

    Lines of their own are headings where a document uses them so; where it does hardly once, they are text.
    """
    root = _grown(lines, plain_headings=True)
    nodes = list(root.walk())
    plain = sum(node.shape[0] is Style.PLAIN and not node.is_list_heading for node in nodes[1:])
    return root if plain == 0 or plain > _FEW * len(nodes) else _grown(lines, plain_headings=False)


def _grown(lines: Sequence[Line], *, plain_headings: bool) -> Node:
    root = Node(None)
    stack = [root]
    for number, line in enumerate(lines):
        after = lines[number + 1] if number + 1 < len(lines) else None
        _place(line, after if plain_headings or is_list_heading(line) else None, stack)
    return root


def _place(line: Line, after: Line | None, stack: list[Node]) -> None:
    top = stack[-1]
    if line.is_row:
        _add_row(line, stack)
    elif (
        line.mark is not None
        or line.block.heading is not None
        or _is_subheading(line, after, stack)
    ):
        _push(line, stack)
    elif line.is_sentence or len(stack) == 1 or not _is_entry(top):
        top.texts.append(line)
    else:
        top.loose.append(line)


def _add_row(line: Line, stack: list[Node]) -> None:
    holder = stack[-1]
    tables = holder.tables
    if tables and tables[-1][-1].block.table == line.block.table:
        tables[-1].append(line)
    else:
        tables.append([line])


def _shape(line: Line) -> tuple[Style, str]:
    if line.mark is not None:
        return line.mark.shape
    if line.block.heading is not None:
        return Style.HEADING, str(line.block.heading)
    return Style.PLAIN, ""


def _push(line: Line, stack: list[Node]) -> None:
    shape = _shape(line)
    node = Node(line, shape=shape)
    _close_bullets(line, stack)
    at = next(
        (depth for depth in range(len(stack) - 1, 0, -1) if stack[depth].shape == shape), None
    )
    if at is None and shape[0] is Style.BULLET:
        at = _beside_bullet(line, stack)
    if at is None and line.mark is not None and line.mark.parent is not None:
        at = _below_label(stack)
    elif at is None:
        at = _other_level(line, stack)
        if at is not None and not stack[at].is_list_heading:
            node.odd_shape = True
            node.shape = stack[at].shape
    if at is None and shape[0] is Style.HEADING:
        at = _by_heading_level(line, stack)
    if at is not None:
        del stack[at:]
    stack[-1].children.append(node)
    stack.append(node)


def _close_bullets(line: Line, stack: list[Node]) -> None:
    """Close what bullets opened, where a chapter, a word with a number or a heading of Word begins."""
    high = line.mark is not None and line.mark.style in (Style.LABEL, Style.CHAPTER)
    if not high and line.block.heading is None:
        return
    depths = (depth for depth, node in enumerate(stack) if node.shape[0] is Style.BULLET)
    at = next(depths, None)
    if at is not None and (line.mark is None or line.mark.style is not Style.BULLET):
        del stack[at:]


def _rank(bullet: str) -> int:
    """Return how high a bullet stands among others, where several kinds are used: 0 for the highest."""
    if bullet in HEADING_BULLETS:
        return 0
    return 2 if bullet in "・-" else 1


def _beside_bullet(line: Line, stack: list[Node]) -> int | None:
    """Return the depth of the open bullet that this one, though another sign, stands beside."""
    mark = line.mark
    for depth in range(len(stack) - 1, 0, -1):
        there = stack[depth]
        if mark is None or there.line is None or there.shape[0] is not Style.BULLET:
            continue
        lower = _rank(mark.label) > _rank(there.shape[1])
        if not lower and line.block.indent <= there.line.block.indent:
            return depth
    return None


def _below_label(stack: list[Node]) -> int | None:
    """Return the depth below the innermost word with a number: 2-2 stands under goal 2, whatever came between."""
    labels = [depth for depth, node in enumerate(stack) if node.shape[0] is Style.LABEL]
    return labels[-1] + 1 if labels and labels[-1] + 1 < len(stack) else None


def _other_level(line: Line, stack: list[Node]) -> int | None:
    """Return the depth of the open list whose next number this is, though written in another form."""
    mark = line.mark
    if mark is None or mark.number is None or mark.number == 1 or mark.style is Style.LABEL:
        return None
    if len(stack) > 2 and stack[1].is_list_heading:
        return 1  # no list within a list begins with 2: it goes on above the headings of lists
    for depth in range(len(stack) - 1, 0, -1):
        there = stack[depth].mark
        if (
            there
            and there.number is not None
            and there.number + 1 == mark.number
            and there.style is not Style.LABEL
        ):
            return depth
    return None


def _by_heading_level(line: Line, stack: list[Node]) -> int | None:
    level = line.block.heading
    if level is None:
        return None
    for depth in range(1, len(stack)):
        there = stack[depth].line
        if there is not None and there.block.heading is not None and there.block.heading >= level:
            return depth
        if there is not None and there.block.heading is None and _is_entry(stack[depth]):
            return depth
    return None


def _is_entry(node: Node) -> bool:
    """Whether a node may be an entry of a list, which goes on over the lines below it."""
    return node.line is not None and node.line.block.heading is None and node.shape[0] not in (
        Style.LABEL, Style.BRACKET, Style.PLAIN, Style.CHAPTER, Style.ROMAN, Style.HEADING
    )  # fmt: skip


def _is_subheading(line: Line, after: Line | None, stack: list[Node]) -> bool:
    """Whether a line without a mark is the heading of the list that begins below it."""
    if line.is_sentence or after is None or after.is_row or _LABELLED.match(line.title):
        return False
    if is_list_heading(line):
        return True
    if after.mark is None or after.mark.number != 1 or stack[-1].is_list_heading:
        return False
    # A list begins anew: what stands over it is its heading.
    return after.mark.style not in (Style.LABEL, Style.BRACKET) and len(line.title) <= 40
