"""Sentences that are not yet in a language.

The middle of the program says things without knowing who reads them: it makes a `Message`,
an English template with its values. Only the edge, which knows the reader's language,
turns it into text (see `language.Translator`).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple, TypeAlias, Union

Value: TypeAlias = Union[str, int, "Message", tuple["Value", ...]]
"""What may fill a template: data as it is, a number, a message of its own, or a list of them."""


class Message(NamedTuple):
    """A template in English (or a word of the schema, in Japanese) and what fills its braces."""

    template: str
    values: tuple[tuple[str, Value], ...] = ()
    plural: str | None = None
    """The template for any count but one; the count is the value named ``n``."""
    label: str = ""
    """The key of a plan's ``labels`` under which its council may have a word of its own for this."""

    def __str__(self) -> str:
        """The message in English, for programmers: commands have a `Translator`."""
        template = self.template
        if self.plural is not None and dict(self.values).get("n") != 1:
            template = self.plural
        # A template without values may have braces of its own.
        return (
            template.format_map({k: _english(v) for k, v in self.values})
            if self.values
            else template
        )


def _english(value: Value) -> str:
    if isinstance(value, tuple) and not isinstance(value, Message):
        return ", ".join(map(_english, value))
    return str(value)


def say(template: str, **values: Value) -> Message:
    """Make a message; the template is found by the catalogue tool through this function's name."""
    return Message(template, tuple(values.items()))


def say_n(one: str, many: str, n: int, **values: Value) -> Message:
    """Make a message that counts ``n`` things."""
    return Message(one, (("n", n), *values.items()), many)


def with_word(name: Value, word: Value) -> Message:
    """Say a key or a value of the file with the word that people know it by.

    A `language.Translator` says it once where the two are the same, as they often are in English.
    """
    return say("{name} ({word})", name=name, word=word)


WITH_WORD = with_word("", "").template


def translatable(text: str) -> str:
    """Return the text unchanged; the catalogue tool finds it here, and it is translated later."""
    return text


def term(text: str, label: str) -> Message:
    """Make the word for a part of the plan, which a plan's ``labels`` may replace by their own."""
    return Message(text, label=label)


def with_labels(message: Message, labels: Mapping[str, str]) -> Message:
    """Return the message with the council's own words, by their keys, for the terms in it."""
    if message.label in labels:
        return Message("{label}", (("label", labels[message.label]),))
    return message._replace(values=tuple((k, _labelled(v, labels)) for k, v in message.values))


def _labelled(value: Value, labels: Mapping[str, str]) -> Value:
    if isinstance(value, Message):
        return with_labels(value, labels)
    return tuple(_labelled(v, labels) for v in value) if isinstance(value, tuple) else value
