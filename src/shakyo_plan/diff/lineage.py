"""Which program of one year's plan is which of a later one's, as far as the plans themselves say it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from shakyo_plan.model import BasicPlan, Plan, Program
from shakyo_plan.values.name import fold_name
from shakyo_plan.values.plan_id import fold_plan_id

if TYPE_CHECKING:
    from shakyo_plan.diff import Descent


class Basis(StrEnum):
    """What ties two programs: the same name, a former name, the same but for notation, an alias."""

    NAME = "name"
    FORMERLY = "formerly"
    NOTATION = "notation"
    ALIAS = "alias"


@dataclass(frozen=True, slots=True)
class Tie:
    """A program of the older plan that goes on as a program of the newer one."""

    old: Program
    new: Program
    basis: Basis


_SINGLE = {"formerly": Basis.FORMERLY, "name": Basis.NOTATION, "alias": Basis.ALIAS}
"""What ties one program to one, by the evidence that `diff` gives."""


def ties(old: Plan, new: Plan) -> tuple[Tie, ...]:
    """Return what goes on as what, in the order of the newer plan.

    A program that split has several ties, and so has one that others were merged into. Likeness alone
    ties nothing: the plans have to say it. What `diff` takes for certain is tied.
    """
    # Only where there are two years is the comparison needed at all.
    from shakyo_plan.diff.program_matching import stated_descents

    found = [
        (other, one, _basis(old.programs[one], new.programs[other], descent))
        for descent in stated_descents(old, new).descents
        for other in descent.new
        for one in descent.old
    ]
    return tuple(
        Tie(old.programs[one], new.programs[other], basis)
        for other, one, basis in sorted(found, key=lambda each: each[:2])
        if basis is not None
    )


def _basis(before: Program, after: Program, descent: Descent) -> Basis | None:
    """Return what ties two programs of one descent; None for two that only share a relative."""
    if before.name == after.name:
        return Basis.NAME
    if descent.evidence is None:
        return None
    if descent.single:
        return _SINGLE[descent.evidence.basis.value]
    former = {fold_name(name) for name in after.formerly}
    return Basis.FORMERLY if fold_name(before.name) in former else None


def same_basic_plans(old: Plan, new: Plan) -> tuple[tuple[BasicPlan, BasicPlan], ...]:
    """Return the basic plans of the two years that are one: by title, then by id, in the newer order.

    Two of one id are not one where either's title stands elsewhere in the other plan: then the
    numbers have moved.
    """
    before, after = _by_title(old), _by_title(new)
    found = {after[title].id: before[title] for title in after if title in before}
    moved = {each.id for each in found.values()}
    by_id = {fold_plan_id(each.id): each for each in reversed(old.basic_plans)}
    for each in new.basic_plans:
        other = by_id.get(fold_plan_id(each.id))
        if each.id not in found and other is not None and other.id not in moved:
            found[each.id] = other
            moved.add(other.id)
    return tuple((found[each.id], each) for each in new.basic_plans if each.id in found)


def _by_title(plan: Plan) -> dict[str, BasicPlan]:
    """Return the basic plans by their folded titles; a title that two have says nothing."""
    titles = [fold_name(each.title) for each in plan.basic_plans]
    counts = Counter(titles)
    return {
        title: each
        for title, each in zip(titles, plan.basic_plans, strict=True)
        if counts[title] == 1
    }
