"""Tells what was changed in the sheet of programs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from shakyo_plan.documents.workbook.changes import (
    AddProgram,
    Conflict,
    Edit,
    EditKind,
    Missing,
    RemoveProgram,
    Rename,
    SetField,
)
from shakyo_plan.documents.workbook.columns import (
    NAME,
    PROGRAM_COLUMNS,
    ProgramColumn,
    Unreadable,
    read,
    shown,
)
from shakyo_plan.documents.workbook.found import Found, same, with_exported
from shakyo_plan.documents.workbook.reading import Cell, EditedWorkbook, Row
from shakyo_plan.documents.workbook.rows import PROGRAMS_SHEET, program_row
from shakyo_plan.message import say


class ProgramChanges:
    """The changes of the sheet of programs, against what was exported and what the plan is now."""

    def __init__(self, workbook: EditedWorkbook, data: Any, *, remove: bool) -> None:
        """Compare; ``remove`` says that a program goes whose row is gone."""
        self._programs: Sequence[Any] = data.get("programs", ())
        self._rows = workbook.programs
        self._exported = workbook.record.programs
        self._numbers = self._find()
        self._remove = remove
        self._added: list[str] = []
        self.found = Found()
        self.renamed: dict[str, str] = {}
        """The new names by the old ones."""
        self.removed: set[str] = set()
        self._compare()

    @property
    def names(self) -> frozenset[str]:
        """The names that programs have after the changes."""
        now = (program["name"] for program in self._programs if program["name"] not in self.removed)
        return frozenset([*(self.renamed.get(name, name) for name in now), *self._added])

    def _find(self) -> Mapping[str, int]:
        """Return the number that each exported program has in the plan now, by its key."""
        by_name: dict[str, list[int]] = {}
        for number, program in enumerate(self._programs):
            by_name.setdefault(program_row(program)[0], []).append(number)
        new_names = {
            row.key: row.cells[NAME.head].text for row in self._rows if row.key in self._exported
        }
        found = {}
        times: Counter[str] = Counter()
        for key, exported in self._exported.items():
            # One that was renamed here and brought in before has the new name in the plan.
            for name in (exported[0], new_names.get(key, "")):
                numbers = by_name.get(name, [])
                if times[name] < len(numbers):
                    found[key] = numbers[times[name]]
                    times[name] += 1
                    break
        return found

    def _compare(self) -> None:
        before: int | None = None
        rows = with_exported(self._rows, self._exported, _is_original, NAME.head, self.found)
        for row, exported in rows:
            if exported is None:
                self._new(row, before)
            else:
                self._old(row, exported)
                before = self._numbers.get(row.key, before)
        present = {row.key for row in self._rows}
        for key, exported in self._exported.items():
            if key not in present and key in self._numbers:
                self._gone(self._numbers[key], exported)
        self._refuse_second_names()

    def _old(self, row: Row, exported: Sequence[str]) -> None:
        number = self._numbers.get(row.key)
        now = [""] * len(exported) if number is None else program_row(self._programs[number])
        for column, was, in_plan in zip(PROGRAM_COLUMNS, exported, now, strict=True):
            cell = row.cells[column.head]
            if cell.problem:
                self.found.refuse(cell, exported[0], column.head, cell.problem)
            elif same(cell.text, was) or (number is not None and same(cell.text, in_plan)):
                continue
            elif number is None or not same(in_plan, was):
                self.found.conflicts.append(
                    Conflict(cell.where, exported[0], column.head, was, in_plan, cell.text)
                )
            else:
                self._changed(number, column, cell, was)

    def _changed(self, number: int, column: ProgramColumn, cell: Cell, was: str) -> None:
        program = self._programs[number]
        name = str(program["name"])
        try:
            value = read(column, cell.text.strip())
        except Unreadable as unreadable:
            self.found.refuse(cell, name, column.head, unreadable.reason)
            return
        if program_row(program)[PROGRAM_COLUMNS.index(column)] != _whole(column, program):
            reason = say("Excel cannot hold this text whole; change it in the plan file")
            self.found.refuse(cell, name, column.head, reason)
        elif column is not NAME:
            does = SetField(("programs", number), column.key, value)
            self.found.edits.append(
                Edit(cell.where, EditKind.CHANGED, name, column.head, was, cell.text, (does,))
            )
        elif value is None:
            reason = say("A program needs a name; to take it out, delete its row")
            self.found.refuse(cell, name, column.head, reason)
        elif sum(program["name"] == name for program in self._programs) > 1:
            reason = say("Several programs have this name; tell them apart in the plan file first")
            self.found.refuse(cell, name, column.head, reason)
        else:
            self.renamed[name] = value
            self.found.edits.append(
                Edit(
                    cell.where,
                    EditKind.RENAMED,
                    name,
                    column.head,
                    was,
                    value,
                    (Rename(name, value),),
                )
            )

    def _new(self, row: Row, before: int | None) -> None:
        """Take a row without a key for a new program, behind the last one that is known."""
        entry: dict[str, Any] = {}
        name = row.cells[NAME.head]
        refused = len(self.found.refused)
        for column in PROGRAM_COLUMNS:
            cell = row.cells[column.head]
            try:
                if cell.problem:
                    raise Unreadable(cell.problem)
                if (value := read(column, cell.text.strip())) is not None:
                    entry[column.key] = value
            except Unreadable as unreadable:
                self.found.refuse(cell, name.text, column.head, unreadable.reason)
        if NAME.key not in entry and not name.problem:
            self.found.refuse(name, "", NAME.head, say("A new program needs a name here"))
        if len(self.found.refused) > refused:
            return
        known = next(
            (program for program in self._programs if program["name"] == entry["name"]), None
        )
        if known is not None:
            self._known(row, known)
            return
        self._added.append(entry["name"])
        does = AddProgram(entry, before)
        self.found.edits.append(
            Edit(name.where, EditKind.ADDED, entry["name"], NAME.head, "", entry["name"], (does,))
        )

    def _known(self, row: Row, known: Any) -> None:
        """Compare a new row with a program that the plan has: it may have been brought in before."""
        for column, in_plan in zip(PROGRAM_COLUMNS, program_row(known), strict=True):
            cell = row.cells[column.head]
            if not same(cell.text, in_plan) and not (column.key == "status" and not cell.text):
                self.found.conflicts.append(
                    Conflict(cell.where, known["name"], column.head, "", in_plan, cell.text)
                )

    def _gone(self, number: int, exported: Sequence[str]) -> None:
        name, now = exported[0], program_row(self._programs[number])
        if not self._remove:
            self.found.missing.append(Missing(PROGRAMS_SHEET, name))
            return
        for column, was, in_plan in zip(PROGRAM_COLUMNS, exported, now, strict=True):
            if not same(was, in_plan):
                self.found.conflicts.append(
                    Conflict(PROGRAMS_SHEET, name, column.head, was, in_plan, "")
                )
                return
        self.removed.add(self._programs[number]["name"])
        does = RemoveProgram(("programs", number), self._programs[number]["name"])
        self.found.edits.append(
            Edit(PROGRAMS_SHEET, EditKind.REMOVED, name, NAME.head, name, "", (does,))
        )

    def _refuse_second_names(self) -> None:
        """See that no edit gives a program the name that another one has."""
        taken = Counter(
            self.renamed.get(program["name"], program["name"]) for program in self._programs
        )
        taken.update(self._added)
        kept = []
        for edit in self.found.edits:
            named = edit.kind in (EditKind.RENAMED, EditKind.ADDED)
            if not named or taken[edit.new] == 1:
                kept.append(edit)
                continue
            reason = say("Another program has the name “{name}”", name=edit.new)
            self.found.refuse(Cell(edit.where, edit.new), edit.item, NAME.head, reason)
        self.found.edits = kept


def _is_original(row: Row, exported: Sequence[str]) -> bool:
    return same(row.cells[NAME.head].text, exported[0])


def _whole(column: ProgramColumn, program: Any) -> str:
    """Return what a cell would show if it could hold everything."""
    return shown(column, program.get(column.key)).replace("\r\n", "\n").replace("\r", "\n")
