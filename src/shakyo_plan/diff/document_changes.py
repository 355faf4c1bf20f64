"""What became of the parts that a plan has once: council, labels, philosophy, policy and the like."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from shakyo_plan.diff.assigning import by_key
from shakyo_plan.diff.changes import Basis, Change, Evidence, Item, Kind, Strength
from shakyo_plan.diff.context import Context, changed, renamed
from shakyo_plan.diff.matching import positions
from shakyo_plan.diff.ordering import reordered, side_by_side
from shakyo_plan.diff.part_matching import Traits, match_parts
from shakyo_plan.likeness import likeness, nearest
from shakyo_plan.model import Plan, Suppression
from shakyo_plan.values.plan_id import fold_plan_id


def document_changes(context: Context) -> Iterator[Change]:
    """Yield what became of the council, the labels, the philosophy, the plans above, the policy."""
    old, new = context.old, context.new
    names = old.council.name, new.council.name
    yield from changed(Item.COUNCIL, None, new.council.name, "name", *names)
    yield from _districts(context)
    for label in ("priority", "goal", "plan"):
        before, after = getattr(old.labels, label), getattr(new.labels, label)
        yield from changed(Item.LABELS, None, None, label, before, after)
    yield from changed(Item.PHILOSOPHY, None, None, None, old.philosophy, new.philosophy)
    yield from _plans_above(context)
    yield from changed(Item.POLICY, None, None, None, old.policy, new.policy)


def new_districts(old: Plan, new: Plan) -> Mapping[str, str]:
    """Return the districts that were renamed, the new names by the old ones: a guess by likeness."""
    gone = [name for name in old.council.districts if name not in new.council.districts]
    come = [name for name in new.council.districts if name not in old.council.districts]
    found: dict[str, str] = {}
    for name in dict.fromkeys(gone):
        for near in nearest(name, come, 1):
            found[name] = near
            come.remove(near)
    return found


def _districts(context: Context) -> Iterator[Change]:
    old, new = context.old.council.districts, context.new.council.districts
    names = new_districts(context.old, context.new)
    council = context.new.council.name
    pairs = dict(by_key(dict(enumerate(names.get(d, d) for d in old)), dict(enumerate(new))))
    for one, other in side_by_side(len(old), len(new), pairs):
        before = old[one] if one is not None else None
        after = new[other] if other is not None else None
        if before is None or after is None:
            kind = Kind.ADDED if before is None else Kind.REMOVED
            yield Change(kind, Item.COUNCIL, None, council, "districts", before, after)
        elif before != after:
            alike = round(likeness(before, after) * 100)
            evidence = Evidence(Basis.LIKENESS, Strength.GUESS, alike)
            yield Change(
                Kind.RENAMED, Item.COUNCIL, None, council, "districts", before, after, evidence
            )
    if context.order:
        entries = [(one, other, new[other]) for one, other in pairs.items()]
        yield from reordered(Item.COUNCIL, None, council, entries, field="districts")


def _plans_above(context: Context) -> Iterator[Change]:
    old, new = context.old.based_on, context.new.based_on
    pairs = match_parts(
        [Traits("", each.name, frozenset()) for each in old],
        [Traits("", each.name, frozenset()) for each in new],
    )
    evidence = {pair.new: pair.evidence for pair in pairs}
    for one, other in side_by_side(len(old), len(new), positions(pairs)):
        before = old[one] if one is not None else None
        after = new[other] if other is not None else None
        if after is None or other is None:
            name = before.name if before else None
            yield Change(Kind.REMOVED, Item.BASED_ON, None, name, old=before)
        elif before is None:
            yield Change(Kind.ADDED, Item.BASED_ON, None, after.name, new=after)
        else:
            ground = evidence[other]
            yield from renamed(Item.BASED_ON, None, "name", before.name, after.name, ground)
            for field in ("owner", "period"):
                values = getattr(before, field), getattr(after, field)
                yield from changed(Item.BASED_ON, None, after.name, field, *values)
    if context.order:
        entries = [(pair.old, pair.new, new[pair.new].name) for pair in pairs]
        yield from reordered(Item.BASED_ON, None, None, entries)


def suppression_changes(context: Context) -> Iterator[Change]:
    """Yield what became of the findings accepted on purpose; they follow what they are about."""
    old, new = context.old.suppress, context.new.suppress

    def about(each: Suppression) -> str:
        plan_id = context.plan_ids.get(fold_plan_id(each.item), each.item)
        return context.program_names.get(each.item, plan_id)

    def keys(items: Sequence[str], entries: Sequence[Suppression]) -> dict[int, tuple[str, str]]:
        return {
            n: (each.rule, item) for n, (each, item) in enumerate(zip(entries, items, strict=True))
        }

    before_items = [*map(about, old)]
    pairs = dict(by_key(keys(before_items, old), keys([each.item for each in new], new)))
    for one, other in side_by_side(len(old), len(new), pairs):
        before = old[one] if one is not None else None
        after = new[other] if other is not None else None
        if after is None and before is not None:
            yield Change(Kind.REMOVED, Item.SUPPRESS, before.rule, before.item, old=before)
        elif before is None and after is not None:
            yield Change(Kind.ADDED, Item.SUPPRESS, after.rule, after.item, new=after)
        elif before is not None and after is not None:
            for field in ("reason", "until"):
                values = getattr(before, field), getattr(after, field)
                yield from changed(Item.SUPPRESS, after.rule, after.item, field, *values)
    if context.order:
        entries = [(one, other, new[other].rule) for one, other in pairs.items()]
        yield from reordered(Item.SUPPRESS, None, None, entries)
