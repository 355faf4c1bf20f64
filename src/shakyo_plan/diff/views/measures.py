"""How much a change is, in words: months of a schedule, yen and percent of an amount."""

from __future__ import annotations

from collections.abc import Iterator
from functools import reduce

from shakyo_plan.diff import Change, ChangeKind, CitedIn, Comparison, PlanFlow, ProgramEntry
from shakyo_plan.diff.measuring import (
    AmountMoved,
    amount_moved,
    balance_moved,
    months_moved,
)
from shakyo_plan.diff.ordering import displaced
from shakyo_plan.message import Message, say, say_n, translatable
from shakyo_plan.model import Funding
from shakyo_plan.values.fiscal_year import FiscalYear

_MONTHS = (
    translatable("January"),
    translatable("February"),
    translatable("March"),
    translatable("April"),
    translatable("May"),
    translatable("June"),
    translatable("July"),
    translatable("August"),
    translatable("September"),
    translatable("October"),
    translatable("November"),
    translatable("December"),
)


def measures(change: Change, comparison: Comparison) -> Iterator[Message]:
    """Yield what there is to say of how much a change is."""
    old, new = change.old, change.new
    match change.kind, change.field, old, new:
        case ChangeKind.CHANGED, "schedule", str(), str():
            years = FiscalYear(comparison.old.fiscal_year), FiscalYear(comparison.new.fiscal_year)
            yield from _months(old, new, *years)
        case ChangeKind.CHANGED, "budget", str(), str():
            if moved := amount_moved(old, new):
                yield amount_words(moved)
        case ChangeKind.CHANGED, "accounts", str(), str():
            if moved := balance_moved(old, new):
                yield amount_words(moved)
        case ChangeKind.CHANGED, "funding", tuple(), tuple() if old and new:
            yield from _sources(_funding(old), _funding(new))
        case ChangeKind.CHANGED, "name", CitedIn(name=before), CitedIn(name=after) if (
            before == after
        ):
            yield say("still by its former name")
        case ChangeKind.CHANGED, _, _, _ if old == new:
            yield say("still by its former name")
        case ChangeKind.REORDERED, _, tuple(), tuple():
            names = tuple(map(str, old)), tuple(map(str, new))
            yield say("moved in the order: {names}", names=displaced(*names))
        case _, _, PlanFlow(), PlanFlow():
            yield from _went_along(old if old.programs or old.sections else new)
        case ((ChangeKind.SPLIT | ChangeKind.MERGED), _, tuple(), tuple()):
            yield from _together(old, new)
        case _:
            pass


def _went_along(flow: PlanFlow) -> Iterator[Message]:
    if flow.programs:
        yield say_n("{n} program", "{n} programs", len(flow.programs))
    if flow.sections:
        yield say_n("{n} section", "{n} sections", len(flow.sections))


def amount_words(moved: AmountMoved) -> Message:
    """Return by how much an amount rose or fell."""
    if moved.difference == 0:
        return say("the same amount")
    tenths = moved.tenths_of_percent
    yen = f"{moved.difference:+,}"
    if tenths is None:
        return say("{yen} yen", yen=yen)
    percent = f"{'-' if tenths < 0 else '+'}{abs(tenths) // 10}.{abs(tenths) % 10}"
    return say("{yen} yen, {percent}%", yen=yen, percent=percent)


def _months(old: str, new: str, old_year: FiscalYear, new_year: FiscalYear) -> Iterator[Message]:
    moved = months_moved(old, new, old_year, new_year)
    if moved is None:
        return
    if not (moved.gone or moved.come):
        yield say("the same months")
    if moved.gone:
        yield say("no longer in {months}", months=_month_names(moved.gone))
    if moved.come:
        yield say("now in {months}", months=_month_names(moved.come))


def _month_names(numbers: tuple[int, ...]) -> Message:
    """Return the months with a mark between that is not the one between remarks."""
    names = [say(_MONTHS[number - 1]) for number in numbers]
    return reduce(lambda before, next_: say("{one}/{more}", one=before, more=next_), names)


def _funding(value: tuple[object, ...]) -> dict[str, str]:
    return {funding.source: funding.amount for funding in value if isinstance(funding, Funding)}


def _sources(old: dict[str, str], new: dict[str, str]) -> Iterator[Message]:
    for source, amount in new.items():
        if source not in old:
            yield say("{source}: new", source=source)
        elif old[source] != amount and (moved := amount_moved(old[source], amount)):
            yield say("{source}: {difference}", source=source, difference=amount_words(moved))
    for source in old:
        if source not in new:
            yield say("{source}: no longer", source=source)


def _together(old: tuple[object, ...], new: tuple[object, ...]) -> Iterator[Message]:
    before, after = _budget(old), _budget(new)
    if before is not None and after is not None:
        moved = AmountMoved(before, after)
        yield say("budgets together: {difference}", difference=amount_words(moved))


def _budget(entries: tuple[object, ...]) -> int | None:
    amounts = [entry.program.budget_yen for entry in entries if isinstance(entry, ProgramEntry)]
    known = [amount for amount in amounts if amount is not None]
    return sum(known) if known else None
