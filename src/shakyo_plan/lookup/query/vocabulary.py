"""The words that a query may use: of SQL, of the tables, of marks; and what a wrong one was meant to be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from shakyo_plan.likeness import nearest
from shakyo_plan.lookup.query.sql import Token
from shakyo_plan.lookup.query.statement import Statement
from shakyo_plan.lookup.query.tables import TABLES, QueryTable
from shakyo_plan.message import Message, say
from shakyo_plan.model import Commission, Status

ALL_TABLES = say("“plan query --tables” lists the tables and their columns")
CLAUSES = ("from", "where", "group", "having", "order", "limit", ")")
KEYWORDS = (
    *("and", "as", "asc", "between", "by", "case", "desc", "distinct", "else", "end", "exists"),
    *("from", "group", "having", "in", "inner", "is", "join", "left", "like", "limit", "not"),
    *("null", "on", "or", "order", "select", "then", "union", "using", "when", "where", "with"),
)
_VALUES = (*Status, *Commission)
_BY_NAME = {table.name: table for table in TABLES}


def tables_of(query: Statement) -> Iterator[tuple[QueryTable, str]]:
    """Yield the tables that a query names after FROM and JOIN, each with what it calls them."""
    for number, token in enumerate(query.tokens):
        before = query.tokens[number - 1].name if number else ""
        if token.name not in _BY_NAME or before not in ("from", "join", ","):
            continue
        rest = [each for each in query.tokens[number + 1 : number + 3] if each.name != "as"]
        alias = rest[0] if rest and rest[0].kind in ("word", "quoted") else None
        named = alias.name if alias and alias.name not in KEYWORDS else token.name
        yield _BY_NAME[token.name], named


def column_advice(query: Statement, name: str) -> Message:
    """Say what a column that does not exist was meant to be."""
    table, _, column = name.rpartition(".")
    if not name.isascii() or column.casefold() in _VALUES:
        return say("Texts stand in single quotes: '{word}'", word=name)
    named = list(tables_of(query))
    asked = [each for each, called in named if called == table.casefold()] or [
        each for each, _ in named
    ]
    known = tuple(dict.fromkeys(c.name for each in asked or TABLES for c in each.columns))
    columns = say("Available columns: {known}", known=known) if asked else ALL_TABLES
    return nearest_of(column, known, columns)


def ambiguity_advice(query: Statement, column: str) -> Message:
    """Say how a column that several tables have is named."""
    having = [
        f"{called}.{column}"
        for table, called in tables_of(query)
        if column.casefold() in {each.name for each in table.columns}
    ]
    names = tuple(dict.fromkeys(having))
    if len(names) > 1:
        return say("Write the table before it: {names}", names=names)
    return say(
        "Give each table a name of its own: {example}", example="FROM goals AS a, goals AS b"
    )


def table_advice(name: str) -> Message:
    """Say what a table that does not exist was meant to be."""
    return nearest_of(name, _BY_NAME)


def keyword_meant(token: Token | None) -> str:
    """Return the word of SQL that a token was meant to be: FROM for FORM; nothing for any other."""
    if token is None or token.kind != "word" or token.name in KEYWORDS or len(token.text) < 3:
        return ""
    near = nearest(token.name, [word for word in KEYWORDS if len(word) > 2], 1, 0.7)
    return near[0].upper() if near else ""


def nearest_of(name: str, known: Iterable[str], otherwise: Message = ALL_TABLES) -> Message:
    """Offer the known name that is most like the one asked for."""
    near = nearest(name, known, 1, 0.5)
    return say("Did you mean “{nearest}”?", nearest=near[0]) if near else otherwise
