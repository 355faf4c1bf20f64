"""What is wrong with a query: SQLite's words put into a planner's, with the place in the query."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Iterable

from shakyo_plan.errors import UserError
from shakyo_plan.likeness import nearest
from shakyo_plan.message import Message, say
from shakyo_plan.query.guard import FUNCTIONS, Guard
from shakyo_plan.query.sql import Token
from shakyo_plan.query.statement import Statement
from shakyo_plan.query.tables import TABLES

Compile = Callable[[str], str | None]
"""Compiles a statement without running it; returns SQLite's complaint, or None."""

_ALL_TABLES = say("“plan query --tables” lists the tables and their columns")
_CLAUSES = ("from", "where", "group", "having", "order", "limit", ")")
_SAID = re.compile(
    r"(?P<what>no such (?:column|table|function)|ambiguous column name|unrecognized token): (?P<name>.+)"
    r'|near "(?P<near>.+)": syntax error'
    r"|(?P<args>wrong number of arguments to function) (?P<function>\w+)\(\)"
    r"|(?P<aggregate>misuse of (?:aggregate|window)[^:(]*?:? (?P<misused>\w+)\(\))",
    re.DOTALL,
)


def explain(sql: str, error: Exception, guard: Guard, compiles: Compile) -> UserError:
    """Put what SQLite says into a planner's words."""
    query = Statement(sql)
    said = str(error)
    if guard.refused:
        return _refused(query, *guard.refused)
    if isinstance(error, MemoryError):
        return UserError(say("The query needs too much memory"), _smaller())
    name = getattr(error, "sqlite_errorname", "") or ""
    if name == "SQLITE_INTERRUPT" or guard.steps > guard.most_steps:
        message = say(
            "The query was stopped: it takes more than {n} steps", n=f"{guard.most_steps:,}"
        )
        return UserError(message, _smaller())
    if name == "SQLITE_TOOBIG":
        return UserError(say("A text in the query grows too long"), _smaller())
    if any(token.kind == "open" for token in query.tokens):
        start = next(token for token in query.tokens if token.kind == "open")
        return query.error(
            say("This quote is not closed"),
            Token("mark", "'", start.start, start.start + 1),
            say("Write another ' where the text ends"),
        )
    if said == "incomplete input":
        return _incomplete(query)
    if found := _SAID.search(said):
        return _named(query, found, compiles)
    return UserError(say("SQLite does not accept the query: {reason}", reason=said), _ALL_TABLES)


def _named(query: Statement, found: re.Match[str], compiles: Compile) -> UserError:
    if found["near"]:
        return _syntax(query, found["near"], compiles)
    if found["args"]:
        message = say("The function {name} takes another number of values", name=found["function"])
        return query.error(message, query.named(found["function"]))
    if found["aggregate"]:
        return query.error(
            say("{name}() counts over rows and cannot stand here", name=found["misused"]),
            query.named(found["misused"], after="where"),
            say("Write conditions on it in HAVING, after GROUP BY"),
        )
    # Newer versions of SQLite add a question after a dash.
    name = found["name"].split(" - should this be", 1)[0].strip('"')
    at = query.named(name)
    if at and at.text and (wide := Token("word", name, at.start, at.end)).full_width:
        return query.full_width(wide)
    match found["what"]:
        case "no such table":
            return query.error(
                say("There is no table “{name}”", name=name), at, _nearest(name, _table_names())
            )
        case "no such function":
            return query.error(
                say("There is no function {name} in queries", name=name),
                at,
                _nearest(name, FUNCTIONS, say("Those that exist: {known}", known=FUNCTIONS)),
            )
        case "no such column":
            return query.error(
                say("There is no column “{name}”", name=name), at, _column_advice(query, name)
            )
        case "ambiguous column name":
            tables = tuple(f"{table}.{name}" for table in _tables_with(query, name))
            return query.error(
                say("More than one of the tables has a column “{name}”", name=name),
                at,
                say("Write the table before it: {names}", names=tables) if tables else None,
            )
    start = next((each for each in query.tokens if each.text == name or name in each.text), None)
    if start and not name.isascii():
        return query.full_width(start)
    return query.error(say("“{word}” means nothing in SQL", word=name), start)


def _syntax(query: Statement, near: str, compiles: Compile) -> UserError:
    at = _where(query, near, compiles)
    before = query.before(at) if at else None
    for token in (at, before):
        if token and token.full_width:
            return query.full_width(token)
    message = say("The query is not understood from “{word}” on", word=near)
    return query.error(message, at, _syntax_advice(query, near, at, before))


def _syntax_advice(query: Statement, near: str, at: Token | None, before: Token | None) -> Message:
    after = next((each for each in query.tokens if at and each.start >= at.end), None)
    if near.casefold() == "group" and not (after and after.name == "by"):
        return say("Where a column is meant: the group of a citation is called group_name")
    if before and before.text == "," and near.casefold() in _CLAUSES:
        return say("Leave out the comma before it")
    if not near.isascii() and not near.startswith("'"):
        return say("Texts stand in single quotes: '{word}'", word=near)
    return say(
        "Look at what stands before it: is a comma, a bracket or a word missing? The order is {order}",
        order="SELECT … FROM … WHERE … GROUP BY … HAVING … ORDER BY … LIMIT …",
    )


def _where(query: Statement, near: str, compiles: Compile) -> Token | None:
    """Return the token that SQLite stumbled over; a word may occur several times.

    The parser fails as soon as it reads the token: so does the query cut off right after it.
    """
    occurrences = [each for each in query.tokens if each.text == near]
    for token in occurrences:
        said = compiles(query.sql[: token.end]) or ""
        if said == f'near "{near}": syntax error':
            return token
    return occurrences[0] if occurrences else None


def _incomplete(query: Statement) -> UserError:
    texts = [token.text for token in query.tokens if token.kind == "mark"]
    missing = texts.count("(") - texts.count(")")
    if missing > 0:
        opened = [token for token in query.tokens if token.text == "("]
        return query.error(
            say("A bracket is not closed"),
            opened[0] if missing == 1 and len(opened) == 1 else query.end(),
            say("Write ) where it ends"),
        )
    return query.error(
        say("The query ends before it is complete"), query.end(), say("Write what is missing there")
    )


def _refused(query: Statement, action: int, name: str) -> UserError:
    at = query.named(name)
    if action == sqlite3.SQLITE_FUNCTION:
        return query.error(
            say("There is no function {name} in queries", name=name),
            at,
            say("Those that exist: {known}", known=FUNCTIONS),
        )
    if action == sqlite3.SQLITE_READ:
        return query.error(say("There is no table “{name}”", name=name), at, _ALL_TABLES)
    return query.error(
        say("Queries only read the tables of plans; this would do something else"), at, _ALL_TABLES
    )


def _column_advice(query: Statement, name: str) -> Message:
    if not name.isascii():
        return say("Texts stand in single quotes: '{word}'", word=name)
    asked = [table for table in TABLES if table.name in {token.name for token in query.tokens}]
    known = tuple(dict.fromkeys(c.name for table in asked or TABLES for c in table.columns))
    columns = say("The columns that exist: {known}", known=known) if asked else _ALL_TABLES
    return _nearest(name.rpartition(".")[2], known, columns)


def _nearest(name: str, known: Iterable[str], otherwise: Message = _ALL_TABLES) -> Message:
    near = nearest(name, known, 1, 0.5)
    return say("Did you mean “{nearest}”?", nearest=near[0]) if near else otherwise


def _tables_with(query: Statement, column: str) -> list[str]:
    asked = {token.name for token in query.tokens}
    return [
        table.name
        for table in TABLES
        if table.name in asked and column.casefold() in {each.name for each in table.columns}
    ]


def _table_names() -> tuple[str, ...]:
    return tuple(table.name for table in TABLES)


def _smaller() -> Message:
    return say(
        "Join tables with USING or ON, end recursion by a condition, ask for fewer rows and columns"
    )
