"""Words in the texts of a part of the plan, and under which keys they stand."""

from __future__ import annotations

from typing import Any

from shakyo_plan.errors import UserError
from shakyo_plan.message import say
from shakyo_plan.model.fields import PARTS, FieldKind, fields_of
from shakyo_plan.values.name import Wanted

_NO_TEXTS = frozenset(
    ("name", "title", "aliases", "formerly", "distinct_from", "district", "schedule", "budget")
)
"""Names, and what has an option of its own to be found by."""


def wanted_words(words: str) -> Wanted:
    """Return the words as they are looked for.

    Raises:
        UserError: nothing is left of them; such words would be found everywhere.
    """
    wanted = Wanted.of(words)
    if not wanted.letters:
        raise UserError(
            say("There is nothing to search for in “{words}”", words=words),
            say("For example: {example}", example="plan programs --search サロン"),
        )
    return wanted


def keys_with(part: Any, wanted: Wanted) -> tuple[str, ...]:
    """Return the keys of the part whose texts have the words, in the order of the schema."""
    if type(part) not in PARTS:
        return ()
    return tuple(
        field.key
        for field in fields_of(type(part))
        if field.kind in (FieldKind.TEXT, FieldKind.TEXTS) and field.key not in _NO_TEXTS
        if any(wanted.stand_in(text) for text in _texts(getattr(part, field.key)))
    )


def _texts(value: Any) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else (str(value),) if value is not None else ()
