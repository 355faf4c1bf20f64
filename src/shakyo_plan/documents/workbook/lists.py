"""The lists of a plan that cite programs, each by the name that the workbook has for it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from shakyo_plan.model import Labels
from shakyo_plan.values.data_path import DataPath
from shakyo_plan.values.plan_id import fold_plan_id

PROGRAMS = "programs"


class Listing(NamedTuple):
    """A list of citations: that of a part, or of a group within it."""

    part: str
    """The part as people call it, 基本計画 1-5; of two with one id, the second is said to be it."""
    group: str
    """The words of the group, or nothing."""
    title: str
    owner: DataPath
    """The place of the map whose key ``programs`` holds the list; the list may not be there yet."""


def listings_of(data: Any) -> Iterator[Listing]:
    """Yield every list that may cite programs, in printed order; groups follow their part."""
    taken: Counter[str] = Counter()
    for name, part, owner in _parts(data):
        unique = _unique(name, taken)
        yield Listing(unique, "", part["title"], owner)
        groups: Counter[str] = Counter()
        for number, entry in enumerate(part.get(PROGRAMS, ())):
            if isinstance(entry, dict):
                words = _unique(entry["group"], groups)
                yield Listing(unique, words, part["title"], (*owner, PROGRAMS, number))


def _parts(data: Any) -> Iterator[tuple[str, Mapping[str, Any], DataPath]]:
    """Yield priorities and basic plans, and the goals and sections that have lists of their own."""
    labels = data.get("labels", {})
    for number, part in enumerate(data.get("priorities", ())):
        yield (
            f"{labels.get('priority', Labels.priority)} {part['id']}",
            part,
            ("priorities", number),
        )
    for number, goal in enumerate(data.get("goals", ())):
        if PROGRAMS in goal:
            yield f"{labels.get('goal', Labels.goal)} {goal['id']}", goal, ("goals", number)
        yield from _plans(goal, ("goals", number), labels)
    yield from _plans(data, (), labels)


def _plans(
    owner: Any, place: DataPath, labels: Mapping[str, str]
) -> Iterator[tuple[str, Mapping[str, Any], DataPath]]:
    for number, part in enumerate(owner.get("plans", ())):
        name = f"{labels.get('plan', Labels.plan)} {fold_plan_id(str(part['id']))}"
        here = (*place, "plans", number)
        for count, section in enumerate(part.get("sections", ())):
            if PROGRAMS in section:
                yield f"{name}({count + 1})", section, (*here, "sections", count)
        yield name, part, here


def _unique(name: str, taken: Counter[str]) -> str:
    taken[name] += 1
    return name if taken[name] == 1 else f"{name}（{taken[name]}つ目）"
