"""What all parts of a comparison need to know: both plans, what matches, where a board looks."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from shakyo_plan.diff.changes import (
    Heading,
    Home,
)
from shakyo_plan.diff.citation_matching import CitationMatching, match_citations
from shakyo_plan.diff.citing import Identities, ProgramLists
from shakyo_plan.diff.districts import new_districts
from shakyo_plan.diff.entry_matching import PartEntry, match_entries
from shakyo_plan.diff.homes import Numbered, headings_of, homes_of
from shakyo_plan.diff.lineage import Lineage
from shakyo_plan.diff.matching import Matching
from shakyo_plan.diff.pairs import Pair, positions
from shakyo_plan.model import Plan, Section
from shakyo_plan.values.plan_id import fold_plan_id


@dataclass(frozen=True)
class Context:
    """Two plans, and which part is which."""

    old: Plan
    new: Plan
    order: bool
    """Whether order alone is a change."""
    matching: Matching

    @classmethod
    def of(cls, old: Plan, new: Plan, *, order: bool) -> Context:
        """Match the plans."""
        return cls(old, new, order, Lineage(old, new).matching)

    @cached_property
    def old_lists(self) -> ProgramLists:
        """The lists of programs of the old plan."""
        return ProgramLists.of(self.old)

    @cached_property
    def new_lists(self) -> ProgramLists:
        """The lists of programs of the new plan."""
        return ProgramLists.of(self.new)

    @cached_property
    def lists(self) -> Mapping[int, int]:
        """Which new list each old one is."""
        return self.matching.lists(self.old, self.new)

    @cached_property
    def identities(self) -> Identities:
        """Which program a citation means."""
        return Identities(self.old, self.new, self.matching.programs)

    @cached_property
    def citations(self) -> CitationMatching:
        """Which citation is which."""
        return match_citations(self.old_lists, self.new_lists, self.lists, self.identities)

    @cached_property
    def program_names(self) -> Mapping[str, str]:
        """What became of the names of programs: the new ones by the old ones."""
        return {
            self.old.programs[descent.old[0]].name: self.new.programs[descent.new[0]].name
            for descent in reversed(self.matching.programs.descents)
            if descent.single
        }

    @cached_property
    def district_names(self) -> Mapping[str, str]:
        """What became of the names of districts: the new ones by the old ones."""
        return new_districts(self.old, self.new, self.matching.districts)

    @cached_property
    def plan_ids(self) -> Mapping[str, str]:
        """What became of the ids of basic plans: the new ones by the old ones, folded."""
        return {
            fold_plan_id(self.old.basic_plans[pair.old].id): self.new.basic_plans[pair.new].id
            for pair in reversed(self.matching.plans)
        }

    @cached_property
    def numbers(self) -> Mapping[str, str]:
        """What became of the numbers of goals, priorities and sections of the management.

        A number that became different ones, of a goal and of a priority for example, is left out.
        """
        found: defaultdict[str, set[str]] = defaultdict(set)
        kinds: tuple[tuple[Sequence[Numbered], Sequence[Numbered], Sequence[Pair]], ...] = (
            (self.old.goals, self.new.goals, self.matching.goals),
            (self.old.priorities, self.new.priorities, self.matching.priorities),
            (self.old.management, self.new.management, self.matching.management),
        )
        for old, new, pairs in kinds:
            for pair in pairs:
                found[str(old[pair.old].id)].add(str(new[pair.new].id))
        return {number: next(iter(now)) for number, now in found.items() if len(now) == 1}

    @cached_property
    def old_goals(self) -> tuple[int | None, ...]:
        """The position of the goal of each old basic plan; None where it has none."""
        return _goal_positions(self.old)

    @cached_property
    def new_goals(self) -> tuple[int | None, ...]:
        """The position of the goal of each new basic plan; None where it has none."""
        return _goal_positions(self.new)

    @cached_property
    def goal_headings(self) -> tuple[Mapping[int, Heading], Mapping[int, Heading]]:
        """The heading of each old and each new goal, by position."""
        return headings_of(self.old.goals, self.new.goals, self.matching.goals)

    @cached_property
    def plan_homes(self) -> tuple[Mapping[int, Home], Mapping[int, Home]]:
        """Where a board looks for each old and each new basic plan, by position."""
        pairs = self.matching.plans
        olds, news = headings_of(self.old.basic_plans, self.new.basic_plans, pairs)
        old_goals, new_goals = self.goal_headings

        def home(goals: Mapping[int, Heading], goal: int | None, plan: Heading) -> Home:
            return Home(None if goal is None else goals[goal], plan, is_flat=goal is None)

        new_homes = {at: home(new_goals, self.new_goals[at], news[at]) for at in news}
        old_homes = {at: home(old_goals, self.old_goals[at], olds[at]) for at in olds}
        return old_homes | {pair.old: new_homes[pair.new] for pair in pairs}, new_homes

    @cached_property
    def priority_homes(self) -> tuple[Mapping[int, Home], Mapping[int, Home]]:
        """Where a board looks for each old and each new priority, by position."""
        return homes_of(self.old.priorities, self.new.priorities, self.matching.priorities)

    @cached_property
    def management_homes(self) -> tuple[Mapping[int, Home], Mapping[int, Home]]:
        """Where a board looks for each old and each new section on the management, by position."""
        return homes_of(self.old.management, self.new.management, self.matching.management)

    def old_home(self, at: int) -> Home:
        """Return where a board looks for what stood in an old list, see `citing.ProgramLists`."""
        return self._list_homes[0][at]

    def new_home(self, at: int) -> Home:
        """Return where a board looks for what stands in a new list, see `citing.ProgramLists`."""
        return self._list_homes[1][at]

    @cached_property
    def _list_homes(self) -> tuple[Sequence[Home], Sequence[Home]]:
        old, new = (
            (
                *(plans[at] for at in range(len(plans))),
                *(priorities[at] for at in range(len(priorities))),
                *(Home(goals[at]) for at in range(len(goals))),
            )
            for plans, priorities, goals in zip(
                self.plan_homes, self.priority_homes, self.goal_headings, strict=True
            )
        )
        return old, new

    @cached_property
    def sections(self) -> SectionMatching:
        """Which section of the basic plans is which."""
        old, new = (
            tuple((at, s) for at, part in enumerate(plan.basic_plans) for s in part.sections)
            for plan in (self.old, self.new)
        )
        pairs = match_entries(
            [PartEntry(at, section.title, section.text) for at, section in old],
            [PartEntry(at, section.title, section.text) for at, section in new],
            positions(self.matching.plans),
        )
        return SectionMatching(old, new, pairs)


@dataclass(frozen=True)
class SectionMatching:
    """The sections of both plans, each with the position of its basic plan, and which is which."""

    old: tuple[tuple[int, Section], ...]
    new: tuple[tuple[int, Section], ...]
    pairs: tuple[Pair, ...]

    @cached_property
    def numbers(self) -> Mapping[tuple[int, int], tuple[int, int]]:
        """Which new section each old one is: the positions of their plans, and their numbers there."""
        old, new = _numbered_sections(self.old), _numbered_sections(self.new)
        return {old[pair.old]: new[pair.new] for pair in self.pairs}


def _numbered_sections(sections: Sequence[tuple[int, Section]]) -> list[tuple[int, int]]:
    counted: Counter[int] = Counter()
    found = []
    for plan, _ in sections:
        counted[plan] += 1
        found.append((plan, counted[plan]))
    return found


def _goal_positions(plan: Plan) -> tuple[int | None, ...]:
    under_goals = (number for number, goal in enumerate(plan.goals) for _ in goal.plans)
    return (*under_goals, *(None for _ in plan.plans))
