"""Some of the changes: those of the kinds, and to the items, that a person asks for."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from shakyo_plan.diff.changes import Change, ChangeKind, Item


def selected(
    changes: Iterable[Change], kinds: Collection[ChangeKind], items: Collection[Item]
) -> tuple[Change, ...]:
    """Return the changes of any of the kinds to any of the items; none named means all."""
    return tuple(
        change
        for change in changes
        if (not kinds or change.kind in kinds) and (not items or change.item in items)
    )
