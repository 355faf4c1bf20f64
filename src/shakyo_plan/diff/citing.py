"""The lists of programs in a plan, and which program a citation in either plan means."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from shakyo_plan.diff.changes import CitedIn
from shakyo_plan.diff.program_matching import ProgramMatching
from shakyo_plan.model import (
    BasicPlan,
    Citation,
    Goal,
    ListedProgram,
    Plan,
    Priority,
    Program,
    ProgramGroup,
)
from shakyo_plan.values.name import fold_name


@dataclass(frozen=True, slots=True)
class Cited:
    """A citation: the name as written, the list, the group that it is nested in, and its position."""

    name: str
    list: int
    group: int | None
    position: int
    section: int | None = None
    """The number of the section of its basic plan, from 1."""


@dataclass(frozen=True, slots=True)
class Grouped:
    """A group, the list that it stands in, and its position there."""

    group: ProgramGroup
    list: int
    position: int


@dataclass(frozen=True)
class ProgramLists:
    """All lists of a plan: of the basic plans with their sections, of the priorities, of the goals themselves."""

    parts: tuple[BasicPlan | Priority | Goal, ...]
    groups: tuple[Grouped, ...]
    citations: tuple[Cited, ...]

    @classmethod
    def of(cls, plan: Plan) -> ProgramLists:
        """Collect the lists of a plan."""
        parts: tuple[BasicPlan | Priority | Goal, ...] = (
            *plan.basic_plans,
            *plan.priorities,
            *plan.goals,
        )
        groups: list[Grouped] = []
        citations: list[Cited] = []
        for number, part in enumerate(parts):
            for position, (section, listed) in enumerate(_entries(part)):
                if isinstance(listed, Citation):
                    citations.append(Cited(listed.name, number, None, position, section))
                    continue
                citations += [
                    Cited(citation.name, number, len(groups), nested, section)
                    for nested, citation in enumerate(listed.programs)
                ]
                groups.append(Grouped(listed, number, position))
        return cls(parts, tuple(groups), tuple(citations))

    def where(self, cited: Cited) -> CitedIn:
        """Return where a citation stands, as the plan calls it."""
        group = None if cited.group is None else self.groups[cited.group].group.group
        part = self.parts[cited.list]
        if isinstance(part, BasicPlan):
            return CitedIn(cited.name, part.id, None, group, cited.section)
        if isinstance(part, Goal):
            return CitedIn(cited.name, None, None, group, goal=part.id)
        return CitedIn(cited.name, None, part.id, group)


def _entries(part: BasicPlan | Priority | Goal) -> Iterator[tuple[int | None, ListedProgram]]:
    """Yield what a part lists, each with the number of the section that it stands in."""
    for number, section in enumerate(getattr(part, "sections", ()), 1):
        yield from ((number, listed) for listed in section.programs)
    yield from ((None, listed) for listed in part.programs)


class Identities:
    """Which program a citation means, alike for both plans: a key that follows renames."""

    def __init__(self, old: Plan, new: Plan, programs: ProgramMatching) -> None:
        """Take the plans, and what became of their programs as far as it is known."""
        self._old = _Registry(old.programs)
        self._new = _Registry(new.programs)
        self._programs = programs

    def of_old(self, name: str) -> Hashable:
        """Return the key of what the old plan cites by this name."""
        return self._registered(name, new_first=False)

    def of_new(self, name: str) -> Hashable:
        """Return the key of what the new plan cites by this name."""
        return self._registered(name, new_first=True)

    def old_number(self, name: str) -> int | None:
        """Return which program of its own registry the old plan cites by this name."""
        return self._old.number(name)

    def new_number(self, name: str) -> int | None:
        """Return which program of its own registry the new plan cites by this name."""
        return self._new.number(name)

    def _registered(self, name: str, *, new_first: bool) -> Hashable:
        # A name that its own plan does not register is looked for in the other.
        for is_new in (new_first, not new_first):
            number = (self._new if is_new else self._old).number(name)
            if number is not None:
                return self._new_key(number) if is_new else self._old_key(number)
        return Unregistered(name)

    def _old_key(self, number: int) -> Hashable:
        return self._programs.of_old.get(number) or OnlyOld(number)

    def _new_key(self, number: int) -> Hashable:
        return self._programs.of_new.get(number) or OnlyNew(number)


@dataclass(frozen=True, slots=True)
class Unregistered:
    """What a citation means that neither plan registers."""

    name: str


@dataclass(frozen=True, slots=True)
class OnlyOld:
    """A program that the new plan does not have."""

    number: int


@dataclass(frozen=True, slots=True)
class OnlyNew:
    """A program that the old plan did not have."""

    number: int


class _Registry:
    """The positions of the programs by their names, and by other spellings of them."""

    def __init__(self, programs: Sequence[Program]) -> None:
        self._programs = programs

    def number(self, name: str) -> int | None:
        number = self._exact.get(name)
        return self._folded.get(fold_name(name)) if number is None else number

    @cached_property
    def _exact(self) -> Mapping[str, int]:
        last_first = reversed([*enumerate(self._programs)])
        return {program.name: number for number, program in last_first}

    @cached_property
    def _folded(self) -> Mapping[str, int]:
        found: dict[str, int] = {}
        for number, program in enumerate(self._programs):
            found.setdefault(fold_name(program.name), number)
        for number, program in enumerate(self._programs):
            for alias in program.aliases:
                found.setdefault(fold_name(alias), number)
        return found


def lists_by_program(
    plan: Plan, lists: ProgramLists, names: Mapping[int, str]
) -> Mapping[int, frozenset[str]]:
    """Return by which lists each program is cited; ``names`` has what to call each list."""
    registry = _Registry(plan.programs)
    found: defaultdict[int, set[str]] = defaultdict(set)
    for cited in lists.citations:
        number = registry.number(cited.name)
        if number is not None and cited.list in names:
            found[number].add(names[cited.list])
    return {number: frozenset(ids) for number, ids in found.items()}
