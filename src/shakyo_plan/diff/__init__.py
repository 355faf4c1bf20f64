"""What became of a plan: two plans in, the list of changes between them out.

`matching` finds which old part is which new part, `comparing` says what differs between the two.
Everything here is pure, and the same two plans always give the same list.
"""

from __future__ import annotations

from shakyo_plan.diff.changes import (
    ITEMS,
    Basis,
    Change,
    ChangeKind,
    CitedIn,
    Comparison,
    Evidence,
    Item,
    PlanFlow,
    PlanPlace,
    ProgramEntry,
    Strength,
    Version,
)
from shakyo_plan.diff.comparing import compare, compare_plans
from shakyo_plan.diff.program_matching import Descent, ProgramMatching

__all__ = [
    "ITEMS",
    "Basis",
    "Change",
    "ChangeKind",
    "CitedIn",
    "Comparison",
    "Descent",
    "Evidence",
    "Item",
    "PlanFlow",
    "PlanPlace",
    "ProgramEntry",
    "ProgramMatching",
    "Strength",
    "Version",
    "compare",
    "compare_plans",
]
