"""Goals, plans, sections and their programs: the tree that the document is about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from shakyo_plan.documents.doubts import Code
from shakyo_plan.documents.outline.growing import Node, grow
from shakyo_plan.documents.outline.levels import Levels, Role, Shape, learn_levels
from shakyo_plan.documents.outline.lines import Line
from shakyo_plan.documents.outline.mark import Style
from shakyo_plan.documents.recognition.figures import indicators_of_table
from shakyo_plan.documents.recognition.items import check_numbers, items_of
from shakyo_plan.documents.recognition.sketch import NO_TITLE, Item, PartSketch, Sketch
from shakyo_plan.documents.recognition.table_parts import parts_of_table, sections_of_table
from shakyo_plan.documents.recognition.tables import items_of_table
from shakyo_plan.message import say

_ALMOST_ALL = 0.75
"""What so many parts of a kind have, the others are expected to have."""
_ENOUGH = 4


def read_plans(
    lines: list[Line], sketch: Sketch, chosen: Mapping[Shape, Role] | None = None
) -> Levels:
    """Sketch the goals and plans of a part; returns what was learnt of its levels."""
    root = grow(lines)
    levels = learn_levels(root, chosen)
    _Reader(levels, sketch).read(root)
    if levels.named_lists:
        lift_lists(sketch)
    _compare_neighbours(sketch)
    return levels


class _Reader:
    """Reads the tree of one part."""

    def __init__(self, levels: Levels, sketch: Sketch) -> None:
        self._levels = levels
        self._sketch = sketch
        self._shapes: dict[int, Shape] = {}
        """The kind of each part, by the number of its block."""

    def read(self, root: Node) -> None:
        flat = PartSketch(None, "")
        tables, root.tables = root.tables, []
        self._fill(flat, root)
        for table in tables:
            self._read_table(table)
        goals = [part for part in flat.parts if self._role_of(part) is Role.GOAL]
        self._sketch.goals += [part for goal in goals for part in self._with_lost_goals(goal)]
        self._sketch.plans += [part for part in flat.parts if part not in goals]
        self._give_goals()
        loose = flat.texts
        if flat.items:
            # A list under no heading at all: a plan without a title of its own has to hold it.
            self._sketch.plans.append(PartSketch(None, NO_TITLE, 1, loose, flat.items))
            loose = []
        for line in loose:
            self._sketch.doubt(
                Code.UNPLACED,
                line,
                "",
                say("text before the first goal or plan has no place in the file"),
            )

    def _give_goals(self) -> None:
        """Put plans whose numbers name a goal (1-1) under it, though the document has no heading for it."""
        plans = self._sketch.plans
        parents = [
            plan.line.mark.parent if plan.line and plan.line.mark else None for plan in plans
        ]
        if not plans or None in parents:
            return
        self._sketch.plans = []
        for parent, plan in zip(parents, plans, strict=True):
            goals = self._sketch.goals
            if not goals or goals[-1].number != parent:
                goals.append(PartSketch(None, NO_TITLE, parent))
                assert plan.line is not None  # noqa: S101 - it has a number
                self._sketch.doubt(
                    Code.INVENTED, plan.line, NO_TITLE,
                    say("the numbers name goal {goal}, which has no heading; write its title", goal=str(parent)),
                )  # fmt: skip
            goals[-1].parts.append(plan)

    def _read_table(self, table: list[Line]) -> None:
        """Read a table that stands under no heading: it may name the goals and plans itself."""
        parts = parts_of_table(table, self._sketch)
        if parts is not None:
            self._sketch.goals += parts[0]
            self._sketch.plans += parts[1]

    def _with_lost_goals(self, goal: PartSketch) -> Iterator[PartSketch]:
        """Yield a goal, and those after it whose heading is missing: their plans still name them (2-1)."""
        current = goal
        for plan in list(goal.parts):
            parent = plan.line.mark.parent if plan.line and plan.line.mark else None
            if parent is None or parent == current.number or current.number is None:
                if current is not goal:
                    goal.parts.remove(plan)
                    current.parts.append(plan)
                continue
            if plan.line is not None and parent != current.number + 1:
                self._sketch.doubt(
                    Code.OTHER_PARENT, plan.line, f"{current.number}-{plan.number}",
                    say("it is printed {printed}, but is under goal {goal}",
                        printed=f"{parent}-{plan.number}", goal=current.number),
                    (f"{parent}-{plan.number}",),
                )  # fmt: skip
                continue
            if plan.line is None:
                continue
            yield current
            current = PartSketch(None, NO_TITLE, parent)
            goal.parts.remove(plan)
            current.parts.append(plan)
            self._sketch.doubt(
                Code.OTHER_PARENT, plan.line, NO_TITLE,
                say("{printed} is under goal {goal}; is the goal's heading missing?",
                    printed=f"{parent}-{plan.number}", goal=str(parent - 1)),
            )  # fmt: skip
        yield current

    def _role_of(self, part: PartSketch) -> Role | None:
        shape = self._shapes.get(part.line.block.number) if part.line else None
        return self._levels.roles.get(shape) if shape else None

    def _fill(self, part: PartSketch, node: Node) -> None:
        """Put what stands under a node into its part."""
        part.texts += node.texts + node.loose
        entries: list[Node] = []
        numbered = [child for child in node.children if not child.is_list_heading]
        check_numbers(numbered, self._sketch, node.texts)
        for child in node.children:
            if self._levels.named_lists and child.is_list_heading:
                self._named_list(part, child)
            elif self._levels.role(child) is Role.PROGRAM or self._is_stray_entry(child):
                entries.append(child)
            elif self._levels.role(child) is Role.GROUP:
                self._group(part, child)
            else:
                self._part(part, child)
        if entries:
            if self._levels.named_lists:
                first = entries[0].line
                assert first is not None  # noqa: S101 - only the root has no line
                self._sketch.doubt(
                    Code.HEADING_MISSING, first, first.title,
                    say("the lists of its neighbours stand under a heading, this one does not"),
                )  # fmt: skip
            self._add_items(part, entries)
        for table in node.tables:
            below = (Role.GOAL, Role.PLAN)
            sections = (
                sections_of_table(table, self._sketch) if self._levels.role(node) in below else []
            )
            part.parts += sections
            items = None if sections else items_of_table(table, self._sketch)
            if items is not None:
                part.items = (part.items or []) + items
            elif not sections:
                part.indicators += indicators_of_table(table, self._sketch) or []

    def _is_stray_entry(self, node: Node) -> bool:
        """Whether a bullet stands where only headings are expected."""
        return (
            self._levels.named_lists
            and node.shape[0] in (Style.BULLET, Style.KANA, Style.CIRCLED)
            and not node.children
        )

    def _part(self, parent: PartSketch, node: Node) -> None:
        assert node.line is not None  # noqa: S101 - only the root has no line
        mark = node.mark
        part = PartSketch(node.line, node.title, mark.number if mark else None)
        self._shapes[node.line.block.number] = node.shape
        self._fill(part, node)
        parent.parts.append(part)

    def _named_list(self, part: PartSketch, node: Node) -> None:
        assert node.line is not None  # noqa: S101 - it has a heading
        self._sketch.headings.append(node.line)
        self._sketch.labels.setdefault("programs", node.title)
        if part.items is not None:
            self._sketch.doubt(
                Code.HEADING_MISSING, node.line, node.title,
                say("a second list under one title; is a heading missing before it?"),
            )  # fmt: skip
        unmarked = [*node.texts, *node.loose]
        items = items_of(node.children, self._sketch, unmarked)
        part.items = (part.items or []) + items
        part.list_heading = part.list_heading or node.line
        for table in node.tables:
            part.items += items_of_table(table, self._sketch) or []

    def _add_items(self, part: PartSketch, entries: list[Node]) -> None:
        part.items = (part.items or []) + items_of(entries, self._sketch)

    def _group(self, part: PartSketch, node: Node) -> None:
        """A level below sections: its title groups the programs under it."""
        assert node.line is not None  # noqa: S101 - only the root has no line
        item = Item(node.line, node.title, [node.line], content=list(node.texts))
        item.nested = items_of(node.children, self._sketch)
        part.items = [*(part.items or []), item]


def lift_lists(sketch: Sketch) -> None:
    """Give lists that stand behind the last section to the plan: a list under each is the section's own.

    Where no plan has several sections, nothing tells, and a list stays under the heading above it.
    """
    plans = [*sketch.plans, *(plan for goal in sketch.goals for plan in goal.parts)]
    listed = [
        [section.items is not None for section in plan.parts]
        for plan in plans
        if any(section.items is not None for section in plan.parts)
    ]
    several = sum(sum(has_list) > 1 for has_list in listed)
    if several * 3 > len(listed) or all(len(has_list) == 1 for has_list in listed):
        return
    for plan in plans:
        for section in plan.parts:
            if section.items is not None:
                if plan.items is not None:
                    first = section.list_heading or section.line
                    assert first is not None  # noqa: S101 - a section has a line
                    sketch.doubt(
                        Code.HEADING_MISSING, first, first.title,
                        say("a second list under one title; is a heading missing before it?"),
                    )  # fmt: skip
                plan.items = (plan.items or []) + section.items
                plan.list_heading = plan.list_heading or section.list_heading
                section.items = None


def _compare_neighbours(sketch: Sketch) -> None:
    """Doubt a plan that lacks what nearly all others have."""
    plans = [*sketch.plans, *(plan for goal in sketch.goals for plan in goal.parts)]
    if len(plans) < _ENOUGH:
        return
    having = Counter[str]()
    for plan in plans:
        having["sections"] += bool(plan.parts)
        having["items"] += plan.items is not None
    for plan in plans:
        if plan.line is None:
            continue
        if not plan.parts and having["sections"] >= _ALMOST_ALL * len(plans):
            sketch.doubt(
                Code.UNLIKE_NEIGHBOURS,
                plan.line,
                plan.title,
                say("it has no section, and nearly all others have"),
            )
        if plan.items is None and having["items"] >= _ALMOST_ALL * len(plans):
            sketch.doubt(
                Code.UNLIKE_NEIGHBOURS, plan.line, plan.title,
                say("it has no list of programs, and nearly all others have"),
            )  # fmt: skip
