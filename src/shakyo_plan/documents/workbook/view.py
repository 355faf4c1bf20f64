"""What bringing a workbook in has found, for people and as data."""

from __future__ import annotations

from typing import Any, NamedTuple

from shakyo_plan.documents.workbook.changes import Changes, EditKind
from shakyo_plan.documents.workbook.columns import PROGRAM_COLUMNS
from shakyo_plan.language import Translator
from shakyo_plan.message import Message, say, say_n, translatable
from shakyo_plan.output.table import Column, Line, Table

_KINDS = {
    EditKind.CHANGED: translatable("changed"),
    EditKind.RENAMED: translatable("renamed"),
    EditKind.ADDED: translatable("added"),
    EditKind.REMOVED: translatable("removed"),
    EditKind.MOVED: translatable("moved"),
}
_KEYS = {column.head: column.key for column in PROGRAM_COLUMNS}
_LISTING = "programs"


class Found(NamedTuple):
    """A line of the list: a change, or why there is none."""

    cell: str
    what: str
    item: str
    field: str
    old: str
    new: str


def found_table(changes: Changes, tr: Translator) -> Table[Found]:
    """Return everything found, edits first, then what could not be brought in."""
    edits = [
        Found(edit.where, tr(_KINDS[edit.kind]), edit.item, edit.field, edit.old, edit.new)
        for edit in changes.edits
    ]
    conflicts = [
        Found(
            conflict.where,
            tr(say("conflict")),
            conflict.item,
            conflict.field,
            tr(say("plan: {text}", text=conflict.in_plan)),
            tr(say("workbook: {text}", text=conflict.in_workbook)),
        )
        for conflict in changes.conflicts
    ]
    refused = [
        Found(cell.where, tr(say("refused")), cell.item, cell.field, cell.value, tr(cell.reason))
        for cell in changes.refused
    ]
    columns: tuple[Column[Found], ...] = (
        Column("cell", tr(translatable("Cell"))),
        Column("what", tr(translatable("Kind of change"))),
        Column("item", tr(translatable("Item"))),
        Column("field", tr(translatable("Column"))),
        Column("old", tr(translatable("Before"))),
        Column("new", tr(translatable("After"))),
    )
    return Table(columns, tuple(Line(row) for row in (*edits, *conflicts, *refused)))


def as_data(changes: Changes, source: str, plan_path: str, tr: Translator) -> dict[str, Any]:
    """Return everything found as data for scripts; the shape is a promise."""
    return {
        "version": 1,
        "source": source,
        "plan_path": plan_path,
        "edits": [
            {
                **_where(edit.where, edit.item, edit.field),
                "kind": edit.kind.value,
                "old": edit.old or None,
                "new": edit.new or None,
            }
            for edit in changes.edits
        ],
        "conflicts": [
            {
                **_where(conflict.where, conflict.item, conflict.field),
                "exported": conflict.exported or None,
                "plan": conflict.in_plan or None,
                "workbook": conflict.in_workbook or None,
            }
            for conflict in changes.conflicts
        ],
        "refused": [
            {
                **_where(cell.where, cell.item, cell.field),
                "value": cell.value or None,
                "reason": tr(cell.reason),
            }
            for cell in changes.refused
        ],
        "missing": [{"sheet": row.sheet, "item": row.item} for row in changes.missing],
    }


def _where(cell: str, item: str, field: str) -> dict[str, str | None]:
    return {"cell": cell if "!" in cell else None, "item": item, "field": _key(field)}


def _key(head: str) -> str:
    """Return the key of the format for a column's head; those of listings are about `programs`."""
    return _KEYS.get(head, _LISTING)


def summary(changes: Changes) -> Message:
    """Return how much was found, in one line; what there is none of is left out, but for edits."""
    others = (
        say_n("{n} conflict", "{n} conflicts", len(changes.conflicts)),
        say_n("{n} cell refused", "{n} cells refused", len(changes.refused)),
        say_n("{n} row gone", "{n} rows gone", len(changes.missing)),
    )
    found = (changes.conflicts, changes.refused, changes.missing)
    present = tuple(words for words, some in zip(others, found, strict=True) if some)
    return say("{found}", found=(say_n("{n} edit", "{n} edits", len(changes.edits)), *present))
