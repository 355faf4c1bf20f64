"""Cells side by side on a terminal: Rich's own tables take seconds for what this writes at once.

A line is made of pieces, each in a style of Rich's; a cell of lines, a row of cells. Nothing is
cut: a cell that is wider than its column pushes what follows to the right.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import zip_longest
from typing import NamedTuple, TypeAlias

from rich.cells import cell_len
from rich.console import Console, ConsoleOptions
from rich.segment import Segment
from rich.style import Style

from shakyo_plan.output.escape import escape, lines
from shakyo_plan.output.wrapping import wrapped


class Piece(NamedTuple):
    """A stretch of a line in one style; what it holds acts no more (see `output.escape`)."""

    text: str
    style: str = ""


Line: TypeAlias = tuple[Piece, ...]
GridCell: TypeAlias = Sequence[Line]


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows of cells, for Rich to print."""

    widths: tuple[int, ...]
    rows: Iterable[Sequence[GridCell]]
    """A row that has fewer cells than there are columns ends earlier."""
    right: tuple[bool, ...] = ()
    """Which columns stand to the right."""
    gap: int = 2
    indent: int = 0

    def __rich_console__(self, console: Console, _options: ConsoleOptions) -> Iterator[Segment]:
        """Yield the text line by line, with colours only where there are any."""
        coloured = console.color_system is not None
        for row in self.rows:
            for cells in zip_longest(*row, fillvalue=()):
                yield from _segments(self._line(cells), coloured=coloured)
                yield Segment.line()

    def _line(self, cells: Sequence[Line]) -> Iterator[Piece]:
        yield Piece(" " * self.indent)
        missing = 0
        for number, line in enumerate(cells):
            room = self.widths[number] - sum(cell_len(piece.text) for piece in line)
            before = room if self.right and self.right[number] else 0
            yield Piece(" " * (missing + before))
            yield from line
            missing = max(room - before, 0) + self.gap


def cell_of(words: str, width: int, style: str = "", lead: str = "") -> GridCell:
    """Return text from a plan file as a cell, folded as Japanese is, behind its lead."""
    indent = cell_len(lead)
    room = max(width - indent, 2)
    folded = [part for line in lines(words) for part in (wrapped(escape(line), room) or [""])]
    below = " " * indent
    return [
        (Piece((below if number else lead) + part, style),) for number, part in enumerate(folded)
    ]


def cell_of_pieces(pieces: Sequence[Piece], width: int) -> GridCell:
    """Return text that changes its style as a cell, folded as Japanese is."""
    folded: list[Line] = []
    for line in _lines_of(pieces):
        text = "".join(piece.text for piece in line)
        place = 0
        for part in wrapped(text, width) or [""]:
            # Folding leaves out nothing but blanks between the parts.
            place = text.index(part, place)
            folded.append(tuple(_between(line, place, place + len(part))))
            place += len(part)
    return folded


def _lines_of(pieces: Sequence[Piece]) -> list[list[Piece]]:
    found: list[list[Piece]] = [[]]
    for text, style in pieces:
        first, *rest = text.split("\n")
        found[-1].append(Piece(escape(first), style))
        found += [[Piece(escape(line), style)] for line in rest]
    return found


def _between(line: Sequence[Piece], first: int, last: int) -> Iterator[Piece]:
    place = 0
    for text, style in line:
        part = text[max(first - place, 0) : max(last - place, 0)]
        if part:
            yield Piece(part, style)
        place += len(text)


def _segments(pieces: Iterable[Piece], *, coloured: bool) -> Iterator[Segment]:
    if not coloured:
        yield Segment("".join(piece.text for piece in pieces))
        return
    for text, style in pieces:
        if text:
            yield Segment(text, _style(style) if style else None)


@cache
def _style(name: str) -> Style:
    return Style.parse(name)
