"""Answers a query: plans into tables in memory, the query over them, its rows out."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeAlias

from shakyo_plan.errors import UserError
from shakyo_plan.lookup.query.guard import MEMORY, MOST_CHARACTERS, MOST_ROWS, Guard
from shakyo_plan.lookup.query.matching import install_like
from shakyo_plan.lookup.query.mistakes import explain, name_of
from shakyo_plan.lookup.query.statement import check_statement
from shakyo_plan.lookup.query.tables import TABLES
from shakyo_plan.message import say
from shakyo_plan.model import Plan

SqlValue: TypeAlias = str | int | float | None


@dataclass(frozen=True, slots=True)
class PlanOfFile:
    """A plan, and the name of the file that it comes from."""

    file: str
    plan: Plan


@dataclass(frozen=True, slots=True)
class Answer:
    """The rows that a query gave; ``columns`` are named as SQLite does, and may repeat."""

    columns: tuple[str, ...]
    rows: tuple[tuple[SqlValue, ...], ...]

    @property
    def keys(self) -> tuple[str, ...]:
        """The columns' names, a number added to what comes again: title, title_2."""
        keys: dict[str, None] = {}
        for name in self.columns:
            key, number = name, 1
            while key in keys or (number > 1 and key in self.columns):
                number += 1
                key = f"{name}_{number}"
            keys[key] = None
        return tuple(keys)


def answer(plans: Iterable[PlanOfFile], sql: str) -> Answer:
    """Return what the query gives over the plans.

    Raises:
        UserError: the query is wrong, does more than read, or is too much; the message shows the place.
        KeyboardInterrupt: a person had enough of waiting.
    """
    check_statement(sql)
    guard = Guard()
    connection = sqlite3.connect(":memory:", isolation_level=None)
    try:
        guard.stored_rows = _fill(connection, plans)
        install_like(connection, guard)
        guard.watch(connection)
        return _run(connection, sql)
    except (sqlite3.Error, sqlite3.Warning, MemoryError, UnicodeError) as error:
        stopped = name_of(error) == "SQLITE_INTERRUPT" and not guard.exhausted
        if stopped or isinstance(guard.raised, KeyboardInterrupt):
            # Ctrl-C reaches the guard's handler or LIKE, and Python's module keeps what is raised there.
            raise KeyboardInterrupt from None
        raise explain(sql, error, guard, lambda part: _complaint(connection, part)) from None
    finally:
        connection.close()


def _fill(connection: sqlite3.Connection, plans: Iterable[PlanOfFile]) -> int:
    """Make and fill the tables; returns the number of rows."""
    # Sorting must not write temporary files, and what is kept in memory has an end.
    connection.execute("PRAGMA temp_store = MEMORY")
    connection.execute(f"PRAGMA hard_heap_limit = {MEMORY}")
    connection.text_factory = _text
    connection.execute("BEGIN")
    for table in TABLES:
        connection.execute(table.schema)
    for each in plans:
        everywhere = {
            "file": each.file,
            "fiscal_year": each.plan.fiscal_year,
            "council": each.plan.council.name,
        }
        for table in TABLES:
            rows = ({**everywhere, **row} for row in table.rows(each.plan))
            connection.executemany(table.insertion, rows)
    connection.execute("COMMIT")
    return connection.total_changes


def _run(connection: sqlite3.Connection, sql: str) -> Answer:
    cursor = connection.execute(sql)
    columns = tuple(column[0] for column in cursor.description)
    rows: list[tuple[SqlValue, ...]] = []
    characters = 0
    for row in cursor:
        cells = tuple(_json_value(value) for value in row)
        characters += sum(len(cell) for cell in cells if isinstance(cell, str))
        if len(rows) == MOST_ROWS or characters > MOST_CHARACTERS:
            raise UserError(
                say("The answer has more than {n} rows, or very long ones", n=f"{MOST_ROWS:,}"),
                say("Ask for fewer: WHERE chooses rows, LIMIT 100 shows the first hundred"),
            )
        rows.append(cells)
    return Answer(columns, tuple(rows))


def _complaint(connection: sqlite3.Connection, sql: str) -> str | None:
    try:
        connection.execute(f"EXPLAIN {sql}")
    except sqlite3.Error as error:
        return str(error)
    return None


def _text(raw: bytes) -> str:
    return raw.decode("utf-8", "replace")


def _json_value(value: object) -> SqlValue:
    """Return a value as JSON can hold it."""
    if isinstance(value, bytes):
        return f"x'{value.hex()}'"
    if isinstance(value, float) and value in (float("inf"), float("-inf")):
        return str(value)
    assert value is None or isinstance(value, (str, int, float))  # noqa: S101 - SQLite has no others
    return value
