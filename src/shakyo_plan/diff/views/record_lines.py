"""Lists of small records, such as indicators and accounts, as lines, so that just what differs is told."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from shakyo_plan.language import Translator
from shakyo_plan.model import Measure
from shakyo_plan.model.fields import PARTS, FieldKind, fields_of
from shakyo_plan.model.value_words import value_words

_NAMES = frozenset({"name", "item", "source", "division"})
"""The keys by whose value people know a record."""


def differing_lines(old: Any, new: Any, tr: Translator) -> tuple[str, str]:
    """Return what only the old and only the new records say, a line each; all where just the order differs."""
    before, after = list(record_lines(old, tr)), list(record_lines(new, tr))
    gone = [line for line in before if line not in after]
    come = [line for line in after if line not in before]
    if not gone and not come:
        gone, come = before, after
    return "\n".join(gone), "\n".join(come)


def is_of_records(value: Any) -> bool:
    """Whether a value is a record, or a list of them."""
    members = value if isinstance(value, tuple) else (value,)
    return bool(members) and all(isinstance(member, PARTS) for member in members)


def record_lines(value: Any, tr: Translator, above: str = "") -> Iterator[str]:
    """Yield what records say: 収入 会費: 100円."""
    if isinstance(value, tuple):
        for member in value:
            yield from record_lines(member, tr, above)
        return
    fields = fields_of(type(value))
    named = fields[0].key in _NAMES
    name = value_words(fields[0], getattr(value, fields[0].key), tr) if named else ""
    head = " ".join(filter(None, (above, name)))
    others = [
        field
        for field in (fields[1:] if named else fields)
        if getattr(value, field.key) not in (None, ())
    ]
    if not others:
        yield head
    for field in others:
        found = getattr(value, field.key)
        words = " ".join(filter(None, (head, tr(field.word) if len(fields) != 2 else "")))
        if field.kind in (FieldKind.RECORD, FieldKind.RECORDS) and not isinstance(found, Measure):
            yield from record_lines(found, tr, words)
        else:
            yield f"{words}: {value_words(field, found, tr)}"
