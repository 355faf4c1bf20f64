"""A cross-reference table on the terminal: one where there is room, else blocks that fit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from rich.cells import cell_len
from rich.console import RenderableType
from rich.text import Text

from shakyo_plan.lookup.xref.matrix import Head
from shakyo_plan.lookup.xref.matrix_view import Shown, total_rows
from shakyo_plan.message import say
from shakyo_plan.model.kinds import KIND_WORDS, PartKind
from shakyo_plan.model.words import goal_words
from shakyo_plan.output.escape import escape
from shakyo_plan.output.terminal.grid import Grid, GridCell, Piece, cell_of
from shakyo_plan.output.terminal.render import UNLIMITED, data_text

_COMFORTABLE = 30
"""A name reads well from this width on."""
_LEAST_NAME = 24
"""A name in fewer columns than this is hard to read."""
_LONG = 20
"""So many rows are read under one heading; and in a longer table, blocks leave empty rows out."""
_NOTHING = "."
_PADDED = 300
"""In a pipe, a longer name stands out, and costs no blanks in all other rows."""


@dataclass(frozen=True, slots=True)
class _Block:
    """Columns that fit beside the names."""

    columns: tuple[Head, ...]
    headings: tuple[str, ...]

    @property
    def widths(self) -> list[int]:
        return [max(cell_len(heading), 2) for heading in self.headings]


def matrix_parts(whole: Shown, width: int) -> list[RenderableType]:
    """Return the table. No name is cut; a column without room goes into the next block."""
    shown = whole.readable
    parts: list[RenderableType] = [data_text(shown.title, "bold")]
    blocks = [] if shown.lacking else _blocks(shown, width)
    for block in blocks:
        parts.append(Text())
        if len(blocks) > 1 and (heading := _block_heading(shown, block)):
            parts += [data_text(heading, "bold"), Text()]
        parts.append(_table(shown, block, width, single=len(blocks) == 1))
        parts += _legend(shown, block)
    if len(blocks) > 1 and len(shown.matrix.rows) > _LONG:
        parts += _nowhere(shown)
    if shown.remarks:
        parts.append(Text())
        parts += [data_text(remark, "bright_black") for remark in shown.remarks]
    return parts


def _blocks(shown: Shown, width: int) -> list[_Block]:
    matrix = shown.matrix
    headings = [shown.heading(each) or str(n) for n, each in enumerate(matrix.columns, 1)]
    every = tuple(zip(matrix.columns, headings, strict=True))
    longest = max((cell_len(escape(shown.row_label(row))) for row in matrix.rows), default=0)
    longest = max(longest, _label_heading(shown))
    # Blocks by goal read better than one table with squeezed names.
    grouped = any(head.goal is not None for head in matrix.columns)
    comfortable = min(longest, _COMFORTABLE if grouped else _LEAST_NAME)
    if _room(shown, every, width, single=True) >= comfortable:
        return [_block(every)]
    least = min(longest, _LEAST_NAME)
    by_goal = groupby(every, lambda pair: pair[0].goal)
    return [
        _block(chunk)
        for _, pairs in by_goal
        for chunk in _chunks(shown, tuple(pairs), width, least)
    ]


def _block(pairs: Sequence[tuple[Head, str]]) -> _Block:
    return _Block(tuple(head for head, _ in pairs), tuple(heading for _, heading in pairs))


def _room(shown: Shown, pairs: Sequence[tuple[Head, str]], width: int, *, single: bool) -> int:
    """Return what is left of the width for names, a column's gap before each number."""
    totals = _total_headings(shown, single=single)
    taken = sum(width + 1 for width in _block(pairs).widths)
    return width - taken - sum(_total_width(each) + 1 for each in totals)


def _chunks(
    shown: Shown, pairs: tuple[tuple[Head, str], ...], width: int, least: int
) -> Iterator[tuple[tuple[Head, str], ...]]:
    chunk: tuple[tuple[Head, str], ...] = ()
    for pair in pairs:
        if chunk and _room(shown, (*chunk, pair), width, single=False) < least:
            yield chunk
            chunk = ()
        chunk = (*chunk, pair)
    if chunk:
        yield chunk


def _total_headings(shown: Shown, *, single: bool) -> tuple[str, ...]:
    """Return the headings of the totals; a block of several has its own sum before those of all."""
    if single:
        return shown.totals
    return (shown.tr(say("here")), shown.tr(say("all")), *shown.totals[1:])


def _total_width(heading: str) -> int:
    return max(cell_len(heading), 3)


def _label_heading(shown: Shown) -> int:
    return cell_len(shown.tr(KIND_WORDS[shown.matrix.row_axis]))


def _table(shown: Shown, block: _Block, width: int, *, single: bool) -> RenderableType:
    matrix = shown.matrix
    totals = _total_headings(shown, single=single)
    rows = [
        row
        for row in matrix.rows
        if single or len(matrix.rows) <= _LONG or matrix.row_total(row, block.columns)
    ]
    pairs = tuple(zip(block.columns, block.headings, strict=True))
    longest = max(
        [_label_heading(shown), *(cell_len(escape(shown.row_label(row))) for row in rows)]
    )
    room = _room(shown, pairs, width, single=single)
    names = min(longest, room) if width < UNLIMITED else min(longest, _PADDED)
    folding = min(longest, room)
    axis = cell_of(shown.tr(KIND_WORDS[matrix.row_axis]), folding, "bold")
    head = [axis, *map(_number, (*block.headings, *totals))]

    def lines() -> Iterator[Sequence[GridCell]]:
        for number, row in enumerate(rows):
            # Headings come again while one scrolls; a file has them once.
            again = number % _LONG == 0 and len(rows) - number > 3 and width < UNLIMITED
            if not number or again:
                yield head
            yield [
                cell_of(shown.row_label(row), folding),
                *map(_cell, shown.cells(row, block.columns)),
                *(_number(str(each)) for each in _row_totals(shown, row, block, single=single)),
            ]
        if not rows:
            yield head
        for cells in _total_rows(shown, block, single=single):
            yield list(map(_number, cells))

    widths = (names, *block.widths, *map(_total_width, totals))
    return Grid(widths, lines(), (False, *(True for _ in widths[1:])), gap=1)


def _number(words: str) -> GridCell:
    """Return the cell of a sum, or of a heading over numbers, for which there is always room."""
    return cell_of(words, UNLIMITED, "bold")


def _cell(words: str) -> GridCell:
    return ((Piece(words, "cyan") if words else Piece(_NOTHING, "bright_black"),),)


def _row_totals(shown: Shown, row: Head, block: _Block, *, single: bool) -> tuple[int, ...]:
    totals = shown.row_totals(row)
    return totals if single else (shown.matrix.row_total(row, block.columns), *totals)


def _total_rows(shown: Shown, block: _Block, *, single: bool) -> Iterator[list[str]]:
    """Yield the rows of totals; in one block of several, its own sum stands before those of all."""
    here = sum(shown.matrix.column_total(column) for column in block.columns)
    for number, cells in enumerate(total_rows(shown, block.columns)):
        if not single:
            cells.insert(1 + len(block.columns), "" if number else str(here))
        yield cells


def _block_heading(shown: Shown, block: _Block) -> str:
    goal = block.columns[0].goal
    if goal is None:
        return ""
    title = next((each.title for each in shown.plan.goals if each.id == goal), "")
    return f"{goal_words(goal, shown.tr)}  {title}"


def _legend(shown: Shown, block: _Block) -> list[RenderableType]:
    """Return what the short headings stand for."""
    axis = shown.matrix.column_axis
    if axis is PartKind.PROGRAM:
        entries = [
            f"{heading:>2} {head.id}"
            for heading, head in zip(block.headings, block.columns, strict=True)
        ]
    elif axis in (PartKind.PLAN, PartKind.GOAL, PartKind.PRIORITY):
        entries = [f"{shown.number(axis, head)} {head.title}" for head in block.columns]
    else:
        return []
    return [Text(), *(data_text(entry, "bright_black") for entry in entries)]


def _nowhere(shown: Shown) -> list[RenderableType]:
    names = [shown.row_label(row) for row in shown.matrix.rows if not shown.matrix.row_total(row)]
    if not names:
        return []
    heading = data_text(shown.tr(say("without any")), "bold")
    return [Text(), heading, *(data_text("  " + name) for name in names)]
