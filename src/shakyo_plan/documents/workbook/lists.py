"""The lists of a plan that cite programs, each by the name that the workbook has for it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

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
    labels = data.get("labels", {})
    for number, part in enumerate(data.get("priorities", ())):
        yield f"{labels.get('priority', '重点項目')} {part['id']}", part, ("priorities", number)
    for goal_number, goal in enumerate(data.get("goals", ())):
        for number, part in enumerate(goal["plans"]):
            name = f"{labels.get('plan', '基本計画')} {fold_plan_id(part['id'])}"
            yield name, part, ("goals", goal_number, "plans", number)


def _unique(name: str, taken: Counter[str]) -> str:
    taken[name] += 1
    return name if taken[name] == 1 else f"{name}（{taken[name]}つ目）"
