"""The parts that an annual plan is printed in."""

from __future__ import annotations

from dataclasses import dataclass

from shakyo_plan.model.listed import ListedProgram, listed_program
from shakyo_plan.model.reading import Data, each, place_field, words
from shakyo_plan.values.data_path import DataPath


@dataclass(frozen=True)
class Section:
    """A numbered section, (1) (2) …, of a basic plan."""

    title: str
    text: str | None = None
    place: DataPath = place_field()

    @classmethod
    def read(cls, data: Data, place: DataPath) -> Section:
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
    place: DataPath = place_field()

    @classmethod
    def read(cls, data: Data, place: DataPath) -> Priority:
        """Make one from a map of the file."""
        programs = each(listed_program, data, "programs", place)
        return cls(
            data["id"], data["title"], data.get("text"), words(data, "actions"), programs, place
        )


@dataclass(frozen=True)
class BasicPlan:
    """A basic plan (基本計画), such as 1-5, with its sections and main programs."""

    id: str
    title: str
    text: str | None = None
    sections: tuple[Section, ...] = ()
    programs: tuple[ListedProgram, ...] = ()
    place: DataPath = place_field()

    @classmethod
    def read(cls, data: Data, place: DataPath) -> BasicPlan:
        """Make one from a map of the file."""
        sections = each(Section.read, data, "sections", place)
        programs = each(listed_program, data, "programs", place)
        return cls(data["id"], data["title"], data.get("text"), sections, programs, place)


@dataclass(frozen=True)
class Goal:
    """A goal (基本目標) and its basic plans."""

    id: int
    title: str
    text: str | None = None
    plans: tuple[BasicPlan, ...] = ()
    place: DataPath = place_field()

    @classmethod
    def read(cls, data: Data, place: DataPath) -> Goal:
        """Make one from a map of the file."""
        plans = each(BasicPlan.read, data, "plans", place)
        return cls(data["id"], data["title"], data.get("text"), plans, place)


@dataclass(frozen=True)
class ManagementSection:
    """A section on the management of the organisation (組織運営)."""

    id: int
    title: str
    text: str | None = None
    items: tuple[str, ...] = ()
    place: DataPath = place_field()

    @classmethod
    def read(cls, data: Data, place: DataPath) -> ManagementSection:
        """Make one from a map of the file."""
        return cls(data["id"], data["title"], data.get("text"), words(data, "items"), place)


@dataclass(frozen=True)
class ParentPlan:
    """A plan or policy above this one, such as 地域福祉計画."""

    name: str
    owner: str | None = None
    period: str | None = None
    place: DataPath = place_field()

    @classmethod
    def read(cls, data: Data, place: DataPath) -> ParentPlan:
        """Make one from a map of the file."""
        return cls(data["name"], data.get("owner"), data.get("period"), place)


@dataclass(frozen=True)
class Suppression:
    """A finding accepted on purpose, with the reason, up to and including the fiscal year ``until``."""

    rule: str
    item: str
    reason: str
    until: int
    place: DataPath = place_field()

    @classmethod
    def read(cls, data: Data, place: DataPath) -> Suppression:
        """Make one from a map of the file."""
        return cls(data["rule"], data["item"], data["reason"], data["until"], place)


@dataclass(frozen=True)
class Council:
    """The council of social welfare (社会福祉協議会) and the districts that exist in it."""

    name: str
    districts: tuple[str, ...] = ()
    place: DataPath = place_field()

    @classmethod
    def read(cls, data: Data, place: DataPath) -> Council:
        """Make one from a map of the file."""
        return cls(data["name"], words(data, "districts"), place)


@dataclass(frozen=True)
class Labels:
    """What this council calls priorities, goals and basic plans."""

    priority: str = "重点項目"
    goal: str = "基本目標"
    plan: str = "基本計画"
    place: DataPath = place_field()

    @classmethod
    def read(cls, data: Data, place: DataPath) -> Labels:
        """Make one from a map of the file."""
        return cls(**data, place=place)
