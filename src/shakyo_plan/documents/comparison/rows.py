"""What the comparison for a board tells: by goal and basic plan, a row for each part that changed.

It speaks of what is printed (see `diff.telling`); percentages of likeness are left out too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple, TypeAlias

from shakyo_plan.diff import Change, ChangeKind, Comparison, Item
from shakyo_plan.diff.grouping import by_part, grouped
from shakyo_plan.diff.telling import tell
from shakyo_plan.diff.views.board import board_title
from shakyo_plan.diff.views.words import Described, describe, group_text
from shakyo_plan.diff.wording import Piece, Pieces
from shakyo_plan.language import Translator
from shakyo_plan.message import say
from shakyo_plan.values.fiscal_year import FiscalYear

Paragraphs: TypeAlias = tuple[Pieces, ...]
"""What stands in a cell; a piece that changed is underlined."""


class HeadingRow(NamedTuple):
    """A goal, or below it a basic plan."""

    words: str
    is_below: bool


class ChangeRow(NamedTuple):
    """A part of the plan as it was and as it is, and what there is to say of it."""

    old: Paragraphs
    new: Paragraphs
    remarks: tuple[str, ...]


class ComparisonTable(NamedTuple):
    """The whole comparison, in the reader's words."""

    title: str
    headings: tuple[str, str, str]
    rows: tuple[HeadingRow | ChangeRow, ...]
    """None where nothing that is printed differs."""


def comparison_table(comparison: Comparison, tr: Translator) -> ComparisonTable:
    """Return what a board is to see of the changes between two plans."""
    told = tell(comparison, board=True).comparison
    years = tuple(
        FiscalYear(version.fiscal_year).era for version in (comparison.old, comparison.new)
    )
    versions = years if years[0] != years[1] else years[:1]
    old, new = (
        (tr(say("old: {version}", version=years[0])), tr(say("new: {version}", version=years[1])))
        if len(versions) == 2
        else (tr(say("Old")), tr(say("New")))
    )
    return ComparisonTable(
        board_title(comparison, tr),
        (old, new, tr(say("remarks"))),
        tuple(_rows(told, tr)),
    )


def _rows(comparison: Comparison, tr: Translator) -> Iterator[HeadingRow | ChangeRow]:
    before = None
    for group in grouped(comparison.changes):
        heading, below = group_text(group, tr)
        if heading != before:
            yield HeadingRow(heading, is_below=False)
            before = heading
        if below:
            yield HeadingRow(below, is_below=True)
        for changes in by_part(group.changes):
            yield _row(changes, comparison, tr)


def _row(changes: tuple[Change, ...], comparison: Comparison, tr: Translator) -> ChangeRow:
    described = [describe(change, comparison, tr) for change in changes]
    title = next((words.subject for words in described if words.subject), "")
    told_whole = any(not words.subject and not words.field for words in described)
    old: list[Pieces] = [] if told_whole or not title else [(Piece(title),)]
    new = list(old)
    for change, words in zip(changes, described, strict=True):
        field = words.item if change.item is Item.CITATION else words.field
        if field or change.kind is not ChangeKind.ADDED:
            old += _told(field, words.old, tr)
        if field or change.kind is not ChangeKind.REMOVED:
            new += _told(field, words.new, tr)
    none = (Piece(tr(say("(none)"))),)
    return ChangeRow(tuple(old or [none]), tuple(new or [none]), tuple(_remarks(described, tr)))


def _told(field: str, pieces: Pieces, tr: Translator) -> list[Pieces]:
    """Return a side of a change as paragraphs, the field's name before the first."""
    shown = pieces or (Piece(tr(say("(none)"))),)
    if field:
        shown = (Piece(tr(say("{field}: ", field=field))), *shown)
    return _paragraphs(shown)


def _paragraphs(pieces: Iterable[Piece]) -> list[Pieces]:
    found: list[list[Piece]] = [[]]
    for piece in pieces:
        first, *rest = piece.text.split("\n")
        found[-1].append(Piece(first, piece.changed))
        found += [[Piece(line, piece.changed)] for line in rest]
    return [tuple(piece for piece in line if piece.text) for line in found]


def _remarks(described: Iterable[Described], tr: Translator) -> Iterator[str]:
    told: dict[str, None] = {}
    for words in described:
        kind = f"{words.item}: {words.kind}"
        told[kind + (tr(say(" (a guess)")) if words.guess else "")] = None
        told.update(dict.fromkeys(words.measures))
    yield from told
