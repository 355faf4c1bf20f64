"""What is known of each kind of part: the part itself, and what stands in a relation to it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from shakyo_plan.lookup.naming import District
from shakyo_plan.lookup.programs.filtering import ProgramRow
from shakyo_plan.model import BasicPlan, Goal, ManagementSection, Plan, Priority, Program, Section
from shakyo_plan.model.citations import Citations
from shakyo_plan.model.kinds import PartKind


@dataclass(frozen=True, slots=True)
class CitedBy:
    """A goal, basic plan or priority that cites a program; the section and the group that it stands in there."""

    kind: PartKind
    id: str
    title: str
    group: str | None
    section: int | None = None
    """Its number from 1."""
    section_title: str | None = None


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
class ProgramDetail:
    """A program; months are ``2025-01``."""

    program: Program
    citations: Citations
    months: tuple[str, ...]
    cited_by: tuple[CitedBy, ...]
    neighbours: tuple[Neighbour, ...]
    """Those with the most basic plans in common first."""


@dataclass(frozen=True, slots=True)
class PlanDetail:
    """A basic plan and its goal."""

    plan: BasicPlan
    goal: Goal | None
    """None where the plan has no goals."""
    programs: tuple[ProgramRow, ...]
    priorities: tuple[Shared, ...]
    """The priorities that its programs serve."""


@dataclass(frozen=True, slots=True)
class SectionDetail:
    """A section of a basic plan."""

    section: Section
    number: int
    plan: BasicPlan
    programs: tuple[ProgramRow, ...]
    priorities: tuple[Shared, ...]


@dataclass(frozen=True, slots=True)
class GoalDetail:
    """A goal; its plans with the programs of each."""

    goal: Goal
    plans: tuple[Shared, ...]
    programs: tuple[ProgramRow, ...]
    priorities: tuple[Shared, ...]


@dataclass(frozen=True, slots=True)
class PriorityDetail:
    """A priority; the basic plans that have programs of it, with those."""

    priority: Priority
    programs: tuple[ProgramRow, ...]
    plans: tuple[Shared, ...]


@dataclass(frozen=True, slots=True)
class DistrictDetail:
    """A district; the basic plans that its programs stand in."""

    district: District
    programs: tuple[ProgramRow, ...]
    plans: tuple[Shared, ...]


@dataclass(frozen=True, slots=True)
class ManagementDetail:
    """A section on the management of the organisation."""

    section: ManagementSection


@dataclass(frozen=True, slots=True)
class DocumentDetail:
    """The plan as a whole: what it says that stands in none of its numbered parts."""

    plan: Plan


Detail: TypeAlias = (
    DocumentDetail
    | ProgramDetail
    | PlanDetail
    | SectionDetail
    | GoalDetail
    | PriorityDetail
    | DistrictDetail
    | ManagementDetail
)
