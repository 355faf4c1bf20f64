"""The sketch of a plan: its parts as printed, names not yet settled."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from shakyo_plan.documents.blocks import Block
from shakyo_plan.documents.doubts import Code, Doubt
from shakyo_plan.documents.outline.lines import Line
from shakyo_plan.documents.outline.mark import Mark
from shakyo_plan.message import Message

NO_TITLE = "（題名がありません）"
"""Stands where a title is missing in the document; the doubt beside it says so."""


@dataclass
class Item:
    """An entry of a list as printed."""

    line: Line
    text: str
    lines: list[Line] = field(default_factory=list)
    """All lines that it was printed on."""
    nested: list[Item] = field(default_factory=list)
    content: list[Line] = field(default_factory=list)
    """Running text under it."""
    facts: dict[str, str] = field(default_factory=dict)
    """What a table says of it, by the keys of the plan file."""

    @property
    def mark(self) -> Mark | None:
        """Its number or bullet."""
        return self.line.mark

    @property
    def all_lines(self) -> list[Line]:
        """The lines of the entry, and of what is nested in it."""
        return [*self.lines, *(line for inner in self.nested for line in inner.all_lines)]


@dataclass
class IndicatorSketch:
    """An indicator: a row of a table, and what it says by the keys of the plan file."""

    line: Line
    values: dict[str, Any]


@dataclass
class AccountSketch:
    """A table of the budget: income beside expenses."""

    division: Line | None = None
    """The heading over it."""
    items: dict[str, list[dict[str, str]]] = field(
        default_factory=lambda: {"income": [], "expenses": []}
    )
    totals: dict[str, str] = field(default_factory=dict)
    """By the keys of the plan file, ``income_total`` and ``expenses_total``."""
    lines: list[Line] = field(default_factory=list)


@dataclass
class PartSketch:
    """A priority, goal, plan, section or section of the management."""

    line: Line | None
    title: str
    number: int | None = None
    texts: list[Line] = field(default_factory=list)
    items: list[Item] | None = None
    """Its list of programs, or of items of the management; None where it has none."""
    actions: list[Item] = field(default_factory=list)
    parts: list[PartSketch] = field(default_factory=list)
    indicators: list[IndicatorSketch] = field(default_factory=list)
    list_heading: Line | None = None
    """The heading of its list."""
    bare_list: Line | None = None
    """The first entry of a list that stands under no heading."""


@dataclass
class Fact:
    """What the document says of one program outside the lists: a row of a table, or a text of its own."""

    line: Line
    name: str
    values: dict[str, str] = field(default_factory=dict)
    """By the keys of the plan file."""
    status: str | None = None
    district: str | None = None
    plan_ids: tuple[str, ...] = ()
    """The plans that it is said to belong to."""
    lines: list[Line] = field(default_factory=list)


@dataclass
class Sketch:
    """Everything that was recognised in a document."""

    year: int | None = None
    council: str | None = None
    philosophy: str | None = None
    based_on: list[Line] = field(default_factory=list)
    policy: list[Line] = field(default_factory=list)
    priorities: list[PartSketch] = field(default_factory=list)
    goals: list[PartSketch] = field(default_factory=list)
    plans: list[PartSketch] = field(default_factory=list)
    """Plans without goals above them."""
    management: list[PartSketch] = field(default_factory=list)
    management_text: list[Line] = field(default_factory=list)
    accounts: list[AccountSketch] = field(default_factory=list)
    departments: list[Line] = field(default_factory=list)
    """Entries that tell what a short name of a department means: 係：地域福祉係."""
    facts: list[Fact] = field(default_factory=list)
    districts: list[str] = field(default_factory=list)
    labels: dict[str, str] = field(default_factory=dict)
    numbering: dict[str, str] = field(default_factory=dict)
    origins: dict[str, Block] = field(default_factory=dict)
    """The blocks of what stands once: ``year``, ``council``, ``philosophy``."""
    headings: list[Line] = field(default_factory=list)
    """Headings of parts and lists, for which the plan file has keys."""
    table_heads: list[Line] = field(default_factory=list)
    going_on: list[Line] = field(default_factory=list)
    """First lines of the tree whose number goes on from the heading before it: none is missing."""
    legend: dict[str, str] = field(default_factory=dict)
    """The document's own signs, and the word that each stands for."""
    units: dict[int, str] = field(default_factory=dict)
    """The unit of the amounts of a table, where it is printed once for all of them."""
    doubts: list[Doubt] = field(default_factory=list)

    def doubt(
        self,
        code: Code,
        line: Line,
        recorded: str,
        reason: Message,
        candidates: tuple[str, ...] = (),
    ) -> None:
        """Note a doubt."""
        self.doubts.append(
            Doubt(code, line.block, line.block.printed, recorded, reason, candidates)
        )

    @property
    def entry_texts(self) -> list[str]:
        """The texts of all entries of lists, those nested in others too."""
        return [
            line.title
            for part in self.lists
            for item in part.items or ()
            for line in item.all_lines
        ]

    @property
    def lists(self) -> list[PartSketch]:
        """All parts that may have a list of programs, in printed order, the priorities last."""
        found: list[PartSketch] = []

        def collect(parts: list[PartSketch]) -> None:
            for part in parts:
                found.append(part)
                collect(part.parts)

        collect(self.goals)
        collect(self.plans)
        return [*found, *self.priorities]
