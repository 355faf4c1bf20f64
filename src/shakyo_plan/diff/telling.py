"""The changes as people are told of them: what follows from another is not told again.

The list of changes is complete, for scripts; a reader wants to hear each thing once.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass, replace

from shakyo_plan.diff.account_changes import item_by_item
from shakyo_plan.diff.changes import (
    Basis,
    Change,
    ChangeKind,
    CitedIn,
    Comparison,
    Home,
    Item,
    PlanFlow,
)
from shakyo_plan.values.plan_id import fold_plan_id

_INTERNAL = frozenset({"aliases", "formerly", "distinct_from"})
"""Fields by which names are found, and which no plan prints."""


@dataclass(frozen=True)
class Told:
    """What is told of a comparison, and how often the year alone brought something, by field."""

    comparison: Comparison
    """With the changes that are told."""
    routine: Counter[str]
    """How many routine changes are left out."""


def tell(comparison: Comparison, *, routine: bool = False, board: bool = False) -> Told:
    """Return what to tell; ``routine`` tells also what the year alone brings.

    ``board`` leaves out what serves the file alone: accepted findings, other spellings.
    """
    changes = [*item_by_item(_without_what_follows(comparison.changes))]
    left_out: Counter[str] = Counter()
    if not routine:
        left_out.update(change.field or "" for change in changes if change.routine)
        changes = [change for change in changes if not change.routine]
    if board:
        changes = [change for change in changes if not _is_internal(change)]
    return Told(replace(comparison, changes=tuple(_in_runs(changes))), left_out)


def _is_internal(change: Change) -> bool:
    return change.item is Item.SUPPRESS or (
        change.item is Item.PROGRAM and change.field in _INTERNAL
    )


def _without_what_follows(changes: tuple[Change, ...]) -> Iterator[Change]:
    """Yield the changes but for those that a merged or split plan, or a rename by alias, explains."""
    flows = [change for change in changes if isinstance(change.old, PlanFlow)]
    ways = {
        (fold_plan_id(flow.old.id), fold_plan_id(flow.new.id)): {
            *flow.old.programs,
            *flow.new.programs,
        }
        for flow in flows
        if isinstance(flow.old, PlanFlow) and isinstance(flow.new, PlanFlow)
    }
    gone = {
        old for (old, _), flow in zip(ways, flows, strict=True) if flow.kind is ChangeKind.MERGED
    }
    come = {
        new for (_, new), flow in zip(ways, flows, strict=True) if flow.kind is ChangeKind.SPLIT
    }
    by_alias = {
        change.name
        for change in changes
        if change.item is Item.PROGRAM
        and change.evidence is not None
        and change.evidence.basis is Basis.ALIAS
    }
    for change in changes:
        whole_plan = change.item is Item.PLAN and isinstance(change.id, str)
        number = fold_plan_id(str(change.id))
        if whole_plan and change.kind is ChangeKind.REMOVED and number in gone:
            continue
        if whole_plan and change.kind is ChangeKind.ADDED and number in come:
            continue
        if change.item in (Item.CITATION, Item.SECTION, Item.GROUP) and _went_along(change, ways):
            continue
        if change.field == "aliases" and change.item is Item.PROGRAM and change.name in by_alias:
            continue
        yield change


def _went_along(change: Change, ways: dict[tuple[str, str], set[str]]) -> bool:
    old, new = _plan_of(change.old), _plan_of(change.new)
    if change.kind is ChangeKind.MOVED:
        return old is not None and new is not None and (old, new) in ways
    if change.item is not Item.CITATION:
        return False
    name = change.name or ""
    if change.kind is ChangeKind.ADDED:
        return any(new == into and name in programs for (_, into), programs in ways.items())
    if change.kind is ChangeKind.REMOVED:
        return any(old == out_of and name in programs for (out_of, _), programs in ways.items())
    return False


def _plan_of(value: object) -> str | None:
    if isinstance(value, CitedIn):
        return fold_plan_id(value.plan) if value.plan else None
    return fold_plan_id(value) if isinstance(value, str) else None


def _in_runs(changes: Iterable[Change]) -> Iterator[Change]:
    """Yield the changes, with plans renumbered behind one that came or went told in one."""
    changes = [*changes]
    runs: defaultdict[Hashable, list[Change]] = defaultdict(list)
    for change in changes:
        runs[_step(change)].append(change)
    for change in changes:
        step = _step(change)
        run = runs[step]
        if step is None or len(run) == 1:
            yield change
        elif change is run[0]:
            old, new = (f"{side[0]}～{side[-1]}" for side in _sides(run))
            goal = Home(change.home.goal)
            yield replace(change, id=new, name=None, old=old, new=new, evidence=None, home=goal)


def _sides(run: list[Change]) -> tuple[list[str], list[str]]:
    return [str(change.old) for change in run], [str(change.new) for change in run]


def _step(change: Change) -> Hashable:
    """Return what plans have in common whose numbers all moved by the same; None for another change."""
    if change.kind is not ChangeKind.RENUMBERED or change.item is not Item.PLAN:
        return None
    old, new = (fold_plan_id(str(side)).partition("-")[::2] for side in (change.old, change.new))
    if not all(part.isdecimal() for part in (*old, *new)):
        return None
    return old[0], new[0], int(new[1]) - int(old[1]), change.home.goal
