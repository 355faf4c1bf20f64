"""What became of the groups and citations in the lists of programs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from shakyo_plan.diff.changes import Change, ChangeKind, CitedIn, Evidence, Item
from shakyo_plan.diff.citing import Grouped, OnlyNew, OnlyOld
from shakyo_plan.diff.context import Context
from shakyo_plan.diff.field_changes import changed, renamed
from shakyo_plan.diff.ordering import reordered
from shakyo_plan.diff.pairs import Come, Gone, Kept, positions, walk
from shakyo_plan.diff.program_matching import Descent

_GONE = (-1, -1)
"""The place of a section that the new plan does not have."""


def group_changes(context: Context) -> Iterator[Change]:
    """Yield what became of the groups; those of a plan that comes or goes do too."""
    old, new = context.old_lists, context.new_lists
    came_along = set(context.lists.values())
    for step in walk(old.groups, new.groups, context.citations.groups):
        match step:
            case Gone(_, gone):
                if gone.list in context.lists:
                    told = new.parts[context.lists[gone.list]].id, gone.group.group
                    home = context.old_home(gone.list)
                    yield Change(ChangeKind.REMOVED, Item.GROUP, *told, old=gone.group, home=home)
            case Come(_, come):
                if come.list in came_along:
                    told = new.parts[come.list].id, come.group.group
                    home = context.new_home(come.list)
                    yield Change(ChangeKind.ADDED, Item.GROUP, *told, new=come.group, home=home)
            case Kept(_, _, before, after, evidence):
                yield from _group_changes(context, before, after, evidence)


def _group_changes(
    context: Context, before: Grouped, after: Grouped, evidence: Evidence | None
) -> Iterator[Change]:
    """Yield what became of a group that is in both plans."""
    id_, name = context.new_lists.parts[after.list].id, after.group.group
    home = context.new_home(after.list)
    if context.lists.get(before.list) != after.list:
        places = context.old_lists.parts[before.list].id, id_
        yield Change(ChangeKind.MOVED, Item.GROUP, id_, name, None, *places, home=home)
    yield from renamed(Item.GROUP, id_, "group", before.group.group, name, evidence, home)
    examples = before.group.examples, after.group.examples
    if context.order or sorted(examples[0]) != sorted(examples[1]):
        yield from changed(Item.GROUP, id_, name, "examples", *examples, home)


def citation_changes(context: Context) -> Iterator[Change]:
    """Yield the citations that are not explained by what became of their programs and lists."""
    old, new, found = context.old_lists, context.new_lists, context.citations
    groups = positions(found.groups)
    for one, other in found.kept:
        yield from _written_otherwise(context, one, other)
        yield from _in_another_section(context, one, other)
    for one, other in found.moved:
        cited = new.citations[other]
        yield Change(
            ChangeKind.MOVED,
            Item.CITATION,
            new.parts[cited.list].id,
            cited.name,
            None,
            old.where(old.citations[one]),
            new.where(cited),
            home=context.new_home(cited.list),
        )
    kept_new, group_before = (
        set(context.lists.values()),
        {new_at: old_at for old_at, new_at in groups.items()},
    )
    for one in found.gone:
        cited = old.citations[one]
        at = context.lists.get(cited.list)
        if cited.group is not None:
            # What stands in a group goes and comes with it, unless the group is in both plans.
            was_kept = at is not None
            at = new.groups[groups[cited.group]].list if cited.group in groups else None
            if at is not None and not was_kept and at not in kept_new:
                continue
        if at is not None and not isinstance(found.old_keys[one], OnlyOld):
            where, home = old.where(cited), context.new_home(at)
            part = new.parts[at]
            yield Change(
                ChangeKind.REMOVED, Item.CITATION, part.id, cited.name, old=where, home=home
            )
    for other in found.come:
        cited = new.citations[other]
        stayed = cited.list in kept_new
        if cited.group is not None:
            before = group_before.get(cited.group)
            stayed = before is not None and (stayed or old.groups[before].list in context.lists)
        if stayed and not isinstance(found.new_keys[other], OnlyNew):
            part, where = new.parts[cited.list], new.where(cited)
            home = context.new_home(cited.list)
            yield Change(ChangeKind.ADDED, Item.CITATION, part.id, cited.name, new=where, home=home)
    if context.order:
        yield from _reordered_lists(context)


def citations_of_programs(
    context: Context,
) -> tuple[dict[int, list[CitedIn]], dict[int, list[CitedIn]]]:
    """Return the citations that go with old programs and come with new ones, by position.

    For programs that only one plan has, those that are not in the other; for those that split or
    merged, all of them.
    """
    found = context.citations
    gone: dict[int, list[CitedIn]] = {}
    come: dict[int, list[CitedIn]] = {}
    left, entered = set(found.gone), set(found.come)
    for at, key in enumerate(found.old_keys):
        cited = context.old_lists.citations[at]
        if isinstance(key, OnlyOld) and at in left:
            gone.setdefault(key.number, []).append(context.old_lists.where(cited))
        elif isinstance(key, Descent) and not key.single:
            number = _member(context.identities.old_number(cited.name), key.old)
            gone.setdefault(number, []).append(context.old_lists.where(cited))
    for at, key in enumerate(found.new_keys):
        cited = context.new_lists.citations[at]
        if isinstance(key, OnlyNew) and at in entered:
            come.setdefault(key.number, []).append(context.new_lists.where(cited))
        elif isinstance(key, Descent) and not key.single:
            number = _member(context.identities.new_number(cited.name), key.new)
            come.setdefault(number, []).append(context.new_lists.where(cited))
    return gone, come


def _member(number: int | None, family: tuple[int, ...]) -> int:
    """Return the program that is cited; under a name of the other year, it is the first one."""
    return number if number is not None and number in family else family[0]


def _written_otherwise(context: Context, one: int, other: int) -> Iterator[Change]:
    """Yield the change of how a program is cited, where that is more than its new name."""
    before, after = context.old_lists.citations[one], context.new_lists.citations[other]
    expected = context.program_names.get(before.name, before.name)
    if expected != after.name:
        part, home = context.new_lists.parts[after.list], context.new_home(after.list)
        places = context.old_lists.where(before), context.new_lists.where(after)
        yield Change(
            ChangeKind.CHANGED, Item.CITATION, part.id, after.name, "name", *places, home=home
        )


def _in_another_section(context: Context, one: int, other: int) -> Iterator[Change]:
    """Yield the move of a citation between two sections of one basic plan."""
    before, after = context.old_lists.citations[one], context.new_lists.citations[other]
    was = (before.list, before.section) if before.section is not None else None
    now = (after.list, after.section) if after.section is not None else None
    # Out of a section that is gone into the plan's own list is a move, too.
    if (context.sections.numbers.get(was, _GONE) if was else None) != now:
        part, home = context.new_lists.parts[after.list], context.new_home(after.list)
        places = context.old_lists.where(before), context.new_lists.where(after)
        yield Change(ChangeKind.MOVED, Item.CITATION, part.id, after.name, None, *places, home=home)


def _reordered_lists(context: Context) -> Iterator[Change]:
    """Yield the lists and groups whose entries, of those that both plans have, changed their order."""
    old, new, found = context.old_lists, context.new_lists, context.citations
    direct: defaultdict[int, list[tuple[int, int, str]]] = defaultdict(list)
    nested: defaultdict[int, list[tuple[int, int, str]]] = defaultdict(list)
    for one, other in found.kept:
        before, after = old.citations[one], new.citations[other]
        entries = direct[after.list] if after.group is None else nested[after.group]
        entries.append((before.position, after.position, after.name))
    for group in found.groups:
        was, now = old.groups[group.old], new.groups[group.new]
        if context.lists.get(was.list) == now.list:
            direct[now.list].append((was.position, now.position, now.group.heading))
    lists = [(at, None, entries) for at, entries in sorted(direct.items())]
    groups = [
        (new.groups[number].list, new.groups[number].group.group, entries)
        for number, entries in sorted(nested.items())
    ]
    for at, group_name, entries in (*lists, *groups):
        part, home = new.parts[at], context.new_home(at)
        yield from reordered(
            Item.CITATION, part.id, part.title, entries, field=group_name, home=home
        )
