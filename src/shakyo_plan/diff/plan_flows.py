"""Basic plans that were merged into another, or split off from one: told by what went along."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence

from shakyo_plan.diff.changes import Basis, Change, ChangeKind, Evidence, Item, PlanFlow, Strength
from shakyo_plan.diff.context import Context
from shakyo_plan.diff.pairs import positions
from shakyo_plan.model import BasicPlan
from shakyo_plan.values.name import fold_name

_MOST = 0.5
"""A plan went where at least this share of its programs and sections is now."""
_LEAST = 2
"""So many of them at least: a single program that moved makes no merger."""


def plan_flows(context: Context) -> Iterator[Change]:
    """Yield the basic plans that went into another and those that came out of one.

    What that means for each program and section is told apart, as if they had moved one by one.
    """
    old, new = context.old.basic_plans, context.new.basic_plans
    kept = positions(context.matching.plans)
    was = {other: one for one, other in kept.items()}
    before, after = _contents(context)
    for one, plan in enumerate(old):
        if one not in kept and (other := _where(before[one], after, was)) is not None:
            flow = _flow(plan, before[one], after[other])
            home = context.new_home(other)
            into = PlanFlow(new[other].id, new[other].title)
            told = new[other].id, new[other].title, None
            yield Change(ChangeKind.MERGED, Item.PLAN, *told, flow, into, _evidence(flow), home)
    for other, plan in enumerate(new):
        if other not in was and (source := _where(after[other], before, kept)) is not None:
            flow = _flow(plan, after[other], before[source])
            home = context.new_home(kept[source])
            out_of = PlanFlow(old[source].id, old[source].title)
            told = new[kept[source]].id, new[kept[source]].title, None
            yield Change(ChangeKind.SPLIT, Item.PLAN, *told, out_of, flow, _evidence(flow), home)


_Contents = Mapping[Hashable, str]
"""The programs and sections of a plan: what to call each, by what it is in both years."""


def _contents(context: Context) -> tuple[list[_Contents], list[_Contents]]:
    found: list[list[_Contents]] = []
    for plans, lists, keys in (
        (context.old.basic_plans, context.old_lists, context.citations.old_keys),
        (context.new.basic_plans, context.new_lists, context.citations.new_keys),
    ):
        contents: list[dict[Hashable, str]] = [{} for _ in plans]
        for cited, key in zip(lists.citations, keys, strict=True):
            if cited.list < len(plans):
                contents[cited.list][key] = cited.name
        for at, plan in enumerate(plans):
            contents[at] |= {("section", fold_name(s.title)): s.title for s in plan.sections}
        found.append([*contents])
    return found[0], found[1]


def _where(mine: _Contents, others: Sequence[_Contents], among: Mapping[int, int]) -> int | None:
    """Return the plan among those kept that has most of these contents; None where none has enough."""
    shares: defaultdict[int, int] = defaultdict(int)
    spread = Counter(key for at in among for key in others[at])
    for at in among:
        shares[at] = sum(
            key in others[at] for key in mine if spread[key] <= max(2, len(among) // 3)
        )
    best = max(shares, key=lambda at: (shares[at], -at), default=None)
    if best is None or shares[best] < max(_LEAST, _MOST * len(mine)):
        return None
    return best


def _flow(plan: BasicPlan, mine: _Contents, theirs: _Contents) -> PlanFlow:
    along = [(key, name) for key, name in mine.items() if key in theirs]
    programs = tuple(name for key, name in along if not _is_section(key))
    return PlanFlow(plan.id, plan.title, programs, tuple(n for k, n in along if _is_section(k)))


def _is_section(key: Hashable) -> bool:
    return isinstance(key, tuple) and key[:1] == ("section",)


def _evidence(flow: PlanFlow) -> Evidence:
    return Evidence(Basis.CONTENT, Strength.GUESS, None, (*flow.programs, *flow.sections))
