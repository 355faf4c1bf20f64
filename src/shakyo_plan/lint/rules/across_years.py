"""P6, programs: this year's beside last year's. These rules say nothing where there is no plan of last year."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from shakyo_plan.diagnostic import Severity
from shakyo_plan.likeness import nearest
from shakyo_plan.lint.rules.context import RuleContext
from shakyo_plan.lint.rules.record import Problem, Rule
from shakyo_plan.message import Message, say, translatable
from shakyo_plan.model import ENDED, Program, Status
from shakyo_plan.model.notation import notation_difference
from shakyo_plan.model.words import status_word
from shakyo_plan.values.characters import without_odd
from shakyo_plan.values.data_path import DataPath
from shakyo_plan.values.name import fold_name

if TYPE_CHECKING:
    from shakyo_plan.diff.lineage import Tie

_MOST_LOOKED_UP = 100
"""Beyond so many, the two plans are of two councils, and looking each name up takes long."""


def _new_ones(context: RuleContext, *, also_then: bool) -> Iterator[Tie]:
    """Yield the new programs that last year's plan has, going on; those that were new then, or the others."""
    for tie in context.ties:
        claimed = tie.new.status is Status.NEW and tie.old.status not in ENDED
        if claimed and (tie.old.status is Status.NEW) is also_then:
            yield tie


def _not_new(context: RuleContext) -> Iterator[Problem]:
    for tie in _new_ones(context, also_then=False):
        yield Problem(
            (*tie.new.place, "status"),
            _known(context, tie),
            say("Delete the status line, or write expanded or restructured"),
        )


def _new_twice(context: RuleContext) -> Iterator[Problem]:
    for tie in _new_ones(context, also_then=True):
        yield Problem(
            (*tie.new.place, "status"),
            say(
                "“{name}” is new, and was new in the plan of {year} already",
                name=tie.new.name,
                year=context.last_year,
            ),
            say("Delete the status line: from its second year on, a program is continued"),
        )


def _known(context: RuleContext, tie: Tie) -> Message:
    if tie.basis is None:
        return say(
            "“{name}” is new, but is in the plan of {year}",
            name=tie.new.name,
            year=context.last_year,
        )
    return say(
        "“{name}” is new, but is in the plan of {year} as “{old}”",
        name=tie.new.name,
        year=context.last_year,
        old=tie.old.name,
    )


def _unknown_then(context: RuleContext) -> Iterator[Problem]:
    if context.previous and context.plan.programs and not context.previous.programs:
        message = say("The plan of {year} has no programs", year=context.last_year)
        yield Problem(
            ("programs",), message, say("If it has none in its file, no change is needed")
        )
        return
    likely = _unsaid_renames(context)
    for program in _arrived(context):
        has_status = "status" in context.data["programs"][program.place[-1]]
        before = likely.get(program.name)
        yield Problem(
            (*program.place, "status" if has_status else "name"),
            say(
                "“{name}” is {status}, but the plan of {year} does not have it",
                name=program.name,
                status=status_word(program.status),
                year=context.last_year,
            ),
            say("If it was called “{old}”, write `formerly: [{old}]`", old=before)
            if before
            else say("If it begins this year, write status: new. If it was renamed, formerly: […]"),
        )


def _arrived(context: RuleContext) -> Iterator[Program]:
    """Yield what claims to go on, and is tied to nothing; what another rule finds is left out."""
    if context.previous is None:
        return
    tied = {tie.new.name for tie in context.ties}
    for program in context.plan.registered:
        # Former names that last year's plan does not have, and restructured without any, are told.
        told = program.formerly or program.status is Status.RESTRUCTURED
        if program.name not in tied and not told and program.status is not Status.NEW:
            yield program


def _departed(context: RuleContext) -> Iterator[Program]:
    if context.previous:
        tied = {tie.old.name for tie in context.ties}
        for program in context.previous.registered:
            ended = program.until is not None and program.until < context.plan.fiscal_year
            if program.name not in tied and program.status not in ENDED and not ended:
                yield program


def _unsaid_renames(context: RuleContext) -> Mapping[str, str]:
    """Return which program of last year each one without a past most likely is; one slip, one finding."""
    if context.lineage is None:
        return {}
    gone = {program.name for program in _departed(context)}
    arrived = {program.name for program in _arrived(context)}
    return {
        tie.new.name: tie.old.name
        for tie in context.lineage.guesses
        if tie.new.name in arrived and tie.old.name in gone
    }


def _gone(context: RuleContext) -> Iterator[Problem]:
    if context.previous and context.previous.programs and not context.plan.programs:
        yield Problem(
            ("programs",),
            say(
                "The plan of {year} has programs ({n}), and this one has none",
                year=context.last_year,
                n=len(context.previous.registered),
            ),
            say("If this is intentional, no change is needed"),
        )
        return
    meant = {*_unsaid_renames(context).values()}
    meant |= {near for _, _, near in _unknown_former_names(context) if near}
    for program in _departed(context):
        if program.name not in meant:
            yield Problem(
                ("programs",),
                say(
                    "“{name}” is in the plan of {year}, but not in this one",
                    name=program.name,
                    year=context.last_year,
                ),
                say(
                    "If it ended, keep it with `status: discontinued`. If it was renamed, write "
                    "`formerly: [{name}]` on the new program",
                    name=program.name,
                ),
            )


def _former_name_of_nothing(context: RuleContext) -> Iterator[Problem]:
    for place, name, near in _unknown_former_names(context):
        yield Problem(
            place,
            say("The plan of {year} has no program “{name}”", year=context.last_year, name=name),
            say("Did you mean “{nearest}”?", nearest=near)
            if near
            else say("Write the name that it had last year"),
        )


def _unknown_former_names(context: RuleContext) -> Iterator[tuple[DataPath, str, str | None]]:
    """Yield former names that last year's plan does not have: place, name, and what may be meant."""
    if context.previous is None:
        return
    known = {
        fold_name(name)
        for program in context.previous.programs
        for name in (program.name, *program.aliases, *program.formerly)
    }
    names = [program.name for program in context.previous.programs]
    patience = _MOST_LOOKED_UP
    for program in context.plan.programs:
        for number, name in enumerate(program.formerly):
            if fold_name(name) not in known:
                near = nearest(name, names, 1) if patience > 0 else []
                patience -= 1
                yield (*program.place, "formerly", number), name, near[0] if near else None


def _renamed_by_notation(context: RuleContext) -> Iterator[Problem]:
    for tie in context.ties:
        if without_odd(tie.old.name) == tie.new.name:
            continue  # last year's odd characters were mended
        if tie.is_by_notation and tie.new.status is not Status.NEW:
            yield Problem(
                (*tie.new.place, "name"),
                say(
                    "“{name}” is written “{old}” in the plan of {year}; they differ in {difference}",
                    name=tie.new.name,
                    old=tie.old.name,
                    year=context.last_year,
                    difference=notation_difference(tie.new.name, tie.old.name),
                ),
                say(
                    "Write it as last year; if the new form is intended, add `formerly: [{old}]`",
                    old=tie.old.name,
                ),
            )


_LAST = "fiscal_year: 2023\n"
_SALON = "programs:\n  - name: 子育てサロン\n"
_EXPLAINED = "    purpose: 親子の孤立を防ぐ。\n    schedule: 7月\n    budget: 69千円\n"
_GOAL = "goals:\n  - id: 1\n    title: 共に生きる\n    plans:\n"
_CARE = "      - {id: %s, title: 子育て, programs: [子育てサロン]}\n"

ACROSS_YEARS_RULES = (
    Rule(
        "P601",
        "not-new",
        Severity.WARNING,
        translatable("A new program that is already in last year's plan."),
        translatable(
            "The board and the city count what is new. This is not new, or it has the name "
            "of another program."
        ),
        bad=_SALON + "    status: new\n" + _EXPLAINED,
        good=_SALON + "    status: expanded\n" + _EXPLAINED,
        previous=_LAST + _SALON,
        check=_not_new,
    ),
    Rule(
        "P602",
        "continued-from-nothing",
        Severity.WARNING,
        translatable("A program that goes on, but that last year's plan does not have."),
        translatable(
            "Either it begins this year, or it was renamed. Unless the plan says which, its history "
            "ends here."
        ),
        bad=_SALON + "  - name: おやこの広場\n",
        good=_SALON + "  - name: おやこの広場\n    formerly: [おやこ広場]\n",
        previous=_LAST + _SALON + "  - name: おやこ広場\n",
        check=_unknown_then,
    ),
    Rule(
        "P603",
        "gone-without-a-word",
        Severity.WARNING,
        translatable("A program of last year's plan that is missing and was not marked as ended."),
        translatable("Readers look for it. It may also have been lost in copying."),
        bad=_GOAL + _CARE % "1-1" + _SALON,
        good=_GOAL + _CARE % "1-1" + _SALON + "  - name: 敬老会\n    status: discontinued\n",
        previous=_LAST + _SALON + "  - name: 敬老会\n",
        check=_gone,
    ),
    Rule(
        "P604",
        "new-again",
        Severity.WARNING,
        translatable("A program that is new for the second year."),
        translatable("It is left over when a plan begins as a copy of last year's."),
        bad=_SALON + "    status: new\n" + _EXPLAINED,
        good=_SALON + _EXPLAINED,
        previous=_LAST + _SALON + "    status: new\n",
        check=_new_twice,
    ),
    Rule(
        "P605",
        "unknown-former-name",
        Severity.WARNING,
        translatable("A former name that no program of last year's plan has."),
        translatable("The comparison of years and the history of a program follow former names."),
        bad=_SALON + "    formerly: [子育て口座]\n",
        good=_SALON + "    formerly: [子育て講座]\n",
        previous=_LAST + "programs:\n  - name: 子育て講座\n",
        check=_former_name_of_nothing,
    ),
    Rule(
        "P608",
        "renamed-by-notation",
        Severity.WARNING,
        translatable(
            "A program whose name differs from last year's by width, spaces, brackets or characters that "
            "look the same."
        ),
        translatable("The rename was not intended. Searching for the old name no longer finds it."),
        bad="programs:\n  - name: 子育て サロン\n",
        good=_SALON,
        previous=_LAST + _SALON,
        check=_renamed_by_notation,
    ),
)
