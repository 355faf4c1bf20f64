"""P1: whether ids and printed numbers fit the shape of the council's plan."""

from __future__ import annotations

from collections.abc import Iterator

from shakyo_plan.diagnostic import Severity
from shakyo_plan.lint.rules.context import RuleContext
from shakyo_plan.lint.rules.record import Problem, Rule
from shakyo_plan.message import say, translatable
from shakyo_plan.model import Numbering, terms
from shakyo_plan.model.fields import fields_of
from shakyo_plan.model.numbering import as_it_should_be
from shakyo_plan.values.numeral import parted
from shakyo_plan.values.plan_id import goal_of


def _misfit_ids(context: RuleContext) -> Iterator[Problem]:
    for goal in context.plan.goals:
        for number, basic_plan in enumerate(goal.plans, 1):
            if goal_of(basic_plan.id) is None:
                yield Problem(
                    (*basic_plan.place, "id"),
                    say(
                        "The {plan} {id} is under a {goal}, and its id does not say which",
                        plan=terms.PLAN,
                        id=basic_plan.id,
                        goal=terms.GOAL,
                    ),
                    say("Write {id}", id=f"{goal.id}-{number}"),
                )
    for number, basic_plan in enumerate(context.plan.plans, 1):
        if goal_of(basic_plan.id) is not None:
            yield Problem(
                (*basic_plan.place, "id"),
                say(
                    "The {plan} {id} has the number of a {goal} in its id, and there are none",
                    plan=terms.PLAN,
                    id=basic_plan.id,
                    goal=terms.GOAL,
                ),
                say("Write {id}", id=str(number)),
            )


def _no_one_shape(context: RuleContext) -> Iterator[Problem]:
    plan = context.plan
    if plan.goals and plan.plans:
        yield Problem(
            ("plans",),
            say("The plan has both goals: and plans:, so its shape is unclear"),
            say("Move the entries of plans: under a {goal}, or leave goals: out", goal=terms.GOAL),
        )
    elif not (plan.goals or plan.plans or plan.priorities):
        yield Problem(
            ("council",),
            say("The plan has no goals:, no plans: and no priorities:"),
            say("Write the parts that the plan is printed in; “plan init” shows how"),
        )


def _strange_example(context: RuleContext) -> Iterator[Problem]:
    for field in fields_of(Numbering):
        example = getattr(context.plan.numbering, field.key)
        if example is not None and not as_it_should_be(example):
            yield Problem(
                ("numbering", field.key),
                say("“{example}” is no first number that is known", example=example),
                say("Write the first number as printed: Ⅰ, 1, （1）, ①, ア, 一, or なし for none"),
            )
        elif field.key == "plan" and context.plan.plans and (parts := parted(example or "")):
            yield Problem(
                ("numbering", field.key),
                say(
                    "“{example}” has the number of a {goal}, and there are none",
                    example=example or "",
                    goal=terms.GOAL,
                ),
                say(
                    "Write the number of a {plan} alone: {number}",
                    plan=terms.PLAN,
                    number=parts[1][1:],
                ),
            )


_COUNCIL = "council: {name: 試験社協}\n"
_GOALS = """\
goals:
  - id: 1
    title: 共に生きる
    plans:
      - {id: %s, title: 子育て, programs: [子育てサロン]}
"""

SHAPE_RULES = (
    Rule(
        "P106",
        "misfit-id",
        Severity.ERROR,
        translatable("An id that does not fit: 1 under a goal, or 1-5 where there are no goals."),
        translatable(
            "Lists by goal take the goal from the id; without goals there is none to take."
        ),
        bad=_GOALS % "1",
        good=_GOALS % "1-1",
        check=_misfit_ids,
    ),
    Rule(
        "P107",
        "no-one-shape",
        Severity.ERROR,
        translatable(
            "A plan with goals and plans without goals, or with neither and no priorities."
        ),
        translatable(
            "A plan is printed by its goals, as a flat list of plans, or by its priorities alone."
        ),
        bad=_GOALS % "1-1" + "plans:\n  - {id: 1, title: 見守り}\n",
        good="goals: []\nplans:\n  - {id: 1, title: 見守り}\n",
        check=_no_one_shape,
    ),
    Rule(
        "P108",
        "strange-numbering",
        Severity.ERROR,
        translatable("An example under numbering: from which no first number can be read."),
        translatable("All further numbers are made from it; Ⅱ does not say what comes first."),
        bad="numbering: {goal: Ⅱ}\n",
        good="numbering: {goal: Ⅰ}\n",
        check=_strange_example,
    ),
)
