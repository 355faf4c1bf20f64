"""Some of the changes: those of the kinds, and to the items, that a person asks for."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import TypeVar

from shakyo_plan.diff.changes import ITEMS, Change, ChangeKind
from shakyo_plan.message import Message, say
from shakyo_plan.model.not_found import not_found

E = TypeVar("E", bound=StrEnum)


def selected(
    changes: Iterable[Change], kinds: Iterable[str], items: Iterable[str]
) -> tuple[Change, ...]:
    """Return the changes of the kinds and items named, commas between; none named means all.

    Raises:
        UserError: there is no such kind or item.
    """
    wanted_kinds = _named(tuple(ChangeKind), kinds, say("kind of change")) or set(ChangeKind)
    wanted_items = _named(ITEMS, items, say("item")) or set(ITEMS)
    return tuple(
        change for change in changes if change.kind in wanted_kinds and change.item in wanted_items
    )


def _named(choices: tuple[E, ...], names: Iterable[str], what: Message) -> set[E]:
    written = [word.strip() for listed in names for word in listed.replace("、", ",").split(",")]
    return {_choice(choices, word, what) for word in written if word}


def _choice(choices: tuple[E, ...], word: str, what: Message) -> E:
    wanted = word.lower().replace("-", "_")
    for choice in choices:
        if choice.value == wanted:
            return choice
    raise not_found(what, word, tuple(choice.value for choice in choices))
