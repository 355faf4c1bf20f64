"""What became of goals, basic plans, priorities and the management themselves."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from shakyo_plan.diff.changes import Change, ChangeKind, Evidence, Home, Item, PlanPlace
from shakyo_plan.diff.context import Context
from shakyo_plan.diff.entry_changes import SentenceLists, sentence_changes
from shakyo_plan.diff.field_changes import NOTATION, changed, fields_changed, renamed
from shakyo_plan.diff.ordering import reordered
from shakyo_plan.diff.pairs import Come, Gone, Kept, Pair, positions, walk
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
    goals = positions(context.matching.goals)
    for step in walk(old, new, context.matching.plans):
        match step:
            case Gone(at, gone):
                home = context.old_home(at)
                yield Change(
                    ChangeKind.REMOVED, Item.PLAN, gone.id, gone.title, old=gone, home=home
                )
            case Come(at, come):
                home = context.new_home(at)
                yield Change(ChangeKind.ADDED, Item.PLAN, come.id, come.title, new=come, home=home)
            case Kept(one, other, before, after, evidence):
                home = context.new_home(other)
                yield from _renumbered_or_moved(context, one, other, goals, evidence, home)
                yield from _retold(Item.PLAN, before, after, evidence, home)
    if context.order:
        for at, goal in enumerate(context.new.goals):
            staying = [
                (one, other, new[other].id)
                for one, other, _ in context.matching.plans
                if context.new_goals[other] == at == _now(context.old_goals[one], goals)
            ]
            home = Home(context.goal_headings[1][at])
            yield from reordered(Item.PLAN, goal.id, goal.title, staying, home=home)


def _now(goal: int | None, goals: Mapping[int, int]) -> int | None:
    """Return the new position of an old goal; None for none."""
    return None if goal is None else goals.get(goal)


def _renumbered_or_moved(
    context: Context,
    one: int,
    other: int,
    goals: Mapping[int, int],
    evidence: Evidence | None,
    home: Home,
) -> Iterator[Change]:
    before, after = context.old.basic_plans[one], context.new.basic_plans[other]
    was, now = context.old_goals[one], context.new_goals[other]
    old_goal = None if was is None else context.old.goals[was].id
    new_goal = None if now is None else context.new.goals[now].id
    if _now(was, goals) != now or (was is not None and now is None):
        places = PlanPlace(old_goal, before.id), PlanPlace(new_goal, after.id)
        yield Change(
            ChangeKind.MOVED, Item.PLAN, after.id, after.title, None, *places, evidence, home
        )
        return
    expected = before.id
    if old_goal != new_goal and goal_of(before.id) == old_goal:
        # The goal got another number, and that is told once, there.
        expected = f"{new_goal}-{fold_plan_id(before.id).partition('-')[2]}"
    if fold_plan_id(expected) != fold_plan_id(after.id):
        ids = before.id, after.id
        yield Change(
            ChangeKind.RENUMBERED, Item.PLAN, after.id, after.title, "id", *ids, evidence, home
        )
    elif expected != after.id:
        yield from changed(Item.PLAN, after.id, after.title, "id", before.id, after.id, home)


def priority_changes(context: Context) -> Iterator[Change]:
    """Yield what became of the priorities and their actions."""
    old, new = context.old.priorities, context.new.priorities
    pairs = context.matching.priorities
    homes = context.priority_homes
    yield from _numbered(Item.PRIORITY, old, new, pairs, *homes, order=context.order)
    yield from sentence_changes(
        SentenceLists(Item.ACTION, None, old, new, pairs, homes[1], order=context.order),
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
        SentenceLists(Item.MANAGEMENT, "items", old, new, pairs, homes[1], order=context.order),
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
    for step in walk(old, new, pairs):
        match step:
            case Gone(at, gone):
                home = old_homes[at]
                yield Change(ChangeKind.REMOVED, item, gone.id, gone.title, old=gone, home=home)
            case Come(at, come):
                home = new_homes[at]
                yield Change(ChangeKind.ADDED, item, come.id, come.title, new=come, home=home)
            case Kept(_, at, before, after, ground):
                home, ids = new_homes[at], (before.id, after.id)
                if before.id != after.id:
                    yield Change(
                        ChangeKind.RENUMBERED, item, after.id, after.title, "id", *ids, ground, home
                    )
                yield from _retold(item, before, after, ground, home)
    if order:
        both = [(pair.old, pair.new, new[pair.new].title) for pair in pairs]
        yield from reordered(item, None, None, both)


def _retold(
    item: Item, before: _Titled, after: _Titled, evidence: Evidence | None, home: Home
) -> Iterator[Change]:
    """Yield what became of the title and the other keys of a part."""
    titles = before.title, after.title
    yield from renamed(item, after.id, "title", *titles, evidence or NOTATION, home)
    yield from fields_changed(item, after.id, after.title, before, after, home)
