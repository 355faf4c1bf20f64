"""A program in the registry, with its marks."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from shakyo_plan.model.indicators import Indicator
from shakyo_plan.model.reading import Data, each, place_field, plain
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
    TOWN = "town"
    VILLAGE = "village"
    WARD = "ward"
    PREFECTURE = "prefecture"
    STATE = "state"
    CITY_SHAKYO = "city_shakyo"
    PREFECTURAL_SHAKYO = "prefectural_shakyo"
    NATIONAL_SHAKYO = "national_shakyo"
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
        return cls(**plain(data), place=place)


@dataclass(frozen=True)
class Program:
    """A program (事業) in the registry; its marks stand here and nowhere else."""

    name: str
    aliases: tuple[str, ...] = ()
    formerly: tuple[str, ...] = ()
    distinct_from: tuple[str, ...] = ()
    status: Status = Status.CONTINUED
    until: int | None = None
    """Its last fiscal year, where that is known."""
    tags: tuple[str, ...] = ()
    district: str | tuple[str, ...] | None = None
    """As written: one, or several; `districts` has them all."""
    commissioned_by: Commission | None = None
    department: str | None = None
    target: str | None = None
    capacity: str | None = None
    venue: str | None = None
    partners: str | None = None
    purpose: str | None = None
    content: str | None = None
    follow_up: str | None = None
    notes: str | None = None
    schedule: str | None = None
    budget: str | None = None
    funding: tuple[Funding, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    place: DataPath = place_field()

    @classmethod
    def read(cls, data: Data, place: DataPath) -> Program:
        """Make one from a map of the file."""
        own: dict[str, Any] = {
            "funding": each(Funding.read, data, "funding", place),
            "indicators": each(Indicator.read, data, "indicators", place),
        }
        if "status" in data:
            own["status"] = Status(data["status"])
        if "commissioned_by" in data:
            own["commissioned_by"] = Commission(data["commissioned_by"])
        if isinstance(names := data.get("district"), list):
            own["district"] = tuple(names) if len(names) > 1 else next(iter(names), None)
        return cls(**plain(data) | own, place=place)

    @property
    def districts(self) -> tuple[str, ...]:
        """The districts that run it."""
        if self.district is None:
            return ()
        return (self.district,) if isinstance(self.district, str) else self.district

    @property
    def only_district(self) -> str | None:
        """The district that runs it alone."""
        return self.district if isinstance(self.district, str) else None

    @property
    def budget_yen(self) -> int | None:
        """The budget in yen; None where there is none, or it cannot be read."""
        return yen(self.budget) if self.budget else None
