"""What budgets can be added up by."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from shakyo_plan.message import Message, say
from shakyo_plan.model import Plan, terms


class BudgetBy(StrEnum):
    """What the rows of a budget are."""

    GOAL = "goal"
    PLAN = "plan"
    PRIORITY = "priority"
    DISTRICT = "district"
    COMMISSION = "commission"
    SOURCE = "source"
    DEPARTMENT = "department"
    TAG = "tag"
    STATUS = "status"


BY_WORDS: Mapping[BudgetBy, Message] = {
    BudgetBy.GOAL: terms.GOAL,
    BudgetBy.PLAN: terms.PLAN,
    BudgetBy.PRIORITY: terms.PRIORITY,
    BudgetBy.DISTRICT: say("district"),
    BudgetBy.COMMISSION: say("commissioned by"),
    BudgetBy.SOURCE: say("source of funds"),
    BudgetBy.DEPARTMENT: say("department"),
    BudgetBy.TAG: say("tag"),
    BudgetBy.STATUS: say("status"),
}
"""What people call each; a council may have words of its own for the parts of its plan."""


def usual_kind(plan: Plan) -> BudgetBy:
    """Return what a plan's budgets are added up by where nobody says: its highest parts."""
    if plan.goals:
        return BudgetBy.GOAL
    return BudgetBy.PLAN if plan.plans or not plan.priorities else BudgetBy.PRIORITY
