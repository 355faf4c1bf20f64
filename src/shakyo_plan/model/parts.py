"""The parts that an annual plan is printed in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

from shakyo_plan.model.indicators import Indicator
from shakyo_plan.model.listed import ListedProgram, listed_program
from shakyo_plan.model.reading import Data, each, place_field, plain
from shakyo_plan.values.data_path import DataPath


@dataclass(frozen=True)
class Section:
    """A section, (1) (2) …, of a basic plan; it may have a list of programs of its own."""

    title: str
    tags: tuple[str, ...] = ()
    text: str | None = None
    indicators: tuple[Indicator, ...] = ()
    programs: tuple[ListedProgram, ...] = ()
    place: DataPath = place_field()

    @classmethod
    def read(cls, data: Data, place: DataPath) -> Section:
        """Make one from a map of the file."""
        own = {
            "indicators": each(Indicator.read, data, "indicators", place),
            "programs": each(listed_program, data, "programs", place),
        }
        return cls(**plain(data) | own, place=place)


@dataclass(frozen=True)
class Priority:
    """A priority of the year (重点項目), with its actions and the programs that serve it."""

    id: int
    title: str
    tags: tuple[str, ...] = ()
    text: str | None = None
    actions: tuple[str, ...] = ()
    programs: tuple[ListedProgram, ...] = ()
    place: DataPath = place_field()

    @classmethod
    def read(cls, data: Data, place: DataPath) -> Priority:
        """Make one from a map of the file."""
        own = {"programs": each(listed_program, data, "programs", place)}
        return cls(**plain(data) | own, place=place)


@dataclass(frozen=True)
class BasicPlan:
    """A basic plan (基本計画), such as 1-5, with its sections and main programs.

    Where the plan has no goals, its id is a number alone, as text.
    """

    id: str
    title: str
    tags: tuple[str, ...] = ()
    department: str | None = None
    text: str | None = None
    indicators: tuple[Indicator, ...] = ()
    sections: tuple[Section, ...] = ()
    programs: tuple[ListedProgram, ...] = ()
    """Those that stand under the plan itself; `listed` has those of its sections too."""
    place: DataPath = place_field()

    @classmethod
    def read(cls, data: Data, place: DataPath) -> BasicPlan:
        """Make one from a map of the file."""
        own = {
            "id": str(data["id"]),
            "indicators": each(Indicator.read, data, "indicators", place),
            "sections": each(Section.read, data, "sections", place),
            "programs": each(listed_program, data, "programs", place),
        }
        return cls(**plain(data) | own, place=place)

    @property
    def listed(self) -> tuple[ListedProgram, ...]:
        """The programs of its sections in order, then its own."""
        return (*(entry for part in self.sections for entry in part.programs), *self.programs)


@dataclass(frozen=True)
class Goal:
    """A goal (基本目標), its basic plans, and programs that stand straight under it."""

    id: int
    title: str
    tags: tuple[str, ...] = ()
    text: str | None = None
    indicators: tuple[Indicator, ...] = ()
    plans: tuple[BasicPlan, ...] = ()
    programs: tuple[ListedProgram, ...] = ()
    place: DataPath = place_field()

    @classmethod
    def read(cls, data: Data, place: DataPath) -> Goal:
        """Make one from a map of the file."""
        own = {
            "indicators": each(Indicator.read, data, "indicators", place),
            "plans": each(BasicPlan.read, data, "plans", place),
            "programs": each(listed_program, data, "programs", place),
        }
        return cls(**plain(data) | own, place=place)

    @property
    def listed(self) -> tuple[ListedProgram, ...]:
        """The programs of its plans in order, then its own."""
        return (*(entry for plan in self.plans for entry in plan.listed), *self.programs)


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
        return cls(**plain(data), place=place)


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
        return cls(**plain(data), place=place)


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
        return cls(**plain(data), place=place)


@dataclass(frozen=True)
class Department:
    """A department in the council's legend (凡例), with the short form that plans print."""

    name: str
    short: str | None = None
    place: DataPath = place_field()

    @classmethod
    def read(cls, data: str | Data, place: DataPath) -> Department:
        """Make one from a name, or from a map of the file."""
        return cls(data, place=place) if isinstance(data, str) else cls(**plain(data), place=place)


@dataclass(frozen=True)
class Council:
    """The council of social welfare (社会福祉協議会), its districts and departments."""

    name: str
    districts: tuple[str, ...] = ()
    departments: tuple[Department, ...] = ()
    place: DataPath = place_field()

    @classmethod
    def read(cls, data: Data, place: DataPath) -> Council:
        """Make one from a map of the file."""
        own = {"departments": each(Department.read, data, "departments", place)}
        return cls(**plain(data) | own, place=place)


@dataclass(frozen=True)
class Labels:
    """What this council calls the parts of its plan; without a word of its own, what most do."""

    priority: str = "重点項目"
    goal: str = "基本目標"
    plan: str = "基本計画"
    section: str = "節"
    programs: str = "主な事業"
    actions: str = "具体的な取り組み"
    priority_programs: str = "主な実施事業"
    management: str = "組織運営"
    place: DataPath = place_field()

    @classmethod
    def read(cls, data: Data, place: DataPath) -> Labels:
        """Make one from a map of the file."""
        return cls(**plain(data), place=place)

    @classmethod
    def written(cls, data: Any) -> Mapping[str, str]:
        """Return the same of a file's data, as far as it has the shape of the schema."""
        labels = data.get("labels") if isinstance(data, dict) else None
        words = labels if isinstance(labels, dict) else {}
        return {
            key.name: word
            for key in fields(cls)
            if isinstance(word := words.get(key.name), str)
            and word.strip()
            and word != getattr(cls, key.name, word)
        }

    @property
    def own(self) -> Mapping[str, str]:
        """The words that are the council's own, by their keys: what `message.with_labels` takes."""
        keys = (each.name for each in fields(self) if each.name != "place")
        return {key: word for key in keys if (word := getattr(self, key)) != getattr(Labels, key)}


@dataclass(frozen=True)
class Numbering:
    """How the first number of each kind of part is printed, such as Ⅰ, （1）, ア; None as in the ids."""

    priority: str | None = None
    goal: str | None = None
    plan: str | None = None
    section: str | None = None
    management: str | None = None
    place: DataPath = place_field()

    @classmethod
    def read(cls, data: Data, place: DataPath) -> Numbering:
        """Make one from a map of the file; an example may be written as a number."""
        return cls(**{key: str(example) for key, example in data.items()}, place=place)
