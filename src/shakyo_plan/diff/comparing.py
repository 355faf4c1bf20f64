"""Two plans compared: the list of changes from the old one to the new."""

from __future__ import annotations

from shakyo_plan.diff.changes import Change, Comparison, Item, Version
from shakyo_plan.diff.context import Context
from shakyo_plan.diff.document_changes import document_changes, suppression_changes
from shakyo_plan.diff.entry_changes import section_changes
from shakyo_plan.diff.listing_changes import citation_changes, group_changes
from shakyo_plan.diff.part_changes import (
    goal_changes,
    management_changes,
    plan_changes,
    priority_changes,
)
from shakyo_plan.diff.plan_flows import plan_flows
from shakyo_plan.diff.program_changes import program_changes
from shakyo_plan.diff.routine import with_routine_marked
from shakyo_plan.model import Plan
from shakyo_plan.values.plan_id import fold_plan_id

_IN_PRINT = (
    Item.PRIORITY,
    Item.ACTION,
    Item.GOAL,
    Item.PLAN,
    Item.SECTION,
    Item.GROUP,
    Item.CITATION,
)


def compare(old: Plan, new: Plan, *, order: bool = False) -> tuple[Change, ...]:
    """Return what became of the old plan in the new one, in the order of the printed plan.

    What was renamed, renumbered or moved is one change, and what cites it follows. Order alone is a
    change only where ``order`` asks for it. The fiscal year is no change.
    """
    context = Context.of(old, new, order=order)
    lists = [
        *priority_changes(context),
        *goal_changes(context),
        *plan_flows(context),
        *plan_changes(context),
        *section_changes(context),
        *group_changes(context),
        *citation_changes(context),
    ]
    changes = (
        *document_changes(context),
        *sorted(lists, key=_printed_place),
        *program_changes(context),
        *management_changes(context),
        *suppression_changes(context),
    )
    return tuple(with_routine_marked(changes, old.year, new.year))


def compare_plans(
    old: Plan, new: Plan, old_path: str, new_path: str, *, order: bool = False
) -> Comparison:
    """Compare two plans, and say of which files."""
    return Comparison(
        _version(old, old_path),
        _version(new, new_path),
        compare(old, new, order=order),
    )


def _version(plan: Plan, path: str) -> Version:
    titles = {str(goal.id): goal.title for goal in plan.goals}
    for basic_plan in plan.basic_plans:
        plan_id = fold_plan_id(basic_plan.id)
        titles[plan_id] = basic_plan.title
        for number, section in enumerate(basic_plan.sections, 1):
            titles[f"{plan_id}({number})"] = section.title
    return Version(plan.fiscal_year, path, plan.council.name, titles)


def _printed_place(change: Change) -> tuple[int, int, int]:
    goal, plan = change.home.goal, change.home.plan
    return (
        goal.rank if goal else -1,
        plan.rank if plan else -1,
        _IN_PRINT.index(change.item),
    )
