"""Where each program is cited: by which goals, basic plans, sections, priorities, and in which groups."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from shakyo_plan.model import Plan, Priority, cited
from shakyo_plan.values.plan_id import fold_plan_id


@dataclass(frozen=True, slots=True)
class Citations:
    """What cites one program, each once, in printed order."""

    goals: tuple[int, ...] = ()
    """The goals that it is under, with a basic plan between or without."""
    plans: tuple[str, ...] = ()
    """The ids of basic plans, in their one form."""
    priorities: tuple[int, ...] = ()
    groups: tuple[str, ...] = ()
    """The words of the groups that it is nested in, in goals and basic plans."""

    @property
    def in_lists(self) -> bool:
        """Whether a goal, a basic plan or a section lists it; a priority alone picks it out of nothing."""
        return bool(self.goals or self.plans)


NOWHERE = Citations()


def citations_of(plan: Plan) -> Mapping[str, Citations]:
    """Return what cites each program, by its name as cited; a name that nobody cites is not there."""
    goals: defaultdict[str, list[int]] = defaultdict(list)
    plans: defaultdict[str, list[str]] = defaultdict(list)
    priorities: defaultdict[str, list[int]] = defaultdict(list)
    groups: defaultdict[str, list[str]] = defaultdict(list)
    names: dict[str, None] = {}
    for listing in sorted(plan.lists, key=lambda each: each.of_priority):
        for citation, group in cited(listing.programs):
            names[citation.name] = None
            if listing.goal:
                goals[citation.name].append(listing.goal.id)
            if listing.plan:
                plans[citation.name].append(fold_plan_id(listing.plan.id))
            if isinstance(listing.part, Priority):
                priorities[citation.name].append(listing.part.id)
            elif group:
                groups[citation.name].append(group.group)
    return {
        name: Citations(
            # A dict keeps the order and drops what comes again.
            goals=tuple(dict.fromkeys(goals[name])),
            plans=tuple(dict.fromkeys(plans[name])),
            priorities=tuple(dict.fromkeys(priorities[name])),
            groups=tuple(dict.fromkeys(groups[name])),
        )
        for name in names
    }
