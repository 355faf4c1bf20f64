"""Where in a text an edit is made: stretches of it, and what is put in their place."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise, takewhile
from typing import Any

from shakyo_plan.diagnostic import Position
from shakyo_plan.source.document import Document
from shakyo_plan.source.editing.edit import (
    AddKeys,
    CommentOut,
    Drop,
    Edit,
    Fill,
    InsertAfter,
    Rewrite,
)
from shakyo_plan.source.editing.scalar import scalar
from shakyo_plan.source.editing.value import entry_lines, flow, key_lines
from shakyo_plan.source.formatting.marks import comment_marks
from shakyo_plan.source.line_ends import LINE_END, line_starts
from shakyo_plan.values.data_path import ROOT, DataPath, value_at


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

    def __init__(self, document: Document, *, keeps_comments: bool = False) -> None:
        """Take the document, which has to be sound.

        With ``keeps_comments``, what is said of an entry that goes stays, on a line of its own.
        """
        self._document = document
        self._keeps_comments = keeps_comments
        self._text = document.text
        self._sorted: dict[DataPath, list[DataPath]] = {}

    def splices(self, edits: Iterable[Edit]) -> list[Splice]:
        """Return the splices of edits that belong together.

        Raises:
            CannotEdit: one of them has no sensible form in this text.
        """
        found: list[Splice] = []
        removed: dict[DataPath, dict[DataPath, str | None]] = {}
        for edit in edits:
            match edit:
                case Rewrite(place, text):
                    found.append(self._rewrite(place, text))
                case InsertAfter(place, entries):
                    found.append(self._insert(place, entries))
                case Fill(place, entries):
                    found += self._fill(place, entries)
                case AddKeys(place, keys):
                    found.append(self._add_keys(place, keys))
                case Drop(place):
                    removed.setdefault(place[:-1], {})[place] = None
                case CommentOut(place, note):
                    removed.setdefault(place[:-1], {})[place] = note
        for parent, notes in removed.items():
            found += self._remove(parent, notes)
        return found

    @cached_property
    def _starts(self) -> list[int]:
        return line_starts(self._text)

    def _offset(self, position: Position) -> int:
        return self._starts[position.line - 1] + position.column - 1

    def _stretch(self, place: DataPath) -> tuple[int, int]:
        span = self._document.values[place]
        return self._offset(span.start), self._offset(span.end)

    def _line_start(self, offset: int) -> int:
        return self._starts[bisect_right(self._starts, offset) - 1]

    def _next_line(self, offset: int) -> int:
        """Return where the line after the one that ``offset`` lies in begins, or the end of the text."""
        number = bisect_right(self._starts, offset)
        return self._starts[number] if number < len(self._starts) else len(self._text)

    def _in_flow(self, place: DataPath) -> bool:
        return any(
            self._text[self._stretch(place[:length])[0]] in "[{"
            for length in range(1, len(place))
            if place[:length] in self._document.values
        )

    def _rewrite(self, place: DataPath, text: str | int) -> Splice:
        start, end = self._stretch(place)
        old = self._text[start:end].replace("\r\n", "\n").replace("\r", "\n")
        new = scalar(text, old, in_flow=self._in_flow(place))
        return Splice(start, end, new.replace("\n", self._line_end))

    def _insert(self, place: DataPath, entries: tuple[Any, ...]) -> Splice:
        start, end = self._stretch(place)
        if self._in_flow(place):
            return Splice(end, end, "".join(f", {flow(entry)}" for entry in entries))
        before = self._text[self._line_start(start) : start]
        if before.strip() != "-":
            raise CannotEdit
        indent = before.index("-")
        lines = [line for entry in entries for line in entry_lines(entry, indent)]
        return self._lines_at(self._behind(place, indent), lines)

    def _fill(self, place: DataPath, entries: tuple[Any, ...]) -> Iterator[Splice]:
        start, end = self._stretch(place)
        if self._in_flow(place):
            yield Splice(start, end, flow(list(entries)))
            return
        key = self._document.keys[place]
        # What is said behind the brackets, in a comment, stays behind the key.
        yield Splice(self._offset(key.end) + 1, end, "")
        indent = key.start.column + 1
        lines = [line for entry in entries for line in entry_lines(entry, indent)]
        yield self._lines_at(self._next_line(max(end - 1, start)), lines)

    def _add_keys(self, place: DataPath, keys: tuple[tuple[str, Any], ...]) -> Splice:
        if self._in_flow(place):
            end = self._stretch(place)[1]
            return Splice(end, end, "".join(f", {key}: {flow(value)}" for key, value in keys))
        if self._before(place).strip() not in ("", "-"):
            raise CannotEdit
        indent = self._document.keys[place].start.column - 1
        lines = [line for key, value in keys for line in key_lines(key, value, indent)]
        return self._lines_at(self._behind(place, indent), lines)

    def _behind(self, place: DataPath, indent: int) -> int:
        """Return where the line after the entry begins, which stands ``indent`` spaces in.

        Comments further in belong to it; empty lines behind a text stay behind what comes.
        """
        start, _ = self._stretch(place)
        at = self._end_of(place)
        while (line := self._text[at : self._next_line(at)]).lstrip(" ").startswith("#"):
            if len(line) - len(line.lstrip(" ")) <= indent:
                break
            at += len(line)
        keeps = "+" in self._text[start : start + 3] and self._text[start] in "|>"
        while not keeps and not (line := self._text[self._line_start(at - 1) : at]).strip():
            at -= len(line)
        return at

    def _lines_at(self, at: int, lines: list[str]) -> Splice:
        if at == len(self._text) and not self._text.endswith(("\n", "\r")):
            return Splice(at, at, "".join(self._line_end + line for line in lines))
        return Splice(at, at, "".join(line + self._line_end for line in lines))

    @cached_property
    def _line_end(self) -> str:
        match = LINE_END.search(self._text)
        return match[0] if match else "\n"

    def _remove(self, parent: DataPath, notes: dict[DataPath, str | None]) -> Iterator[Splice]:
        """Take entries of one list or map out; a note says that one stays as a comment, with it behind."""
        entries = self._entries(parent)
        wanted = sorted(notes, key=self._begin)
        if len(wanted) == len(entries):
            yield from self._emptied(parent, wanted, notes)
        elif parent != ROOT and self._text[self._stretch(parent)[0]] in "[{":
            yield from self._remove_in_flow(entries, wanted)
        else:
            leading = list(takewhile(notes.__contains__, entries))
            if leading and self._is_behind_dash(leading[0]):
                yield self._remove_leading(leading, entries[len(leading)], notes)
                wanted = wanted[len(leading) :]
            for place in wanted:
                yield self._remove_lines(place, notes[place])

    def _entries(self, parent: DataPath) -> list[DataPath]:
        """Return the entries of a list or map as they stand in the text."""
        if parent not in self._sorted:
            data = value_at(self._document.data, parent)
            keys = list(data) if isinstance(data, dict) else range(len(data))
            self._sorted[parent] = sorted(((*parent, key) for key in keys), key=self._begin)
        return self._sorted[parent]

    def _begin(self, place: DataPath) -> int:
        """Return where an entry begins: its key, or its value in a list."""
        return self._offset(self._document.key_span(place).start)

    def _end_of(self, place: DataPath) -> int:
        """Return where the line after the entry begins."""
        start, end = self._stretch(place)
        return self._next_line(max(end - 1, start))

    def _before(self, place: DataPath) -> str:
        """Return what stands on the line before the entry: spaces, or a dash among them."""
        begin = self._begin(place)
        return self._text[self._line_start(begin) : begin]

    def _is_behind_dash(self, place: DataPath) -> bool:
        return isinstance(place[-1], str) and self._before(place).strip() == "-"

    def _emptied(
        self, parent: DataPath, places: list[DataPath], notes: dict[DataPath, str | None]
    ) -> Iterator[Splice]:
        start, end = self._stretch(parent)
        key = self._document.keys.get(parent)
        empty = "[]" if isinstance(places[0][-1], int) else "{}"
        if self._text[start] in "[{":
            yield Splice(start, end, empty)
        elif key:
            # What is said in comments, above the entries or behind the key, stays.
            after_key = self._offset(key.end) + 1
            yield Splice(after_key, after_key, f" {empty}")
            for place in places:
                yield self._remove_lines(place, notes[place])
        else:
            raise CannotEdit

    def _remove_lines(self, place: DataPath, note: str | None) -> Splice:
        line = self._line_start(self._begin(place))
        if self._before(place).strip() != ("-" if isinstance(place[-1], int) else ""):
            raise CannotEdit
        shelved = self._shelved(place, note, self._before(place))
        return Splice(line, self._end_of(place), shelved)

    def _remove_leading(
        self, places: list[DataPath], first_kept: DataPath, notes: dict[DataPath, str | None]
    ) -> Splice:
        """Take the first keys of a list entry out: the next one takes their place behind the dash.

        Comments between them come above the dash.
        """
        before = self._before(places[0])
        margin, kept = before.partition("-")[0], ""
        for place, after in pairwise([*places, first_kept]):
            between = self._text[self._end_of(place) : self._line_start(self._begin(after))]
            comments = (line.strip() for line in between.splitlines() if line.strip())
            kept += self._shelved(place, notes[place], margin)
            kept += "".join(margin + comment + self._line_end for comment in comments)
        start = self._line_start(self._begin(places[0]))
        return Splice(start, self._begin(first_kept), kept + before)

    def _shelved(self, place: DataPath, note: str | None, margin: str) -> str:
        """Return the lines of an entry as a comment; without a note, only the comments among them, if at all."""
        if note is None:
            said = self._said_in(place) if self._keeps_comments else ()
            column = margin.find("-") if "-" in margin else len(margin)
            return "".join(" " * column + comment + self._line_end for comment in said)
        first, *rest = self._text[self._begin(place) : self._end_of(place)].splitlines()
        depth = len(self._before(place))
        lines = [f"# {first}  ← {note}", *("# " + line[depth:] for line in rest)]
        return "".join(margin + line + self._line_end for line in lines)

    def _said_in(self, place: DataPath) -> Iterator[str]:
        """Yield the comments within an entry and behind it; those above it stay where they are."""
        begin, end = self._begin(place), self._end_of(place)
        for number, column in self._comments:
            at = self._starts[number - 1] + column - 1
            if begin <= at < end:
                yield self._document.lines[number - 1][column - 1 :].rstrip()

    @cached_property
    def _comments(self) -> tuple[tuple[int, int], ...]:
        return tuple(comment_marks(self._document))

    def _remove_in_flow(self, entries: list[DataPath], wanted: list[DataPath]) -> Iterator[Splice]:
        last_kept = max(number for number, entry in enumerate(entries) if entry not in wanted)
        for number, entry in enumerate(entries):
            if entry in wanted and number < last_kept:
                yield Splice(self._begin(entry), self._begin(entries[number + 1]), "")
        if last_kept + 1 < len(entries):
            yield Splice(self._stretch(entries[last_kept])[1], self._stretch(entries[-1])[1], "")
