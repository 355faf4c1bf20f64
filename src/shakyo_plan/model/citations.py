"""Where each program is cited: by which basic plans, goals, priorities, and in which groups."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from shakyo_plan.model import Plan, cited
from shakyo_plan.values.plan_id import fold_plan_id


@dataclass(frozen=True, slots=True)
class Citations:
    """What cites one program, each once, in printed order."""

    goals: tuple[int, ...] = ()
    plans: tuple[str, ...] = ()
    """The ids of basic plans, in their one form."""
    priorities: tuple[int, ...] = ()
    groups: tuple[str, ...] = ()
    """The words of the groups that it is nested in, in basic plans."""


NOWHERE = Citations()


def citations_of(plan: Plan) -> Mapping[str, Citations]:
    """Return what cites each program, by its name as cited; a name that nobody cites is not there."""
    goals: defaultdict[str, list[int]] = defaultdict(list)
    plans: defaultdict[str, list[str]] = defaultdict(list)
    priorities: defaultdict[str, list[int]] = defaultdict(list)
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for goal in plan.goals:
        for basic_plan in goal.plans:
            for citation, group in cited(basic_plan.programs):
                goals[citation.name].append(goal.id)
                plans[citation.name].append(fold_plan_id(basic_plan.id))
                if group:
                    groups[citation.name].append(group.group)
    for priority in plan.priorities:
        for citation, _ in cited(priority.programs):
            priorities[citation.name].append(priority.id)
    return {
        name: Citations(
            # A dict keeps the order and drops what comes again.
            goals=tuple(dict.fromkeys(goals[name])),
            plans=tuple(dict.fromkeys(plans[name])),
            priorities=tuple(dict.fromkeys(priorities[name])),
            groups=tuple(dict.fromkeys(groups[name])),
        )
        for name in dict.fromkeys((*plans, *priorities))
    }
