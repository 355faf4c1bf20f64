"""Answers to queries, and the tables that queries are about, as tables."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from shakyo_plan.language import Translator
from shakyo_plan.lookup.query.answering import Answer, SqlValue
from shakyo_plan.lookup.query.tables import TABLES
from shakyo_plan.message import say, say_n
from shakyo_plan.output.table import Column, Line, Table, as_text, bracketed, lines_of
from shakyo_plan.values.lazy_pattern import lazy_pattern

_MISREAD = lazy_pattern(r"\d+-\d+|[(（]\d+[)）]")
"""What Excel would take for a day, a month or a number below zero: 1-5, 2025-01, (1)."""


def answer_table(answer: Answer, tr: Translator) -> Table[tuple[SqlValue, ...]]:
    """Return the rows of an answer; JSON keeps numbers and null, and names columns that repeat apart."""
    columns = tuple(
        _answer_column(number, heading, key, answer.rows)
        for number, (heading, key) in enumerate(zip(answer.columns, answer.keys, strict=True))
    )
    count = tr(say_n("{n} row", "{n} rows", len(answer.rows)))
    return Table(columns, lines_of(answer.rows), footer=count)


def _answer_column(
    number: int, heading: str, key: str, rows: tuple[tuple[SqlValue, ...], ...]
) -> Column[tuple[SqlValue, ...]]:
    def value(row: tuple[SqlValue, ...]) -> SqlValue:
        return row[number]

    def spreadsheet(row: tuple[SqlValue, ...]) -> str:
        cell = row[number]
        misread = isinstance(cell, str) and _MISREAD.fullmatch(cell)
        return bracketed([cell]) if misread else as_text(cell)

    kinds = {type(row[number]) for row in rows} - {type(None)}
    return Column(
        key, heading, value, spreadsheet=spreadsheet, right=bool(kinds) and kinds <= {int, float}
    )


@dataclass(frozen=True, slots=True)
class TableRow:
    """A column of a table, for `plan query --tables`; the fields are those of the JSON output."""

    table: str
    table_meaning: str
    column: str
    type: str
    meaning: str


def tables_table(tr: Translator) -> Table[TableRow]:
    """Return all tables with their columns and what each means."""
    return Table(
        (
            Column("table", tr(say("table"))),
            Column("table_meaning", tr(say("what a row is"))),
            Column("column", tr(say("column"))),
            Column("type", tr(say("type"))),
            Column("meaning", tr(say("meaning"))),
        ),
        tuple(_table_lines(tr)),
        narrow=("column", "type", "meaning"),
        exported=("table", "column", "type", "meaning"),
    )


def _table_lines(tr: Translator) -> Iterator[Line[TableRow]]:
    for table in TABLES:
        meaning = tr(table.meaning)
        yield Line(heading=f"{table.name}  {meaning}")
        for column in table.columns:
            row = TableRow(table.name, meaning, column.name, column.type, tr(column.meaning))
            yield Line(row, depth=1)
