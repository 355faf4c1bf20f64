"""Tells which citations were added, removed or moved in the sheet of listings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from shakyo_plan.documents.workbook.cells import holdable
from shakyo_plan.documents.workbook.changes import (
    Cite,
    Conflict,
    Edit,
    EditKind,
    Missing,
    PlanEdit,
    Recite,
    Uncite,
)
from shakyo_plan.documents.workbook.exported_citations import numbers_of_exported
from shakyo_plan.documents.workbook.found import Found, same, with_exported
from shakyo_plan.documents.workbook.lists import PROGRAMS, Listing, listings_of
from shakyo_plan.documents.workbook.program_changes import ProgramChanges
from shakyo_plan.documents.workbook.reading import EditedWorkbook, Row
from shakyo_plan.documents.workbook.rows import (
    LISTINGS_SHEET,
    ONLY_SHOWN,
    ListingColumn,
    ListingRow,
)
from shakyo_plan.likeness import nearest
from shakyo_plan.message import say
from shakyo_plan.values.data_path import DataPath, value_at


class ListingChanges:
    """The changes of the sheet of listings, against what was exported and what the plan is now."""

    def __init__(
        self, workbook: EditedWorkbook, data: Any, programs: ProgramChanges, *, remove: bool
    ) -> None:
        """Compare; ``remove`` says that a citation goes whose row is gone."""
        self._data = data
        self._rows = workbook.listings
        self._exported = workbook.record.listings
        self._programs = programs
        # Who renames a program in one sheet may still cite it by the old name in the other.
        followed = {holdable(old): new for old, new in programs.renamed.items()}
        self._names = followed | {holdable(name): name for name in programs.names}
        self._listings = {
            (holdable(listing.part), holdable(listing.group)): listing
            for listing in listings_of(data)
        }
        entries = {shown: self._entries(listing) for shown, listing in self._listings.items()}
        self._numbers = numbers_of_exported(self._exported, entries, self._other_names())
        self._remove = remove
        self._last: dict[Listing, int] = {}
        """The number of the last entry of each list that a row was seen for."""
        self.found = Found()
        self._compare()

    def _entries(self, listing: Listing) -> Sequence[Any]:
        entries: Sequence[Any] = value_at(self._data, listing.owner).get(PROGRAMS, ())
        return entries

    def _other_names(self) -> Mapping[str, tuple[str, ...]]:
        """Return what the program of each exported citation may be called now, by its key."""
        renamed = {holdable(old): holdable(new) for old, new in self._programs.renamed.items()}
        typed = {row.key: row.cells[ListingColumn.NAME].text for row in self._rows}
        return {
            key: (renamed.get(exported[3], exported[3]), typed.get(key, exported[3]))
            for key, exported in self._exported.items()
        }

    def _compare(self) -> None:
        rows = [
            *with_exported(self._rows, self._exported, _is_original, ListingColumn.NAME, self.found)
        ]
        self._leaving = self._places_leaving(rows)
        for row, exported in rows:
            if not self._is_readable(row, exported):
                continue
            if exported is None:
                self._new(row)
            else:
                self._old(row, ListingRow(*exported))
        for key in self._gone_keys():
            self._gone(key, ListingRow(*self._exported[key]))

    def _gone_keys(self) -> Iterator[str]:
        present = {row.key for row in self._rows}
        return (key for key in self._exported if key not in present and key in self._numbers)

    def _places_leaving(
        self, rows: Iterable[tuple[Row, Sequence[str] | None]]
    ) -> set[tuple[DataPath, int]]:
        """Return the owner and number of each citation that another one may take the place of."""
        leaving = {
            row.key: exported
            for row, exported in rows
            if exported and row.key in self._numbers and not self._stays(row, ListingRow(*exported))
        }
        if self._remove:
            leaving |= {key: self._exported[key] for key in self._gone_keys()}
        return {
            (self._listings[exported[0], exported[2]].owner, self._numbers[key])
            for key, exported in leaving.items()
        }

    def _stays(self, row: Row, exported: ListingRow) -> bool:
        """Whether a row still says what was exported, or how its program is called now."""
        part, group, name = (row.cells[head].text for head in _TOLD)
        followed = holdable(self._programs.renamed.get(exported.name, exported.name))
        return (
            same(part, exported.part)
            and same(group, exported.group)
            and (same(name, exported.name) or same(name, followed))
        )

    def _is_readable(self, row: Row, exported: Sequence[str] | None) -> bool:
        name, refused = row.cells[ListingColumn.NAME].text, len(self.found.refused)
        for number, head in enumerate(ListingColumn):
            cell = row.cells[head]
            if cell.problem:
                self.found.refuse(cell, name, head, cell.problem)
            elif exported and head in ONLY_SHOWN and not same(cell.text, exported[number]):
                reason = say("This column only shows what is elsewhere; change it there")
                self.found.refuse(cell, name, head, reason)
        return len(self.found.refused) == refused

    def _old(self, row: Row, exported: ListingRow) -> None:
        before, number = (
            self._listings.get((exported.part, exported.group)),
            self._numbers.get(row.key),
        )
        part, group, _ = (row.cells[head].text for head in _TOLD)
        same_list = same(part, exported.part) and same(group, exported.group)
        if self._stays(row, exported):
            if before is not None and number is not None:
                self._last[before] = number
            return
        target = self._target(row)
        if target is None:
            return
        listing, program = target
        kind = EditKind.CHANGED if same_list else EditKind.MOVED
        does: tuple[PlanEdit, ...]
        if not exported.name:
            does, kind = (Cite(listing.owner, program, None),), EditKind.ADDED
        elif self._has(listing, program):
            return
        elif before is None or number is None:
            cell = row.cells[ListingColumn.NAME]
            self.found.conflicts.append(
                Conflict(cell.where, exported.name, ListingColumn.PART, exported.part, "", part)
            )
            return
        elif same_list:
            place = (*before.owner, PROGRAMS, number)
            does = (Recite(place, program),)
            self._last[before] = number
        else:
            does = (
                Uncite((*before.owner, PROGRAMS, number)),
                Cite(listing.owner, program, self._behind(listing)),
            )
        self._edit(row, kind, exported.name or program, _words(exported), does)

    def _new(self, row: Row) -> None:
        target = self._target(row)
        if target is None:
            return
        listing, program = target
        if not self._has(listing, program):
            does = Cite(listing.owner, program, self._behind(listing))
            self._edit(row, EditKind.ADDED, program, "", (does,))

    def _behind(self, listing: Listing) -> int | None:
        """Return the entry behind which a citation comes that stands below it; None at the end.

        Groups have rows of their own, so behind the last citation is behind the groups, too.
        """
        last = self._last.get(listing)
        if last is None:
            return None
        later = any(
            number > last
            and isinstance(entry, str)
            and (listing.owner, number) not in self._leaving
            for number, entry in enumerate(self._entries(listing))
        )
        return last if later else None

    def _has(self, listing: Listing, program: str) -> bool:
        return any(
            isinstance(entry, str)
            and self._programs.renamed.get(entry, entry) == program
            and (listing.owner, number) not in self._leaving
            for number, entry in enumerate(self._entries(listing))
        )

    def _gone(self, key: str, exported: ListingRow) -> None:
        listing = self._listings[exported.part, exported.group]
        place = (*listing.owner, PROGRAMS, self._numbers[key])
        if not exported.name or value_at(self._data, place) in self._programs.removed:
            return
        if not self._remove:
            self.found.missing.append(Missing(LISTINGS_SHEET, _words(exported)))
            return
        edit = Edit(
            LISTINGS_SHEET,
            EditKind.REMOVED,
            exported.name,
            ListingColumn.PART,
            _words(exported),
            "",
            (Uncite(place),),
        )
        self.found.edits.append(edit)

    def _target(self, row: Row) -> tuple[Listing, str] | None:
        """Return the list and the program that a row names, or None where one is refused."""
        part, group, name = (row.cells[head] for head in _TOLD)
        listing = self._listings.get((part.text, group.text)) or self._listings.get(
            (part.text.strip(), group.text.strip())
        )
        program = self._names.get(name.text) or self._names.get(name.text.strip())
        if listing is None:
            parts = tuple(dict.fromkeys(known for known, _ in self._listings))
            if part.text.strip() not in parts:
                reason = say(
                    "“{part}” is no list of this plan; write one as in the rows above",
                    part=part.text,
                )
                self.found.refuse(part, name.text, ListingColumn.PART, reason)
            else:
                reason = say("{part} has no group “{group}”", part=part.text, group=group.text)
                self.found.refuse(group, name.text, ListingColumn.GROUP, reason)
        if not name.text.strip():
            reason = say("A citation names a program; to take it out, delete its row")
            self.found.refuse(name, "", ListingColumn.NAME, reason)
        elif program is None:
            near = nearest(name.text, tuple(self._names), 1)
            reason = (
                say("No program is called so; is it “{nearest}”?", nearest=near[0])
                if near
                else say(
                    "No program is called so; add it to the sheet “{sheet}” first", sheet="事業"
                )
            )
            self.found.refuse(name, name.text, ListingColumn.NAME, reason)
        return (listing, program) if listing and program else None

    def _edit(
        self, row: Row, kind: EditKind, item: str, old: str, does: Iterable[PlanEdit]
    ) -> None:
        part, group, name = (row.cells[head] for head in _TOLD)
        shown = ListingRow(part.text, "", group.text, name.text, "")
        where = (name if kind in (EditKind.ADDED, EditKind.CHANGED) else part).where
        self.found.edits.append(
            Edit(where, kind, item, ListingColumn.PART, old, _words(shown), tuple(does))
        )


_TOLD = (ListingColumn.PART, ListingColumn.GROUP, ListingColumn.NAME)


def _is_original(row: Row, exported: Sequence[str]) -> bool:
    return all(
        same(row.cells[head].text, text) for head, text in zip(ListingColumn, exported, strict=True)
    )


def _words(row: ListingRow) -> str:
    """Return a citation in words: 基本計画 1-3 各種事業の開催 男の料理教室."""
    return " ".join(text for text in (row.part, row.group, row.name) if text)
