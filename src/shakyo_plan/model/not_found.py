"""What a person asked for that a plan does not have, with what is nearest to it."""

from __future__ import annotations

from shakyo_plan.errors import UserError
from shakyo_plan.likeness import nearest
from shakyo_plan.message import Message, say
from shakyo_plan.model import Plan, terms
from shakyo_plan.model.bearing import Bearing
from shakyo_plan.model.kinds import KIND_WORDS, PartKind


def not_found(what: Message, asked: str, known: tuple[str, ...]) -> UserError:
    """Return the error for an id, district or name that the plan does not have."""
    message = say("There is no {what} “{asked}”", what=what, asked=asked)
    # An id that does not exist is not a misspelt one.
    if any(letter.isalpha() for letter in asked) and (near := nearest(asked, known, 1)):
        return UserError(message, say("Did you mean “{nearest}”?", nearest=near[0]))
    return UserError(
        message,
        say("Available: {known}", known=known) if known else None,
    )


def without_any(plan: Plan, kind: PartKind) -> Message | None:
    """Return that a plan has no part, tag or department at all, be it written so; None where it has one.

    What is counted by such parts is nothing then, and that tells nobody why.
    """
    parts = {
        PartKind.GOAL: plan.goals,
        PartKind.PLAN: plan.basic_plans,
        PartKind.PRIORITY: plan.priorities,
        PartKind.DISTRICT: plan.council.districts,
        PartKind.TAG: Bearing(plan).every_tag,
        PartKind.DEPARTMENT: Bearing(plan).every_department,
    }
    return None if parts.get(kind, plan) else say("The plan has no {part}", part=KIND_WORDS[kind])


def check_goal(plan: Plan, goal: int | None) -> None:
    """Make sure that a goal exists, where one was asked for.

    Raises:
        UserError: it does not; the message says which do.
    """
    known = tuple(each.id for each in plan.goals)
    if goal is not None and goal not in known:
        raise not_found(terms.GOAL, str(goal), tuple(map(str, known)))
