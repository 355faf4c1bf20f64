"""P6, goals and basic plans: numbers and titles that are not last year's, where there is a plan of last year."""

from __future__ import annotations

from collections.abc import Iterator

from shakyo_plan.diagnostic import Severity
from shakyo_plan.lint.rules.context import RuleContext
from shakyo_plan.lint.rules.record import Problem, Rule
from shakyo_plan.message import Message, say, translatable
from shakyo_plan.model import BasicPlan, Goal, terms
from shakyo_plan.values.data_path import DataPath
from shakyo_plan.values.name import fold_name
from shakyo_plan.values.plan_id import fold_plan_id


def _renumbered(context: RuleContext) -> Iterator[Problem]:
    for kind, place, title, old, new in _numbered(context):
        if old != new:
            yield Problem(
                (*place, "id"),
                say(
                    "{kind} {id} “{title}” was {old} in the plan of {year}",
                    kind=kind,
                    id=new,
                    title=title,
                    old=old,
                    year=context.last_year,
                ),
                say("If this is intentional, no change is needed"),
            )


def _numbered(context: RuleContext) -> Iterator[tuple[Message, DataPath, str, str, str]]:
    """Yield goals and plans that kept their titles: kind, place, title, the id then, the id now."""
    if context.lineage is None:
        return
    moved: dict[str, str] = {}
    for then, now in context.lineage.goals:
        moved[str(then.id)] = str(now.id)
        if fold_name(then.title) == fold_name(now.title):
            yield terms.GOAL, now.place, now.title, str(then.id), str(now.id)
    for old, new in context.lineage.basic_plans:
        if fold_name(old.title) == fold_name(new.title):
            before, now_id = fold_plan_id(old.id), fold_plan_id(new.id)
            its_goal, _, number = before.partition("-")
            # A plan that went along with its goal is not renumbered once more.
            if now_id != f"{moved.get(its_goal, its_goal)}-{number}":
                yield terms.PLAN, new.place, new.title, before, now_id


def _retitled(context: RuleContext) -> Iterator[Problem]:
    if context.lineage is None:
        return
    for goal_then, goal in context.lineage.goals:
        if goal_then.id == goal.id:
            yield from _another_title(context, terms.GOAL, goal_then, goal)
    for plan_then, plan in context.lineage.basic_plans:
        if fold_plan_id(plan_then.id) == fold_plan_id(plan.id):
            yield from _another_title(context, terms.PLAN, plan_then, plan)


def _another_title(
    context: RuleContext, kind: Message, then: Goal | BasicPlan, now: Goal | BasicPlan
) -> Iterator[Problem]:
    if fold_name(then.title) != fold_name(now.title):
        yield Problem(
            (*now.place, "title"),
            say(
                "{kind} {id} “{title}” was called “{old}” in the plan of {year}",
                kind=kind,
                id=fold_plan_id(str(now.id)),
                title=now.title,
                old=then.title,
                year=context.last_year,
            ),
            say("If this is intentional, no change is needed"),
        )


_LAST = "fiscal_year: 2023\n"
_SALON = "programs:\n  - name: 子育てサロン\n"
_GOAL = "goals:\n  - id: 1\n    title: 共に生きる\n    plans:\n"
_CARE = "      - {id: %s, title: 子育て, programs: [子育てサロン]}\n"

RENUMBERING_RULES = (
    Rule(
        "P606",
        "renumbered",
        Severity.INFO,
        translatable("A goal or basic plan with last year's title and another number."),
        translatable("Other documents that cite its number have to follow."),
        bad=_GOAL
        + "      - {id: 1-1, title: 見守り, programs: [子育てサロン]}\n"
        + _CARE % "1-2"
        + _SALON,
        good=_GOAL
        + _CARE % "1-1"
        + "      - {id: 1-2, title: 見守り, programs: [子育てサロン]}\n"
        + _SALON,
        previous=_LAST + _GOAL + _CARE % "1-1" + _SALON,
        check=_renumbered,
    ),
    Rule(
        "P607",
        "retitled",
        Severity.INFO,
        translatable("A goal or basic plan with last year's number and another title."),
        translatable("A goal of several years rarely changes its name; a slip does it easily."),
        bad=_GOAL + _CARE % "1-1" + _SALON,
        good=_GOAL + (_CARE % "1-1").replace("子育て,", "子育て支援,") + _SALON,
        previous=_LAST + _GOAL + (_CARE % "1-1").replace("子育て,", "子育て支援,") + _SALON,
        check=_retitled,
    ),
)
