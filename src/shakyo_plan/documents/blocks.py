"""Blocks: the paragraphs and table rows of a printed plan, in reading order, whatever carried them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple


class Where(NamedTuple):
    """Where a block stands in its file; all count from 1, and what a carrier does not have is None."""

    page: int | None = None
    paragraph: int | None = None
    line: int | None = None
    cell: str | None = None
    """The first cell of a row, as Excel names it: ``A3``."""


_NOWHERE = Where()


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, or one row of a table."""

    number: int
    """Its place among all blocks of the file, from 0."""
    text: str
    """The text to recognise: with the number that Word prints, its characters made plain."""
    printed: str
    """The same as it stands in the file."""
    where: Where = _NOWHERE
    heading: int | None = None
    """The level of Word's heading style, 1 for the highest."""
    indent: float = 0
    """How far in it begins, in full-width characters."""
    cells: tuple[str | None, ...] = ()
    """The cells of a row; None for one that is merged with the cell above it."""
    table: int | None = None
    """Which table of the file the row belongs to."""
    in_contents: bool = False
    """Whether the file itself says that it is an entry of the table of contents."""

    @property
    def is_row(self) -> bool:
        """Whether it is a row of a table."""
        return self.table is not None


class Carrier(StrEnum):
    """The kinds of files that carry a printed plan."""

    TEXT = "text"
    WORD = "word"
    PDF = "pdf"
    EXCEL = "excel"


class Carried(NamedTuple):
    """What a file carried."""

    carrier: Carrier
    blocks: tuple[Block, ...]
