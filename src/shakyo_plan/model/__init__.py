"""The annual plan as typed, frozen data: one class for each part of a plan file.

The fields are those of ``schema/plan.schema.json``, in its order; what a file leaves out is None
or empty. Each part knows its ``place`` in the file's data, which takes no part in equality.
The parts are those of a printed 事業計画書 (annual plan); the words are the glossary's.
"""

from __future__ import annotations

from shakyo_plan.model.listed import Citation, ListedProgram, ProgramGroup, cited
from shakyo_plan.model.parts import (
    BasicPlan,
    Council,
    Goal,
    Labels,
    ManagementSection,
    ParentPlan,
    Priority,
    Section,
    Suppression,
)
from shakyo_plan.model.plan import Plan
from shakyo_plan.model.program import ENDED, NOT_HELD, Commission, Funding, Program, Status

__all__ = [
    "ENDED",
    "NOT_HELD",
    "BasicPlan",
    "Citation",
    "Commission",
    "Council",
    "Funding",
    "Goal",
    "Labels",
    "ListedProgram",
    "ManagementSection",
    "ParentPlan",
    "Plan",
    "Priority",
    "Program",
    "ProgramGroup",
    "Section",
    "Status",
    "Suppression",
    "cited",
]
