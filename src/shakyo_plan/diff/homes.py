"""Where a board looks for the parts of two plans: under the new heading, where the part still has one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeAlias

from shakyo_plan.diff.changes import Heading, Home
from shakyo_plan.diff.pairs import Come, Gone, Kept, Pair, walk
from shakyo_plan.model import BasicPlan, Goal, ManagementSection, Priority

Numbered: TypeAlias = Goal | Priority | ManagementSection
Titled: TypeAlias = BasicPlan | Numbered


def headings_of(
    old: Sequence[Titled], new: Sequence[Titled], pairs: Sequence[Pair]
) -> tuple[Mapping[int, Heading], Mapping[int, Heading]]:
    """Return the heading of each old and each new part; parts that are the same share the new one."""
    olds: dict[int, Heading] = {}
    news: dict[int, Heading] = {}
    taken = {str(part.id) for part in new}
    for rank, step in enumerate(walk(old, new, pairs)):
        match step:
            case Gone(at, part):
                olds[at] = Heading(rank, str(part.id), part.title, str(part.id) in taken)
            case Come(at, part):
                news[at] = Heading(rank, str(part.id), part.title)
            case Kept(old_at, new_at, _, part):
                olds[old_at] = news[new_at] = Heading(rank, str(part.id), part.title)
    return olds, news


def homes_of(
    old: Sequence[Titled], new: Sequence[Titled], pairs: Sequence[Pair]
) -> tuple[Mapping[int, Home], Mapping[int, Home]]:
    """Return the place of each old and each new part that stands under no other."""
    olds, news = headings_of(old, new, pairs)
    return (
        {at: Home(None, heading) for at, heading in olds.items()},
        {at: Home(None, heading) for at, heading in news.items()},
    )
