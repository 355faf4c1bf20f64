"""What is wrong with a query: SQLite's words put into a planner's, with the place in the query."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable

from shakyo_plan.errors import UserError
from shakyo_plan.lookup.query.guard import FUNCTIONS, LONGEST_PATTERN, MOST_SECONDS, Guard
from shakyo_plan.lookup.query.sql import Token
from shakyo_plan.lookup.query.statement import Statement
from shakyo_plan.lookup.query.vocabulary import (
    ALL_TABLES,
    CLAUSES,
    ambiguity_advice,
    column_advice,
    keyword_meant,
    nearest_of,
    table_advice,
)
from shakyo_plan.message import Message, say, translatable
from shakyo_plan.values.lazy_pattern import lazy_pattern

Compile = Callable[[str], str | None]
"""Compiles a statement without running it; returns SQLite's complaint, or None."""

_SAID = lazy_pattern(
    r"(?P<what>no such (?:column|table|function)|ambiguous column name|unrecognized token): (?P<name>.+)"
    r'|near "(?P<near>.+)": syntax error'
    r"|(?P<args>wrong number of arguments to function) (?P<function>\w+)\(\)"
    r"|(?P<aggregate>misuse of (?:aggregate|window)[^:(]*?:? (?P<misused>\w+)\(\))",
    re.DOTALL,
)

_OTHERS = (
    (
        "cannot join using column",
        translatable(
            "USING names a column that not all of these tables have; write ON a.name = b.program"
        ),
    ),
    (
        "same number of result columns",
        translatable("The queries on both sides of UNION must have the same number of columns"),
    ),
    (
        r"sub-select returns \d+ columns|row value misused",
        translatable("A query in brackets can give only one column here"),
    ),
    ("ESCAPE expression", translatable("What follows ESCAPE is one character in quotes: '!'")),
    (
        "term out of range",
        translatable("ORDER BY or GROUP BY counts more columns than the query has"),
    ),
    ("integer overflow", translatable("A number in the query grows too large")),
    (
        r"parser stack overflow|tree is too large|too many|at most \d+ tables",
        translatable("The query is too large, or nested too deeply"),
    ),
)


def name_of(error: Exception) -> str:
    """Return what SQLite calls an error, such as SQLITE_TOOBIG; nothing for other errors."""
    return getattr(error, "sqlite_errorname", "") or ""


def explain(sql: str, error: Exception, guard: Guard, compiles: Compile) -> UserError:
    """Put what SQLite says into a planner's words."""
    query = Statement(sql)
    said = str(guard.raised or error)
    if guard.refused:
        return _refused(query, *guard.refused)
    if isinstance(error, MemoryError):
        return UserError(say("The query needs too much memory"), _smaller())
    name = name_of(error)
    if guard.steps > guard.most_steps:
        message = say(
            "The query was stopped: it takes more than {n} steps", n=f"{guard.most_steps:,}"
        )
        return UserError(message, _smaller())
    if name == "SQLITE_INTERRUPT":
        message = say(
            "The query was stopped: it searches very long texts, for more than {n} seconds",
            n=MOST_SECONDS,
        )
        return UserError(message, _smaller())
    if name == "SQLITE_TOOBIG":
        return UserError(say("A text in the query grows too long"), _smaller())
    if said == "LIKE or GLOB pattern too complex":
        return UserError(
            say("A pattern of LIKE is longer than {n} bytes", n=LONGEST_PATTERN),
            say("A kanji takes 3 bytes. Search for a part of the text"),
        )
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
    for pattern, sentence in _OTHERS:
        if re.search(pattern, said):
            return UserError(say(sentence), ALL_TABLES)
    return UserError(say("SQLite does not accept the query: {reason}", reason=said), ALL_TABLES)


def _named(query: Statement, found: re.Match[str], compiles: Compile) -> UserError:
    if found["near"]:
        return _syntax(query, found["near"], compiles)
    if found["args"]:
        message = say("The function {name} takes another number of values", name=found["function"])
        return query.error(message, query.named(found["function"]))
    if found["aggregate"]:
        return query.error(
            say("{name}() counts over rows and cannot be used here", name=found["misused"]),
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
            return query.error(say("There is no table “{name}”", name=name), at, table_advice(name))
        case "no such function":
            return query.error(
                say("There is no function {name} in queries", name=name),
                at,
                nearest_of(name, FUNCTIONS, say("Available: {known}", known=FUNCTIONS)),
            )
        case "no such column":
            return query.error(
                say("There is no column “{name}”", name=name), at, column_advice(query, name)
            )
        case "ambiguous column name":
            name = name.rpartition(".")[2]
            return query.error(
                say("More than one of the tables has a column “{name}”", name=name),
                query.named(name),
                ambiguity_advice(query, name),
            )
    start = next((each for each in query.tokens if each.text == name or name in each.text), None)
    if start and not name.isascii():
        return query.full_width(start)
    return query.error(say("“{word}” is not SQL", word=name), start)


def _syntax(query: Statement, near: str, compiles: Compile) -> UserError:
    at = _where(query, near, compiles)
    before = query.before(at) if at else None
    for token in (at, before):
        if token and token.full_width:
            return query.full_width(token)
    for token in (before, at):
        if meant := keyword_meant(token):
            message = say("“{word}” is not understood here", word=token.text if token else near)
            return query.error(message, token, say("Did you mean “{nearest}”?", nearest=meant))
    message = say("Syntax error from “{word}” on", word=near)
    return query.error(message, at, _syntax_advice(query, near, at, before))


def _syntax_advice(query: Statement, near: str, at: Token | None, before: Token | None) -> Message:
    after = next((each for each in query.tokens if at and each.start >= at.end), None)
    if near.casefold() == "group" and not (after and after.name == "by"):
        return say("Where a column is meant: the group of a citation is called group_name")
    if before and before.text == "," and near.casefold() in CLAUSES:
        return say("Leave out the comma before it")
    if not near.isascii() and not near.startswith("'"):
        return say("Texts stand in single quotes: '{word}'", word=near)
    return say(
        "Check what comes before it: is a comma, a bracket or a word missing? The order is {order}",
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
            say("Available: {known}", known=FUNCTIONS),
        )
    if action == sqlite3.SQLITE_READ:
        return query.error(say("There is no table “{name}”", name=name), at, ALL_TABLES)
    return query.error(
        say("Queries only read the tables of plans; this would do something else"), at, ALL_TABLES
    )


def _smaller() -> Message:
    return say(
        "Join tables with USING or ON, end recursion by a condition, ask for fewer rows and columns"
    )
