"""What all parts of a comparison need to know: both plans, what matches, where a board looks."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeAlias

from shakyo_plan.diff.changes import (
    NOWHERE,
    Basis,
    Change,
    ChangeKind,
    Evidence,
    Heading,
    Home,
    Item,
    Strength,
    Value,
)
from shakyo_plan.diff.citation_matching import CitationMatching, match_citations
from shakyo_plan.diff.citing import Identities, ProgramLists
from shakyo_plan.diff.districts import new_districts
from shakyo_plan.diff.entry_matching import PartEntry, match_entries
from shakyo_plan.diff.lineage import Lineage
from shakyo_plan.diff.matching import Matching
from shakyo_plan.diff.pairs import Come, Gone, Kept, Pair, positions, walk
from shakyo_plan.model import BasicPlan, Council, Goal, ManagementSection, Plan, Priority, Section
from shakyo_plan.model.fields import FieldKind, fields_of
from shakyo_plan.values.plan_id import fold_plan_id

NOTATION = Evidence(Basis.NAME, Strength.CERTAIN)
"""The ground where two titles are the same but for notation."""


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
        kinds: tuple[tuple[Sequence[_Numbered], Sequence[_Numbered], Sequence[Pair]], ...] = (
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
        return _headings(self.old.goals, self.new.goals, self.matching.goals)

    @cached_property
    def plan_homes(self) -> tuple[Mapping[int, Home], Mapping[int, Home]]:
        """Where a board looks for each old and each new basic plan, by position."""
        pairs = self.matching.plans
        olds, news = _headings(self.old.basic_plans, self.new.basic_plans, pairs)
        old_goals, new_goals = self.goal_headings
        new_homes = {at: _plan_home(new_goals, self.new_goals[at], news[at]) for at in news}
        old_homes = {at: _plan_home(old_goals, self.old_goals[at], olds[at]) for at in olds}
        return old_homes | {pair.old: new_homes[pair.new] for pair in pairs}, new_homes

    @cached_property
    def priority_homes(self) -> tuple[Mapping[int, Home], Mapping[int, Home]]:
        """Where a board looks for each old and each new priority, by position."""
        return _homes(self.old.priorities, self.new.priorities, self.matching.priorities)

    @cached_property
    def management_homes(self) -> tuple[Mapping[int, Home], Mapping[int, Home]]:
        """Where a board looks for each old and each new section on the management, by position."""
        return _homes(self.old.management, self.new.management, self.matching.management)

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


def _plan_home(goals: Mapping[int, Heading], goal: int | None, plan: Heading) -> Home:
    return Home(None if goal is None else goals[goal], plan, is_flat=goal is None)


_Numbered: TypeAlias = Goal | Priority | ManagementSection
_Titled: TypeAlias = BasicPlan | _Numbered


def _headings(
    old: Sequence[_Titled], new: Sequence[_Titled], pairs: Sequence[Pair]
) -> tuple[Mapping[int, Heading], Mapping[int, Heading]]:
    """Return the heading of each old and each new part; parts that are the same share the new one."""
    olds: dict[int, Heading] = {}
    news: dict[int, Heading] = {}
    taken = {str(part.id) for part in new}
    for rank, step in enumerate(walk(old, new, pairs)):
        match step:
            case Gone(at, part):
                olds[at] = Heading(rank, str(part.id), part.title, str(part.id) in taken)
            case Come(at, part):
                news[at] = Heading(rank, str(part.id), part.title)
            case Kept(old_at, new_at, _, part):
                olds[old_at] = news[new_at] = Heading(rank, str(part.id), part.title)
    return olds, news


def _homes(
    old: Sequence[_Titled], new: Sequence[_Titled], pairs: Sequence[Pair]
) -> tuple[Mapping[int, Home], Mapping[int, Home]]:
    olds, news = _headings(old, new, pairs)
    return (
        {at: Home(None, heading) for at, heading in olds.items()},
        {at: Home(None, heading) for at, heading in news.items()},
    )


def renamed(
    item: Item,
    id: str | int | None,  # noqa: A002 - the name of the field
    field: str,
    old: str,
    new: str,
    evidence: Evidence | None,
    home: Home = NOWHERE,
) -> tuple[Change, ...]:
    """Return the change of a name or title, if there is one."""
    if old == new:
        return ()
    return (Change(ChangeKind.RENAMED, item, id, new, field, old, new, evidence, home),)


def changed(
    item: Item,
    id: str | int | None,  # noqa: A002 - the name of the field
    name: str | None,
    field: str | None,
    old: Value,
    new: Value,
    home: Home = NOWHERE,
) -> tuple[Change, ...]:
    """Return the change of a field, if there is one."""
    if old == new:
        return ()
    return (Change(ChangeKind.CHANGED, item, id, name, field, old, new, home=home),)


_TOLD_APART = frozenset({"id", "name", "title", "plans", "sections"})
_LISTS = frozenset({(Priority, "actions"), (ManagementSection, "items"), (Council, "districts")})
"""Keys whose changes are found by matching what stands in them, as those of lists of programs are."""


def fields_changed(
    item: Item,
    id: str | int | None,  # noqa: A002 - the name of the field
    name: str | None,
    before: object,
    after: object,
    home: Home = NOWHERE,
) -> Iterator[Change]:
    """Yield what changed of the keys of a part that both plans have, but for those told apart."""
    for field in fields_of(type(after)):
        apart = field.key in _TOLD_APART or (type(after), field.key) in _LISTS
        if not apart and field.kind is not FieldKind.PROGRAMS:
            values = getattr(before, field.key), getattr(after, field.key)
            yield from changed(item, id, name, field.key, *values, home)


def _goal_positions(plan: Plan) -> tuple[int | None, ...]:
    under_goals = (number for number, goal in enumerate(plan.goals) for _ in goal.plans)
    return (*under_goals, *(None for _ in plan.plans))
