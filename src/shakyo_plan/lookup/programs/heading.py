"""What a list of programs is, and what was asked for: for those who read it and did not ask."""

from __future__ import annotations

from collections.abc import Iterator

from shakyo_plan.lookup.programs.filtering import Criteria
from shakyo_plan.message import Message, Value, say
from shakyo_plan.model import Plan, terms
from shakyo_plan.model.words import commission_word, status_word
from shakyo_plan.values.plan_id import fold_plan_id


def list_words(plan: Plan, criteria: Criteria) -> Message:
    """Return what the list is."""
    if asked := tuple(_asked(plan, criteria)):
        return say("List of programs ({asked})", asked=asked)
    return say("List of programs")


def _asked(plan: Plan, criteria: Criteria) -> Iterator[Message]:
    """Yield what was asked for, each with its word."""
    if criteria.plan is not None:
        asked = fold_plan_id(criteria.plan)
        title = next(
            (each.title for each in plan.basic_plans if fold_plan_id(each.id) == asked), ""
        )
        yield _fact(terms.PLAN, f"{asked} {title}".strip())
    if criteria.section is not None:
        yield _fact(terms.SECTION, str(criteria.section))
    if criteria.goal is not None:
        title = next((each.title for each in plan.goals if each.id == criteria.goal), "")
        yield _fact(terms.GOAL, f"{criteria.goal} {title}".strip())
    if criteria.priority is not None:
        title = next((each.title for each in plan.priorities if each.id == criteria.priority), "")
        yield _fact(terms.PRIORITY, f"{criteria.priority} {title}".strip())
    if criteria.district is not None:
        yield _fact(say("district"), criteria.district)
    if criteria.statuses:
        yield _fact(say("status"), tuple(map(status_word, criteria.statuses)))
    if criteria.commissions:
        yield _fact(say("commissioned by"), tuple(map(commission_word, criteria.commissions)))
    if criteria.months:
        yield _fact(say("month"), tuple(map(str, criteria.months)))
    if criteria.tag is not None:
        yield _fact(say("tag"), criteria.tag)
    if criteria.department is not None:
        yield _fact(say("department"), criteria.department)
    if criteria.search is not None:
        yield _fact(say("words"), criteria.search)
    if criteria.uncited:
        yield say("cited by no {plan}", plan=terms.PLAN)
    if criteria.without_priority:
        yield say("cited by no {priority}", priority=terms.PRIORITY)


def _fact(word: Message, value: Value) -> Message:
    return say("{word}: {value}", word=word, value=value)
