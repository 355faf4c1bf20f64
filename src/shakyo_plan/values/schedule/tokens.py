"""Finds the words in a schedule: from the folded text to tokens."""

from __future__ import annotations

import re
from functools import cache

from shakyo_plan.values.schedule.dates import RelativeYear
from shakyo_plan.values.schedule.kinds import Kind, Token
from shakyo_plan.values.schedule.vocabulary import WORDS
from shakyo_plan.values.schedule.word import Word

_COUNTED = (Kind.MONTH, Kind.DAY)
_BEFORE_DAYS = (Kind.DATE, Kind.DAY)
_LINKS = (Kind.SEPARATOR, Kind.TO)


@cache
def _vocabulary() -> tuple[tuple[Word, re.Pattern[str]], ...]:
    # Compiled when the first schedule is read: most runs read a plan with few of them.
    return tuple((word, re.compile(word.pattern)) for word in WORDS)


def tokens_of(text: str, fiscal_year: int) -> list[Token]:
    """Return the words of a folded text; letters that are no known word come together as TEXT."""
    tokens: list[Token] = []
    place = 0
    while place < len(text):
        token = _token_at(text, place, fiscal_year)
        if token.kind is Kind.TEXT and tokens and tokens[-1].kind is Kind.TEXT:
            last = tokens.pop()
            token = Token(Kind.TEXT, last.text + token.text, last.start, token.end)
        tokens.append(token)
        place = token.end
    return _numbers_named(tokens)


def _token_at(text: str, place: int, fiscal_year: int) -> Token:
    for word, pattern in _vocabulary():
        found = pattern.match(text, place)
        if found is None or found.end() == place:
            continue
        try:
            value = word.value(found)
        except ValueError:
            continue
        if isinstance(value, RelativeYear):
            value = value.seen_from(fiscal_year)
        return Token(word.kind, found[0], place, found.end(), value)
    return Token(Kind.TEXT, text[place], place, place + 1)


def _numbers_named(tokens: list[Token]) -> list[Token]:
    """Return the tokens with bare numbers made what they count.

    In 5・7月 and 10～12月 what follows says it, in 10/1・2 what goes before.
    """
    named = list(tokens)
    for index in range(len(named) - 3, -1, -1):
        number, link, following = named[index : index + 3]
        if number.kind is Kind.NUMBER and link.kind in _LINKS and following.kind in _COUNTED:
            named[index] = number._replace(kind=following.kind)
    for index in range(len(named) - 2):
        before, link, number = named[index : index + 3]
        if number.kind is Kind.NUMBER and link.kind in _LINKS and before.kind in _BEFORE_DAYS:
            named[index + 2] = number._replace(kind=Kind.DAY)
    return named
