"""The annual plan as typed, frozen data: one class for each part of a plan file.

The fields are those of ``schema/plan.schema.json``, in its order; what a file leaves out is None
or empty. Each part knows its ``place`` in the file's data, which takes no part in equality.
The parts are those of a printed 事業計画書 (annual plan); the words are the glossary's.
"""

from __future__ import annotations

from shakyo_plan.model.accounts import Account, AccountItem, total_yen
from shakyo_plan.model.indicators import Indicator, Measure
from shakyo_plan.model.listed import Citation, ListedProgram, ProgramGroup, cited
from shakyo_plan.model.parts import (
    BasicPlan,
    Council,
    Department,
    Goal,
    Labels,
    ManagementSection,
    Numbering,
    ParentPlan,
    Priority,
    Section,
    Suppression,
)
from shakyo_plan.model.plan import Plan
from shakyo_plan.model.program import ENDED, NOT_HELD, Commission, Funding, Program, Status
from shakyo_plan.model.program_lists import ProgramList

__all__ = [
    "ENDED",
    "NOT_HELD",
    "Account",
    "AccountItem",
    "BasicPlan",
    "Citation",
    "Commission",
    "Council",
    "Department",
    "Funding",
    "Goal",
    "Indicator",
    "Labels",
    "ListedProgram",
    "ManagementSection",
    "Measure",
    "Numbering",
    "ParentPlan",
    "Plan",
    "Priority",
    "Program",
    "ProgramGroup",
    "ProgramList",
    "Section",
    "Status",
    "Suppression",
    "cited",
    "total_yen",
]
