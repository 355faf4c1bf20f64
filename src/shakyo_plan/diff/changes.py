"""The records of a comparison: changes, and on what ground two parts count as one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TypeAlias

from shakyo_plan.model import (
    BasicPlan,
    Funding,
    Goal,
    ManagementSection,
    ParentPlan,
    Priority,
    Program,
    ProgramGroup,
    Section,
    Suppression,
)
from shakyo_plan.model.kinds import PartKind


class ChangeKind(StrEnum):
    """What happened to a part."""

    ADDED = "added"
    REMOVED = "removed"
    RENAMED = "renamed"
    RENUMBERED = "renumbered"
    MOVED = "moved"
    SPLIT = "split"
    MERGED = "merged"
    CHANGED = "changed"
    REORDERED = "reordered"


Item: TypeAlias = PartKind
ITEMS = tuple(PartKind)[: tuple(PartKind).index(PartKind.SUPPRESS) + 1]
"""What a change may be about: ``management`` is a section of 組織運営 or one of its items."""


class Basis(StrEnum):
    """On what ground an old and a new part count as the same."""

    FORMERLY = "formerly"
    """The new entry names the old one under ``formerly``."""
    NAME = "name"
    """The same name or title, but for notation."""
    ALIAS = "alias"
    """One lists the other's name among its aliases."""
    ID = "id"
    """The same number, and nothing that speaks against it."""
    CONTENT = "content"
    """Another name, but the same texts or contents."""
    LIKENESS = "likeness"
    """A similar name."""


class Strength(StrEnum):
    """How sure it is: what the files say, what is most likely, or a guess (推定)."""

    CERTAIN = "certain"
    LIKELY = "likely"
    GUESS = "guess"


@dataclass(frozen=True, slots=True)
class Evidence:
    """Why an old and a new part count as the same."""

    basis: Basis
    strength: Strength
    likeness: int | None = None
    """How alike the names are, in percent, where that was looked at."""
    shared: tuple[str, ...] = ()
    """What both have in common: ids of the lists that cite a program, or contents of a part."""
    differing: tuple[str, ...] = ()
    """The word of each name that stands where the other has another, in a guess by likeness."""

    @property
    def turned(self) -> Evidence:
        """The same seen from the new plan."""
        return replace(self, differing=self.differing[::-1])


@dataclass(frozen=True, slots=True)
class CitedIn:
    """Where a program is cited: in the list of a basic plan, a priority or a goal, or in a group there."""

    name: str
    """As it is written there: the program's name, as a rule."""
    plan: str | None
    priority: int | None
    group: str | None = None
    section: int | None = None
    """The number of the section of the plan, from 1."""
    goal: int | None = None
    """The goal, where no basic plan stands between."""


@dataclass(frozen=True, slots=True)
class PlanPlace:
    """Where a basic plan stands: the goal that holds it, if any, and its id."""

    goal: int | None
    id: str


@dataclass(frozen=True, slots=True)
class ProgramEntry:
    """A program that comes or goes, with the citations that come or go with it."""

    program: Program
    cited_in: tuple[CitedIn, ...] = ()


@dataclass(frozen=True, slots=True)
class PlanFlow:
    """A basic plan that went into another or came out of one, and what went along."""

    id: str
    title: str
    programs: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()


Part: TypeAlias = (
    BasicPlan
    | Goal
    | ManagementSection
    | ParentPlan
    | Priority
    | ProgramGroup
    | Section
    | Suppression
)
Value: TypeAlias = (
    Part
    | ProgramEntry
    | CitedIn
    | PlanPlace
    | PlanFlow
    | str
    | int
    | tuple[str, ...]
    | tuple[Funding, ...]
    | tuple[ProgramEntry, ...]
    | None
)
"""What stood there: a text or number, a list, or the whole part that was added or removed."""


@dataclass(frozen=True, slots=True, order=True)
class Heading:
    """A goal or basic plan as a heading: where it stands among the others, its id and title."""

    rank: int
    id: str
    title: str
    of_last_year: bool = False
    """Whether the part is gone, and the new plan has another of this number."""


@dataclass(frozen=True, slots=True)
class Home:
    """Under which goal and basic plan a board looks for a change; of the old plan, if they are gone."""

    goal: Heading | None = None
    plan: Heading | None = None
    is_flat: bool = False
    """Whether it is a basic plan that stands under no goal; else what has no goal is a priority."""


NOWHERE = Home()


@dataclass(frozen=True, slots=True)
class Change:
    """One difference between two plans.

    ``id`` and ``name`` say which part it is, as the new plan calls it; a removed one as the old did.
    A citation has the id of the list that it stands in. ``old`` is as the old plan has it, ``new``
    as the new one.
    """

    kind: ChangeKind
    item: Item
    id: str | int | None = None
    name: str | None = None
    field: str | None = None
    old: Value = None
    new: Value = None
    evidence: Evidence | None = None
    home: Home = NOWHERE
    routine: bool = False
    """Whether the year alone brings it: what was new goes on, for example."""


@dataclass(frozen=True, slots=True)
class Version:
    """One side of a comparison: its fiscal year, and what the file was called."""

    fiscal_year: int
    path: str
    council: str = ""
    titles: Mapping[str, str] = field(default_factory=dict)
    """The titles by ids: of goals 1, of basic plans 1-5, of sections 1-5(2)."""


@dataclass(frozen=True)
class Comparison:
    """What became of the old plan in the new one, in the order of the printed plan."""

    old: Version
    new: Version
    changes: tuple[Change, ...]

    @property
    def kinds(self) -> Counter[ChangeKind]:
        """How many changes there are of each kind."""
        return Counter(change.kind for change in self.changes)

    @property
    def items(self) -> Counter[Item]:
        """How many changes there are to each kind of part."""
        return Counter(change.item for change in self.changes)
