"""What became of a plan, on a terminal: under the headings of the printed plan, as a board reads."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from rich.cells import cell_len
from rich.console import RenderableType
from rich.text import Text

from shakyo_plan.diff import ChangeKind, Comparison
from shakyo_plan.diff.grouping import Group, grouped
from shakyo_plan.diff.telling import Told
from shakyo_plan.diff.views.words import (
    KINDS,
    Described,
    comparison_title,
    describe,
    group_text,
    routine_words,
    totals,
)
from shakyo_plan.diff.wording import Piece as WordPiece
from shakyo_plan.diff.wording import Pieces, shortened
from shakyo_plan.language import Translator
from shakyo_plan.message import say
from shakyo_plan.model.kinds import KIND_WORDS
from shakyo_plan.output.escape import escape
from shakyo_plan.output.terminal.grid import Grid, GridCell, Line, Piece, cell_of, cell_of_pieces
from shakyo_plan.output.terminal.render import NARROWEST, folded

_STYLES = {ChangeKind.ADDED: "green", ChangeKind.REMOVED: "red", ChangeKind.CHANGED: ""}
_QUIET = "bright_black"
_STEP = 2
_ONE_LINE = 72
"""So many columns, and old and new stand in one line with an arrow between."""
_AROUND = 16
"""So many unchanged letters are shown beside a changed word."""


def change_table(told: Told, tr: Translator, width: int) -> list[RenderableType]:
    """Return the changes for so many columns; nothing of a name is ever cut."""
    comparison = told.comparison
    parts: list[RenderableType] = [folded(comparison_title(comparison), width, "bold"), Text()]
    columns = _Columns.of(comparison, tr, width)
    shown = None
    for group in grouped(comparison.changes):
        heading, below = group_text(group, tr)
        if heading != shown:
            if shown is not None:
                parts.append(Text())
            parts.append(folded(heading, width, "bold"))
            shown = heading
        if below:
            cell = cell_of(below, width - _STEP, "underline")
            parts.append(Grid((width - _STEP,), [[cell]], indent=_STEP))
        rows = _rows(group, comparison, tr, columns)
        widths = (columns.kind, columns.item, columns.room)
        parts.append(Grid(widths, rows, gap=_STEP, indent=2 * _STEP))
    if comparison.changes:
        parts.append(Text())
    return [*parts, *_totals(told, tr, width)]


def _totals(told: Told, tr: Translator, width: int) -> Iterator[RenderableType]:
    """Yield how many changes there are, and how many that the year alone brings are left out."""
    yield folded(tr(totals(told.comparison)), width)
    if left_out := routine_words(told.routine):
        yield folded(tr(left_out), width, _QUIET)


@dataclass(frozen=True, slots=True)
class _Columns:
    """How wide the columns are: what happened, to what, and the room for all else."""

    kind: int
    item: int
    room: int

    @classmethod
    def of(cls, comparison: Comparison, tr: Translator, width: int) -> _Columns:
        """Measure the words that are needed; alike under all headings."""
        kinds = (cell_len(tr(KINDS[change.kind])) for change in comparison.changes)
        items = (cell_len(tr(KIND_WORDS[change.item])) for change in comparison.changes)
        kind, item = max(kinds, default=0), max(items, default=0)
        return cls(kind, item, max(width - kind - item - 4 * _STEP, NARROWEST // 2))


def _rows(
    group: Group, comparison: Comparison, tr: Translator, columns: _Columns
) -> Iterator[Sequence[GridCell]]:
    before = None
    for change in group.changes:
        words = describe(change, comparison, tr)
        # Several fields of one part are told one below the other.
        about = (change.kind, change.item, change.name) if words.subject else None
        repeated = about is not None and about == before
        before = about
        told = replace(words, subject="") if repeated else words
        yield [
            cell_of("" if repeated else words.kind, columns.kind, _STYLES.get(change.kind, "cyan")),
            cell_of("" if repeated else words.item, columns.item),
            list(_lines(told, change.kind, tr, columns.room)),
        ]


def _lines(words: Described, kind: ChangeKind, tr: Translator, room: int) -> Iterator[Line]:
    """Yield the lines of one change: what it is about, old and new, how much and on what ground."""
    old, new = _plain(words.old), _plain(words.new)
    none = tr(say("(none)"))
    field = tr(say("{field}: ", field=words.field)) if words.field else ""
    notes = tr(say(" ({notes})", notes=words.notes)) if words.notes else ""
    one_sided = kind in (ChangeKind.ADDED, ChangeKind.REMOVED) or not (old or new)
    sides = field + (old or new if one_sided else f"{old or none} → {new or none}")
    several = "\n" in sides
    if words.subject:
        short = (
            not field
            and not several
            and cell_len(words.subject + sides + notes) + 2 <= min(room, _ONE_LINE)
        )
        if short:
            sides = f"{words.subject}  {sides}".rstrip()
        else:
            yield from cell_of(words.subject, room)
    if one_sided or (not several and cell_len(sides) <= min(room, _ONE_LINE)):
        if several or cell_len(sides + notes) > room:
            yield from cell_of(sides, room)
            if notes:
                yield from cell_of(notes.strip(), room, _QUIET)
        else:
            yield Piece(escape(sides)), Piece(escape(notes), _QUIET)
        return
    if field:
        yield from cell_of(field.rstrip(), room)
    before, after = tr(say("before")), tr(say("after"))
    lead = max(cell_len(before), cell_len(after)) + _STEP
    yield from _side(before, lead, words.old or (WordPiece(none),), "red", room)
    yield from _side(after, lead, words.new or (WordPiece(none),), "green", room)
    if notes:
        yield from cell_of(notes.strip(), room, _QUIET)


def _side(label: str, lead: int, pieces: Pieces, style: str, room: int) -> Iterator[Line]:
    """Yield one side of a longer text behind its label, which takes ``lead`` columns.

    Words that the other side lacks stand in 【】 and in colour.
    """
    cut = shortened(pieces, _AROUND)
    mark_words = any(not piece.changed for piece in cut)
    labelled = label + " " * (lead - cell_len(label))
    text = cell_of_pieces(
        [
            Piece(
                f"【{piece.text}】" if piece.changed and mark_words else piece.text,
                style if piece.changed else "",
            )
            for piece in cut
        ],
        max(room - lead, 2),
    )
    for number, line in enumerate(text):
        yield (Piece(" " * lead if number else labelled), *line)


def _plain(pieces: Pieces) -> str:
    return "".join(piece.text for piece in pieces)
