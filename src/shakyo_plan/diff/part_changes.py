"""What became of goals, basic plans, priorities and the management themselves."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from shakyo_plan.diff.changes import Change, Evidence, Home, Item, Kind, PlanPlace
from shakyo_plan.diff.context import NOTATION, Context, changed, renamed
from shakyo_plan.diff.entry_changes import Lists, sentence_changes
from shakyo_plan.diff.matching import positions
from shakyo_plan.diff.ordering import reordered, side_by_side
from shakyo_plan.diff.part_matching import Pair
from shakyo_plan.model import BasicPlan, Goal, ManagementSection, Priority
from shakyo_plan.values.plan_id import fold_plan_id, goal_of


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
    for row in side_by_side(len(old), len(new), pairs):
        match row:
            case int(one), None:
                gone, home = old[one], context.old_home(one)
                yield Change(Kind.REMOVED, Item.PLAN, gone.id, gone.title, old=gone, home=home)
            case None, int(other):
                came, home = new[other], context.new_home(other)
                yield Change(Kind.ADDED, Item.PLAN, came.id, came.title, new=came, home=home)
            case int(one), int(other):
                home = context.new_home(other)
                yield from _renumbered_or_moved(context, one, other, goals, evidence[other], home)
                yield from _retold(Item.PLAN, old[one], new[other], evidence[other], home)
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


def priority_changes(context: Context) -> Iterator[Change]:
    """Yield what became of the priorities and their actions."""
    old, new = context.old.priorities, context.new.priorities
    pairs = context.matching.priorities
    homes = context.priority_homes
    yield from _numbered(Item.PRIORITY, old, new, pairs, *homes, order=context.order)
    yield from sentence_changes(
        Lists(Item.ACTION, None, old, new, pairs, homes[1], order=context.order),
        [part.actions for part in old],
        [part.actions for part in new],
    )


def management_changes(context: Context) -> Iterator[Change]:
    """Yield what became of the sections on the management and their items."""
    old, new = context.old.management, context.new.management
    pairs = context.matching.management
    homes = context.management_homes
    yield from _numbered(Item.MANAGEMENT, old, new, pairs, *homes, order=context.order)
    yield from sentence_changes(
        Lists(Item.MANAGEMENT, "items", old, new, pairs, homes[1], order=context.order),
        [part.items for part in old],
        [part.items for part in new],
    )


_Numbered = Goal | Priority | ManagementSection
_Titled = _Numbered | BasicPlan


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
    for row in side_by_side(len(old), len(new), positions(pairs)):
        match row:
            case int(one), None:
                gone, home = old[one], old_homes[one]
                yield Change(Kind.REMOVED, item, gone.id, gone.title, old=gone, home=home)
            case None, int(other):
                came, home = new[other], new_homes[other]
                yield Change(Kind.ADDED, item, came.id, came.title, new=came, home=home)
            case int(one), int(other):
                before, after, home = old[one], new[other], new_homes[other]
                ground, ids = evidence[other], (before.id, after.id)
                if before.id != after.id:
                    yield Change(
                        Kind.RENUMBERED, item, after.id, after.title, "id", *ids, ground, home
                    )
                yield from _retold(item, before, after, ground, home)
    if order:
        both = [(pair.old, pair.new, new[pair.new].title) for pair in pairs]
        yield from reordered(item, None, None, both)


def _retold(
    item: Item, before: _Titled, after: _Titled, evidence: Evidence | None, home: Home
) -> Iterator[Change]:
    """Yield what became of the title and the text of a part."""
    titles = before.title, after.title
    yield from renamed(item, after.id, "title", *titles, evidence or NOTATION, home)
    yield from changed(item, after.id, after.title, "text", before.text, after.text, home)
