"""Merges an import into a plan that exists: what the document adds comes in, and nothing goes.

Titles and the short facts of programs become as printed; running texts that the plan has stay, since
a plan file's are often summaries of its own. What the plan has and the document has not stays too.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from shakyo_plan.documents.workbook.applying import CannotApply, applied
from shakyo_plan.documents.workbook.changes import AddProgram, Cite, PlanEdit, SetField
from shakyo_plan.errors import UserError
from shakyo_plan.message import Message, say
from shakyo_plan.source.editing.apply import apply
from shakyo_plan.source.editing.edit import Edit, Rewrite
from shakyo_plan.source.loading import LoadedFile, reloaded
from shakyo_plan.values.data_path import DataPath
from shakyo_plan.values.name import fold_name
from shakyo_plan.values.plan_id import fold_plan_id
from shakyo_plan.values.shell_word import shell_word

_SHORT_FACTS = ("status", "district", "commissioned_by", "schedule", "budget")
_NAMES = ("aliases", "formerly")


@dataclass(frozen=True)
class Merged:
    """A plan file after the merge, not yet written, and what could not be merged."""

    file: LoadedFile
    left: tuple[Message, ...]
    """Parts of the document that the plan does not have."""


def merged(file: LoadedFile, draft: Mapping[str, Any]) -> Merged:
    """Return the plan file with what the draft adds.

    Raises:
        UserError: the file's layout does not allow it.
    """
    merge = _Merge(file.document.data, draft)
    edits = list(merge.edits())
    text = file.document.text
    try:
        if edits:
            text = applied(file.document, edits)
        file = reloaded(file, text)
        titles = merge.titles()
        if titles:
            text, made = apply(file.document, [titles])
            if not made:
                raise CannotApply
            file = reloaded(file, text)
    except CannotApply:
        raise UserError(
            say("{path} is formatted in a way that cannot be edited safely", path=file.path),
            say("Format it first: plan fmt {path}", path=shell_word(file.path)),
        ) from None
    return Merged(file, tuple(merge.left))


class _Merge:
    """Compares one plan's data with a draft's."""

    def __init__(self, data: Mapping[str, Any], draft: Mapping[str, Any]) -> None:
        self._data, self._draft = data, draft
        self._by_name: dict[str, int] = {}
        for number, program in enumerate(data.get("programs", ())):
            for name in (
                program["name"],
                *(other for key in _NAMES for other in program.get(key, ())),
            ):
                self._by_name.setdefault(fold_name(name), number)
        self.left: list[Message] = []

    def edits(self) -> Iterator[PlanEdit]:
        """Yield what comes in: programs, their facts, citations."""
        for entry in self._draft.get("programs", ()):
            number = self._by_name.get(fold_name(entry["name"]))
            if number is None:
                yield AddProgram(entry, None)
                continue
            there = self._data["programs"][number]
            for key, value in entry.items():
                missing = key not in there and key not in ("name", *_NAMES, "distinct_from")
                if missing or (key in _SHORT_FACTS and there.get(key) != value):
                    yield SetField(("programs", number), key, value)
        for place, part in self._matched():
            yield from self._citations(place, part)

    def titles(self) -> list[Edit]:
        """Return the titles that are printed otherwise."""
        return [
            Rewrite((*place, "title"), part["title"])
            for place, part in self._matched()
            if _at(self._data, place).get("title") != part["title"]
            and "title" in _at(self._data, place)
        ]

    def _matched(self) -> Iterator[tuple[DataPath, Mapping[str, Any]]]:
        """Yield each part of the draft that the plan has too, with its place there."""
        self.left.clear()
        for key in ("priorities", "goals", "plans", "management"):
            yield from self._under((), key, self._data, self._draft)

    def _under(
        self, place: DataPath, key: str, data: Mapping[str, Any], draft: Mapping[str, Any]
    ) -> Iterator[tuple[DataPath, Mapping[str, Any]]]:
        there = {_id(part): number for number, part in enumerate(data.get(key, ()))}
        for part in draft.get(key, ()):
            number = there.get(_id(part))
            if number is None:
                self.left.append(say("{id} {title}", id=str(part["id"]), title=part["title"]))
                continue
            here = (*place, key, number)
            yield here, part
            if key == "goals":
                yield from self._under(here, "plans", data[key][number], part)

    def _citations(self, place: DataPath, part: Mapping[str, Any]) -> Iterator[PlanEdit]:
        wanted = list(_cited(part.get("programs", ())))
        listed = _at(self._data, place).get("programs")
        if listed is None:
            return
        there = {fold_name(self._name(name)) for name in _cited(listed)}
        for name in wanted:
            if fold_name(self._name(name)) not in there:
                yield Cite(place, self._name(name), None)

    def _name(self, name: str) -> str:
        number = self._by_name.get(fold_name(name))
        return str(self._data["programs"][number]["name"]) if number is not None else name


def _at(data: Any, place: DataPath) -> Any:
    for step in place:
        data = data[step]
    return data


def _id(part: Mapping[str, Any]) -> str:
    return fold_plan_id(str(part["id"]))


def _cited(listed: Any) -> Iterator[str]:
    for entry in listed:
        if isinstance(entry, str):
            yield entry
        else:
            yield from entry.get("programs", ())
