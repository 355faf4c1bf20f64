"""The rows that one plan gives to each table of a query, by the names of their columns."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeAlias

from shakyo_plan.model import ListedProgram, Plan, cited
from shakyo_plan.values.money import yen
from shakyo_plan.values.plan_id import fold_plan_id
from shakyo_plan.values.schedule import read_schedule

Value: TypeAlias = str | int | None
Row: TypeAlias = Mapping[str, Value]


def plans(plan: Plan) -> Iterator[Row]:
    """Yield the plan itself."""
    yield {"era": plan.year.era, "philosophy": plan.philosophy, "policy": plan.policy}


def based_on(plan: Plan) -> Iterator[Row]:
    """Yield the plans above this one."""
    for position, each in enumerate(plan.based_on, 1):
        yield {"position": position, "name": each.name, "owner": each.owner, "period": each.period}


def goals(plan: Plan) -> Iterator[Row]:
    """Yield the goals."""
    for position, each in enumerate(plan.goals, 1):
        yield {"goal_id": each.id, "position": position, "title": each.title, "text": each.text}


def basic_plans(plan: Plan) -> Iterator[Row]:
    """Yield the basic plans of all goals."""
    position = 0
    for goal in plan.goals:
        for each in goal.plans:
            position += 1
            yield {
                "plan_id": fold_plan_id(each.id),
                "goal_id": goal.id,
                "position": position,
                "title": each.title,
                "text": each.text,
            }


def sections(plan: Plan) -> Iterator[Row]:
    """Yield the sections of all basic plans."""
    for basic_plan in plan.basic_plans:
        for position, each in enumerate(basic_plan.sections, 1):
            yield {
                "plan_id": fold_plan_id(basic_plan.id),
                "position": position,
                "title": each.title,
                "text": each.text,
            }


def programs(plan: Plan) -> Iterator[Row]:
    """Yield the registered programs."""
    for position, each in enumerate(plan.programs, 1):
        yield {
            "name": each.name,
            "position": position,
            "status": each.status.value,
            "district": each.district,
            "commissioned_by": each.commissioned_by.value if each.commissioned_by else None,
            "department": each.department,
            "target": each.target,
            "purpose": each.purpose,
            "content": each.content,
            "follow_up": each.follow_up,
            "notes": each.notes,
            "schedule": each.schedule,
            "budget": each.budget,
            "budget_yen": each.budget_yen,
        }


def names(plan: Plan) -> Iterator[Row]:
    """Yield the other names of programs."""
    for each in plan.programs:
        kinds = (("alias", each.aliases), ("formerly", each.formerly))
        for kind, others in (*kinds, ("distinct_from", each.distinct_from)):
            for other in others:
                yield {"program": each.name, "kind": kind, "other_name": other}


def citations(plan: Plan) -> Iterator[Row]:
    """Yield what the basic plans cite."""
    for goal in plan.goals:
        for basic_plan in goal.plans:
            for row in _cited(basic_plan.programs):
                yield {"plan_id": fold_plan_id(basic_plan.id), "goal_id": goal.id, **row}


def priorities(plan: Plan) -> Iterator[Row]:
    """Yield the priorities."""
    for position, each in enumerate(plan.priorities, 1):
        yield {
            "priority_id": each.id,
            "position": position,
            "title": each.title,
            "text": each.text,
        }


def actions(plan: Plan) -> Iterator[Row]:
    """Yield the actions of all priorities."""
    for priority in plan.priorities:
        for position, action in enumerate(priority.actions, 1):
            yield {"priority_id": priority.id, "position": position, "action": action}


def priority_citations(plan: Plan) -> Iterator[Row]:
    """Yield what the priorities cite."""
    for priority in plan.priorities:
        for row in _cited(priority.programs):
            yield {"priority_id": priority.id, **row}


def districts(plan: Plan) -> Iterator[Row]:
    """Yield the districts of the council."""
    for position, district in enumerate(plan.council.districts, 1):
        yield {"district": district, "position": position}


def schedules(plan: Plan) -> Iterator[Row]:
    """Yield the months in which programs are held."""
    for program in plan.programs:
        for month in read_schedule(program.schedule or "", plan.year).months:
            yield {"program": program.name, "month": str(month), "calendar_month": month.month}


def funding(plan: Plan) -> Iterator[Row]:
    """Yield where the budgets come from."""
    for program in plan.programs:
        for position, each in enumerate(program.funding, 1):
            yield {
                "program": program.name,
                "position": position,
                "source": each.source,
                "amount": each.amount,
                "amount_yen": yen(each.amount),
            }


def management(plan: Plan) -> Iterator[Row]:
    """Yield the items on the management of the organisation, and sections without any."""
    for each in plan.management:
        for position, item in enumerate(each.items or (None,), 1):
            yield {
                "section_id": each.id,
                "title": each.title,
                "text": each.text,
                "position": position,
                "item": item,
            }


def _cited(programs: tuple[ListedProgram, ...]) -> Iterator[Row]:
    for position, (citation, group) in enumerate(cited(programs), 1):
        yield {
            "position": position,
            "program": citation.name,
            "group_name": group.group if group else None,
        }
