"""Which level of a document is what: goal, plan, section, program; learnt from how deep it goes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from shakyo_plan.documents.outline.growing import HEADING_BULLETS, Node
from shakyo_plan.documents.outline.mark import Style
from shakyo_plan.values.lazy_pattern import lazy_pattern

Shape = tuple[Style, str]


class Role(StrEnum):
    """What the nodes of one kind are."""

    GOAL = "goal"
    PLAN = "plan"
    SECTION = "section"
    GROUP = "group"
    PROGRAM = "program"


_ABSTRACT = lazy_pattern(
    r"(?:の|な|への|と)?(?:推進|充実|強化|整備|促進|向上|確立|構築|育成|対応|醸成|拡充|支援|づくり|創出|保障|尊重|確保|発展|安定化|実現|ために)$"
)
"""How the titles of plans end, rather than the names of programs."""
_GOAL_WORD = lazy_pattern(r"目標|柱|分野|方針|理念|重点取組|章")
_PLAN_WORD = lazy_pattern(r"計画|施策|項目|推進項目")
_MOST = 0.6
_LEAF = 0.34
"""Of nodes of one kind, so many may have children and the kind still be one of entries."""
_LEVELS = 3
"""Goals, plans and sections: a kind below is one of entries."""
_ENOUGH = 4
_ENTRY_STYLES = frozenset(
    (Style.BULLET, Style.CIRCLED, Style.KANA, Style.PAREN_KANA, Style.ALPHA, Style.PAREN_ALPHA)
)


@dataclass(frozen=True)
class Levels:
    """The role of each kind of node in the tree of plans."""

    roles: dict[Shape, Role]
    named_lists: bool
    """Whether lists of programs have a heading of their own, such as 主な事業."""

    def role(self, node: Node) -> Role | None:
        """Return what a node is; None for one that no level was learnt for."""
        return self.roles.get(node.shape)


def learn_levels(root: Node, chosen: Mapping[Shape, Role] | None = None) -> Levels:
    """Return the roles of the kinds of nodes below the root; ``chosen`` are settled by a person."""
    named = any(node.is_list_heading and node.children for node in root.walk())
    chain = _chain(root, named_lists=named)
    entries = _entry_shapes(root, chain, named_lists=named)
    containers = [shape for shape in chain if shape not in entries]
    roles = dict.fromkeys(entries, Role.PROGRAM) | _container_roles(
        containers, entries, root, named=named
    )
    return Levels({**roles, **(chosen or {})}, named)


def _chain(root: Node, *, named_lists: bool) -> list[Shape]:
    """Return the kinds of nodes, those above before those below; what stands in named lists is left out."""
    depths: dict[Shape, list[int]] = {}

    def visit(node: Node, depth: int) -> None:
        for child in node.children:
            if named_lists and child.is_list_heading:
                continue
            depths.setdefault(child.shape, []).append(depth)
            visit(child, depth + 1)

    visit(root, 0)
    return sorted(
        depths,
        key=lambda shape: (sum(depths[shape]) / len(depths[shape]), list(depths).index(shape)),
    )


def _entry_shapes(root: Node, chain: list[Shape], *, named_lists: bool) -> list[Shape]:
    """Return the kinds that are entries of lists, and no parts with lists of their own."""
    if named_lists:
        return []
    total: Counter[Shape] = Counter()
    parents: Counter[Shape] = Counter()
    tables: Counter[Shape] = Counter()
    titles: dict[Shape, list[str]] = {}
    for node in root.walk():
        if node.line is not None:
            total[node.shape] += 1
            titles.setdefault(node.shape, []).append(node.title)
            parents[node.shape] += bool(node.children)
            tables[node.shape] += bool(node.tables)
    bullets = [
        shape
        for shape in chain
        if shape[0] is Style.BULLET
        and not tables[shape]
        and not (shape[1] in HEADING_BULLETS and parents[shape] > _MOST * total[shape])
    ]
    others = [
        shape
        for shape in chain
        if shape[0] in _ENTRY_STYLES
        and not tables[shape]
        and parents[shape] / total[shape] <= _LEAF
    ]
    if bullets or others:
        found = list(dict.fromkeys((*bullets, *others)))
        above = [shape for shape in chain if shape not in found]
        last = above[-1] if len(above) > _LEVELS - 1 else None
        if (
            last is not None
            and total[last] >= _ENOUGH
            and parents[last] <= _LEAF * total[last]
            and not _are_titles(titles[last])
        ):
            # Most of the lowest numbered kind have nothing below: they are entries, some with parts.
            found.append(last)
        return found
    leaves = [
        shape
        for shape in chain
        if total[shape]
        and parents[shape] / total[shape] <= _LEAF
        and tables[shape] / total[shape] <= _LEAF
        and not all(node.is_heading for node in root.walk() if node.shape == shape)
    ]
    if not leaves:
        return []
    last = chain[-1]
    if last not in leaves:
        return []
    if len(chain) == 1 or (last[0] not in _ENTRY_STYLES and _are_titles(titles[last])):
        return [last] if last[0] in _ENTRY_STYLES else []
    return [last]


def _are_titles(titles: list[str]) -> bool:
    """Whether texts are titles of plans rather than names of programs."""
    return sum(bool(_ABSTRACT.search(title)) for title in titles) * 2 > len(titles)


def _container_roles(
    containers: list[Shape], entries: list[Shape], root: Node, *, named: bool
) -> dict[Shape, Role]:
    """Return the roles of the kinds that hold others, the highest first."""
    lists = bool(entries) or named or any(node.tables for node in root.walk())
    match len(containers):
        case 0:
            return {}
        case 1:
            only = containers[0]
            is_goal = (
                only[0] is Style.LABEL
                and _GOAL_WORD.search(only[1])
                and not _PLAN_WORD.search(only[1])
            )
            return {only: Role.GOAL if is_goal else Role.PLAN}
        case 2:
            first, second = containers
            goal_over_sections = first[0] is Style.LABEL and bool(_PLAN_WORD.search(first[1]))
            if goal_over_sections and second[0] is not Style.LABEL and lists:
                return {first: Role.PLAN, second: Role.SECTION}
            return {first: Role.GOAL, second: Role.PLAN}
        case _:
            first, second, third, *deeper = containers
            roles = {first: Role.GOAL, second: Role.PLAN, third: Role.SECTION}
            return roles | dict.fromkeys(deeper, Role.GROUP)
