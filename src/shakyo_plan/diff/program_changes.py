"""What became of the programs in the registry."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from shakyo_plan.diff.changes import (
    NOWHERE,
    Basis,
    Change,
    ChangeKind,
    Home,
    Item,
    ProgramEntry,
    Value,
)
from shakyo_plan.diff.context import Context
from shakyo_plan.diff.field_changes import renamed
from shakyo_plan.diff.listing_changes import citations_of_programs
from shakyo_plan.diff.ordering import reordered
from shakyo_plan.diff.pairs import Come, Gone, Kept, Pair, walk
from shakyo_plan.diff.program_matching import Descent
from shakyo_plan.model import ENDED, Program
from shakyo_plan.model.fields import FieldKind, fields_of


def program_changes(context: Context) -> Iterator[Change]:
    """Yield what became of each program; its citations follow it, see `listing_changes`."""
    old, new = context.old.programs, context.new.programs
    matching = context.matching.programs
    gone, come = citations_of_programs(context)
    old_homes, new_homes = _homes(context)
    districts = context.district_names

    def was(one: int) -> ProgramEntry:
        return ProgramEntry(old[one], tuple(gone.get(one, ())))

    def became(other: int) -> ProgramEntry:
        return ProgramEntry(new[other], tuple(come.get(other, ())))

    # A family of several stands where its first new program stands.
    pairs = [Pair(descent.old[0], descent.new[0]) for descent in matching.descents]
    for step in walk(old, new, pairs):
        match step:
            case Gone(at, gone_one) if at not in matching.of_old:
                name, home = gone_one.name, old_homes.get(at, NOWHERE)
                yield Change(ChangeKind.REMOVED, Item.PROGRAM, None, name, old=was(at), home=home)
            case Come(at, new_one) if at not in matching.of_new:
                name, home = new_one.name, new_homes.get(at, NOWHERE)
                yield Change(ChangeKind.ADDED, Item.PROGRAM, None, name, new=became(at), home=home)
            case Kept(one, other):
                # What no list cites any more is looked for where it was cited.
                descent, was_home = matching.of_new[other], old_homes.get(one, NOWHERE)
                home = new_homes.get(other, was_home)
                if descent.single:
                    yield from _continued(context, descent, districts, home)
                    continue
                kind, name = _family(context, descent)
                both = tuple(map(was, descent.old)), tuple(map(became, descent.new))
                yield Change(kind, Item.PROGRAM, None, name, None, *both, descent.evidence, home)
            case _:
                pass  # the rest of a family
    if context.order:
        staying = [
            (descent.old[0], descent.new[0], new[descent.new[0]].name)
            for descent in matching.descents
            if descent.single
        ]
        yield from reordered(Item.PROGRAM, None, None, staying)


def _family(context: Context, descent: Descent) -> tuple[ChangeKind, str]:
    """Return whether a family split or merged, and the name that tells of it.

    What is still listed as ended is no successor: it went into another.
    """
    olds = [context.old.programs[at] for at in descent.old]
    news = [context.new.programs[at] for at in descent.new]
    before, after = (
        [program for program in programs if program.status not in ENDED] or programs
        for programs in (olds, news)
    )
    if len(before) < len(after):
        return ChangeKind.SPLIT, before[0].name
    return ChangeKind.MERGED, after[0].name


def _continued(
    context: Context, descent: Descent, districts: Mapping[str, str], home: Home
) -> Iterator[Change]:
    """Yield what changed of a program that is in both plans."""
    before = context.old.programs[descent.old[0]]
    after = context.new.programs[descent.new[0]]
    yield from renamed(Item.PROGRAM, None, "name", before.name, after.name, descent.evidence, home)

    def field(name: str, expected: Value, old: Value, new: Value) -> Iterator[Change]:
        # Where it did not follow a rename, old and new are alike, and that is the change.
        if expected != new:
            yield Change(
                ChangeKind.CHANGED, Item.PROGRAM, None, after.name, name, old, new, home=home
            )

    def names(name: str, expected: tuple[str, ...]) -> Iterator[Change]:
        old, new = getattr(before, name), getattr(after, name)
        if context.order or sorted(expected) != sorted(new):
            yield from field(name, expected, old, new)

    def plain(name: str) -> Iterator[Change]:
        old, new = getattr(before, name), getattr(after, name)
        yield from field(name, old, old, new)

    distinct = tuple(context.program_names.get(name, name) for name in before.distinct_from)
    followed = tuple(districts.get(name, name) for name in before.districts)
    for key in fields_of(Program):
        match key.key:
            case "name":
                pass  # told above
            case "formerly":
                yield from names("formerly", _formerly(before, after, descent))
            case "distinct_from":
                yield from names("distinct_from", distinct)
            case "district":
                if followed != after.districts:
                    yield from field("district", followed, before.district, after.district)
            case "schedule":
                yield from plain("schedule")
            case "funding":
                if context.order or sorted(before.funding, key=str) != sorted(
                    after.funding, key=str
                ):
                    yield from plain("funding")
            case other if key.kind is FieldKind.TEXTS:
                yield from names(other, getattr(before, other))
            case other:
                yield from plain(other)


def _formerly(before: Program, after: Program, descent: Descent) -> tuple[str, ...]:
    """Return the former names to expect: a rename by ``formerly`` brings the old name with it.

    Told backwards, from the later year to the earlier, it takes it away.
    """
    by_formerly = descent.evidence is not None and descent.evidence.basis is Basis.FORMERLY
    if not by_formerly:
        return before.formerly
    if after.name in before.formerly:
        return tuple(name for name in before.formerly if name != after.name)
    return before.formerly if before.name in before.formerly else (*before.formerly, before.name)


def _homes(context: Context) -> tuple[Mapping[int, Home], Mapping[int, Home]]:
    """Return the basic plan under which each old and new program is looked for: the first to cite it."""
    olds: dict[int, Home] = {}
    news: dict[int, Home] = {}
    for cited in context.old_lists.citations:
        number = context.identities.old_number(cited.name)
        if number is not None:
            olds.setdefault(number, context.old_home(cited.list))
    for cited in context.new_lists.citations:
        number = context.identities.new_number(cited.name)
        if number is not None:
            news.setdefault(number, context.new_home(cited.list))
    return olds, news
