"""What became of goals, basic plans, priorities and the management, with their entries."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from shakyo_plan.diff.changes import (
    Basis,
    Change,
    Evidence,
    Home,
    Item,
    Kind,
    PlanPlace,
    Strength,
    Value,
)
from shakyo_plan.diff.context import Context, changed, renamed
from shakyo_plan.diff.entry_matching import Entry, match_entries
from shakyo_plan.diff.matching import positions
from shakyo_plan.diff.ordering import reordered, side_by_side
from shakyo_plan.diff.part_matching import Pair
from shakyo_plan.model import Goal, ManagementSection, Priority
from shakyo_plan.values.plan_id import fold_plan_id, goal_of

_NOTATION = Evidence(Basis.NAME, Strength.CERTAIN)


def goal_changes(context: Context) -> Iterator[Change]:
    """Yield what became of the goals themselves; their basic plans are told apart."""
    old, new = context.old.goals, context.new.goals
    olds, news = context.goal_headings
    yield from _numbered(
        Item.GOAL,
        old,
        new,
        context.matching.goals,
        {at: Home(heading) for at, heading in olds.items()},
        {at: Home(heading) for at, heading in news.items()},
        order=context.order,
    )


def plan_changes(context: Context) -> Iterator[Change]:
    """Yield what became of the basic plans themselves."""
    old, new = context.old.basic_plans, context.new.basic_plans
    evidence = {pair.new: pair.evidence for pair in context.matching.plans}
    pairs = positions(context.matching.plans)
    goals = positions(context.matching.goals)
    for one, other in side_by_side(len(old), len(new), pairs):
        if other is None:
            assert one is not None  # noqa: S101 - one of the two is always there
            gone = old[one]
            home = context.old_home(one)
            yield Change(Kind.REMOVED, Item.PLAN, gone.id, gone.title, old=gone, home=home)
            continue
        after, home = new[other], context.new_home(other)
        if one is None:
            yield Change(Kind.ADDED, Item.PLAN, after.id, after.title, new=after, home=home)
            continue
        before, ground = old[one], evidence[other]
        yield from _renumbered_or_moved(context, one, other, goals, ground, home)
        ground = ground or _NOTATION
        yield from renamed(Item.PLAN, after.id, "title", before.title, after.title, ground, home)
        yield from changed(Item.PLAN, after.id, after.title, "text", before.text, after.text, home)
    if context.order:
        for at, goal in enumerate(context.new.goals):
            staying = [
                (one, other, new[other].id)
                for one, other in pairs.items()
                if context.new_goals[other] == at == goals.get(context.old_goals[one])
            ]
            home = Home(context.goal_headings[1][at])
            yield from reordered(Item.PLAN, goal.id, goal.title, staying, home=home)


def _renumbered_or_moved(
    context: Context,
    one: int,
    other: int,
    goals: Mapping[int, int],
    evidence: Evidence | None,
    home: Home,
) -> Iterator[Change]:
    before, after = context.old.basic_plans[one], context.new.basic_plans[other]
    old_goal = context.old.goals[context.old_goals[one]]
    new_goal = context.new.goals[context.new_goals[other]]
    if goals.get(context.old_goals[one]) != context.new_goals[other]:
        places = PlanPlace(old_goal.id, before.id), PlanPlace(new_goal.id, after.id)
        yield Change(Kind.MOVED, Item.PLAN, after.id, after.title, None, *places, evidence, home)
        return
    expected = before.id
    if old_goal.id != new_goal.id and goal_of(before.id) == old_goal.id:
        # The goal got another number, and that is told once, there.
        expected = f"{new_goal.id}-{fold_plan_id(before.id).partition('-')[2]}"
    if fold_plan_id(expected) != fold_plan_id(after.id):
        ids = before.id, after.id
        yield Change(Kind.RENUMBERED, Item.PLAN, after.id, after.title, "id", *ids, evidence, home)
    elif expected != after.id:
        yield from changed(Item.PLAN, after.id, after.title, "id", before.id, after.id, home)


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
    for one, other in side_by_side(len(old), len(new), positions(pairs)):
        if other is None:
            at, gone = old[one or 0]
            if at in plans:
                plan_id, home = context.new.basic_plans[plans[at]].id, context.old_home(at)
                yield Change(Kind.REMOVED, Item.SECTION, plan_id, gone.title, old=gone, home=home)
            continue
        at, after = new[other]
        plan_id, home = context.new.basic_plans[at].id, context.new_home(at)
        if one is None:
            if at in came_along:
                yield Change(Kind.ADDED, Item.SECTION, plan_id, after.title, new=after, home=home)
            continue
        was_at, before = old[one]
        if plans.get(was_at) != at:
            places = context.old.basic_plans[was_at].id, plan_id
            yield Change(Kind.MOVED, Item.SECTION, plan_id, after.title, None, *places, home=home)
        ground = evidence[other] or _NOTATION
        yield from renamed(Item.SECTION, plan_id, "title", before.title, after.title, ground, home)
        yield from changed(
            Item.SECTION, plan_id, after.title, "text", before.text, after.text, home
        )
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


def priority_changes(context: Context) -> Iterator[Change]:
    """Yield what became of the priorities and their actions."""
    old, new = context.old.priorities, context.new.priorities
    pairs = context.matching.priorities
    homes = context.priority_homes
    yield from _numbered(Item.PRIORITY, old, new, pairs, *homes, order=context.order)
    yield from _entries(
        _Entries(Item.ACTION, None, old, new, pairs, homes[1], order=context.order),
        [part.actions for part in old],
        [part.actions for part in new],
    )


def management_changes(context: Context) -> Iterator[Change]:
    """Yield what became of the sections on the management and their items."""
    old, new = context.old.management, context.new.management
    pairs = context.matching.management
    homes = context.management_homes
    yield from _numbered(Item.MANAGEMENT, old, new, pairs, *homes, order=context.order)
    yield from _entries(
        _Entries(Item.MANAGEMENT, "items", old, new, pairs, homes[1], order=context.order),
        [part.items for part in old],
        [part.items for part in new],
    )


_Numbered = Goal | Priority | ManagementSection


def _numbered(
    item: Item,
    old: Sequence[_Numbered],
    new: Sequence[_Numbered],
    pairs: Sequence[Pair],
    old_homes: Mapping[int, Home],
    new_homes: Mapping[int, Home],
    *,
    order: bool,
) -> Iterator[Change]:
    """Yield what became of parts that have a number, a title and a text."""
    evidence = {pair.new: pair.evidence for pair in pairs}
    for one, other in side_by_side(len(old), len(new), positions(pairs)):
        if other is None:
            assert one is not None  # noqa: S101 - one of the two is always there
            gone, home = old[one], old_homes[one]
            yield Change(Kind.REMOVED, item, gone.id, gone.title, old=gone, home=home)
            continue
        after, home = new[other], new_homes[other]
        if one is None:
            yield Change(Kind.ADDED, item, after.id, after.title, new=after, home=home)
            continue
        before, ground = old[one], evidence[other]
        if before.id != after.id:
            ids = before.id, after.id
            yield Change(Kind.RENUMBERED, item, after.id, after.title, "id", *ids, ground, home)
        ground = ground or _NOTATION
        yield from renamed(item, after.id, "title", before.title, after.title, ground, home)
        yield from changed(item, after.id, after.title, "text", before.text, after.text, home)
    if order:
        both = [(pair.old, pair.new, new[pair.new].title) for pair in pairs]
        yield from reordered(item, None, None, both)


@dataclass(frozen=True)
class _Entries:
    """What kind of sentences are compared, and the parts that list them."""

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


def _entries(
    what: _Entries, old_words: Sequence[Sequence[str]], new_words: Sequence[Sequence[str]]
) -> Iterator[Change]:
    """Yield what became of the sentences that parts list; those of a part that comes or goes do too."""
    old = [Entry(at, words) for at, each in enumerate(old_words) for words in each]
    new = [Entry(at, words) for at, each in enumerate(new_words) for words in each]
    parents = positions(what.pairs)
    came_along = set(parents.values())
    pairs = match_entries(old, new, parents)
    evidence = {pair.new: pair.evidence for pair in pairs}
    for one, other in side_by_side(len(old), len(new), positions(pairs)):
        if other is None:
            gone = old[one or 0]
            if gone.parent in parents:
                yield what.change(Kind.REMOVED, parents[gone.parent], gone.words, gone.words, None)
            continue
        after = new[other]
        if one is None:
            if after.parent in came_along:
                yield what.change(Kind.ADDED, after.parent, after.words, None, after.words)
            continue
        before = old[one]
        if before.words != after.words:
            words = before.words, after.words
            yield what.change(Kind.CHANGED, after.parent, after.words, *words, evidence[other])
        if parents.get(before.parent) != after.parent:
            ids = what.old[before.parent].id, what.new[after.parent].id
            yield what.change(Kind.MOVED, after.parent, after.words, *ids)
    if what.order:
        for at, part in enumerate(what.new):
            staying = [
                (pair.old, pair.new, new[pair.new].words)
                for pair in pairs
                if new[pair.new].parent == at == parents.get(old[pair.old].parent)
            ]
            yield from reordered(
                what.item, part.id, part.title, staying, field=what.field, home=what.homes[at]
            )
