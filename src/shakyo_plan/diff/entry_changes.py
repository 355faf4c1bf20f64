"""What became of the entries that parts hold: sections, actions, items of the management."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from shakyo_plan.diff.changes import Change, Evidence, Home, Item, Kind, Value
from shakyo_plan.diff.context import NOTATION, Context, changed, renamed
from shakyo_plan.diff.entry_matching import Entry, match_entries
from shakyo_plan.diff.matching import positions
from shakyo_plan.diff.ordering import reordered, side_by_side
from shakyo_plan.diff.part_matching import Pair
from shakyo_plan.model import ManagementSection, Priority


def section_changes(context: Context) -> Iterator[Change]:
    """Yield what became of the sections of the basic plans."""
    old = [(at, s) for at, plan in enumerate(context.old.basic_plans) for s in plan.sections]
    new = [(at, s) for at, plan in enumerate(context.new.basic_plans) for s in plan.sections]
    plans = positions(context.matching.plans)
    came_along = set(plans.values())
    pairs = match_entries(
        [Entry(at, section.title, section.text) for at, section in old],
        [Entry(at, section.title, section.text) for at, section in new],
        plans,
    )
    evidence = {pair.new: pair.evidence for pair in pairs}
    ids = [plan.id for plan in context.new.basic_plans]
    for row in side_by_side(len(old), len(new), positions(pairs)):
        match row:
            case int(one), None:
                at, gone = old[one]
                if at in plans:
                    told, home = (ids[plans[at]], gone.title), context.old_home(at)
                    yield Change(Kind.REMOVED, Item.SECTION, *told, old=gone, home=home)
            case None, int(other):
                at, came = new[other]
                if at in came_along:
                    told, home = (ids[at], came.title), context.new_home(at)
                    yield Change(Kind.ADDED, Item.SECTION, *told, new=came, home=home)
            case int(one), int(other):
                (was_at, before), (at, after) = old[one], new[other]
                told, home = (ids[at], after.title), context.new_home(at)
                if plans.get(was_at) != at:
                    places = context.old.basic_plans[was_at].id, ids[at]
                    yield Change(Kind.MOVED, Item.SECTION, *told, None, *places, home=home)
                titles, ground = (before.title, after.title), evidence[other] or NOTATION
                yield from renamed(Item.SECTION, ids[at], "title", *titles, ground, home)
                texts = before.text, after.text
                yield from changed(Item.SECTION, *told, "text", *texts, home)
    if context.order:
        for at, plan in enumerate(context.new.basic_plans):
            staying = [
                (pair.old, pair.new, new[pair.new][1].title)
                for pair in pairs
                if new[pair.new][0] == at == plans.get(old[pair.old][0])
            ]
            yield from reordered(
                Item.SECTION, plan.id, plan.title, staying, home=context.new_home(at)
            )


@dataclass(frozen=True)
class Lists:
    """What kind of sentences are compared, and the parts that list them, old and new."""

    item: Item
    field: str | None
    old: Sequence[Priority | ManagementSection]
    new: Sequence[Priority | ManagementSection]
    pairs: Sequence[Pair]
    homes: Mapping[int, Home]
    """Of the new parts."""
    order: bool

    def change(
        self,
        kind: Kind,
        at: int,
        words: str,
        old: Value,
        new: Value,
        evidence: Evidence | None = None,
    ) -> Change:
        """Return a change to an entry of the new part at a position."""
        part = self.new[at]
        return Change(
            kind, self.item, part.id, words, self.field, old, new, evidence, self.homes[at]
        )


def sentence_changes(
    lists: Lists, old_words: Sequence[Sequence[str]], new_words: Sequence[Sequence[str]]
) -> Iterator[Change]:
    """Yield what became of the sentences that parts list; those of a part that comes or goes do too."""
    old = [Entry(at, words) for at, each in enumerate(old_words) for words in each]
    new = [Entry(at, words) for at, each in enumerate(new_words) for words in each]
    parents = positions(lists.pairs)
    came_along = set(parents.values())
    pairs = match_entries(old, new, parents)
    evidence = {pair.new: pair.evidence for pair in pairs}
    for row in side_by_side(len(old), len(new), positions(pairs)):
        match row:
            case int(one), None:
                gone = old[one]
                if gone.parent in parents:
                    at = parents[gone.parent]
                    yield lists.change(Kind.REMOVED, at, gone.words, gone.words, None)
            case None, int(other):
                came = new[other]
                if came.parent in came_along:
                    yield lists.change(Kind.ADDED, came.parent, came.words, None, came.words)
            case int(one), int(other):
                before, after = old[one], new[other]
                at, words = after.parent, (before.words, after.words)
                if before.words != after.words:
                    yield lists.change(Kind.CHANGED, at, after.words, *words, evidence[other])
                if parents.get(before.parent) != at:
                    ids = lists.old[before.parent].id, lists.new[at].id
                    yield lists.change(Kind.MOVED, at, after.words, *ids)
    if lists.order:
        for at, part in enumerate(lists.new):
            staying = [
                (pair.old, pair.new, new[pair.new].words)
                for pair in pairs
                if new[pair.new].parent == at == parents.get(old[pair.old].parent)
            ]
            yield from reordered(
                lists.item, part.id, part.title, staying, field=lists.field, home=lists.homes[at]
            )
