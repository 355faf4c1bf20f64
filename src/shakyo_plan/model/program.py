"""A program in the registry, with its marks."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from shakyo_plan.model.reading import Data, each, place_field, words
from shakyo_plan.values.data_path import DataPath
from shakyo_plan.values.money import yen


class Status(StrEnum):
    """A program's standing this year (区分)."""

    NEW = "new"
    EXPANDED = "expanded"
    CONTINUED = "continued"
    RESTRUCTURED = "restructured"
    REDUCED = "reduced"
    MERGED = "merged"
    SUSPENDED = "suspended"
    DISCONTINUED = "discontinued"


ENDED = (Status.DISCONTINUED, Status.MERGED)
"""The statuses of a program that next year's plan no longer has."""

NOT_HELD = (*ENDED, Status.SUSPENDED)
"""The statuses of a program that is not done this year, and so belongs in no list of what is."""


class Commission(StrEnum):
    """Who commissions a program (委託元)."""

    CITY = "city"
    PREFECTURE = "prefecture"
    PREFECTURAL_SHAKYO = "prefectural_shakyo"
    OTHER = "other"


@dataclass(frozen=True)
class Funding:
    """One source of a program's budget (財源) and its amount, as written."""

    source: str
    amount: str
    place: DataPath = place_field()

    @classmethod
    def read(cls, data: Data, place: DataPath) -> Funding:
        """Make one from a map of the file."""
        return cls(data["source"], data["amount"], place)


@dataclass(frozen=True)
class Program:
    """A program (事業) in the registry; its marks stand here and nowhere else."""

    name: str
    aliases: tuple[str, ...] = ()
    formerly: tuple[str, ...] = ()
    distinct_from: tuple[str, ...] = ()
    status: Status = Status.CONTINUED
    district: str | None = None
    commissioned_by: Commission | None = None
    department: str | None = None
    target: str | None = None
    purpose: str | None = None
    content: str | None = None
    follow_up: str | None = None
    notes: str | None = None
    schedule: str | None = None
    budget: str | None = None
    funding: tuple[Funding, ...] = ()
    place: DataPath = place_field()

    @classmethod
    def read(cls, data: Data, place: DataPath) -> Program:
        """Make one from a map of the file."""
        commissioned_by = data.get("commissioned_by")
        return cls(
            name=data["name"],
            aliases=words(data, "aliases"),
            formerly=words(data, "formerly"),
            distinct_from=words(data, "distinct_from"),
            status=Status(data.get("status", Status.CONTINUED)),
            district=data.get("district"),
            commissioned_by=Commission(commissioned_by) if commissioned_by else None,
            department=data.get("department"),
            target=data.get("target"),
            purpose=data.get("purpose"),
            content=data.get("content"),
            follow_up=data.get("follow_up"),
            notes=data.get("notes"),
            schedule=data.get("schedule"),
            budget=data.get("budget"),
            funding=each(Funding.read, data, "funding", place),
            place=place,
        )

    @property
    def budget_yen(self) -> int | None:
        """The budget in yen; None where there is none, or it cannot be read."""
        return yen(self.budget) if self.budget else None
