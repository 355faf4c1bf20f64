"""What the printed plan is made of: headings, paragraphs, lists and tables, one after the other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple, TypeAlias


class Numbering(StrEnum):
    """How headings and list entries are numbered, by how the first one looks."""

    PLAIN = "1"
    BRACKETS = "(1)"
    KANA = "ア"
    BULLET = "・"


@dataclass(frozen=True, slots=True)
class Cover:
    """The first page: what the document is, and whose."""

    title: str
    council: str


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of a level from 1 (largest) to 4; its number is not part of the text."""

    level: int
    text: str
    numbering: Numbering | None = None
    number: int = 1
    new_page: bool = False


@dataclass(frozen=True, slots=True)
class Philosophy:
    """The basic philosophy (基本理念), as printed above the goals."""

    text: str


@dataclass(frozen=True, slots=True)
class Lead:
    """The line above a list, ＜主な事業＞; no heading of the outline."""

    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of running text."""

    text: str


class Entry(NamedTuple):
    """An entry of a list, and what is nested under it."""

    text: str
    nested: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Entries:
    """A list, numbered from its first entry."""

    numbering: Numbering
    entries: tuple[Entry, ...]


Cell: TypeAlias = tuple[str, ...]
"""The paragraphs of a table's cell."""


class Alignment(StrEnum):
    """How the text of a column stands in it, where not from its left."""

    CENTER = "center"
    RIGHT = "right"
    """As amounts do, so that their digits stand below each other."""


class Column(NamedTuple):
    """A column of a table: its head, and its width as a share of all widths."""

    head: str
    width: int
    alignment: Alignment | None = None


@dataclass(frozen=True, slots=True)
class Grid:
    """A table; where ``merge_first`` is set, equal cells of the first column become one."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    merge_first: bool = False


Block: TypeAlias = Cover | Heading | Philosophy | Lead | Paragraph | Entries | Grid


def lines(text: str | None) -> Cell:
    """Return the lines of a text that say something; there may be no text."""
    return tuple(line for line in (text or "").split("\n") if line.strip())


def paragraphs(text: str | None) -> Iterator[Paragraph]:
    """Yield a text paragraph by paragraph; a line is one."""
    return map(Paragraph, lines(text))
