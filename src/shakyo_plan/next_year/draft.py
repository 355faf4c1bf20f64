"""The draft of another year: the text of the plan file, and an account for the person who goes on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import takewhile
from pathlib import PurePath

from shakyo_plan.diagnostic import Severity
from shakyo_plan.errors import UserError
from shakyo_plan.lint.engine import check_file
from shakyo_plan.lint.rules.context import RuleContext
from shakyo_plan.message import Message, say, say_n
from shakyo_plan.model import Status
from shakyo_plan.next_year.edits import (
    NextYear,
    named_with_end,
    named_with_status,
    suppression_words,
    without_suppressions,
)
from shakyo_plan.source.document import Document
from shakyo_plan.source.editing.apply import apply
from shakyo_plan.source.formatting.comments import comments_of
from shakyo_plan.source.loading import LoadedFile, reloaded, sound_plan
from shakyo_plan.values.fiscal_year import FiscalYear
from shakyo_plan.values.lazy_pattern import lazy_pattern
from shakyo_plan.values.named_year import move_years, named_years
from shakyo_plan.values.shell_word import shell_word

_EVERY_SECOND_YEAR = lazy_pattern(r"隔年|[2-9２-９]年に1|年おき")
_COUNTED = lazy_pattern(r"第\d+回")
_SUPPRESSIONS = "P9"


@dataclass(frozen=True, slots=True)
class Step:
    """Something that was done, or is still to be decided, and what it concerns."""

    what: Message
    items: tuple[Message, ...] = ()


@dataclass(frozen=True)
class Draft:
    """A draft, not yet written anywhere."""

    file: LoadedFile
    done: tuple[Step, ...]
    to_decide: tuple[Step, ...]


def make_draft(
    source: LoadedFile,
    year: FiscalYear,
    path: str,
    *,
    keep_budgets: bool,
    budget_note: str,
    target_note: str,
) -> Draft:
    """Return the draft of a year from the plan file of an earlier one; ``path`` is what it is called.

    ``budget_note`` is what stands behind a budget that was made a question, ``target_note`` behind the
    target of an indicator.

    Raises:
        UserError: the year is not a later one, or the file's layout does not allow it.
        BrokenPlan: the file has errors.
    """
    plan = sound_plan(source)
    if year.number <= plan.fiscal_year:
        raise UserError(
            say("{new} does not come after {old}", new=str(year), old=str(plan.year)),
            say("Name a later year, or with --from an earlier plan"),
        )
    next_year = NextYear(plan, year, keep_budgets, budget_note, target_note)
    text, made = apply(source.document, [tuple(next_year.edits())])
    if not made:
        raise UserError(
            say("{path} is formatted in a way that cannot be edited safely", path=source.path),
            say("Format it first: plan fmt {path}", path=shell_word(source.path)),
        )
    text = _with_header(text, plan.fiscal_year, year.number)
    text = _tidy_end(text, source.document.text)
    file, cleared = _cleared(_sound(reloaded(replace(source, path=path), text)))
    return Draft(
        file, tuple(_done(next_year, source, cleared)), tuple(_to_decide(next_year, source, file))
    )


def _sound(file: LoadedFile) -> LoadedFile:
    sound_plan(file)
    return file


def _with_header(text: str, old: int, new: int) -> str:
    """Return the text with the year moved in the comments before the first key."""
    header = _header(text)
    return move_years(header, new - old, only=old) + text[len(header) :]


def _tidy_end(text: str, before: str) -> str:
    """Return the text without the blank lines that stood before an entry which was the last."""
    if re.search(r"(?:\r?\n){2,}\Z", text) and not re.search(r"(?:\r?\n){2,}\Z", before):
        return re.sub(r"(\r?\n)(?:\r?\n)+\Z", r"\1", text)
    return text


def _cleared(file: LoadedFile) -> tuple[LoadedFile, tuple[Message, ...]]:
    """Take out the suppressions that accept nothing any more, since what they accepted is gone."""
    plan = sound_plan(file)
    places = {
        finding.place[:2]
        for finding in check_file(file).diagnostics
        if finding.code.startswith(_SUPPRESSIONS) and finding.place
    }
    if not places:
        return file, ()
    text, _ = apply(file.document, [tuple(without_suppressions(plan, places))])
    text = _tidy_end(text, file.document.text)
    gone = tuple(
        suppression_words(accepted) for accepted in plan.suppress if accepted.place in places
    )
    return _sound(reloaded(file, text)), gone


def _done(next_year: NextYear, source: LoadedFile, cleared: tuple[Message, ...]) -> Iterator[Step]:
    yield Step(say("The fiscal year is now {year}", year=str(next_year.year)))
    steps = (
        Step(
            say_n(
                "Reset {n} program to continued (removed `status`)",
                "Reset {n} programs to continued (removed `status`)",
                len(next_year.continued),
            ),
            tuple(map(named_with_status, next_year.continued)),
        ),
        Step(
            say_n(
                "Removed {n} program that ended",
                "Removed {n} programs that ended",
                len(next_year.ended),
            ),
            tuple(map(named_with_end, next_year.ended)),
        ),
        Step(
            say_n(
                "Removed {n} citation of them",
                "Removed {n} citations of them",
                len(next_year.dropped_citations),
            ),
            tuple(
                say(
                    "{name} in {id} {title}", name=citation.name, id=listing.id, title=listing.title
                )
                for listing, citation in next_year.dropped_citations
            ),
        ),
        Step(
            say_n(
                "Cleared the former names of {n} program",
                "Cleared the former names of {n} programs",
                len(next_year.renamed),
            ),
            tuple(
                say("{name} (formerly {names})", name=program.name, names=program.formerly)
                for program in next_year.renamed
            ),
        ),
        Step(
            say_n(
                "Moved {n} schedule that names a year",
                "Moved {n} schedules that name a year",
                len(next_year.rescheduled),
            ),
            tuple(
                say("{name}: {old} → {new}", name=program.name, old=old, new=new)
                for program, old, new in next_year.rescheduled
            ),
        ),
        Step(
            say_n(
                "Removed {n} expired suppression",
                "Removed {n} expired suppressions",
                len(next_year.expired),
            ),
            next_year.expired,
        ),
        Step(
            say_n(
                "Removed {n} unused suppression",
                "Removed {n} unused suppressions",
                len(cleared),
            ),
            cleared,
        ),
    )
    yield from (step for step in steps if step.items)
    header = _header(source.document.text)
    if move_years(header, 1, only=next_year.plan.fiscal_year) != header:
        yield Step(say("The year in the comment at the head of the file has moved"))


def _header(text: str) -> str:
    """Return the comments and empty lines before the first key."""
    lines = text.splitlines(keepends=True)
    return "".join(takewhile(lambda line: not line.strip() or line.startswith("#"), lines))


def _to_decide(next_year: NextYear, source: LoadedFile, file: LoadedFile) -> Iterator[Step]:
    steps = (
        Step(
            say("Budgets: write the amount and take the # away, or delete the line"),
            tuple(
                say(
                    "{name} (last time {amount})",
                    name=program.name,
                    amount=program.budget or tuple(source.amount for source in program.funding),
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
                    amount=program.budget or tuple(source.amount for source in program.funding),
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
                    "{name} (last time {value}, {year})",
                    name=indicator.name,
                    value=target.value,
                    year=str(FiscalYear(target.year)),
                )
                for indicator in next_year.past_targets
                if (target := indicator.target) and target.year
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
