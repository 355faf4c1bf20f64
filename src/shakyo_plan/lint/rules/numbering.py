"""P1: ids of priorities, goals, basic plans and management sections."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from shakyo_plan.diagnostic import Severity
from shakyo_plan.lint.rules.context import RuleContext
from shakyo_plan.lint.rules.record import Fix, Problem, Rule
from shakyo_plan.message import Message, say, translatable
from shakyo_plan.model import BasicPlan, Goal, ManagementSection, Plan, Priority, terms
from shakyo_plan.source.editing.edit import Rewrite
from shakyo_plan.values.fiscal_year import FiscalYear
from shakyo_plan.values.plan_file import year_in_name
from shakyo_plan.values.plan_id import fold_plan_id, goal_of

_Numbered = Priority | Goal | BasicPlan | ManagementSection


def _series(context: RuleContext) -> Iterator[tuple[Message, Sequence[_Numbered]]]:
    """Yield the parts whose numbers are counted together, with their kind."""
    plan = context.plan
    yield terms.PRIORITY, plan.priorities
    yield terms.GOAL, plan.goals
    if _run_on(plan):
        yield terms.PLAN, plan.basic_plans
    else:
        for goal in plan.goals:
            # An id that does not fit here is another rule's to tell.
            yield terms.PLAN, [part for part in goal.plans if goal_of(part.id) is not None]
        yield terms.PLAN, plan.plans
    yield terms.MANAGEMENT, plan.management


def _run_on(plan: Plan) -> bool:
    """Whether the numbers of plans run on through the goals: 2-3 after 1-2, all of them so."""
    firsts = [(goal.plans[0], goal.plans[-1]) for goal in plan.goals if goal.plans]
    return len(firsts) > 1 and all(
        _number(first) == _number(last) + 1 for (_, last), (first, _) in pairwise(firsts)
    )


def _number(part: _Numbered) -> int:
    """Return the number that counts: 5 for the basic plan 1-5."""
    if isinstance(part, BasicPlan):
        return int(re.split(r"\D+", fold_plan_id(part.id))[-1])
    return part.id


def _duplicates(context: RuleContext) -> Iterator[Problem]:
    for kind, parts in _series(context):
        if kind is not terms.PLAN:
            yield from _twice(kind, parts)
    yield from _twice(terms.PLAN, context.plan.basic_plans)


def _twice(kind: Message, parts: Sequence[_Numbered]) -> Iterator[Problem]:
    seen: dict[str, _Numbered] = {}
    for part in parts:
        key = fold_plan_id(str(part.id))
        if key in seen:
            yield Problem(
                (*part.place, "id"),
                say("Duplicate {kind} {id}", kind=kind, id=key),
                say(
                    "The other one is “{title}”. Give one of them its own id", title=seen[key].title
                ),
            )
        seen.setdefault(key, part)


def _wrong_goal(context: RuleContext) -> Iterator[Problem]:
    for goal in context.plan.goals:
        for basic_plan in goal.plans:
            if goal_of(basic_plan.id) not in (None, goal.id):
                yield Problem(
                    (*basic_plan.place, "id"),
                    say(
                        "The {plan} {id} is under {part} {goal}",
                        plan=terms.PLAN,
                        id=basic_plan.id,
                        part=terms.GOAL,
                        goal=goal.id,
                    ),
                    say(
                        "Write {goal}-… as its id, or move it under {part} {named}",
                        part=terms.GOAL,
                        goal=goal.id,
                        named=goal_of(basic_plan.id) or "?",
                    ),
                )


def _gaps(context: RuleContext) -> Iterator[Problem]:
    for kind, parts in _series(context):
        # Where numbers begin elsewhere than with 1, that is another rule's to note.
        expected = _number(parts[0]) if parts else 1
        for part in parts:
            number = _number(part)
            place = (*part.place, "id")
            if number > expected:
                yield Problem(
                    place,
                    say("Before the {kind} {id}, a number is missing", kind=kind, id=part.id),
                    say("The next number would be {n}", n=expected),
                )
            elif number < expected - 1:
                yield Problem(
                    place,
                    say("{kind} {id} is out of order", kind=kind, id=part.id),
                    say("Put it in the order of the numbers"),
                )
            expected = max(expected, number + 1)


def _first_ids(context: RuleContext) -> Iterator[Problem]:
    for kind, parts in _series(context):
        if parts and min(map(_number, parts)) > 1:
            yield Problem(
                (*parts[0].place, "id"),
                say("The {kind} {id} is the first one here", kind=kind, id=parts[0].id),
                say("If the numbers begin so in print, nothing has to be done"),
            )


def _look_alikes(context: RuleContext) -> Iterator[Problem]:
    for basic_plan in context.plan.basic_plans:
        plain = fold_plan_id(basic_plan.id)
        if plain != basic_plan.id:
            place = (*basic_plan.place, "id")
            yield Problem(
                place,
                say("The id “{id}” contains full-width characters", id=basic_plan.id),
                say("Write {id}", id=plain),
                (Rewrite(place, plain),),
            )


def _file_name(context: RuleContext) -> Iterator[Problem]:
    named = year_in_name(context.stem or "")
    year = context.plan.year
    if named and named != year.number:
        yield Problem(
            ("fiscal_year",),
            say(
                "The file is named {named}, but its fiscal year is {year}",
                named=str(FiscalYear(named)),
                year=str(year),
            ),
            say("Fix the year here, or rename the file"),
        )


_GOALS = """\
goals:
  - id: 1
    title: 共に生きる
    plans:
"""

NUMBERING_RULES = (
    Rule(
        "P101",
        "duplicate-id",
        Severity.ERROR,
        translatable("Two priorities, goals, basic plans or management sections with one id."),
        translatable("“Basic plan 1-2” then means two things, and cannot be looked up or cited."),
        bad=_GOALS
        + """\
      - {id: 1-1, title: 子育て, programs: [子育てサロン]}
      - {id: 1-1, title: 高齢者福祉, programs: [子育てサロン]}
""",
        good=_GOALS
        + """\
      - {id: 1-1, title: 子育て, programs: [子育てサロン]}
      - {id: 1-2, title: 高齢者福祉, programs: [子育てサロン]}
""",
        check=_duplicates,
    ),
    Rule(
        "P102",
        "wrong-goal",
        Severity.ERROR,
        translatable("A basic plan under a goal other than the one in its id."),
        translatable(
            "The id 2-1 says goal 2. Under goal 1, lists by goal and lists by id disagree."
        ),
        bad=_GOALS + "      - {id: 2-1, title: 子育て, programs: [子育てサロン]}\n",
        good=_GOALS + "      - {id: 1-1, title: 子育て, programs: [子育てサロン]}\n",
        check=_wrong_goal,
    ),
    Rule(
        "P103",
        "id-gap",
        Severity.WARNING,
        translatable(
            "A gap or disorder in the ids of priorities, goals, basic plans or management sections."
        ),
        translatable(
            "Readers count along: after 1-1 they look for 1-2. A gap often means that a part was lost."
        ),
        bad=_GOALS
        + """\
      - {id: 1-1, title: 子育て, programs: [子育てサロン]}
      - {id: 1-3, title: 高齢者福祉, programs: [子育てサロン]}
""",
        good=_GOALS
        + """\
      - {id: 1-1, title: 子育て, programs: [子育てサロン]}
      - {id: 1-2, title: 高齢者福祉, programs: [子育てサロン]}
""",
        check=_gaps,
    ),
    Rule(
        "P109",
        "first-id",
        Severity.INFO,
        translatable("Numbers that begin elsewhere than with 1."),
        translatable("Some councils print them so; or the first part was lost."),
        bad=_GOALS.replace("id: 1", "id: 3")
        + "      - {id: 3-1, title: 子育て, programs: [子育てサロン]}\n",
        good=_GOALS + "      - {id: 1-1, title: 子育て, programs: [子育てサロン]}\n",
        check=_first_ids,
    ),
    Rule(
        "P104",
        "id-notation",
        Severity.ERROR,
        translatable("An id with full-width digits or with a sign that only looks like a hyphen."),
        translatable(
            "１－１, 1‐1 and 1ー1 look like 1-1 and are other letters: searching for one does not find the other."
        ),
        bad=_GOALS + "      - {id: １－１, title: 子育て, programs: [子育てサロン]}\n",
        good=_GOALS + "      - {id: 1-1, title: 子育て, programs: [子育てサロン]}\n",
        check=_look_alikes,
        fix=Fix.SAFE,
    ),
    Rule(
        "P105",
        "file-year",
        Severity.ERROR,
        translatable("A file named by one fiscal year that holds the plan of another."),
        translatable(
            "The file of a year is found by its name. It happens when last year's file is copied and only "
            "one of the two is changed."
        ),
        bad="fiscal_year: 2023  # plans/2024.yaml\n",
        good="fiscal_year: 2024  # plans/2024.yaml\n",
        check=_file_name,
    ),
)
