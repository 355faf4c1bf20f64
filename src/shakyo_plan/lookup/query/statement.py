"""A query as a person wrote it: whether it is one that only reads, and where its words stand."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from shakyo_plan.errors import Excerpt, UserError
from shakyo_plan.likeness import nearest
from shakyo_plan.lookup.query.guard import LONGEST_SQL
from shakyo_plan.lookup.query.sql import Token, tokens
from shakyo_plan.message import Message, say


@dataclass(frozen=True)
class Statement:
    """A query, and the errors that show a place in it."""

    sql: str

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """Its words, texts and marks."""
        return tokens(self.sql)

    def error(self, message: Message, at: Token | None, advice: Message | None = None) -> UserError:
        """Return an error that shows the line with the place, if that is known."""
        if at is None:
            return UserError(message, advice)
        return UserError(message, advice, _excerpt(self.sql, at.start, at.end))

    def end(self) -> Token:
        """Return the place after its last letter."""
        at = len(self.sql.rstrip())
        return Token("mark", "", at, at)

    def before(self, token: Token) -> Token | None:
        """Return what stands before a token."""
        earlier = [each for each in self.tokens if each.end <= token.start]
        return earlier[-1] if earlier else None

    def named(self, name: str, after: str = "") -> Token | None:
        """Find a name, as it is written with or without its table before it.

        Where the word ``after`` stands in the query, it is looked for behind that first.
        """
        parts = [part.casefold() for part in name.split(".")]
        begin = next((n for n, token in enumerate(self.tokens) if token.name == after), 0)
        order = [*range(begin, len(self.tokens)), *range(begin)]
        for number in order:
            token = self.tokens[number]
            run = self.tokens[number : number + 2 * len(parts) - 1]
            names = [each.name for each in run[::2]]
            dotted = number > 0 and self.tokens[number - 1].text == "."
            if names == parts and not dotted and all(each.text == "." for each in run[1::2]):
                return Token("word", name, token.start, run[-1].end)
        return None

    def full_width(self, token: Token) -> UserError:
        """Return the error for a letter of a token that is full-width."""
        letter = token.full_width
        start = token.start + self.sql[token.start : token.end].index(letter)
        return self.error(
            say("“{part}” is full-width", part=letter),
            Token("mark", letter, start, start + 1),
            say("Outside of texts in quotes, SQL knows only half-width signs, letters and spaces"),
        )


def check_statement(sql: str) -> None:
    """Make sure that it is one statement, and one that only reads.

    Raises:
        UserError: it is none, more than one, or another kind; the message shows the place.
    """
    if any(letter == "\0" or "\ud800" <= letter <= "\udfff" for letter in sql):
        raise UserError(say("The query is no text that can be read"), _example())
    if len(sql.encode()) > LONGEST_SQL:
        raise UserError(
            say("The query is longer than {n} bytes", n=f"{LONGEST_SQL:,}"),
            say("Split it into shorter queries"),
        )
    query = Statement(sql)
    if not query.tokens:
        raise UserError(say("The query is empty"), _example())
    first = query.tokens[0]
    if first.name not in ("select", "with", "values"):
        if first.full_width:
            raise query.full_width(first)
        meant = nearest(first.name, ("select", "with"), 1, 0.7)
        raise query.error(
            say("A query begins with SELECT or WITH; this begins with “{word}”", word=first.text),
            first,
            say("Did you mean “{nearest}”?", nearest=meant[0].upper())
            if meant
            else say("Queries only read. What a plan says is changed in its file"),
        )
    for number, token in enumerate(query.tokens[:-1]):
        if token.text == ";":
            raise query.error(
                say("There is more than one statement"),
                query.tokens[number + 1],
                say("Run one at a time; leave out what follows the semicolon"),
            )


def _example() -> Message:
    return say("For example: {example}", example='plan query "SELECT title FROM goals"')


def _excerpt(sql: str, start: int, end: int) -> Excerpt:
    first = sql.rfind("\n", 0, start) + 1
    last = sql.find("\n", start)
    line = sql[first : last if last >= 0 else len(sql)].rstrip("\r")
    number = sql.count("\n", 0, start) + 1 if "\n" in sql.strip() else None
    return Excerpt(line, start - first, min(end - first, len(line)), number)
