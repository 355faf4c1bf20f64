"""Changes to a plan's data, named by place; `editing` makes them in the text of the file."""

from __future__ import annotations

from typing import Any, NamedTuple, TypeAlias

from shakyo_plan.values.data_path import DataPath


class Rewrite(NamedTuple):
    """Put another text, or number, where one stands."""

    place: DataPath
    text: str | int


class Drop(NamedTuple):
    """Take an entry out of a list, or a key with its value out of a map."""

    place: DataPath


class InsertAfter(NamedTuple):
    """Put entries into a list, after the entry at ``place``: texts, or maps and lists of texts."""

    place: DataPath
    entries: tuple[Any, ...]


class Fill(NamedTuple):
    """Put entries into the empty list at ``place``."""

    place: DataPath
    entries: tuple[Any, ...]


class AddKeys(NamedTuple):
    """Put keys with their values into a map, after the key at ``place``, in the order given."""

    place: DataPath
    entries: tuple[tuple[str, Any], ...]


class CommentOut(NamedTuple):
    """Take a key with its value out of a map, and leave its lines as a comment, with a note behind.

    Where the map stands on one line there is no room for a comment; then it is taken out.
    """

    place: DataPath
    note: str


Edit: TypeAlias = Rewrite | Drop | InsertAfter | Fill | AddKeys | CommentOut
