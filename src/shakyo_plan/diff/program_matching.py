"""Which old program became which new one, as far as the files say it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from shakyo_plan.diff.assigning import by_key
from shakyo_plan.diff.changes import Basis, Evidence, Strength
from shakyo_plan.model import Plan, Program
from shakyo_plan.values.name import fold_name


@dataclass(frozen=True, slots=True)
class Descent:
    """What became of what: one program of each plan as a rule; more where it split or merged."""

    old: tuple[int, ...]
    """Positions in the old plan's registry."""
    new: tuple[int, ...]
    """Positions in the new plan's registry."""
    evidence: Evidence | None = None
    """None where the name is the same, letter by letter."""

    @property
    def single(self) -> bool:
        """Whether one program became one."""
        return len(self.old) == len(self.new) == 1


@dataclass(frozen=True)
class ProgramMatching:
    """All descents between two registries, in the order of the new one."""

    descents: tuple[Descent, ...]

    @cached_property
    def of_old(self) -> Mapping[int, Descent]:
        """The descent of each old program that has one, by its position."""
        return {number: descent for descent in self.descents for number in descent.old}

    @cached_property
    def of_new(self) -> Mapping[int, Descent]:
        """The descent of each new program that has one, by its position."""
        return {number: descent for descent in self.descents for number in descent.new}

    def joined(self, more: Iterable[Descent]) -> ProgramMatching:
        """Return a matching that has these descents too."""
        return ProgramMatching(
            tuple(sorted((*self.descents, *more), key=lambda descent: descent.new))
        )


def stated_descents(old: Plan, new: Plan) -> ProgramMatching:
    """Return what is certain: by ``formerly``, the same name, or an alias."""
    same = dict(
        by_key(
            {number: program.name for number, program in enumerate(old.programs)},
            {number: program.name for number, program in enumerate(new.programs)},
        )
    )
    found = [*_families(same, [*_succession(old, new, same)])]
    free_old = dict(enumerate(old.programs))
    free_new = dict(enumerate(new.programs))
    for descent in found:
        for number in descent.old:
            del free_old[number]
        for number in descent.new:
            del free_new[number]
    for basis, pairs in ((Basis.NAME, _same_but_for_notation), (Basis.ALIAS, _aliases)):
        for one, other in [*pairs(free_old, free_new)]:
            del free_old[one], free_new[other]
            found.append(Descent((one,), (other,), Evidence(basis, Strength.CERTAIN)))
    return ProgramMatching(()).joined(found)


def _succession(old: Plan, new: Plan, same: Mapping[int, int]) -> Iterator[tuple[int, int]]:
    """Yield which old program a new one names under ``formerly``, as far as it says something now.

    Where both have stood side by side in both plans, the entry tells of an earlier year.
    """
    exact: dict[str, int] = {}
    folded: dict[str, int] = {}
    for number, program in enumerate(old.programs):
        exact.setdefault(program.name, number)
        folded.setdefault(fold_name(program.name), number)
    continued = set(same.values())
    for other, program in enumerate(new.programs):
        for name in program.formerly:
            one = exact.get(name, folded.get(fold_name(name)))
            if (
                one is not None
                and same.get(one) != other
                and not (one in same and other in continued)
            ):
                yield one, other


def _families(same: Mapping[int, int], links: list[tuple[int, int]]) -> Iterator[Descent]:
    """Yield what the links make of the programs: renamed, split or merged; then those of one name."""
    successors: defaultdict[int, set[int]] = defaultdict(set)
    predecessors: defaultdict[int, set[int]] = defaultdict(set)
    for one, other in (*same.items(), *links):
        successors[one].add(other)
        predecessors[other].add(one)
    seen: set[int] = set()
    by_formerly = Evidence(Basis.FORMERLY, Strength.CERTAIN)
    for first in sorted(successors):
        if first in seen:
            continue
        olds, news = {first}, set(successors[first])
        while more := {one for other in news for one in predecessors[other]} - olds:
            olds |= more
            news |= {other for one in more for other in successors[one]}
        seen |= olds
        named_alike = len(olds) == 1 and same.get(first) in news and len(news) == 1
        yield Descent(
            tuple(sorted(olds)), tuple(sorted(news)), None if named_alike else by_formerly
        )


def _same_but_for_notation(
    old: Mapping[int, Program], new: Mapping[int, Program]
) -> Iterator[tuple[int, int]]:
    return by_key(
        {number: fold_name(program.name) for number, program in old.items()},
        {number: fold_name(program.name) for number, program in new.items()},
    )


def _aliases(old: Mapping[int, Program], new: Mapping[int, Program]) -> Iterator[tuple[int, int]]:
    """Yield pairs where one's name is among the other's aliases, each program once."""
    taken: set[int] = set()
    known: defaultdict[str, list[int]] = defaultdict(list)
    for number, program in new.items():
        for name in dict.fromkeys(map(fold_name, program.aliases)):
            known[name].append(number)
    by_name: dict[str, int] = {}
    for number, program in new.items():
        by_name.setdefault(fold_name(program.name), number)
    for one, program in old.items():
        candidates = [*known.get(fold_name(program.name), ())]
        candidates += [by_name[name] for name in map(fold_name, program.aliases) if name in by_name]
        for other in candidates:
            if other not in taken and not said_distinct(program, new[other]):
                taken.add(other)
                yield one, other
                break


def said_distinct(before: Program, after: Program) -> bool:
    """Say whether one of the two is entered as really different from the other."""
    return before.name in after.distinct_from or after.name in before.distinct_from
