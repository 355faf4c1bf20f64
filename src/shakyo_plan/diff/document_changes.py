"""What became of the parts that a plan has once: council, labels, philosophy, policy and the like."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from shakyo_plan.diff.assigning import paired_by_key
from shakyo_plan.diff.changes import Change, ChangeKind, Item
from shakyo_plan.diff.context import Context
from shakyo_plan.diff.field_changes import changed, fields_changed, renamed
from shakyo_plan.diff.ordering import reordered
from shakyo_plan.diff.pairs import Come, Gone, Kept, walk
from shakyo_plan.diff.part_matching import Traits, match_parts
from shakyo_plan.model import Plan, Suppression
from shakyo_plan.model.fields import fields_of
from shakyo_plan.values.plan_id import fold_plan_id


def document_changes(context: Context) -> Iterator[Change]:
    """Yield what became of the council, the labels, the philosophy, the plans above, the policy."""
    old, new = context.old, context.new
    names = old.council.name, new.council.name
    yield from changed(Item.COUNCIL, None, new.council.name, "name", *names)
    yield from _districts(context)
    yield from fields_changed(Item.COUNCIL, None, new.council.name, old.council, new.council)
    yield from fields_changed(Item.LABELS, None, None, old.labels, new.labels)
    for field in fields_of(Plan):
        if field.key == "based_on":
            yield from _plans_above(context)
        elif field.key not in _TOLD_APART:
            values = getattr(old, field.key), getattr(new, field.key)
            own = field.key in tuple(Item)
            item, key = (Item(field.key), None) if own else (Item.DOCUMENT, field.key)
            yield from changed(item, None, None, key, *values)


_TOLD_APART = frozenset(
    {
        *("format", "fiscal_year", "council", "labels", "priorities", "goals", "plans"),
        *("programs", "management", "suppress"),
    }
)
"""Keys of the plan that are no change by themselves, or whose changes are told elsewhere."""


def _districts(context: Context) -> Iterator[Change]:
    old, new = context.old.council.districts, context.new.council.districts
    pairs = context.matching.districts
    council = context.new.council.name
    told = Item.COUNCIL, None, council, "districts"
    for step in walk(old, new, pairs):
        match step:
            case Gone(_, gone):
                yield Change(ChangeKind.REMOVED, *told, gone, None)
            case Come(_, come):
                yield Change(ChangeKind.ADDED, *told, None, come)
            case Kept(_, _, before, after, evidence) if before != after:
                yield Change(ChangeKind.RENAMED, *told, before, after, evidence)
            case _:
                pass
    if context.order:
        entries = [(pair.old, pair.new, new[pair.new]) for pair in pairs]
        yield from reordered(Item.COUNCIL, None, council, entries, field="districts")


def _plans_above(context: Context) -> Iterator[Change]:
    old, new = context.old.based_on, context.new.based_on
    pairs = match_parts(
        [Traits("", above.name, frozenset()) for above in old],
        [Traits("", above.name, frozenset()) for above in new],
    )
    for step in walk(old, new, pairs):
        match step:
            case Gone(_, gone):
                yield Change(ChangeKind.REMOVED, Item.BASED_ON, None, gone.name, old=gone)
            case Come(_, come):
                yield Change(ChangeKind.ADDED, Item.BASED_ON, None, come.name, new=come)
            case Kept(_, _, before, after, ground):
                yield from renamed(Item.BASED_ON, None, "name", before.name, after.name, ground)
                yield from fields_changed(Item.BASED_ON, None, after.name, before, after)
    if context.order:
        entries = [(pair.old, pair.new, new[pair.new].name) for pair in pairs]
        yield from reordered(Item.BASED_ON, None, None, entries)


def suppression_changes(context: Context) -> Iterator[Change]:
    """Yield what became of the findings accepted on purpose; they follow what they are about."""
    old, new = context.old.suppress, context.new.suppress

    def about(suppression: Suppression) -> str:
        item = suppression.item
        if item in context.program_names:
            return context.program_names[item]
        return context.plan_ids.get(fold_plan_id(item)) or context.numbers.get(item, item)

    pairs = paired_by_key(
        {at: (accepted.rule, about(accepted)) for at, accepted in enumerate(old)},
        {at: (accepted.rule, accepted.item) for at, accepted in enumerate(new)},
    )
    for step in walk(old, new, pairs):
        match step:
            case Gone(_, gone):
                yield Change(ChangeKind.REMOVED, Item.SUPPRESS, gone.rule, gone.item, old=gone)
            case Come(_, come):
                yield Change(ChangeKind.ADDED, Item.SUPPRESS, come.rule, come.item, new=come)
            case Kept(_, _, before, after):
                followed = replace(before, item=after.item)
                told = Item.SUPPRESS, after.rule, after.item
                yield from fields_changed(*told, followed, after)
    if context.order:
        entries = [(pair.old, pair.new, new[pair.new].rule) for pair in pairs]
        yield from reordered(Item.SUPPRESS, None, None, entries)
