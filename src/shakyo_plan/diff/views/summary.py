"""A comparison in five sentences at most: how much, what came, what went, what is large, what is a guess."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from shakyo_plan.diff import Change, ChangeKind, Comparison, Item, ProgramEntry, Strength
from shakyo_plan.diff.measuring import amount_moved
from shakyo_plan.diff.telling import tell
from shakyo_plan.diff.views.measures import amount_words
from shakyo_plan.diff.views.values import value_text
from shakyo_plan.diff.views.words import comparison_title, totals
from shakyo_plan.language import Translator
from shakyo_plan.message import Message, say, say_n
from shakyo_plan.model import ENDED, Status

_MOST_NAMED = 5
"""So many of a kind are named; the others are counted."""
_MOST_AMOUNTS = 3
_WHOLE_PARTS = (Item.PROGRAM, Item.PLAN, Item.GOAL, Item.PRIORITY)


def summary(comparison: Comparison, tr: Translator) -> tuple[str, ...]:
    """Return the sentences; what there is nothing of has none."""
    told = tell(comparison, board=True).comparison
    if not told.changes:
        return (tr(say("{versions}: no differences.", versions=comparison_title(comparison))),)
    counts = say(
        "{versions}: {totals}.", versions=comparison_title(comparison), totals=totals(told)
    )
    return tuple(tr(sentence) for sentence in (counts, *_sentences(told, tr)))


def _sentences(comparison: Comparison, tr: Translator) -> Iterator[Message]:
    changes = comparison.changes
    came = [_name(change) for change in changes if _came(change)]
    went = [_name(change) for change in changes if _went(change)]
    if came:
        yield say("What comes: {names}.", names=_named(came))
    if went:
        yield say("What goes: {names}.", names=_named(went))
    if large := [*_large(changes, tr)]:
        yield say("What is large: {what}.", what=_named(large))
    guesses = [_sides(change, tr) for change in changes if _is_guess(change)]
    if guesses:
        yield say("Only a guess, to be looked at: {what}.", what=_named(guesses))


def _came(change: Change) -> bool:
    return change.kind is ChangeKind.ADDED and _is_whole(change)


def _went(change: Change) -> bool:
    if change.item is Item.PROGRAM and change.field == "status":
        return change.new in (*ENDED, Status.SUSPENDED)
    return change.kind is ChangeKind.REMOVED and _is_whole(change)


def _is_whole(change: Change) -> bool:
    return change.item in _WHOLE_PARTS and change.field is None


def _is_guess(change: Change) -> bool:
    guessed = change.evidence is not None and change.evidence.strength is Strength.GUESS
    return guessed and change.kind not in (ChangeKind.RENUMBERED, ChangeKind.CHANGED)


def _name(change: Change) -> str:
    part = change.new or change.old
    if isinstance(part, ProgramEntry):
        return part.program.name
    return change.name or "" if change.id is None else f"{change.id} {change.name}"


def _large(changes: Iterable[Change], tr: Translator) -> Iterator[str]:
    """Yield plans and goals that were merged, split or moved, then the largest changes of a budget."""
    changes = [*changes]
    for change in changes:
        merged = change.kind in (ChangeKind.MERGED, ChangeKind.SPLIT, ChangeKind.MOVED)
        if merged and change.item in (Item.PLAN, Item.GOAL):
            yield _sides(change, tr)
    amounts = []
    for at, change in enumerate(changes):
        if change.item is Item.PROGRAM and change.field == "budget":
            old, new = (
                side if isinstance(side, str) else None for side in (change.old, change.new)
            )
            if moved := amount_moved(old, new):
                amounts.append((-abs(moved.difference), at, change.name, moved))
    for _, _, name, moved in sorted(amounts)[:_MOST_AMOUNTS]:
        yield tr(say("{name} ({mark})", name=name or "", mark=amount_words(moved)))


def _sides(change: Change, tr: Translator) -> str:
    old, new = (value_text(side, None, tr) for side in (change.old, change.new))
    return f"{old} → {new}"


def _named(names: list[str]) -> tuple[str | Message, ...]:
    """Return the first of the names, and how many there are beside."""
    rest = len(names) - _MOST_NAMED
    if rest <= 0:
        return tuple(names)
    return (*names[:_MOST_NAMED], say_n("{n} more", "{n} more", rest))
