"""Which program of one year's plan is which of a later one's, as far as the plans themselves say it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from shakyo_plan.model import BasicPlan, Plan, Program
from shakyo_plan.values.name import fold_name
from shakyo_plan.values.plan_id import fold_plan_id


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


def ties(old: Plan, new: Plan) -> tuple[Tie, ...]:
    """Return what goes on as what, in the order of the newer plan.

    A program that split has several ties, and so has one that others were merged into. Likeness alone
    ties nothing: the plans have to say it.
    """
    found = [*_by_name(old, new)]
    lasting_old = {tie.old.name for tie in found}
    lasting_new = {tie.new.name for tie in found}
    # Where both have stood side by side in both years, formerly tells of an earlier year.
    found += [
        tie
        for tie in _by_former_name(old, new)
        if not (tie.old.name in lasting_old and tie.new.name in lasting_new)
    ]
    for pairs in (_by_notation, _by_alias):
        tied_old = {tie.old.name for tie in found}
        tied_new = {tie.new.name for tie in found}
        found += pairs(
            [program for program in old.programs if program.name not in tied_old],
            [program for program in new.programs if program.name not in tied_new],
        )
    order = {program.name: number for number, program in enumerate(new.programs)}
    return tuple(sorted(found, key=lambda tie: order[tie.new.name]))


def _by_name(old: Plan, new: Plan) -> Iterator[Tie]:
    for program in new.registry.values():
        if program.name in old.registry:
            yield Tie(old.registry[program.name], program, Basis.NAME)


def _by_former_name(old: Plan, new: Plan) -> Iterator[Tie]:
    known = _named(old.programs)
    for program in new.registry.values():
        seen = {program.name}
        for name in program.formerly:
            before = known.get(fold_name(name))
            if before is not None and before.name not in seen:
                seen.add(before.name)
                yield Tie(before, program, Basis.FORMERLY)


def _by_notation(old: list[Program], new: list[Program]) -> Iterator[Tie]:
    folded = {fold_name(program.name): program for program in reversed(old)}
    for program in new:
        before = folded.pop(fold_name(program.name), None)
        if before is not None:
            yield Tie(before, program, Basis.NOTATION)


def _by_alias(old: list[Program], new: list[Program]) -> Iterator[Tie]:
    known = _named(tuple(old))
    taken: set[str] = set()
    for program in new:
        for name in (program.name, *program.aliases):
            before = known.get(fold_name(name))
            if before is None or before.name in taken or before.name in program.distinct_from:
                continue
            taken.add(before.name)
            yield Tie(before, program, Basis.ALIAS)
            break


def _named(programs: tuple[Program, ...]) -> dict[str, Program]:
    """Return the programs by their folded names and aliases; a name goes before an alias."""
    aliases = {
        fold_name(alias): program for program in reversed(programs) for alias in program.aliases
    }
    return aliases | {fold_name(program.name): program for program in reversed(programs)}


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
