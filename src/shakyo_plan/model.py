"""The annual plan as typed, frozen data: one class for each part of a plan file.

The fields are those of ``schema/plan.schema.json``, in its order; what a file leaves out is None
or empty. Each part knows its ``place`` in the file's data, which takes no part in equality.
The parts are those of a printed 事業計画書 (annual plan); the words are the glossary's.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import Any, TypeAlias, TypeVar

from shakyo_plan.values.fiscal_year import FiscalYear
from shakyo_plan.values.money import yen
from shakyo_plan.values.place import ROOT, Place

Data: TypeAlias = Mapping[str, Any]
"""A map of a plan file that has the shape of the schema."""

T = TypeVar("T")


def _place() -> Any:
    return field(default=ROOT, compare=False, repr=False)


def _each(read: Callable[[Any, Place], T], data: Data, key: str, place: Place) -> tuple[T, ...]:
    return tuple(read(item, (*place, key, n)) for n, item in enumerate(data.get(key, ())))


def _words(data: Data, key: str) -> tuple[str, ...]:
    return tuple(data.get(key, ()))


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


class Commission(StrEnum):
    """Who commissions a program (委託元)."""

    CITY = "city"
    PREFECTURE = "prefecture"
    PREFECTURAL_SHAKYO = "prefectural_shakyo"
    OTHER = "other"


@dataclass(frozen=True)
class Citation:
    """A program's name where a list cites it (主な事業)."""

    name: str
    place: Place = _place()


@dataclass(frozen=True)
class ProgramGroup:
    """The printed 各種事業の開催（…等）: its words, its examples, and the programs nested under it."""

    group: str
    examples: tuple[str, ...] = ()
    programs: tuple[Citation, ...] = ()
    place: Place = _place()

    @classmethod
    def read(cls, data: Data, place: Place) -> ProgramGroup:
        """Make one from a map of the file."""
        return cls(
            data["group"], _words(data, "examples"), _each(Citation, data, "programs", place), place
        )

    @property
    def heading(self) -> str:
        """The group as printed, ``各種事業の開催（介護予防教室・介護技術講座等）``."""
        return f"{self.group}（{'・'.join(self.examples)}等）" if self.examples else self.group


ListedProgram: TypeAlias = Citation | ProgramGroup


def _listed(data: str | Data, place: Place) -> ListedProgram:
    return Citation(data, place) if isinstance(data, str) else ProgramGroup.read(data, place)


def cited(programs: tuple[ListedProgram, ...]) -> Iterator[tuple[Citation, ProgramGroup | None]]:
    """Yield each citation of a list in printed order, with the group that it is nested in."""
    for listed in programs:
        if isinstance(listed, Citation):
            yield listed, None
        else:
            for citation in listed.programs:
                yield citation, listed


@dataclass(frozen=True)
class Section:
    """A numbered section, (1) (2) …, of a basic plan."""

    title: str
    text: str | None = None
    place: Place = _place()

    @classmethod
    def read(cls, data: Data, place: Place) -> Section:
        """Make one from a map of the file."""
        return cls(data["title"], data.get("text"), place)


@dataclass(frozen=True)
class Priority:
    """A priority of the year (重点項目), with its actions and the programs that serve it."""

    id: int
    title: str
    text: str | None = None
    actions: tuple[str, ...] = ()
    programs: tuple[ListedProgram, ...] = ()
    place: Place = _place()

    @classmethod
    def read(cls, data: Data, place: Place) -> Priority:
        """Make one from a map of the file."""
        programs = _each(_listed, data, "programs", place)
        return cls(
            data["id"], data["title"], data.get("text"), _words(data, "actions"), programs, place
        )


@dataclass(frozen=True)
class BasicPlan:
    """A basic plan (基本計画), such as 1-5, with its sections and main programs."""

    id: str
    title: str
    text: str | None = None
    sections: tuple[Section, ...] = ()
    programs: tuple[ListedProgram, ...] = ()
    place: Place = _place()

    @classmethod
    def read(cls, data: Data, place: Place) -> BasicPlan:
        """Make one from a map of the file."""
        sections = _each(Section.read, data, "sections", place)
        programs = _each(_listed, data, "programs", place)
        return cls(data["id"], data["title"], data.get("text"), sections, programs, place)


@dataclass(frozen=True)
class Goal:
    """A goal (基本目標) and its basic plans."""

    id: int
    title: str
    text: str | None = None
    plans: tuple[BasicPlan, ...] = ()
    place: Place = _place()

    @classmethod
    def read(cls, data: Data, place: Place) -> Goal:
        """Make one from a map of the file."""
        plans = _each(BasicPlan.read, data, "plans", place)
        return cls(data["id"], data["title"], data.get("text"), plans, place)


@dataclass(frozen=True)
class Funding:
    """One source of a program's budget (財源) and its amount, as written."""

    source: str
    amount: str
    place: Place = _place()

    @classmethod
    def read(cls, data: Data, place: Place) -> Funding:
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
    place: Place = _place()

    @classmethod
    def read(cls, data: Data, place: Place) -> Program:
        """Make one from a map of the file."""
        commissioned_by = data.get("commissioned_by")
        return cls(
            name=data["name"],
            aliases=_words(data, "aliases"),
            formerly=_words(data, "formerly"),
            distinct_from=_words(data, "distinct_from"),
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
            funding=_each(Funding.read, data, "funding", place),
            place=place,
        )

    @property
    def budget_yen(self) -> int | None:
        """The budget in yen; None where there is none, or it cannot be read."""
        return yen(self.budget) if self.budget else None


@dataclass(frozen=True)
class ManagementSection:
    """A section on the management of the organisation (組織運営)."""

    id: int
    title: str
    text: str | None = None
    items: tuple[str, ...] = ()
    place: Place = _place()

    @classmethod
    def read(cls, data: Data, place: Place) -> ManagementSection:
        """Make one from a map of the file."""
        return cls(data["id"], data["title"], data.get("text"), _words(data, "items"), place)


@dataclass(frozen=True)
class ParentPlan:
    """A plan or policy above this one, such as 地域福祉計画."""

    name: str
    owner: str | None = None
    period: str | None = None
    place: Place = _place()

    @classmethod
    def read(cls, data: Data, place: Place) -> ParentPlan:
        """Make one from a map of the file."""
        return cls(data["name"], data.get("owner"), data.get("period"), place)


@dataclass(frozen=True)
class Suppression:
    """A finding accepted on purpose, with the reason, up to and including the fiscal year ``until``."""

    rule: str
    item: str
    reason: str
    until: int
    place: Place = _place()

    @classmethod
    def read(cls, data: Data, place: Place) -> Suppression:
        """Make one from a map of the file."""
        return cls(data["rule"], data["item"], data["reason"], data["until"], place)


@dataclass(frozen=True)
class Council:
    """The council of social welfare (社会福祉協議会) and the districts that exist in it."""

    name: str
    districts: tuple[str, ...] = ()
    place: Place = _place()

    @classmethod
    def read(cls, data: Data, place: Place) -> Council:
        """Make one from a map of the file."""
        return cls(data["name"], _words(data, "districts"), place)


@dataclass(frozen=True)
class Labels:
    """What this council calls priorities, goals and basic plans."""

    priority: str = "重点項目"
    goal: str = "基本目標"
    plan: str = "基本計画"
    place: Place = _place()

    @classmethod
    def read(cls, data: Data, place: Place) -> Labels:
        """Make one from a map of the file."""
        return cls(**data, place=place)


@dataclass(frozen=True)
class Plan:
    """One council's annual plan (事業計画書) for one fiscal year."""

    format: int
    fiscal_year: int
    council: Council
    labels: Labels = field(default_factory=Labels)
    philosophy: str | None = None
    based_on: tuple[ParentPlan, ...] = ()
    policy: str | None = None
    priorities: tuple[Priority, ...] = ()
    goals: tuple[Goal, ...] = ()
    programs: tuple[Program, ...] = ()
    management: tuple[ManagementSection, ...] = ()
    suppress: tuple[Suppression, ...] = ()
    place: Place = _place()

    @classmethod
    def read(cls, data: Data) -> Plan:
        """Make a plan from a file's data, which has to have the shape of the schema."""
        return cls(
            format=data["format"],
            fiscal_year=data["fiscal_year"],
            council=Council.read(data["council"], ("council",)),
            labels=Labels.read(data.get("labels", {}), ("labels",)),
            philosophy=data.get("philosophy"),
            based_on=_each(ParentPlan.read, data, "based_on", ROOT),
            policy=data.get("policy"),
            priorities=_each(Priority.read, data, "priorities", ROOT),
            goals=_each(Goal.read, data, "goals", ROOT),
            programs=_each(Program.read, data, "programs", ROOT),
            management=_each(ManagementSection.read, data, "management", ROOT),
            suppress=_each(Suppression.read, data, "suppress", ROOT),
        )

    @property
    def year(self) -> FiscalYear:
        """The fiscal year as a value that knows its era."""
        return FiscalYear(self.fiscal_year)

    @cached_property
    def basic_plans(self) -> tuple[BasicPlan, ...]:
        """All basic plans, goal by goal, in printed order."""
        return tuple(basic_plan for goal in self.goals for basic_plan in goal.plans)

    @cached_property
    def registry(self) -> Mapping[str, Program]:
        """The registered programs by their names; of two with one name, the first."""
        return {program.name: program for program in reversed(self.programs)}

    def programs_of(self, plan_id: str) -> tuple[Program, ...]:
        """Return the registered programs that the basic plan cites, in printed order.

        Raises:
            KeyError: no basic plan has this id.
        """
        for basic_plan in self.basic_plans:
            if basic_plan.id == plan_id:
                names = (citation.name for citation, _ in cited(basic_plan.programs))
                return tuple(self.registry[name] for name in names if name in self.registry)
        raise KeyError(plan_id)
