"""Where in a text an edit is made: stretches of it, and what is put in their place."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from shakyo_plan.diagnostic import Position
from shakyo_plan.editing.scalar import scalar
from shakyo_plan.source.document import Document
from shakyo_plan.values.edit import Drop, Edit, InsertAfter, Rewrite, Shelve
from shakyo_plan.values.place import ROOT, Place

_LINE_END = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, order=True, slots=True)
class Splice:
    """A stretch of the text, as offsets from ``start`` up to ``end``, and what comes in its place."""

    start: int
    end: int
    text: str


class CannotEdit(Exception):
    """The edit has no sensible form in this text."""


class Splicer:
    """Turns edits of one document into splices of its text."""

    def __init__(self, document: Document) -> None:
        """Take the document, which has to be sound."""
        self._document = document
        self._text = document.text

    def splices(self, edits: Iterable[Edit]) -> list[Splice]:
        """Return the splices of edits that belong together.

        Raises:
            CannotEdit: one of them has no sensible form in this text.
        """
        found: list[Splice] = []
        dropped: dict[Place, list[Place]] = {}
        for edit in edits:
            match edit:
                case Rewrite(place, text):
                    found.append(self._rewrite(place, text))
                case InsertAfter(place, texts):
                    found.append(self._insert(place, texts))
                case Shelve(place, note) if not self._in_flow(place):
                    found.append(self._shelve(place, note))
                case Drop(place) | Shelve(place):
                    dropped.setdefault(place[:-1], []).append(place)
        for parent, places in dropped.items():
            found += self._drop(parent, places)
        return found

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(match.end() for match in _LINE_END.finditer(self._text))]

    def _offset(self, position: Position) -> int:
        return self._starts[position.line - 1] + position.column - 1

    def _stretch(self, place: Place) -> tuple[int, int]:
        span = self._document.values[place]
        return self._offset(span.start), self._offset(span.end)

    def _line_start(self, offset: int) -> int:
        return self._starts[bisect_right(self._starts, offset) - 1]

    def _next_line(self, offset: int) -> int:
        """Return where the line after the one that ``offset`` lies in begins, or the end of the text."""
        number = bisect_right(self._starts, offset)
        return self._starts[number] if number < len(self._starts) else len(self._text)

    def _in_flow(self, place: Place) -> bool:
        return any(
            self._text[self._stretch(place[:length])[0]] in "[{"
            for length in range(1, len(place))
            if place[:length] in self._document.values
        )

    def _rewrite(self, place: Place, text: str | int) -> Splice:
        start, end = self._stretch(place)
        old = self._text[start:end].replace("\r\n", "\n").replace("\r", "\n")
        new = scalar(text, old, in_flow=self._in_flow(place))
        return Splice(start, end, new.replace("\n", self._line_end))

    def _insert(self, place: Place, texts: tuple[str, ...]) -> Splice:
        start, end = self._stretch(place)
        if self._in_flow(place):
            written = [", " + scalar(text, "", in_flow=True) for text in texts]
            return Splice(end, end, "".join(written))
        before = self._text[self._line_start(start) : start]
        if before.strip() != "-":
            raise CannotEdit
        at = self._next_line(max(end - 1, start))
        lines = [before + scalar(text, "", in_flow=False) for text in texts]
        if at == len(self._text) and not self._text.endswith(("\n", "\r")):
            return Splice(at, at, "".join(self._line_end + line for line in lines))
        return Splice(at, at, "".join(line + self._line_end for line in lines))

    def _shelve(self, place: Place, note: str) -> Splice:
        begin, end = self._begin(place), self._end_of(place)
        line = self._line_start(begin)
        indent = self._text[line:begin]
        if indent.strip() or not isinstance(place[-1], str):
            raise CannotEdit
        first, *rest = self._text[begin:end].splitlines()
        lines = [f"# {first}  ← {note}", *("# " + each.removeprefix(indent) for each in rest)]
        return Splice(line, end, "".join(indent + each + self._line_end for each in lines))

    @cached_property
    def _line_end(self) -> str:
        match = _LINE_END.search(self._text)
        return match[0] if match else "\n"

    def _drop(self, parent: Place, places: list[Place]) -> Iterator[Splice]:
        data = _at(self._document.data, parent)
        wanted = sorted(set(places), key=lambda place: self._begin(place))
        if len(wanted) == len(data):
            if not isinstance(data, list):
                raise CannotEdit
            yield self._emptied(parent)
        elif parent != ROOT and self._text[self._stretch(parent)[0]] in "[{":
            yield from self._drop_in_flow(parent, wanted, data)
        else:
            for place in wanted:
                yield self._drop_lines(place)

    def _begin(self, place: Place) -> int:
        """Return where an entry begins: its key, or its value in a list."""
        return self._offset(self._document.key_span(place).start)

    def _emptied(self, parent: Place) -> Splice:
        start, end = self._stretch(parent)
        if self._text[start] == "[":
            return Splice(start, end, "[]")
        key = self._document.keys.get(parent)
        if key is None:
            raise CannotEdit
        after_key = self._offset(key.end) + 1
        # A comment behind the key stays there.
        gap = self._text[after_key : self._next_line(after_key)].rstrip("\r\n")
        return Splice(after_key, self._end_of(parent), f" []{gap}{self._line_end}")

    def _end_of(self, place: Place) -> int:
        """Return where the line after the entry begins."""
        start, end = self._stretch(place)
        return self._next_line(max(end - 1, start))

    def _drop_lines(self, place: Place) -> Splice:
        begin = self._begin(place)
        line = self._line_start(begin)
        before = self._text[line:begin]
        if isinstance(place[-1], int) and before.strip() == "-":
            return Splice(line, self._end_of(place), "")
        if isinstance(place[-1], str) and not before.strip():
            return Splice(line, self._end_of(place), "")
        if isinstance(place[-1], str) and before.strip() == "-":
            # The first key of a list entry: the next one takes its place behind the dash.
            return Splice(begin, self._begin(self._after(place)), "")
        raise CannotEdit

    def _after(self, place: Place) -> Place:
        siblings = [(*place[:-1], key) for key in _at(self._document.data, place[:-1])]
        return sorted(siblings, key=self._begin)[1]

    def _drop_in_flow(
        self, parent: Place, wanted: list[Place], data: dict[str, Any] | list[Any]
    ) -> Iterator[Splice]:
        keys = list(data) if isinstance(data, dict) else list(range(len(data)))
        entries = sorted(((*parent, key) for key in keys), key=self._begin)
        last_kept = max(number for number, each in enumerate(entries) if each not in wanted)
        for number, entry in enumerate(entries):
            if entry in wanted and number < last_kept:
                yield Splice(self._begin(entry), self._begin(entries[number + 1]), "")
        if last_kept + 1 < len(entries):
            yield Splice(self._stretch(entries[last_kept])[1], self._stretch(entries[-1])[1], "")


def _at(data: Any, place: Place) -> Any:
    for step in place:
        data = data[step]
    return data
