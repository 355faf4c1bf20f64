"""A list as a table on the terminal, or where that is too narrow for it, as records."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, TypeVar

from rich.cells import cell_len
from rich.console import RenderableType
from rich.text import Text

from shakyo_plan.output.escape import escape, lines
from shakyo_plan.output.table import Column, Line, Table, figure
from shakyo_plan.output.terminal.grid import Grid, GridCell, cell_of
from shakyo_plan.output.terminal.render import UNLIMITED, WIDE, data_text, folded
from shakyo_plan.values.lazy_pattern import lazy_pattern

R = TypeVar("R")

_LEAST = ((30, 8), (16, 6), (10, 4), (2, 2))
"""How narrow the first column and the others may get, as they read well; less if there is no room."""
_READABLE = 10
"""What is folded in fewer columns than this is hard to read; then each record has lines of its own."""
_GAP = 2
_LONGEST_WORD = 24
"""A column is made no narrower than its longest word, up to so many columns."""
_PADDED = 300
"""In a pipe, columns are lined up to this width; what is longer stands out, and costs no blanks."""
_WORD = lazy_pattern(r"[!-~]+")


def terminal_table(table: Table[R], width: int) -> list[RenderableType]:
    """Return the table: its title, its lines, its closing words. No name is ever cut, only folded."""
    parts: list[RenderableType] = [data_text(table.title, "bold"), Text()] if table.title else []
    if table.lines:
        parts.append(_laid_out(table, width))
    closing = table.closing_words(table.on_screen(wide=width >= WIDE))
    if table.lines and closing:
        parts.append(Text())
    return [*parts, folded(closing, width)] if closing or not parts else parts


def _laid_out(table: Table[R], width: int) -> Grid:
    wide = width >= WIDE
    columns = table.on_screen(wide=wide)
    shown = [_texts(line, columns) for line in table.lines]
    total = list(map(figure, table.total_cells(columns)))
    headings = [column.heading if wide else column.short or column.heading for column in columns]
    gap = 2 if wide else 1
    room = width - (len(columns) - 1) * gap
    full = _full_widths(table, shown, headings)
    if total:
        full = [max(width, cell_len(cell)) for width, cell in zip(full, total, strict=True)]
    widths = full if sum(full) <= room else _fitting(full, shown, headings, room)
    if not widths:
        return _records(table, shown, total, [column.heading for column in columns], width)
    if width == UNLIMITED:
        folding = [UNLIMITED] * len(columns)
        widths = [min(column, _PADDED) for column in widths]
    else:
        folding = widths

    def rows() -> Iterator[Sequence[GridCell]]:
        yield [
            cell_of(heading, fit, "bold") for heading, fit in zip(headings, folding, strict=True)
        ]
        for line, texts in zip(table.lines, shown, strict=True):
            lead = "  " * line.depth
            if line.record is None:
                yield [cell_of(line.heading, width, "italic", lead)]
                continue
            yield [
                cell_of(text, fit, column.style, "" if number else lead)
                for number, (text, fit, column) in enumerate(
                    zip(texts, folding, columns, strict=True)
                )
            ]
        if total:
            yield [cell_of(cell, fit, "bold") for cell, fit in zip(total, folding, strict=True)]

    return Grid(tuple(widths), rows(), tuple(column.right for column in columns), gap)


def _texts(line: Line[R], columns: Sequence[Column[R]]) -> list[str]:
    record = line.record
    return [] if record is None else [column.text(record) for column in columns]


def _records(
    table: Table[Any],
    shown: Sequence[Sequence[str]],
    sums: Sequence[str],
    headings: Sequence[str],
    width: int,
) -> Grid:
    """Return each record as lines of its own, a column a line: for more columns than stand side by side."""
    names = max(map(cell_len, headings))
    names = min(names, width // 3)
    room = max(width - names - _GAP, 2)
    total = len(table.records)

    def rows() -> Iterator[Sequence[GridCell]]:
        number = 0
        for line, texts in zip(table.lines, shown, strict=True):
            if line.record is None:
                yield [cell_of(line.heading, width, "italic")]
                continue
            number += 1
            yield [cell_of(f"{number} / {total}", width, "bright_black")]
            for heading, text in zip(headings, texts, strict=True):
                yield [cell_of(heading, names, "bold"), cell_of(text, room)]
            if number < total:
                yield [[()]]
        if table.total and sums:
            yield [[()]]
            yield [cell_of(table.total.word, width, "bright_black")]
            for heading, text in zip(headings, sums, strict=True):
                if text not in ("", table.total.word):
                    yield [cell_of(heading, names, "bold"), cell_of(text, room)]

    return Grid((names, room), rows(), gap=_GAP)


def _full_widths(
    table: Table[Any], shown: Sequence[Sequence[str]], headings: Sequence[str]
) -> list[int]:
    """Return how wide each column is where nothing is folded."""
    widths = [cell_len(heading) for heading in headings]
    for line, texts in zip(table.lines, shown, strict=True):
        if line.record is None:
            widths[0] = max(widths[0], 2 * line.depth + _width(line.heading))
        for number, text in enumerate(texts):
            indent = 0 if number else 2 * line.depth
            widths[number] = max(widths[number], indent + _width(text))
    return widths


def _fitting(
    full: Sequence[int], shown: Sequence[Sequence[str]], headings: Sequence[str], room: int
) -> list[int]:
    """Return how wide each column is, so that the whole fits; the widest give the most.

    Nothing is returned where columns would be hard to read, or words broken.
    """
    if sum(min(width, _READABLE) for width in full) > room:
        return []
    words = _longest_words(shown, headings)
    widths = [min(width, room) for width in full]
    for first, others in _LEAST:
        least = [
            min(max(others if number else first, words[number]), most)
            for number, most in enumerate(widths)
        ]
        if sum(least) <= room:
            break
    else:
        return []
    while sum(widths) > room:
        _, number = max((most - (most <= least[n]) * room, n) for n, most in enumerate(widths))
        widths[number] -= 1
    return widths


def _width(text: str) -> int:
    return max(cell_len(escape(line)) for line in lines(text))


def _longest_words(shown: Sequence[Sequence[str]], headings: Sequence[str]) -> list[int]:
    longest = [_longest_word(heading) for heading in headings]
    for texts in shown:
        for number, text in enumerate(texts):
            if longest[number] < _LONGEST_WORD and not text.isspace():
                longest[number] = max(longest[number], _longest_word(text))
    return longest


def _longest_word(text: str) -> int:
    return min(max(map(len, _WORD.findall(text)), default=0), _LONGEST_WORD)
