"""The one answer to which part of an earlier plan is which part of a later one.

`plan diff`, `plan history`, the draft of another year and the rules on two years (P6) all ask here.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from shakyo_plan.diff.changes import Basis
from shakyo_plan.diff.matching import Matching, match
from shakyo_plan.diff.program_matching import Descent, ProgramMatching, stated_descents
from shakyo_plan.model import BasicPlan, Goal, Plan, Priority, Program
from shakyo_plan.values.name import fold_name


class Tie(NamedTuple):
    """A program of the older plan that goes on as a program of the newer one."""

    old: Program
    new: Program
    basis: Basis | None
    """What ties the two; None where they have the same name, letter by letter."""

    @property
    def is_by_notation(self) -> bool:
        """Whether the two have the same name, but written in another way."""
        return self.basis is Basis.NAME


@dataclass(frozen=True)
class Lineage:
    """Two plans, and which part is which; each part of the answer is worked out when it is asked for."""

    old: Plan
    new: Plan

    @property
    def _backwards(self) -> bool:
        """Whether the plan called old is of the later year: what plans tell of, they tell of the past."""
        return self.old.fiscal_year > self.new.fiscal_year

    @cached_property
    def stated(self) -> ProgramMatching:
        """What became of the programs as far as the files say it."""
        if self._backwards:
            return Lineage(self.new, self.old).stated.turned
        return stated_descents(self.old, self.new)

    @cached_property
    def matching(self) -> Matching:
        """Which part is which, guesses among them."""
        if self._backwards:
            return Lineage(self.new, self.old).matching.turned
        return match(self.old, self.new, self.stated)

    @cached_property
    def ties(self) -> tuple[Tie, ...]:
        """The programs that certainly go on, in the order of the newer plan.

        A program that split has several ties, and so has one that others were merged into. Likeness
        alone ties nothing: the plans have to say it.
        """
        return self._ties(self.stated.descents)

    @cached_property
    def guesses(self) -> tuple[Tie, ...]:
        """The programs that most likely go on under another name, though no plan says so."""
        certain = set(self.stated.descents)
        return self._ties([d for d in self.matching.programs.descents if d not in certain])

    @cached_property
    def basic_plans(self) -> tuple[tuple[BasicPlan, BasicPlan], ...]:
        """The basic plans that are one, in the order of the newer plan."""
        old, new = self.old.basic_plans, self.new.basic_plans
        return tuple((old[pair.old], new[pair.new]) for pair in self.matching.plans)

    @cached_property
    def goals(self) -> tuple[tuple[Goal, Goal], ...]:
        """The goals that are one, in the order of the newer plan."""
        old, new = self.old.goals, self.new.goals
        return tuple((old[pair.old], new[pair.new]) for pair in self.matching.goals)

    @cached_property
    def priorities(self) -> tuple[tuple[Priority, Priority], ...]:
        """The priorities that are one, in the order of the newer plan."""
        old, new = self.old.priorities, self.new.priorities
        return tuple((old[pair.old], new[pair.new]) for pair in self.matching.priorities)

    def _ties(self, descents: tuple[Descent, ...] | list[Descent]) -> tuple[Tie, ...]:
        found = [
            (new_at, old_at, descent)
            for descent in descents
            for new_at in descent.new
            for old_at in descent.old
        ]
        ties = []
        for new_at, old_at, descent in sorted(found, key=lambda link: link[:2]):
            before, after = self.old.programs[old_at], self.new.programs[new_at]
            if _linked(before, after, descent):
                basis = descent.evidence.basis if descent.evidence else None
                ties.append(Tie(before, after, None if before.name == after.name else basis))
        return tuple(ties)


def _linked(before: Program, after: Program, descent: Descent) -> bool:
    """Say whether one became the other; two of one family may only share a relative."""
    if descent.single or before.name == after.name:
        return True
    return fold_name(before.name) in {fold_name(name) for name in after.formerly}
