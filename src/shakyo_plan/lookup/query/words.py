"""Words in a query that no row can have, because the tables hold the values of the file."""

from __future__ import annotations

from shakyo_plan.message import Message, say
from shakyo_plan.model import Commission, Status
from shakyo_plan.model.spoken import spoken_choice
from shakyo_plan.values.lazy_pattern import lazy_pattern

_LITERAL = lazy_pattern(r"'([^']{1,20})'")


def word_for_value(sql: str) -> Message | None:
    """Return what to write for a status or a body that a query names as people say it: 新規 is new."""
    for word in _LITERAL.findall(sql):
        for kind in (Status, Commission):
            choice = spoken_choice(kind, word)
            if choice is not None and choice.value != word:
                return say(
                    "No row has '{word}': the tables hold the values of the file, here '{value}'",
                    word=word,
                    value=choice.value,
                )
    return None
