"""新旧対照表, the old/new table for a board: its rows, for every format that prints it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from shakyo_plan.diff import Change, ChangeKind, Comparison, Item
from shakyo_plan.diff.grouping import by_part, grouped
from shakyo_plan.diff.telling import tell
from shakyo_plan.diff.views.words import (
    Described,
    describe,
    group_text,
    routine_words,
    totals,
)
from shakyo_plan.language import Translator
from shakyo_plan.message import say
from shakyo_plan.values.fiscal_year import FiscalYear


class BoardChange(NamedTuple):
    """A change in words, what it is about, and on which sides there is something."""

    words: Described
    about: str
    was_there: bool
    is_there: bool


class BoardRow(NamedTuple):
    """What became of one part: its changes, below each other."""

    kinds: tuple[tuple[str, str], ...]
    """What happened, each with the kind of part that it happened to."""
    changes: tuple[BoardChange, ...]

    @property
    def remarks(self) -> tuple[tuple[str, bool], ...]:
        """All remarks in order, each with whether it tells of a guess."""
        found = []
        for change in self.changes:
            found += [(measure, False) for measure in change.words.measures]
            if change.words.ground:
                found.append((change.words.ground, change.words.guess))
        return tuple(found)


class BoardGroup(NamedTuple):
    """The rows below a heading, and one below that; no heading where it is that of the group before."""

    heading: str
    below: str
    rows: tuple[BoardRow, ...]


class Board(NamedTuple):
    """The whole table in the reader's words."""

    title: str
    headings: tuple[str, str, str, str]
    """Of the columns: change, old, new, remarks."""
    notes: tuple[str, ...]
    """How many changes there are, and what is not listed."""
    groups: tuple[BoardGroup, ...]


def board(comparison: Comparison, tr: Translator, *, routine: bool = False) -> Board:
    """Return the table; ``routine`` lists also what the year alone brings."""
    told = tell(comparison, routine=routine, board=True)
    left_out = routine_words(told.routine, for_board=True)
    notes = (totals(told.comparison), *((left_out,) if left_out else ()))
    return Board(
        board_title(comparison, tr),
        _headings(comparison, tr),
        tuple(map(tr, notes)),
        tuple(_groups(told.comparison, tr)),
    )


def board_title(comparison: Comparison, tr: Translator) -> str:
    """Return whose plans are compared, and of which years."""
    council = comparison.new.council
    old, new = (_year(version.fiscal_year, tr) for version in (comparison.old, comparison.new))
    if old == new:
        return tr(say("{council}: the plan of {year}, before and after", council=council, year=new))
    return tr(
        say("{council}: the plans of {old} and {new} compared", council=council, old=old, new=new)
    )


def _headings(comparison: Comparison, tr: Translator) -> tuple[str, str, str, str]:
    versions = comparison.old, comparison.new
    old, new = (_year(version.fiscal_year, tr) for version in versions)
    if old == new:
        old, new = tr(say("before")), tr(say("after"))
    return (
        tr(say("change")),
        tr(say("old: {version}", version=old)),
        tr(say("new: {version}", version=new)),
        tr(say("remarks")),
    )


def _year(number: int, tr: Translator) -> str:
    """Return a year as a board calls it, 令和6年度; to others, both calendars say which it is."""
    year = FiscalYear(number)
    return year.era if tr.language == "ja" else str(year)


def _groups(comparison: Comparison, tr: Translator) -> Iterator[BoardGroup]:
    before = None
    for group in grouped(comparison.changes):
        heading, below = group_text(group, tr)
        rows = tuple(_row(changes, comparison, tr) for changes in by_part(group.changes))
        yield BoardGroup("" if heading == before else heading, below, rows)
        before = heading


def _row(changes: tuple[Change, ...], comparison: Comparison, tr: Translator) -> BoardRow:
    told = []
    subject: str | None = None
    for change in changes:
        words = describe(change, comparison, tr)
        # What a row is about is said once.
        said = "" if words.subject == subject else words.subject
        subject = change.name
        # Where it is listed stands beside what it is.
        field = words.item if change.item is Item.CITATION and len(changes) > 1 else words.field
        about = " ".join(part for part in (said, field) if part)
        there = change.kind is not ChangeKind.ADDED, change.kind is not ChangeKind.REMOVED
        told.append(BoardChange(words, about, *there))
    kinds = tuple(dict.fromkeys((change.words.kind, change.words.item) for change in told))
    return BoardRow(kinds, tuple(told))
