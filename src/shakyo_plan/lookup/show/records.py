"""What is known of each kind of part; the fields are those of the JSON output."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from shakyo_plan.lookup.naming import Kind
from shakyo_plan.lookup.programs.filtering import ProgramRow
from shakyo_plan.model import (
    Commission,
    Status,
)


@dataclass(frozen=True, slots=True)
class CitedBy:
    """A basic plan or a priority that cites a program, and the group that it stands in there."""

    kind: Kind
    id: str
    title: str
    group: str | None


@dataclass(frozen=True, slots=True)
class Shared:
    """A part of the plan that has programs in common with another, and which."""

    id: str
    title: str
    programs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A program that stands in some of the same basic plans, and in which."""

    name: str
    plans: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FundingDetail:
    """One source of a budget; ``amount`` is as written."""

    source: str
    amount: str
    amount_yen: int | None


@dataclass(frozen=True, slots=True)
class ProgramDetail:
    """A program; months are ``2025-01``, amounts as written and in yen."""

    kind: Kind
    name: str
    aliases: tuple[str, ...]
    formerly: tuple[str, ...]
    distinct_from: tuple[str, ...]
    status: Status
    district: str | None
    commissioned_by: Commission | None
    department: str | None
    target: str | None
    purpose: str | None
    content: str | None
    follow_up: str | None
    notes: str | None
    schedule: str | None
    months: tuple[str, ...]
    budget: str | None
    budget_yen: int | None
    funding: tuple[FundingDetail, ...]
    goals: tuple[int, ...]
    plans: tuple[str, ...]
    priorities: tuple[int, ...]
    group: str | None
    cited_by: tuple[CitedBy, ...]
    neighbours: tuple[Neighbour, ...]
    """Those with the most basic plans in common first."""


@dataclass(frozen=True, slots=True)
class SectionDetail:
    """A section of a basic plan."""

    title: str
    text: str | None


@dataclass(frozen=True, slots=True)
class PlanDetail:
    """A basic plan; programs are as ``plan programs`` has them."""

    kind: Kind
    id: str
    title: str
    text: str | None
    goal: int
    goal_title: str
    sections: tuple[SectionDetail, ...]
    programs: tuple[ProgramRow, ...]
    priorities: tuple[Shared, ...]
    """The priorities that its programs serve."""


@dataclass(frozen=True, slots=True)
class GoalDetail:
    """A goal; its plans with the programs of each."""

    kind: Kind
    id: int
    title: str
    text: str | None
    plans: tuple[Shared, ...]
    programs: tuple[ProgramRow, ...]
    priorities: tuple[Shared, ...]


@dataclass(frozen=True, slots=True)
class PriorityDetail:
    """A priority; the basic plans that have programs of it, with those."""

    kind: Kind
    id: int
    title: str
    text: str | None
    actions: tuple[str, ...]
    programs: tuple[ProgramRow, ...]
    plans: tuple[Shared, ...]


@dataclass(frozen=True, slots=True)
class DistrictDetail:
    """A district; the basic plans that its programs stand in."""

    kind: Kind
    name: str
    programs: tuple[ProgramRow, ...]
    plans: tuple[Shared, ...]


@dataclass(frozen=True, slots=True)
class ManagementDetail:
    """A section on the management of the organisation."""

    kind: Kind
    id: int
    title: str
    text: str | None
    items: tuple[str, ...]


Detail: TypeAlias = (
    ProgramDetail | PlanDetail | GoalDetail | PriorityDetail | DistrictDetail | ManagementDetail
)
