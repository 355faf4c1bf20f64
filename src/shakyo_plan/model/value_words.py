"""Values of a plan's keys as people read them."""

from __future__ import annotations

from typing import Any

from shakyo_plan.language import Translator
from shakyo_plan.model import Citation, Commission, Measure, ProgramGroup, Status
from shakyo_plan.model.fields import Field, FieldKind, fields_of
from shakyo_plan.model.words import commission_word, status_word
from shakyo_plan.values.fiscal_year import FiscalYear


def value_words(field: Field | None, value: Any, tr: Translator, between: str = "、") -> str:
    """Return the value of a key in words, nothing for none; ``between`` stands in lists."""
    if isinstance(value, tuple):
        return between.join(value_words(field, member, tr, between) for member in value)
    match value:
        case None:
            return ""
        case Status():
            return tr(status_word(value))
        case Commission():
            return tr(commission_word(value))
        case Citation():
            return value.name
        case ProgramGroup():
            return value.heading
        case int() if field and field.kind is FieldKind.YEAR:
            return str(FiscalYear(value))
        case str() | int():
            return str(value)
    parts = (
        _key_words(key, getattr(value, key.key), tr, between) for key in fields_of(type(value))
    )
    return " ".join(words for words in parts if words)


def _key_words(key: Field, value: Any, tr: Translator, between: str) -> str:
    """Return the value of a key of a record; where a record has two values alike, with their words."""
    words = value_words(key, value, tr, between)
    return f"{tr(key.word)} {words}" if isinstance(value, Measure) else words
