"""A list that a command prints: records, and the columns that they can be shown in.

Every command that lists makes one `Table`; all formats, sorting and the choice of columns work
on that. A column's ``key`` is a promise to scripts: it is what JSON, --columns and --sort call it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, is_dataclass, replace
from itertools import groupby
from typing import Any, Generic, NamedTuple, TypeVar

from shakyo_plan.errors import UserError
from shakyo_plan.likeness import nearest
from shakyo_plan.message import Message, say, with_word
from shakyo_plan.values.lazy_pattern import lazy_pattern
from shakyo_plan.values.name import plain_name

R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Column(Generic[R]):
    """One column: what it is called, what it holds of a record, and how that looks."""

    key: str
    heading: str
    """What people call it, in their language."""
    value: Callable[[R], Any] | None = None
    """The record's value as data; without it, the attribute that is named by the key."""
    show: Callable[[R], str] | None = None
    """The value for people; without it, the value's own text."""
    spreadsheet: Callable[[R], str] | None = None
    """The value for Excel, where that has to differ; see `bracketed`."""
    order: Callable[[R], Any] | None = None
    """What sorting compares; without it, the value: numbers by size, texts with numbers in them too."""
    right: bool = False
    """Whether it stands to the right, as numbers do."""
    short: str = ""
    """The heading where there is little room."""
    style: str = ""
    """Its colour on a terminal."""

    @property
    def names(self) -> Message:
        """What it can be called: its key, and its heading where that is another word."""
        return with_word(self.key, self.heading)

    def data(self, record: R) -> Any:
        """Return the value as data."""
        return self.value(record) if self.value else getattr(record, self.key)

    def text(self, record: R) -> str:
        """Return the value for people."""
        return self.show(record) if self.show else as_text(self.data(record))

    def cell(self, record: R) -> str:
        """Return the value for a spreadsheet."""
        return self.spreadsheet(record) if self.spreadsheet else self.text(record)


@dataclass(frozen=True, slots=True)
class Line(Generic[R]):
    """A line of a table: a record, or a heading over those that follow, moved in by its depth."""

    record: R | None = None
    heading: str = ""
    depth: int = 0
    stays: bool = False
    """Whether sorting leaves it where it is, and sorts only what stands between such lines: a total."""


class Total(NamedTuple):
    """The last row of a table, below its figures; lists for scripts (CSV, JSON) go without it."""

    word: str
    """What the row is called, in the reader's language."""
    figures: Mapping[str, int | str]
    """The sums, by the keys of their columns; all of one amount, which may be said in words."""
    note: str = ""
    """What the sums leave out."""


@dataclass(frozen=True, slots=True)
class Table(Generic[R]):
    """A list, ready to be printed in any format."""

    columns: tuple[Column[R], ...]
    """All that there are, in the order of CSV and Markdown."""
    lines: tuple[Line[R], ...]
    title: str = ""
    footer: str = ""
    """Closing words for people, such as the number of records."""
    narrow: tuple[str, ...] = ()
    """The keys of the columns that a narrow terminal shows; all where none are named."""
    wide: tuple[str, ...] = ()
    """The same for a wide one, and for HTML."""
    exported: tuple[str, ...] = ()
    """The same for CSV and Markdown."""
    data: Callable[[R], Any] | None = None
    """What JSON has of a record where nobody chose columns; without it, all that a record has."""
    chosen: bool = False
    """Whether a person chose the columns; then every format has these and no others."""
    subject: str = ""
    """What the list is, whose, and what was asked: the heading of a page, whose reader did not ask."""
    total: Total | None = None
    """What stands below the figures, where columns that it adds up are shown."""

    @property
    def records(self) -> tuple[R, ...]:
        """The records in order, without headings."""
        return tuple(line.record for line in self.lines if line.record is not None)

    def on_screen(self, *, wide: bool) -> tuple[Column[R], ...]:
        """Return the columns for a terminal."""
        return self._named((self.wide or self.narrow) if wide else self.narrow)

    def for_documents(self) -> tuple[Column[R], ...]:
        """Return the columns for CSV and Markdown."""
        return self._named(self.exported)

    def total_cells(self, columns: Sequence[Column[R]]) -> list[int | str]:
        """Return the last row for these columns, nothing where none of them is added up."""
        if self.total is None or not any(column.key in self.total.figures for column in columns):
            return []
        cells = [self.total.figures.get(column.key, "") for column in columns]
        return [cells[0] or self.total.word, *cells[1:]]

    def closing_words(self, columns: Sequence[Column[R]]) -> str:
        """Return the words below the table, with what its total leaves out."""
        note = self.total.note if self.total and self.total_cells(columns) else ""
        return "\n".join(words for words in (self.footer, note) if words)

    def as_data(self) -> list[Any]:
        """Return the records as data for JSON: all that a record has, or the columns chosen."""
        return [self._data(record) for record in self.records]

    def with_columns(self, names: str) -> Table[R]:
        """Return the table with just these columns, named by key or heading, commas between.

        Raises:
            UserError: there is no such column; the message says which there are.
        """
        written = [name.strip() for name in names.replace("、", ",").split(",")]
        columns = tuple(self._column(name) for name in written if name)
        return replace(self, columns=columns, chosen=True) if columns else self

    def sorted_by(self, name: str) -> Table[R]:
        """Return the table sorted by a column, the greatest first where a - stands before its name.

        Records without a value come last either way; headings have no place in a sorted table, but for
        those that stay.

        Raises:
            UserError: there is no such column; the message says which there are.
        """
        down = name.startswith(("-", "－", "−"))
        column = self._column(name[1:] if down else name)
        order = column.order or column.data
        if not any(line.stays for line in self.lines):
            return replace(self, lines=lines_of(_in_order(self.records, order, down=down)))
        lines: list[Line[R]] = []
        for stays, between in groupby(self.lines, lambda line: line.stays):
            if stays:
                lines += between
                continue
            some = list(between)
            records = [line.record for line in some if line.record is not None]
            in_order = _in_order(records, order, down=down)
            lines += (Line(record, depth=some[0].depth) for record in in_order)
        return replace(self, lines=tuple(lines))

    def _data(self, record: R) -> Any:
        if self.data is not None and not self.chosen:
            return self.data(record)
        if is_dataclass(record) and not isinstance(record, type) and not self.chosen:
            return asdict(record)
        return {column.key: column.data(record) for column in self.columns}

    def _named(self, keys: Sequence[str]) -> tuple[Column[R], ...]:
        if self.chosen or not keys:
            return self.columns
        by_key = {column.key: column for column in self.columns}
        return tuple(by_key[key] for key in keys)

    def _column(self, name: str) -> Column[R]:
        wanted = plain_name(name).replace("-", "_")
        for column in self.columns:
            if wanted in (column.key, plain_name(column.heading)):
                return column
        begun = [
            column
            for column in self.columns
            if wanted and (column.key.startswith(wanted) or wanted in plain_name(column.heading))
        ]
        if len(begun) == 1:
            return begun[0]
        raise self._unknown(name)

    def _unknown(self, name: str) -> UserError:
        names = [name for column in self.columns for name in (column.key, column.heading)]
        known = say(
            "Available columns: {known}", known=tuple(column.names for column in self.columns)
        )
        near = nearest(name, names, 1)
        if near:
            known = say("Did you mean “{nearest}”? {known}", nearest=near[0], known=known)
        return UserError(say("There is no column “{name}”", name=name), known)


def lines_of(records: Iterable[R]) -> tuple[Line[R], ...]:
    """Return plain lines, one for each record."""
    return tuple(Line(record) for record in records)


def as_text(value: Any) -> str:
    """Return a value for people: nothing for None, the parts of a list with ・ between."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "○" if value else ""
    if isinstance(value, (tuple, list)):
        return "・".join(map(as_text, value))
    return str(value)


def figure(value: int | str) -> str:
    """Return a cell of a total for people."""
    return f"{value:,}" if isinstance(value, int) else value


def bracketed(values: Iterable[object]) -> str:
    """Return ids for Excel, which would take a bare 1-5 for the fifth of January."""
    return "・".join(f"[{value}]" for value in values)


def _in_order(records: Sequence[R], order: Callable[[R], Any], *, down: bool) -> list[R]:
    keyed = [(_comparable(order(record)), record) for record in records]
    present = [(key, record) for key, record in keyed if key]
    present.sort(key=lambda pair: pair[0], reverse=down)
    return [*(record for _, record in present), *(record for key, record in keyed if not key)]


_NUMBER = lazy_pattern(r"(\d+)")


def _comparable(value: Any) -> tuple[Any, ...]:
    """Return what sorts values of any kind, empty for none: 2-10 comes after 2-9, 10 after 9."""
    if value is None or value == "" or value == ():
        return ()
    if isinstance(value, (tuple, list)):
        return tuple(_comparable(part) for part in value)
    if isinstance(value, (int, float)):
        return ((0, value, ""),)
    parts = _NUMBER.split(plain_name(str(value)))
    return tuple((0, int(part), "") if part.isdigit() else (1, 0, part) for part in parts if part)
