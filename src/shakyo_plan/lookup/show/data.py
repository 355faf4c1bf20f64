"""Parts of a plan as JSON has them: all keys of the part, and what stands in a relation to it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from shakyo_plan.lookup.programs.data import row_data
from shakyo_plan.lookup.programs.filtering import ProgramRow
from shakyo_plan.lookup.show.records import (
    Detail,
    DistrictDetail,
    DocumentDetail,
    GoalDetail,
    ManagementDetail,
    PlanDetail,
    PriorityDetail,
    ProgramDetail,
    SectionDetail,
    Shared,
)
from shakyo_plan.model import ListedProgram, ProgramGroup
from shakyo_plan.model.data import data_of
from shakyo_plan.model.kinds import PartKind
from shakyo_plan.values.money import yen
from shakyo_plan.values.plan_id import fold_plan_id

NUMBERED = frozenset({"priorities", "goals", "programs", "management"})
"""Keys of the plan whose parts are looked at one by one."""


def detail_data(found: Detail, number: str = "") -> dict[str, Any]:
    """Return everything about a part as data; ``number`` is its number as the council prints it."""
    data = _data(found)
    return {"kind": data.pop("kind"), **data, "number": number or None}


def _data(found: Detail) -> dict[str, Any]:
    match found:
        case ProgramDetail():
            return _program(found)
        case PlanDetail(plan, goal, programs, priorities):
            return {
                "kind": PartKind.PLAN,
                **data_of(plan),
                "id": fold_plan_id(plan.id),
                "goal": goal.id if goal else None,
                "goal_title": goal.title if goal else None,
                "programs": _rows(programs),
                "groups": _groups(plan.listed),
                "priorities": _shared(priorities),
            }
        case SectionDetail(section, number, plan, programs, priorities):
            return {
                "kind": PartKind.SECTION,
                **data_of(section),
                "id": f"{fold_plan_id(plan.id)}({number})",
                "plan": fold_plan_id(plan.id),
                "plan_title": plan.title,
                "programs": _rows(programs),
                "groups": _groups(section.programs),
                "priorities": _shared(priorities),
            }
        case GoalDetail(goal, plans, programs, priorities):
            return {
                "kind": PartKind.GOAL,
                **data_of(goal),
                "plans": _shared(plans),
                "programs": _rows(programs),
                "groups": _groups(goal.listed),
                "priorities": _shared(priorities),
            }
        case PriorityDetail(priority, programs, plans):
            return {
                "kind": PartKind.PRIORITY,
                **data_of(priority),
                "programs": _rows(programs),
                "groups": _groups(priority.programs),
                "plans": _shared(plans),
            }
        case DistrictDetail(district, programs, plans):
            return {
                "kind": PartKind.DISTRICT,
                "name": district.name,
                "programs": _rows(programs),
                "plans": _shared(plans),
            }
        case DocumentDetail(plan):
            whole = data_of(plan)
            return {
                "kind": PartKind.DOCUMENT,
                **{key: value for key, value in whole.items() if key not in NUMBERED},
            }
        case ManagementDetail(section):
            return {"kind": PartKind.MANAGEMENT, **data_of(section)}


def _program(found: ProgramDetail) -> dict[str, Any]:
    program = found.program
    return {
        "kind": PartKind.PROGRAM,
        **data_of(program),
        "district": program.only_district,
        "districts": program.districts,
        "months": found.months,
        "budget_yen": program.budget_yen,
        "funding": [
            {**data_of(funding), "amount_yen": yen(funding.amount)} for funding in program.funding
        ],
        "goals": found.citations.goals,
        "plans": found.citations.plans,
        "priorities": found.citations.priorities,
        "group": next(iter(found.citations.groups), None),
        "cited_by": [asdict(citing) for citing in found.cited_by],
        "neighbours": [asdict(neighbour) for neighbour in found.neighbours],
    }


def _rows(rows: Iterable[ProgramRow]) -> list[dict[str, Any]]:
    return [row_data(row) for row in rows]


def _groups(listed: Iterable[ListedProgram]) -> list[dict[str, Any]]:
    """Return the groups of a list as they stand in the file, those without programs too."""
    return [data_of(entry) for entry in listed if isinstance(entry, ProgramGroup)]


def _shared(parts: Iterable[Shared]) -> list[dict[str, Any]]:
    return [asdict(part) for part in parts]
