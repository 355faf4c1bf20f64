"""P3: what a program's status asks for, and lists with nothing in them."""

from __future__ import annotations

from collections.abc import Iterator

from shakyo_plan.diagnostic import Severity
from shakyo_plan.lint.rules.context import RuleContext
from shakyo_plan.lint.rules.record import Problem, Rule
from shakyo_plan.message import say, translatable
from shakyo_plan.model import Program, Status
from shakyo_plan.model.kinds import KIND_WORDS
from shakyo_plan.model.words import status_word

_TO_BE_EXPLAINED = (Status.NEW, Status.EXPANDED, Status.RESTRUCTURED)
_EXPLANATIONS = {
    "purpose": translatable("purpose"),
    "schedule": translatable("schedule"),
    "budget": translatable("budget"),
}


def unexplained(program: Program) -> dict[str, str]:
    """Return what a program's status asks for and its entry lacks: keys with their words."""
    if program.status not in _TO_BE_EXPLAINED:
        return {}
    return {key: word for key, word in _EXPLANATIONS.items() if not getattr(program, key)}


def _unexplained(context: RuleContext) -> Iterator[Problem]:
    programs = context.plan.programs
    never = [key for key in _EXPLANATIONS if not any(getattr(each, key) for each in programs)]
    told = {program.name: unexplained(program) for program in programs}
    # Of one program alone, it is said with its name.
    together = sum(map(bool, told.values())) > 1
    if never and together:
        # What a council never prints is one note, not one a program.
        yield Problem(
            ("programs",),
            say(
                "No program of this plan has {missing}",
                missing=tuple(say(_EXPLANATIONS[key]) for key in never),
            ),
            say("If this is intentional, no change is needed"),
        )
    for program in programs:
        missing = told[program.name]
        if together:
            missing = {key: word for key, word in missing.items() if key not in never}
        if missing:
            yield Problem(
                (*program.place, "status"),
                say(
                    "{status} program “{name}” has no {missing}",
                    name=program.name,
                    status=status_word(program.status),
                    missing=tuple(say(word) for word in missing.values()),
                ),
                say(
                    "Add {keys} if known",
                    keys=tuple(f"{key}:" for key in missing),
                ),
            )


def _restructured_from_nothing(context: RuleContext) -> Iterator[Problem]:
    for program in context.plan.programs:
        if program.status == Status.RESTRUCTURED and not program.formerly:
            yield Problem(
                (*program.place, "status"),
                say(
                    "Restructured program “{name}” has no former name",
                    name=program.name,
                ),
                say("Write its former name: formerly: […]"),
            )


def _empty_list(context: RuleContext) -> Iterator[Problem]:
    for listing in context.plan.lists:
        if context.lists_nothing(listing):
            yield Problem(
                (*listing.place, "programs"),
                say(
                    "{kind} {id} “{title}” has no programs",
                    kind=KIND_WORDS[listing.kind],
                    id=listing.id,
                    title=listing.title,
                ),
                say("If it has no list by design, delete the line `programs: []`"),
            )


_PROGRAM = """\
programs:
  - name: 子育てサロン
    purpose: 親子の孤立を防ぐ。
    schedule: 7月
"""

STATUS_RULES = (
    Rule(
        "P301",
        "unexplained-status",
        Severity.INFO,
        translatable(
            "A new, expanded or restructured program without purpose, schedule or budget."
        ),
        translatable("What begins or grows is what a board and the city ask about."),
        bad=_PROGRAM + "    status: new\n",
        good=_PROGRAM + "    status: new\n    budget: 69千円\n",
        check=_unexplained,
    ),
    Rule(
        "P302",
        "restructured-from-nothing",
        Severity.WARNING,
        translatable("A restructured program without the name that it had."),
        translatable(
            "Beside last year's plan, it would look as if one program had ended and another begun."
        ),
        bad=_PROGRAM + "    status: restructured\n    budget: 69千円\n",
        good=_PROGRAM
        + "    status: restructured\n    budget: 69千円\n    formerly: [子育て講座]\n",
        check=_restructured_from_nothing,
    ),
    Rule(
        "P303",
        "empty-program-list",
        Severity.INFO,
        translatable("A basic plan or priority without programs."),
        translatable(
            "It may be meant so, where sections say what is done. It may also be forgotten."
        ),
        bad="priorities:\n  - {id: 1, title: つながりづくり, programs: []}\n",
        good="priorities:\n  - {id: 1, title: つながりづくり, programs: [子育てサロン]}\n",
        check=_empty_list,
    ),
)
