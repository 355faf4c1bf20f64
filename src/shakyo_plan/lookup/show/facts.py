"""What a part says of itself: its keys that hold a value, in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from shakyo_plan.language import Translator
from shakyo_plan.lookup.naming import Part
from shakyo_plan.message import say
from shakyo_plan.model import Council, Plan, Section
from shakyo_plan.model.fields import Field, fields_of
from shakyo_plan.model.value_words import value_words
from shakyo_plan.model.words import yen_words
from shakyo_plan.output.card import CardEntry
from shakyo_plan.values.money import yen
from shakyo_plan.values.money.plain import is_plain_amount

ELSEWHERE = frozenset(
    {
        *("format", "fiscal_year", "id", "name", "title", "tags"),
        *("plans", "sections", "programs", "actions", "items"),
    }
)
"""Keys that a card has in its title or as lists of their own."""
_IN_ONE_LINE = frozenset({"funding", "indicators", "departments"})
"""Lists of small records that a card has among its facts."""


def facts_of(
    part: Part | Section | Council, tr: Translator, months: str = ""
) -> tuple[tuple[str, str], ...]:
    """Return the keys of a part with what they say, but for what a card has elsewhere.

    ``months`` are those of its schedule, in words, which stand below it.
    """
    facts: list[tuple[str, str]] = []
    for field in fields_of(type(part)):
        if field.key not in ELSEWHERE and (field.is_plain or field.key in _IN_ONE_LINE):
            facts.append((tr(field.word), _words(part, field, tr)))
        if field.key == "schedule":
            facts.append((tr(say("months")), months))
    return tuple(fact for fact in facts if fact[1])


def labels_of(plan: Plan, tr: Translator) -> Iterator[tuple[str, str]]:
    """Yield the council's own words by their keys: what parts are else called stands nowhere else."""
    for key, word in plan.labels.own.items():
        yield tr(say("word for `{key}`", key=key)), word


def records_of(records: Iterable[Any], tr: Translator) -> Iterator[CardEntry]:
    """Yield small records, such as the plans that this one is based on, in a line each."""
    for record in records:
        first, *others = (
            value_words(field, getattr(record, field.key), tr) for field in fields_of(type(record))
        )
        yield CardEntry(first, "、".join(words for words in others if words))


def _words(part: Part | Section | Council, field: Field, tr: Translator) -> str:
    value = getattr(part, field.key)
    if field.key == "budget" and value is not None:
        return _amount(value, tr)
    if field.key == "funding":
        return "、".join(f"{fund.source} {_amount(fund.amount, tr)}" for fund in value)
    return value_words(field, value, tr)


def _amount(written: str, tr: Translator) -> str:
    """Return an amount in yen, and behind it how it is written, where that says more; else as written."""
    amount = yen(written)
    if amount is None:
        return written
    words = yen_words(amount, tr)
    if is_plain_amount(written):
        return words
    return f"{words}  {tr(say('written: {amount}', amount=written))}"
