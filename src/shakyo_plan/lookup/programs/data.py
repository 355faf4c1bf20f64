"""Programs as JSON has them in lists, where nobody chose columns: the keys that are promised."""

from __future__ import annotations

from typing import Any

from shakyo_plan.lookup.programs.filtering import ProgramRow
from shakyo_plan.model import Program
from shakyo_plan.model.citations import Citations
from shakyo_plan.model.data import data_of

_OF_PROGRAM = (
    *("name", "aliases", "formerly", "status", "district", "commissioned_by", "schedule"),
)


def program_data(program: Program, citations: Citations) -> dict[str, Any]:
    """Return a program and what cites it."""
    return {
        **{key: data_of(getattr(program, key)) for key in _OF_PROGRAM},
        "district": program.only_district,
        "budget_yen": program.budget_yen,
        "goals": citations.goals,
        "plans": citations.plans,
        "priorities": citations.priorities,
        "districts": program.districts,
        "tags": program.tags,
        "department": program.department,
        "until": program.until,
    }


def row_data(row: ProgramRow) -> dict[str, Any]:
    """Return a row of a list of programs."""
    return {**program_data(row.program, row.citations), "group": row.group}
