"""What a draft leaves to the person who goes on: amounts, targets, texts that may be of last year."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath

from shakyo_plan.diagnostic import Severity
from shakyo_plan.lint.engine import check_file
from shakyo_plan.lint.rules.context import RuleContext
from shakyo_plan.message import Message, Value, say, say_n
from shakyo_plan.model import Program, Status
from shakyo_plan.model.words import weekday_word
from shakyo_plan.next_year.edits import NextYear, named_with_status
from shakyo_plan.next_year.steps import Step
from shakyo_plan.source.document import Document
from shakyo_plan.source.formatting.comments import comments_of
from shakyo_plan.source.loading import LoadedFile, sound_plan
from shakyo_plan.values.fiscal_year import FiscalYear
from shakyo_plan.values.lazy_pattern import lazy_pattern
from shakyo_plan.values.named_year import named_years
from shakyo_plan.values.schedule.days import days_in

_EVERY_SECOND_YEAR = lazy_pattern(r"隔年|[2-9２-９]年に1|年おき")
_COUNTED = lazy_pattern(r"第\d+回")


def steps_to_decide(next_year: NextYear, source: LoadedFile, file: LoadedFile) -> Iterator[Step]:
    """Yield what is left to a person, in the draft ``file`` that was made from ``source``."""
    steps = (
        Step(
            say("Budgets: write the amount and take the # away, or delete the line"),
            tuple(
                say(
                    "{name} (last time {amount})",
                    name=program.name,
                    amount=_amount(program),
                )
                for program in next_year.budgeted
            ),
        ),
        Step(
            say("Budgets that were kept: are they the same again?"),
            tuple(
                say(
                    "{name}: {amount}",
                    name=program.name,
                    amount=_amount(program),
                )
                for program in next_year.going_on
                if next_year.keep_budgets and (program.budget or program.funding)
            ),
        ),
        Step(
            say("Accounts that were kept: are they the same again?")
            if next_year.keep_budgets
            else say("Accounts: write this year's amounts and take the # away, or delete them"),
            tuple(
                say("{division}", division=account.division)
                if account.division
                else say("The council as a whole")
                for account in next_year.plan.accounts
            ),
        ),
        Step(
            say(
                "Targets whose year is past: write the next one and take the # away, or delete the line"
            ),
            tuple(
                say(
                    "{name} of {whose} (last time {value}, {year})",
                    name=indicator.name,
                    whose=whose,
                    value=target.value,
                    year=str(FiscalYear(target.year)),
                )
                for whose, indicator in next_year.past_targets
                if (target := indicator.target) and target.year
            ),
        ),
        Step(
            say("Targets without a year: are they still right?"),
            tuple(
                say(
                    "{name} of {whose}: {value}",
                    name=indicator.name,
                    whose=whose,
                    value=indicator.target.value,
                )
                for whose, indicator in next_year.undated_targets
                if indicator.target
            ),
        ),
        Step(
            say("Reduced or suspended: is that still so?"),
            tuple(
                named_with_status(program)
                for program in next_year.going_on
                if program.status in (Status.REDUCED, Status.SUSPENDED)
            ),
        ),
        Step(
            say("Not held every year: is it held this year?"),
            tuple(
                say("{name}: {schedule}", name=program.name, schedule=program.schedule)
                for program in next_year.going_on
                if program.schedule and _EVERY_SECOND_YEAR.search(program.schedule)
            ),
        ),
        Step(
            say("Schedules with a day: which day is it this year?"),
            tuple(_on_days(next_year)),
        ),
        Step(
            say("Texts that name a year, or count an event: are they right for this year?"),
            tuple(_dated(file, next_year.year)),
        ),
        Step(
            say("Lists that are empty now: is that meant?"),
            tuple(_emptied(next_year, file)),
        ),
        Step(
            say("Comments above removed entries: are they still right?"),
            tuple(_orphaned(next_year, source.document)),
        ),
    )
    yield from (step for step in steps if step.items)
    errors = sum(finding.severity is Severity.ERROR for finding in check_file(file).diagnostics)
    if errors:
        yield Step(
            say_n(
                "{n} error was in {path} already, and is in the draft too: plan validate {draft}",
                "{n} errors were in {path} already, and are in the draft too: plan validate {draft}",
                errors,
                path=source.path,
                draft=file.path,
            )
        )
    yield Step(
        say(
            "What begins, changes or ends this year: status: new, expanded, restructured, reduced, "
            "merged, suspended or discontinued"
        )
    )


def _on_days(next_year: NextYear) -> Iterator[Message]:
    """Yield the schedules that name a day, in the new year, with the first whose weekday is another then."""
    moved = {program.name: new for program, _, new in next_year.rescheduled}
    for program in next_year.going_on:
        schedule = moved.get(program.name, program.schedule or "")
        days = days_in(schedule, next_year.year)
        other = next((written.day for written in days if written.is_another_weekday), None)
        if other is not None:
            yield say(
                "{name}: {schedule} ({month}/{day} is a {weekday} this year)",
                name=program.name,
                schedule=schedule,
                month=other.month,
                day=other.day,
                weekday=weekday_word(other),
            )
        elif any(written.weekday is not None or not written.bounds_span for written in days):
            yield say("{name}: {schedule}", name=program.name, schedule=schedule)


def _dated(file: LoadedFile, year: FiscalYear) -> Iterator[Message]:
    plan, document = sound_plan(file), file.document
    around = range(year.number - 2, year.number + 1)
    for text in RuleContext(plan, document.data, PurePath(file.path).stem).texts:
        if text.key in ("programs", "schedule", "suppress"):
            continue
        if any(number in around for number in named_years(text.text)) or _COUNTED.search(text.text):
            line = document.span(text.place).start.line
            yield say("line {line}: {text}", line=line, text=" ".join(text.text.split()))


def _emptied(next_year: NextYear, file: LoadedFile) -> Iterator[Message]:
    for old, new in zip(next_year.plan.lists, sound_plan(file).lists, strict=True):
        if old.programs and not new.programs:
            yield say("{id} {title}", id=new.id, title=new.title)


def _orphaned(next_year: NextYear, document: Document) -> Iterator[Message]:
    above = comments_of(document).above
    for place in (
        *(program.place for program in next_year.ended),
        *(citation.place for _, citation in next_year.dropped_citations),
    ):
        yield from (say("{comment}", comment=comment) for comment in above.get(place, ()))


def _amount(program: Program) -> Value:
    return program.budget or tuple(source.amount for source in program.funding)
