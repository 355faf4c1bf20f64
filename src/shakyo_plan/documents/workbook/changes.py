"""What a person changed in a workbook: edits of the plan, conflicts, and cells that cannot be read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, NamedTuple, TypeAlias

from shakyo_plan.message import Message
from shakyo_plan.values.data_path import DataPath

# What edits do to the plan; places are those of the plan file as it is now.


class Rename(NamedTuple):
    """A program has another name; everything that cites it follows."""

    old: str
    new: str


class SetField(NamedTuple):
    """A key of the program at ``place`` gets another value, or goes (None)."""

    place: DataPath
    key: str
    value: Any


class AddProgram(NamedTuple):
    """A program is new, behind the one of this number, or at the end."""

    entry: Mapping[str, Any]
    after: int | None


class RemoveProgram(NamedTuple):
    """A program goes, and what cites it."""

    place: DataPath
    name: str


class Cite(NamedTuple):
    """The list of ``owner`` cites a program, behind its entry of this number, or at the end."""

    owner: DataPath
    program: str
    after: int | None


class Recite(NamedTuple):
    """The citation at ``place`` becomes one of another program."""

    place: DataPath
    program: str


class Uncite(NamedTuple):
    """The citation at ``place`` goes."""

    place: DataPath


PlanEdit: TypeAlias = Rename | SetField | AddProgram | RemoveProgram | Cite | Recite | Uncite


class EditKind(StrEnum):
    """What an edit is for a person."""

    CHANGED = "changed"
    RENAMED = "renamed"
    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"


class Edit(NamedTuple):
    """One change that a person made: the cell, what it shows before and after, what it does to the plan."""

    where: str
    kind: EditKind
    item: str
    field: str
    old: str
    new: str
    does: tuple[PlanEdit, ...]


class Conflict(NamedTuple):
    """A cell that was changed, of which the plan now says something else than was exported."""

    where: str
    item: str
    field: str
    exported: str
    in_plan: str
    in_workbook: str


class Refused(NamedTuple):
    """A cell that cannot be read, and why."""

    where: str
    item: str
    field: str
    value: str
    reason: Message


class Missing(NamedTuple):
    """A row that is gone; without --remove it changes nothing."""

    sheet: str
    item: str


@dataclass(frozen=True)
class Changes:
    """All that differs from what was exported, in the order of the workbook."""

    edits: tuple[Edit, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    refused: tuple[Refused, ...] = ()
    missing: tuple[Missing, ...] = ()

    @property
    def plan_edits(self) -> Iterator[PlanEdit]:
        """What all of the edits do."""
        return (made for edit in self.edits for made in edit.does)
