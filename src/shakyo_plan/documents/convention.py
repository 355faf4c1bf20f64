"""How a council lays its plan out: learnt from the document, or told in its settings (``[import]``)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from shakyo_plan.documents.outline.levels import Role, Shape
from shakyo_plan.documents.outline.mark import Style
from shakyo_plan.documents.outline.numbering import read_label, read_mark
from shakyo_plan.documents.outline.part_words import WORDS, Part
from shakyo_plan.errors import UserError
from shakyo_plan.message import Message, say
from shakyo_plan.model import Status
from shakyo_plan.values.lazy_pattern import lazy_pattern

_HEADING = lazy_pattern(r"(?:heading|見出し) ?([1-9])")
_PARTS = {part.value: part for part in WORDS}
_DISTRICTS, _MARKS = "district-names", "marks"


@dataclass(frozen=True)
class Convention:
    """What recognition goes by; the defaults are those of every council."""

    part_words: Mapping[Part, Sequence[str]] = field(default_factory=lambda: WORDS)
    """The words of the headings of each part."""
    roles: Mapping[Shape, Role] = field(default_factory=dict)
    """What a kind of number stands for, where a person settled it."""
    districts: tuple[str, ...] = ()
    marks: Mapping[str, str] = field(default_factory=dict)
    """Marks of this council, and the status that each means."""


def convention_of_settings(settings: Mapping[str, Any]) -> Convention:
    """Return what the table ``[import]`` of a council's settings says, beside the defaults.

    Raises:
        UserError: it has a key that does not exist, or a value that cannot be understood.
    """
    roles: dict[Shape, Role] = {}
    words = dict(WORDS)
    for key, value in settings.items():
        if key in set(Role):
            roles[_shape(key, value)] = Role(key)
        elif key in _PARTS:
            words[_PARTS[key]] = (*words[_PARTS[key]], *_texts(key, value))
        elif key == _MARKS:
            _check_marks(value)
        elif key != _DISTRICTS:
            known = (*(role.value for role in Role), *_PARTS, _DISTRICTS, _MARKS)
            raise UserError(
                say("The settings [import] have a key that does not exist: {key}", key=key),
                say("Possible values: {choices}", choices=known),
            )
    districts = _texts(_DISTRICTS, settings.get(_DISTRICTS, []))
    return Convention(words, roles, districts, dict(settings.get(_MARKS, {})))


def _shape(key: str, value: Any) -> Shape:
    """Return the kind of number that an example of it shows: 基本目標 1, (1), ①, ○, heading 2."""
    if isinstance(value, str):
        if found := _HEADING.fullmatch(value.strip().lower()):
            return Style.HEADING, found[1]
        marked = read_mark(f"{value} …").mark or (read_label(f"{value} …") or (None,))[0]
        if marked is not None:
            return marked.shape
    raise _unfit(key, say("an example of its number, as it is printed"), f'{key} = "(1)"')


def _texts(key: str, value: Any) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(word, str) for word in value):
        raise _unfit(key, say("a list of texts"), f'{key} = ["…"]')
    return tuple(word.replace(" ", "") for word in value)


def _check_marks(value: Any) -> None:
    fits = isinstance(value, dict) and all(status in set(Status) for status in value.values())
    if not fits:
        raise _unfit(
            _MARKS,
            say("a table of marks with the status that each means"),
            'marks = { "★" = "new" }',
        )


def _unfit(key: str, wanted: Message, example: str) -> UserError:
    return UserError(
        say("In the settings [import], {key} has to be {wanted}", key=key, wanted=wanted),
        say("Write for example: {example}", example=example),
    )
