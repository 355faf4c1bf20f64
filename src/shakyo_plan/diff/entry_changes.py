"""What became of the entries that parts hold: sections, actions, items of the management."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from shakyo_plan.diff.changes import Change, ChangeKind, Evidence, Home, Item, Value
from shakyo_plan.diff.context import Context
from shakyo_plan.diff.entry_matching import PartEntry, match_entries
from shakyo_plan.diff.field_changes import NOTATION, fields_changed, renamed
from shakyo_plan.diff.ordering import reordered
from shakyo_plan.diff.pairs import Come, Gone, Kept, Pair, positions, walk
from shakyo_plan.model import ManagementSection, Priority


def section_changes(context: Context) -> Iterator[Change]:
    """Yield what became of the sections of the basic plans."""
    old, new, pairs = context.sections.old, context.sections.new, context.sections.pairs
    plans = positions(context.matching.plans)
    came_along = set(plans.values())
    ids = [plan.id for plan in context.new.basic_plans]
    for step in walk(old, new, pairs):
        match step:
            case Gone(_, (at, gone)):
                if at in plans:
                    told, home = (ids[plans[at]], gone.title), context.old_home(at)
                    yield Change(ChangeKind.REMOVED, Item.SECTION, *told, old=gone, home=home)
            case Come(_, (at, come)):
                if at in came_along:
                    told, home = (ids[at], come.title), context.new_home(at)
                    yield Change(ChangeKind.ADDED, Item.SECTION, *told, new=come, home=home)
            case Kept(_, _, (was_at, before), (at, after), evidence):
                told, home = (ids[at], after.title), context.new_home(at)
                if plans.get(was_at) != at:
                    places = context.old.basic_plans[was_at].id, ids[at]
                    yield Change(ChangeKind.MOVED, Item.SECTION, *told, None, *places, home=home)
                titles, ground = (before.title, after.title), evidence or NOTATION
                yield from renamed(Item.SECTION, ids[at], "title", *titles, ground, home)
                yield from fields_changed(Item.SECTION, *told, before, after, home)
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
class SentenceLists:
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
        kind: ChangeKind,
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
    lists: SentenceLists, old_words: Sequence[Sequence[str]], new_words: Sequence[Sequence[str]]
) -> Iterator[Change]:
    """Yield what became of the sentences that parts list; those of a part that comes or goes do too."""
    old = [PartEntry(at, words) for at, listed in enumerate(old_words) for words in listed]
    new = [PartEntry(at, words) for at, listed in enumerate(new_words) for words in listed]
    parents = positions(lists.pairs)
    came_along = set(parents.values())
    pairs = match_entries(old, new, parents)
    for step in walk(old, new, pairs):
        match step:
            case Gone(_, gone):
                if gone.parent in parents:
                    at = parents[gone.parent]
                    yield lists.change(ChangeKind.REMOVED, at, gone.words, gone.words, None)
            case Come(_, come):
                if come.parent in came_along:
                    yield lists.change(ChangeKind.ADDED, come.parent, come.words, None, come.words)
            case Kept(_, _, before, after, evidence):
                at, words = after.parent, (before.words, after.words)
                if before.words != after.words:
                    yield lists.change(ChangeKind.CHANGED, at, after.words, *words, evidence)
                if parents.get(before.parent) != at:
                    ids = lists.old[before.parent].id, lists.new[at].id
                    yield lists.change(ChangeKind.MOVED, at, after.words, *ids)
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
