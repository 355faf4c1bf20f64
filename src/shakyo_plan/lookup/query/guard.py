"""What keeps a query from doing anything but reading, and from running or growing without end.

SQLite itself is asked before each thing that a query would do (its authorizer), and holds it to limits.
How long one may run is counted in steps of SQLite's machine, not in seconds: so a query that ends on one
computer ends on every other. A step is short, but for one of `instr` or `replace` that goes through a text of
thousands of letters, made for the purpose: for those alone a clock stands behind. What `LIKE`, which is
ours, compares is counted with the steps.
"""

from __future__ import annotations

import sqlite3
import time
from dataclasses import dataclass, field

from shakyo_plan.lookup.query.tables import TABLES

MOST_ROWS = 100_000
MOST_CHARACTERS = 20_000_000
"""The most that an answer may have."""
LONGEST_TEXT = 50_000
"""The longest text that a query may make or read, in bytes."""
LONGEST_SQL = 20_000
"""The longest query, in bytes."""
LONGEST_PATTERN = 200
"""The longest pattern of LIKE, in bytes."""
MOST_SECONDS = 30
"""The most that a query may take of the processor; what the steps allow takes seconds at most."""
MEMORY = 256 * 1024 * 1024
"""The most that SQLite may use, in bytes."""
_STEPS = 3_000_000
_STEPS_PER_ROW = 500
_PACE = 200
"""After how many steps they are counted."""

FUNCTIONS = (
    *("abs", "avg", "char", "coalesce", "count", "dense_rank", "first_value", "group_concat"),
    *("ifnull", "iif", "instr", "lag", "last_value", "lead", "length", "like", "max", "min"),
    *("ntile", "nullif", "rank", "replace", "round", "row_number", "sign", "substr"),
    *("substring", "sum", "total", "typeof", "unicode"),
)
"""The functions of a query: what depends on time or chance, or makes texts of any length, is not here."""

_LIMITS = (
    (sqlite3.SQLITE_LIMIT_LENGTH, LONGEST_TEXT),
    (sqlite3.SQLITE_LIMIT_LIKE_PATTERN_LENGTH, LONGEST_PATTERN),
    (sqlite3.SQLITE_LIMIT_SQL_LENGTH, LONGEST_SQL),
    (sqlite3.SQLITE_LIMIT_COLUMN, 200),
    (sqlite3.SQLITE_LIMIT_EXPR_DEPTH, 100),
    (sqlite3.SQLITE_LIMIT_COMPOUND_SELECT, 50),
    (sqlite3.SQLITE_LIMIT_VDBE_OP, 100_000),
    (sqlite3.SQLITE_LIMIT_FUNCTION_ARG, 20),
    (sqlite3.SQLITE_LIMIT_ATTACHED, 0),
    (sqlite3.SQLITE_LIMIT_VARIABLE_NUMBER, 0),
    (sqlite3.SQLITE_LIMIT_TRIGGER_DEPTH, 0),
    (sqlite3.SQLITE_LIMIT_WORKER_THREADS, 0),
)
_TABLES = frozenset(table.name for table in TABLES)


@dataclass(slots=True)
class Guard:
    """Watches over one query; it counts the steps, and remembers what it refused."""

    stored_rows: int = 0
    refused: tuple[int, str] | None = None
    """The first thing that was refused: SQLite's code for it, and its name."""
    raised: BaseException | None = None
    """What our own functions raised: the sentence of an error that SQLite would have told, or Ctrl-C."""
    steps: int = 0
    started: float = field(default_factory=time.process_time)

    @property
    def most_steps(self) -> int:
        """How many steps the query may take; more where there is more to read."""
        return _STEPS + _STEPS_PER_ROW * self.stored_rows

    @property
    def exhausted(self) -> bool:
        """Whether the query has had all the steps and all the time that there are."""
        return self.steps > self.most_steps or time.process_time() - self.started > MOST_SECONDS

    def watch(self, connection: sqlite3.Connection) -> None:
        """Hold all that the connection does from now on to reading, and to the limits."""
        for limit, most in _LIMITS:
            connection.setlimit(limit, most)
        connection.set_progress_handler(self._progress, _PACE)
        connection.set_authorizer(self._authorize)

    def _progress(self) -> bool:
        self.steps += _PACE
        return self.exhausted

    def _authorize(
        self,
        action: int,
        first: str | None,
        second: str | None,
        _where: str | None,
        _by: str | None,
    ) -> int:
        match action:
            case sqlite3.SQLITE_SELECT | sqlite3.SQLITE_RECURSIVE:
                return sqlite3.SQLITE_OK
            case sqlite3.SQLITE_READ if first in _TABLES:
                return sqlite3.SQLITE_OK
            case sqlite3.SQLITE_READ if not second and not (first or "").startswith("sqlite_"):
                # Only the rows are counted of what WITH or a subquery names: no column is read.
                return sqlite3.SQLITE_OK
            case sqlite3.SQLITE_FUNCTION if second in FUNCTIONS:
                return sqlite3.SQLITE_OK
        name = second if action == sqlite3.SQLITE_FUNCTION else first
        self.refused = self.refused or (action, name or "")
        return sqlite3.SQLITE_DENY
