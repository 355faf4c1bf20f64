"""Makes the edits of a workbook in the text of the plan file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, TypeVar

from shakyo_plan.documents.workbook.changes import (
    AddProgram,
    Cite,
    PlanEdit,
    Recite,
    RemoveProgram,
    Rename,
    SetField,
    Uncite,
)
from shakyo_plan.documents.workbook.lists import PROGRAMS
from shakyo_plan.source.document import Document, read_document
from shakyo_plan.source.editing.adding import add_keys
from shakyo_plan.source.editing.apply import apply
from shakyo_plan.source.editing.edit import Drop, Edit, Fill, InsertAfter, Rewrite
from shakyo_plan.source.editing.naming import citations_of_program, places_of_program
from shakyo_plan.source.schema.order import keys_of
from shakyo_plan.values.data_path import DataPath, value_at

T = TypeVar("T")

_DISTINCT = "distinct_from"


class CannotApply(Exception):
    """The file is laid out in a way in which the edits have no sensible form."""


def applied(document: Document, edits: Iterable[PlanEdit]) -> str:
    """Return the text of the plan file after the edits; comments and layout stay.

    Texts are changed first, then parts go, then parts come, each on what the step before gave.

    Raises:
        CannotApply: nothing is to be written then.
    """
    steps = _Steps(document.data, tuple(edits))
    document = _after(document, steps.rewrites())
    drops = steps.drops()
    document = _after(document, [Drop(place) for place in drops])
    return _after(document, steps.additions(document.data, drops)).text


def _after(document: Document, edits: Iterable[Edit]) -> Document:
    made = tuple(edits)
    if not made:
        return document
    text, groups = apply(document, [made])
    if not groups:
        raise CannotApply
    return read_document(document.with_text(text).file_text.encode("utf-8", "surrogatepass"))


class _Steps:
    def __init__(self, data: Any, edits: tuple[PlanEdit, ...]) -> None:
        self._data = data
        self._edits = edits
        self._names = {edit.old: edit.new for edit in self._of(Rename)}
        self._recited = {edit.place: edit.program for edit in self._of(Recite)}

    def _of(self, kind: type[T]) -> Iterator[T]:
        return (edit for edit in self._edits if isinstance(edit, kind))

    def rewrites(self) -> Iterator[Edit]:
        set_lists = {(*edit.place, edit.key) for edit in self._of(SetField)}
        for old, new in self._names.items():
            for place in places_of_program(self._data, old):
                if place not in self._recited and place[:-1] not in set_lists:
                    yield Rewrite(place, new)
        for place, program in self._recited.items():
            yield Rewrite(place, program)
        for edit in self._of(SetField):
            place = (*edit.place, edit.key)
            if self._is_rewritten(edit):
                yield from self._rewritten(place, value_at(self._data, place), self._value(edit))

    def _is_rewritten(self, edit: SetField) -> bool:
        """Whether a key keeps its place and gets another value of the same kind."""
        old = value_at(self._data, edit.place).get(edit.key)
        return type(old) is type(edit.value)

    def _value(self, edit: SetField) -> Any:
        if edit.key == _DISTINCT and edit.value:
            return [self._names.get(name, name) for name in edit.value]
        return edit.value

    def _rewritten(self, place: DataPath, old: Any, new: Any) -> Iterator[Edit]:
        match old, new:
            case list(), list():
                for number, (one, other) in enumerate(zip(old, new, strict=False)):
                    yield from self._rewritten((*place, number), one, other)
            case dict(), dict():
                for key in old:
                    yield from self._rewritten((*place, key), old[key], new[key])
            case _ if old != new:
                ends = isinstance(old, str) and old.endswith("\n")
                yield Rewrite(place, f"{new}\n" if ends else new)

    def drops(self) -> list[DataPath]:
        """Return the places that go, by the plan's data as it was at first."""
        drops = [edit.place for edit in self._of(Uncite)]
        removed = {edit.name: edit.place for edit in self._of(RemoveProgram)}
        for name, place in removed.items():
            drops += [place, *citations_of_program(self._data, name)]
        for number, program in enumerate(self._data.get(PROGRAMS, ()) if removed else ()):
            others = program.get(_DISTINCT, ())
            gone = [count for count, name in enumerate(others) if name in removed]
            whole = (PROGRAMS, number, _DISTINCT)
            # A list that would be empty goes whole.
            if gone:
                drops += [whole] if len(gone) == len(others) else [(*whole, n) for n in gone]
        for edit in self._of(SetField):
            place = (*edit.place, edit.key)
            old = value_at(self._data, edit.place).get(edit.key)
            if old is None:
                continue
            if not self._is_rewritten(edit):
                drops.append(place)
            elif isinstance(old, list):
                drops += [(*place, number) for number in range(len(edit.value), len(old))]
        return _outermost(drops)

    def additions(self, data: Any, drops: Sequence[DataPath]) -> Iterator[Edit]:
        """Yield what comes, at places of the data after the drops."""
        yield from self._added_keys(data, drops)
        for edit in self._of(SetField):
            place = moved((*edit.place, edit.key), drops)
            if place is not None and self._is_rewritten(edit) and isinstance(edit.value, list):
                old = value_at(data, place)
                if more := self._value(edit)[len(old) :]:
                    yield from _entries(place, len(old), {None: more})
        programs: dict[int | None, list[Any]] = {}
        for new in self._of(AddProgram):
            programs.setdefault(new.after, []).append(dict(new.entry))
        yield from self._into_list((PROGRAMS,), programs, data, drops)
        cited: dict[DataPath, dict[int | None, list[Any]]] = {}
        for cite in self._of(Cite):
            cited.setdefault(cite.owner, {}).setdefault(cite.after, []).append(cite.program)
        for owner, names in cited.items():
            yield from self._into_list((*owner, PROGRAMS), names, data, drops)

    def _added_keys(self, data: Any, drops: Sequence[DataPath]) -> Iterator[Edit]:
        order = keys_of("program")
        new: dict[DataPath, dict[str, Any]] = {}
        for edit in self._of(SetField):
            if edit.value is not None and not self._is_rewritten(edit):
                new.setdefault(edit.place, {})[edit.key] = self._value(edit)
        for place, values in new.items():
            now = moved(place, drops)
            if now is not None:
                yield from add_keys(data, now, values, order)

    def _into_list(
        self,
        place: DataPath,
        entries: dict[int | None, list[Any]],
        data: Any,
        drops: Sequence[DataPath],
    ) -> Iterator[Edit]:
        """Yield what puts entries into a list, each behind the entry that had the number at first."""
        if not entries:
            return
        now = moved(place, drops)
        if now is None:
            return
        owner = value_at(data, now[:-1])
        if PROGRAMS not in owner:
            every = [entry for some in entries.values() for entry in some]
            part = "basic_plan" if "plans" in now else "priority" if now[:-1] else "plan"
            yield from add_keys(data, now[:-1], {PROGRAMS: every}, keys_of(part))
            return
        behind: dict[int | None, list[Any]] = {}
        for after, some in entries.items():
            at = None if after is None else _kept(place, after, drops)
            behind.setdefault(at, []).extend(some)
        yield from _entries(now, len(owner[PROGRAMS]), behind)


def _outermost(places: Iterable[DataPath]) -> list[DataPath]:
    """Return the places once each, without those within others."""
    every = set(places)
    return [
        place
        for place in sorted(every, key=str)
        if not any(place[:length] in every for length in range(1, len(place)))
    ]


def _entries(place: DataPath, length: int, behind: dict[int | None, list[Any]]) -> Iterator[Edit]:
    """Yield what puts entries into a list that has ``length``, behind numbers of it or at the end."""
    if not length:
        yield Fill(place, tuple(entry for some in behind.values() for entry in some))
        return
    at_end = behind.pop(None, [])
    if at_end:
        behind.setdefault(length - 1, []).extend(at_end)
    for number, some in behind.items():
        assert number is not None  # noqa: S101 - the end was taken out above
        yield InsertAfter((*place, number), tuple(some))


def moved(place: DataPath, drops: Sequence[DataPath]) -> DataPath | None:
    """Return where a place is after the drops; None where it went with one of them."""
    if any(place[: len(drop)] == drop for drop in drops):
        return None
    steps: list[str | int] = []
    for at, step in enumerate(place):
        if isinstance(step, int):
            step -= sum(_is_before(drop, place[:at], step) for drop in drops)
        steps.append(step)
    return tuple(steps)


def _is_before(drop: DataPath, within: DataPath, number: int) -> bool:
    """Whether a drop takes an entry out of the list ``within`` before the one of the number."""
    last = drop[-1]
    return drop[:-1] == within and isinstance(last, int) and last < number


def _kept(place: DataPath, number: int, drops: Sequence[DataPath]) -> int | None:
    """Return the number, after the drops, of an entry, or of the nearest before it that stays."""
    while number >= 0:
        now = moved((*place, number), drops)
        if now is not None:
            last = now[-1]
            assert isinstance(last, int)  # noqa: S101 - a place in a list
            return last
        number -= 1
    return None
