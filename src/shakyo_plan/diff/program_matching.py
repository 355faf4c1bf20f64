"""Which old program became which new one, as far as the files say it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from shakyo_plan.diff.assigning import by_key
from shakyo_plan.diff.changes import Basis, Evidence, Strength
from shakyo_plan.model import ENDED, Plan, Program
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

    @property
    def turned(self) -> Descent:
        """The same seen from the new plan."""
        return Descent(self.new, self.old, self.evidence and self.evidence.turned)


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

    @property
    def turned(self) -> ProgramMatching:
        """The same seen from the new plan."""
        return ProgramMatching(()).joined(descent.turned for descent in self.descents)


def stated_descents(old: Plan, new: Plan) -> ProgramMatching:
    """Return what is certain: by ``formerly``, the same name, or an alias.

    The old plan must not be of a later year: ``formerly`` tells what was before. Of two plans of one
    year (a file, before and after it was edited) either may tell of the other.
    """
    same = dict(
        by_key(
            {number: program.name for number, program in enumerate(old.programs)},
            {number: program.name for number, program in enumerate(new.programs)},
        )
    )
    links = {*_named_as_former(old.programs, new.programs)}
    if old.fiscal_year == new.fiscal_year:
        links |= {(one, other) for other, one in _named_as_former(new.programs, old.programs)}
    found = [*_families(*_in_force(old, new, same, links))]
    taken_old = {number for descent in found for number in descent.old}
    taken_new = {number for descent in found for number in descent.new}
    free_old = {n: program for n, program in enumerate(old.programs) if n not in taken_old}
    free_new = {n: program for n, program in enumerate(new.programs) if n not in taken_new}
    for basis, pairs in ((Basis.NAME, _same_but_for_notation), (Basis.ALIAS, _aliases)):
        for one, other in [*pairs(free_old, free_new)]:
            del free_old[one], free_new[other]
            found.append(Descent((one,), (other,), Evidence(basis, Strength.CERTAIN)))
    return ProgramMatching(()).joined(found)


def _named_as_former(
    earlier: tuple[Program, ...], later: tuple[Program, ...]
) -> Iterator[tuple[int, int]]:
    """Yield which earlier program a later one names under ``formerly``, as far as that is news.

    It is none where the earlier entry of that name had it among its former names already.
    """
    exact: dict[str, int] = {}
    folded: dict[str, int] = {}
    for number, program in enumerate(earlier):
        exact.setdefault(program.name, number)
        folded.setdefault(fold_name(program.name), number)
    for other, program in enumerate(later):
        if not program.formerly:
            continue
        namesake = exact.get(program.name)
        told = () if namesake is None else map(fold_name, earlier[namesake].formerly)
        old_news = {*told}
        for name in program.formerly:
            one = exact.get(name, folded.get(fold_name(name)))
            if one is not None and one != namesake and fold_name(name) not in old_news:
                yield one, other


def _in_force(
    old: Plan, new: Plan, same: Mapping[int, int], links: set[tuple[int, int]]
) -> tuple[Mapping[int, int], list[tuple[int, int]]]:
    """Return which programs go on under their names, and which links hold.

    Where programs swap their names, or one takes the name that another gave up, a name goes on with
    another program: its old bearer became something else, and its new one was something else. Where
    two have stood side by side in both plans, a link tells of an earlier year, unless one of them
    ends: then it went into the other.
    """
    given = {one for one, _ in links}
    taken = {other for _, other in links}
    kept = {one: other for one, other in same.items() if not (one in given and other in taken)}
    continued = {other: one for one, other in kept.items()}
    ending = {
        one
        for one, other in kept.items()
        if (old.programs[one].status in ENDED) is not (new.programs[other].status in ENDED)
    }
    return kept, [
        (one, other)
        for one, other in links
        if one not in kept or other not in continued or one in ending or continued[other] in ending
    ]


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
    links = {*_named_as_alias(old, new)}
    links |= {(one, other) for other, one in _named_as_alias(new, old)}
    taken_old: set[int] = set()
    taken_new: set[int] = set()
    for one, other in sorted(links, key=lambda pair: (old[pair[0]].name, new[pair[1]].name)):
        free = one not in taken_old and other not in taken_new
        if free and not said_distinct(old[one], new[other]):
            taken_old.add(one)
            taken_new.add(other)
            yield one, other


def _named_as_alias(
    names: Mapping[int, Program], aliases: Mapping[int, Program]
) -> Iterator[tuple[int, int]]:
    known = {fold_name(program.name): number for number, program in names.items()}
    for other, program in aliases.items():
        for alias in program.aliases:
            one = known.get(fold_name(alias))
            if one is not None:
                yield one, other


def said_distinct(before: Program, after: Program) -> bool:
    """Say whether one of the two is entered as really different from the other."""
    return before.name in after.distinct_from or after.name in before.distinct_from
