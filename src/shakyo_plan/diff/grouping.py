"""Changes under the headings of the printed plan, as a board reads them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum

from shakyo_plan.diff.changes import Change, Heading, Item


class Chapter(IntEnum):
    """The chapters of a printed plan, in their order."""

    WHOLE = 0
    PRIORITIES = 1
    GOALS = 2
    PLANS = 3
    UNCITED = 4
    MANAGEMENT = 5
    SUPPRESSIONS = 6


_CHAPTERS = {
    Item.PRIORITY: Chapter.PRIORITIES,
    Item.ACTION: Chapter.PRIORITIES,
    Item.CITATION: Chapter.PRIORITIES,
    Item.GROUP: Chapter.PRIORITIES,
    Item.GOAL: Chapter.GOALS,
    Item.PROGRAM: Chapter.UNCITED,
    Item.MANAGEMENT: Chapter.MANAGEMENT,
    Item.SUPPRESS: Chapter.SUPPRESSIONS,
}


@dataclass(frozen=True, slots=True)
class Group:
    """The changes under one heading: a goal with a basic plan, a priority, a section, or a part."""

    chapter: Chapter
    goal: Heading | None
    below: Heading | None
    """The basic plan; the priority or section of the management, where there is no goal."""
    changes: tuple[Change, ...]


def grouped(changes: Iterable[Change]) -> tuple[Group, ...]:
    """Return the changes by their headings, in the order of the printed plan."""
    found: dict[tuple[Chapter, Heading | None, Heading | None], list[Change]] = {}
    for change in changes:
        key = _chapter(change), change.home.goal, change.home.plan
        found.setdefault(key, []).append(change)
    return tuple(
        Group(*key, tuple(found[key])) for key in sorted(found, key=lambda key: _printed(*key))
    )


def by_part(changes: Iterable[Change]) -> Iterable[tuple[Change, ...]]:
    """Return the changes of each part together, in the order in which the parts come.

    What becomes of a program and of where it is listed belongs together.
    """
    parts: dict[tuple[str, ...], list[Change]] = {}
    for change in changes:
        about = "program" if change.item in (Item.PROGRAM, Item.CITATION) else change.item.value
        number = "" if about == "program" or change.id is None else str(change.id)
        parts.setdefault((about, number, change.name or ""), []).append(change)
    return map(tuple, parts.values())


def _chapter(change: Change) -> Chapter:
    if change.home.goal is not None:
        return Chapter.GOALS
    if change.home.is_flat:
        return Chapter.PLANS
    if change.item is Item.PROGRAM and change.home.plan is not None:
        return Chapter.PRIORITIES
    return _CHAPTERS.get(change.item, Chapter.WHOLE)


def _printed(chapter: Chapter, goal: Heading | None, below: Heading | None) -> tuple[int, int, int]:
    return chapter, goal.rank if goal else -1, below.rank if below else -1
