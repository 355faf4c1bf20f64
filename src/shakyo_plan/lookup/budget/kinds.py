"""What budgets can be added up by; apart from how, for the command line alone needs no more."""

from __future__ import annotations

from enum import StrEnum


class BudgetBy(StrEnum):
    """What the rows of a budget are."""

    GOAL = "goal"
    PLAN = "plan"
    DISTRICT = "district"
    COMMISSION = "commission"
    SOURCE = "source"
