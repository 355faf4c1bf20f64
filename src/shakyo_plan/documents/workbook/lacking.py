"""What of a plan the workbook does not hold, so that whoever works in it knows."""

from __future__ import annotations

from collections.abc import Iterator

from shakyo_plan.message import Message, say
from shakyo_plan.model import BasicPlan, Goal, Plan, Section, terms
from shakyo_plan.model.fields import field_of


def lacking(plan: Plan) -> tuple[Message, ...]:
    """Return what the plan has and no sheet shows: its texts, its management, what its parts say."""
    return tuple(_lacking(plan))


def _lacking(plan: Plan) -> Iterator[Message]:
    for key in ("philosophy", "based_on", "policy"):
        if getattr(plan, key):
            yield field_of(Plan, key).word
    if any(priority.text or priority.actions or priority.tags for priority in plan.priorities):
        yield say(
            "texts, {actions} and tags of {priorities}",
            actions=terms.ACTIONS,
            priorities=terms.PRIORITIES,
        )
    parts: list[Goal | BasicPlan | Section] = [*plan.goals, *plan.basic_plans]
    parts += (section for part in plan.basic_plans for section in part.sections)
    if any(part.text or part.tags or part.indicators for part in parts):
        yield say(
            "texts, tags and indicators of {goals}, {plans} and {sections}",
            goals=terms.GOALS,
            plans=terms.PLANS,
            sections=terms.SECTIONS,
        )
    if plan.management or plan.management_text:
        yield terms.MANAGEMENT
