"""The field table: every key of a plan file, with its words and its kind of value, in the order of the schema.

Whoever lists the keys of a part, or puts one into words, takes them from here. The words are the
schema's titles, in Japanese; a `language.Translator` has them in English.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any

from shakyo_plan.message import Message
from shakyo_plan.model import (
    Account,
    AccountItem,
    BasicPlan,
    Council,
    Department,
    Funding,
    Goal,
    Indicator,
    Labels,
    ManagementSection,
    Measure,
    Numbering,
    ParentPlan,
    Plan,
    Priority,
    Program,
    ProgramGroup,
    Section,
    Suppression,
)
from shakyo_plan.model.kinds import PartKind
from shakyo_plan.model.schema import resolve, schema
from shakyo_plan.model.terms import schema_word


class FieldKind(StrEnum):
    """What kind of value a key has."""

    TEXT = "text"
    NUMBER = "number"
    YEAR = "year"
    """A fiscal year."""
    CHOICE = "choice"
    TEXTS = "texts"
    """A list of texts."""
    RECORD = "record"
    """A part with keys of its own."""
    RECORDS = "records"
    """A list of them."""
    PROGRAMS = "programs"
    """A list of programs as a list prints them: citations and groups."""


@dataclass(frozen=True, slots=True)
class Field:
    """A key of a part of the plan."""

    key: str
    kind: FieldKind
    title: str
    """Its word in Japanese, which is also the key of its translation."""
    description: str
    choices: tuple[str, ...] = ()
    """The values that are possible, where it is one of a few."""

    @property
    def word(self) -> Message:
        """What people call it, in the words of the council where it names a part of the plan."""
        return schema_word(self.title)

    @property
    def is_plain(self) -> bool:
        """Whether its value is a text, a number or a list of texts: what fits a cell of a table."""
        return self.kind not in (FieldKind.RECORD, FieldKind.RECORDS, FieldKind.PROGRAMS)


_PLACES: Mapping[type, tuple[str, ...]] = {
    Plan: (),
    Council: ("properties", "council"),
    Department: ("$defs", "department"),
    Labels: ("properties", "labels"),
    Numbering: ("properties", "numbering"),
    ParentPlan: ("$defs", "parent_plan"),
    Priority: ("$defs", "priority"),
    Goal: ("$defs", "goal"),
    BasicPlan: ("$defs", "basic_plan"),
    Section: ("$defs", "section"),
    ProgramGroup: ("$defs", "group"),
    Program: ("$defs", "program"),
    Funding: ("$defs", "funding"),
    Indicator: ("$defs", "indicator"),
    Measure: ("$defs", "measure"),
    Account: ("$defs", "account"),
    AccountItem: ("$defs", "account_item"),
    ManagementSection: ("$defs", "management_section"),
    Suppression: ("$defs", "suppression"),
}
"""Where the schema describes each part."""
PARTS = tuple(_PLACES)
"""The parts of a plan that have keys."""
_OF_KIND: Mapping[PartKind, type] = {
    PartKind.DOCUMENT: Plan,
    PartKind.COUNCIL: Council,
    PartKind.LABELS: Labels,
    PartKind.BASED_ON: ParentPlan,
    PartKind.PRIORITY: Priority,
    PartKind.GOAL: Goal,
    PartKind.PLAN: BasicPlan,
    PartKind.SECTION: Section,
    PartKind.GROUP: ProgramGroup,
    PartKind.CITATION: Program,
    PartKind.PROGRAM: Program,
    PartKind.MANAGEMENT: ManagementSection,
    PartKind.SUPPRESS: Suppression,
}


def part_schema(part: type) -> dict[str, Any]:
    """Return what the schema says of a part."""
    found: Any = schema()
    for step in _PLACES[part]:
        found = found[step]
    described: dict[str, Any] = found
    return described


def fields_of(part: type) -> tuple[Field, ...]:
    """Return the keys of a part, in the order of the schema."""
    return tuple(_table()[part].values())


def field_of(part: type, key: str) -> Field:
    """Return one key of a part."""
    return _table()[part][key]


def known_field(kind: PartKind, key: str | None) -> Field | None:
    """Return the key of a kind of part; None where that has no such key."""
    part = _OF_KIND.get(kind)
    return _table()[part].get(key) if part and key else None


@cache
def _table() -> Mapping[type, Mapping[str, Field]]:
    return {
        part: {
            key: Field(
                key,
                _kind(described),
                described["title"],
                described["description"],
                tuple(described.get("enum", ())),
            )
            for key, described in part_schema(part)["properties"].items()
        }
        for part in PARTS
    }


def _kind(described: dict[str, Any]) -> FieldKind:
    described = resolve(described)
    while "if" in described:
        # A number or a list may be written for short; what it is else is what it is.
        described = resolve(described["else"])
    match described.get("type"):
        case "string" | "number":
            return FieldKind.CHOICE if "enum" in described else FieldKind.TEXT
        case "integer":
            return FieldKind.YEAR if "maximum" in described else FieldKind.NUMBER
        case "object":
            return FieldKind.RECORD
    return _kind_of_list(resolve(described["items"]))


def _kind_of_list(item: dict[str, Any]) -> FieldKind:
    if "if" not in item:
        return FieldKind.TEXTS if item["type"] == "string" else FieldKind.RECORDS
    return (
        FieldKind.PROGRAMS
        if resolve(item["then"]) is schema()["$defs"]["group"]
        else FieldKind.RECORDS
    )
