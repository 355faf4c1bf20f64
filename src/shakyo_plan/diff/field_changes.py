"""What changed of one part that both plans have: its name, and key by key all else."""

from __future__ import annotations

from collections.abc import Iterator

from shakyo_plan.diff.changes import (
    NOWHERE,
    Basis,
    Change,
    ChangeKind,
    Evidence,
    Home,
    Item,
    Strength,
    Value,
)
from shakyo_plan.model import Council, ManagementSection, Priority
from shakyo_plan.model.fields import FieldKind, fields_of

NOTATION = Evidence(Basis.NAME, Strength.CERTAIN)
"""The ground where two titles are the same but for notation."""


def renamed(
    item: Item,
    id: str | int | None,  # noqa: A002 - the name of the field
    field: str,
    old: str,
    new: str,
    evidence: Evidence | None,
    home: Home = NOWHERE,
) -> tuple[Change, ...]:
    """Return the change of a name or title, if there is one."""
    if old == new:
        return ()
    return (Change(ChangeKind.RENAMED, item, id, new, field, old, new, evidence, home),)


def changed(
    item: Item,
    id: str | int | None,  # noqa: A002 - the name of the field
    name: str | None,
    field: str | None,
    old: Value,
    new: Value,
    home: Home = NOWHERE,
) -> tuple[Change, ...]:
    """Return the change of a field, if there is one."""
    if old == new:
        return ()
    return (Change(ChangeKind.CHANGED, item, id, name, field, old, new, home=home),)


_TOLD_APART = frozenset({"id", "name", "title", "plans", "sections"})
_LISTS = frozenset({(Priority, "actions"), (ManagementSection, "items"), (Council, "districts")})
"""Keys whose changes are found by matching what stands in them, as those of lists of programs are."""


def fields_changed(
    item: Item,
    id: str | int | None,  # noqa: A002 - the name of the field
    name: str | None,
    before: object,
    after: object,
    home: Home = NOWHERE,
) -> Iterator[Change]:
    """Yield what changed of the keys of a part that both plans have, but for those told apart."""
    for field in fields_of(type(after)):
        apart = field.key in _TOLD_APART or (type(after), field.key) in _LISTS
        if not apart and field.kind is not FieldKind.PROGRAMS:
            values = getattr(before, field.key), getattr(after, field.key)
            yield from changed(item, id, name, field.key, *values, home)
