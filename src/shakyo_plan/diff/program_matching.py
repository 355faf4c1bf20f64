"""Which old program became which new one: what the files say of it first, guesses last."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from shakyo_plan.diff.assigning import by_key, by_score, letter_pairs
from shakyo_plan.diff.changes import Basis, Evidence, Strength
from shakyo_plan.likeness import NEAR, folded_likeness
from shakyo_plan.model import Plan, Program, Status
from shakyo_plan.values.name import fold_name

_NEAR_ALONE = 0.8
"""Of two programs that no list cites, the names have to be this much alike."""
_CONTAINED = 0.7
"""How alike a name counts with one that contains it: ふくしの教室 in ふくしの教室（親子）."""
_TELLING_TEXT = 10
"""A purpose or content of so many letters is hardly the same by chance."""
_GENERAL_END = re.compile(r"(?:事業|の(?:開催|実施|運営|推進))+$")


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


def guessed_descents(
    old: Plan,
    new: Plan,
    stated: ProgramMatching,
    old_lists: Mapping[int, frozenset[str]],
    new_lists: Mapping[int, frozenset[str]],
) -> Iterator[Descent]:
    """Yield guesses on what is left: similar names, or the same texts, cited by a common list.

    ``old_lists`` and ``new_lists`` name the lists that cite each program, as the new plan calls them.
    """
    olds = {
        number: _Looks.of(program, old_lists.get(number, frozenset()))
        for number, program in enumerate(old.programs)
        if number not in stated.of_old
    }
    news = {
        number: _Looks.of(program, new_lists.get(number, frozenset()))
        for number, program in enumerate(new.programs)
        if number not in stated.of_new
    }
    for one, other, alike in by_score(
        {number: looks.traits for number, looks in olds.items()},
        {number: looks.traits for number, looks in news.items()},
        lambda one, other: _agreement(olds[one], news[other]),
    ):
        shared = olds[one].lists & news[other].lists
        basis = Basis.LIKENESS if alike >= _least(shared) else Basis.CONTENT
        ids = tuple(sorted(shared, key=_numbers))
        evidence = Evidence(basis, Strength.GUESS, round(alike * 100), ids)
        yield Descent((one,), (other,), evidence)


@dataclass(frozen=True, slots=True)
class _Looks:
    """What a program looks like to who has to recognise it."""

    program: Program
    core: str
    """The name without the end that most programs have, 事業 or の開催, folded."""
    texts: frozenset[str]
    lists: frozenset[str]

    @classmethod
    def of(cls, program: Program, lists: frozenset[str]) -> _Looks:
        folded = fold_name(program.name)
        texts = frozenset(
            text
            for text in (program.purpose, program.content)
            if text and len(text) >= _TELLING_TEXT
        )
        return cls(program, _GENERAL_END.sub("", folded) or folded, texts, lists)

    @property
    def traits(self) -> frozenset[str]:
        return letter_pairs(self.core) | self.texts


def _agreement(before: _Looks, after: _Looks) -> tuple[float, float] | None:
    """Return the score of a pair and how alike the names are; None for two that cannot be the same."""
    if _ruled_out(before.program, after.program):
        return None
    shared = before.lists & after.lists
    if not shared and (before.lists or after.lists):
        return None
    alike = folded_likeness(before.core, after.core)
    short, long = sorted((before.core, after.core), key=len)
    if len(short) >= 4 and short in long:
        alike = max(alike, _CONTAINED)
    same_text = not before.texts.isdisjoint(after.texts)
    if alike < _least(shared) and not same_text:
        return None
    return alike + len(shared) / (len(before.lists | after.lists) or 1) + same_text, alike


def _least(shared: frozenset[str]) -> float:
    """Return how alike two names have to be: the more where no list speaks for it."""
    return NEAR if shared else _NEAR_ALONE


def said_distinct(before: Program, after: Program) -> bool:
    """Say whether one of the two is entered as really different from the other."""
    return before.name in after.distinct_from or after.name in before.distinct_from


def _ruled_out(before: Program, after: Program) -> bool:
    """Say whether the files themselves tell that it is another program."""
    return (
        said_distinct(before, after)
        or after.status is Status.NEW
        or before.status is Status.DISCONTINUED
        or (bool(before.district and after.district) and before.district != after.district)
    )


def _numbers(list_id: str) -> tuple[int, ...]:
    """Return the numbers of an id for sorting: 1-10 after 1-9."""
    return tuple(int(number) for number in re.findall(r"\d+", list_id))
