"""Which old program may have become which new one, where the files do not say it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from shakyo_plan.diff.assigning import by_score, letter_pairs
from shakyo_plan.diff.changes import Basis, Evidence, Strength
from shakyo_plan.diff.program_matching import Descent, ProgramMatching, said_distinct
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
