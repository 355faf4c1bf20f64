"""Which old program may have become which new one, where the files do not say it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from shakyo_plan.diff.assigning import by_score, letter_pairs
from shakyo_plan.diff.changes import Basis, Evidence, Strength
from shakyo_plan.diff.program_matching import Descent, ProgramMatching, said_distinct
from shakyo_plan.diff.resemblance import core, differing, resemblance
from shakyo_plan.likeness import NEAR
from shakyo_plan.model import Plan, Program, Status
from shakyo_plan.values.contrast import contrast
from shakyo_plan.values.name import fold_name
from shakyo_plan.values.named_year import move_years

_NEAR_ALONE = 0.8
"""Of two programs that no common list cites, the names have to be this much alike."""
_NEAR_BY_TEXT = 0.4
"""The same, where they have a telling text in common."""
_TELLING_TEXT = 10
"""A purpose or content of so many letters is hardly the same by chance."""
_TELLING_LISTS = 3
"""So many lists that cite just these two, and no others that came or went, tell that they are one."""


@dataclass(frozen=True)
class Sides:
    """What is known of both plans before guesses are made."""

    old: Plan
    new: Plan
    stated: ProgramMatching
    old_lists: Mapping[int, frozenset[str]]
    """The lists that cite each old program, by its position, as the new plan calls them."""
    new_lists: Mapping[int, frozenset[str]]
    districts: Mapping[str, str]
    """The districts that were renamed, the new names by the old ones."""


def guessed_descents(sides: Sides) -> Iterator[Descent]:
    """Yield guesses on what is left: similar names, the same texts, or the same many lists."""
    old, new, stated = sides.old, sides.new, sides.stated
    by = new.fiscal_year - old.fiscal_year
    olds = {
        number: _Looks(
            program,
            _told_anew(program.name, sides.districts, by),
            tuple(sides.districts.get(name, name) for name in program.districts),
            sides.old_lists.get(number, frozenset()),
            _telling_texts(program),
        )
        for number, program in enumerate(old.programs)
        if number not in stated.of_old
    }
    news = {
        number: _Looks(
            program,
            program.name,
            program.districts,
            sides.new_lists.get(number, frozenset()),
            _telling_texts(program),
        )
        for number, program in enumerate(new.programs)
        if number not in stated.of_new
    }
    if not (olds and news):
        return
    agreement = _Agreement(
        olds,
        news,
        frozenset((*old.council.districts, *new.council.districts)),
        same_year=old.fiscal_year == new.fiscal_year,
        common_texts=_common_texts(old) | _common_texts(new),
    )
    for one, other, evidence in by_score(
        {number: looks.traits for number, looks in olds.items()},
        {number: looks.traits for number, looks in news.items()},
        agreement,
        lambda number: olds[number].program.name,
        lambda number: news[number].program.name,
    ):
        yield Descent((one,), (other,), evidence)


@dataclass(frozen=True, slots=True)
class _Looks:
    """What a program looks like to who has to recognise it."""

    program: Program
    name: str
    """The name, with districts as the new plan calls them and years as they are now."""
    districts: tuple[str, ...]
    lists: frozenset[str]
    texts: frozenset[str]

    @property
    def traits(self) -> frozenset[str]:
        """What it may have in common with another."""
        many = {"\n".join(sorted(self.lists))} if len(self.lists) >= _TELLING_LISTS else frozenset()
        return letter_pairs(core(self.name)) | self.texts | many


class _Agreement:
    """How much two programs agree, and on what ground they may be one."""

    def __init__(
        self,
        olds: Mapping[int, _Looks],
        news: Mapping[int, _Looks],
        districts: Collection[str],
        *,
        same_year: bool,
        common_texts: frozenset[str],
    ) -> None:
        self._olds = olds
        self._news = news
        self._districts = districts
        self._same_year = same_year
        self._common_texts = common_texts
        self._old_sets = Counter(looks.lists for looks in olds.values())
        self._new_sets = Counter(looks.lists for looks in news.values())

    def __call__(self, one: int, other: int) -> tuple[float, Evidence] | None:
        """Return the score of a pair with its evidence; None for two that cannot be the same."""
        before, after = self._olds[one], self._news[other]
        if self._ruled_out(before, after):
            return None
        shared = before.lists & after.lists
        alike = resemblance(before.name, after.name)
        same_text = bool((before.texts & after.texts) - self._common_texts)
        if alike >= self._least(before, after):
            basis = Basis.LIKENESS
        elif (same_text and (shared or alike >= _NEAR_BY_TEXT)) or self._only_these(before, after):
            basis = Basis.CONTENT
        else:
            return None
        # Last, because it takes longest and most pairs are not alike anyway.
        if contrast(before.name, after.name, self._districts):
            return None
        ids = tuple(sorted(shared, key=_numbers))
        words = differing(before.name, after.name) if basis is Basis.LIKENESS else ()
        likeness = Evidence(basis, Strength.GUESS, round(alike * 100), ids, words)
        return alike + len(shared) / (len(before.lists | after.lists) or 1) + same_text, likeness

    def _ruled_out(self, before: _Looks, after: _Looks) -> bool:
        """Say whether the files themselves tell that it is another program."""
        is_new = after.program.status is Status.NEW
        had_ended = before.program.status is Status.DISCONTINUED
        if self._same_year:
            # Before and after an edit of one file: what both say of themselves sets nothing apart.
            is_new = is_new is not (before.program.status is Status.NEW)
            had_ended = had_ended is not (after.program.status is Status.DISCONTINUED)
        return (
            is_new
            or had_ended
            or said_distinct(before.program, after.program)
            or (bool(before.districts and after.districts) and before.districts != after.districts)
        )

    def _least(self, before: _Looks, after: _Looks) -> float:
        """Return how alike two names have to be: the more where no list speaks for it."""
        if before.lists & after.lists:
            return NEAR
        # One that every list lost, and one that came to a list, are hardly the same.
        return _NEAR_ALONE if bool(before.lists) is bool(after.lists) else 2.0

    def _only_these(self, before: _Looks, after: _Looks) -> bool:
        return (
            before.lists == after.lists
            and len(before.lists) >= _TELLING_LISTS
            and self._old_sets[before.lists] == self._new_sets[after.lists] == 1
        )


def _told_anew(name: str, districts: Mapping[str, str], years: int) -> str:
    """Return an old name as it would be now, if only its district or its year were another."""
    moved = move_years(name, years) if years else name
    for before, after in districts.items():
        if before in moved and after not in moved:
            moved = moved.replace(before, after)
    return moved


def _telling_texts(program: Program) -> frozenset[str]:
    return frozenset(
        text
        for text in (program.purpose, program.content)
        if text and len(fold_name(text)) >= _TELLING_TEXT
    )


def _common_texts(plan: Plan) -> frozenset[str]:
    """Return the texts that several programs of a plan have: they tell nothing of any."""
    counts = Counter(text for program in plan.programs for text in _telling_texts(program))
    return frozenset(text for text, count in counts.items() if count > 1)


def _numbers(list_id: str) -> tuple[int, ...]:
    """Return the numbers of an id for sorting: 1-10 after 1-9."""
    return tuple(int(number) for number in re.findall(r"\d+", list_id))
