"""The draft of another year: the text of the plan file, and an account for the person who goes on."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import takewhile

from shakyo_plan.errors import UserError
from shakyo_plan.lint.engine import check_file
from shakyo_plan.message import Message, say
from shakyo_plan.next_year.deciding import steps_to_decide
from shakyo_plan.next_year.edits import NextYear, suppression_words, without_suppressions
from shakyo_plan.next_year.steps import Step, steps_done
from shakyo_plan.source.editing.apply import apply
from shakyo_plan.source.loading import LoadedFile, reloaded, sound_plan
from shakyo_plan.values.fiscal_year import FiscalYear
from shakyo_plan.values.named_year import move_years
from shakyo_plan.values.shell_word import shell_word

_SUPPRESSIONS = "P9"


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
    header = _header(source.document.text)
    header_moved = move_years(header, 1, only=plan.fiscal_year) != header
    return Draft(
        file,
        tuple(steps_done(next_year, cleared, header_moved=header_moved)),
        tuple(steps_to_decide(next_year, source, file)),
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


def _header(text: str) -> str:
    """Return the comments and empty lines before the first key."""
    lines = text.splitlines(keepends=True)
    return "".join(takewhile(lambda line: not line.strip() or line.startswith("#"), lines))
