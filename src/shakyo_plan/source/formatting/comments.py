"""The comments of a plan file, each with the entry that it speaks of.

A comment on a line of its own speaks of the entry below it, unless it stands further in than that: then
it belongs to the end of the list or map above (an entry that is put out of use for now, for example).
One behind an entry speaks of that entry.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from shakyo_plan.diagnostic import Position
from shakyo_plan.source.document import Document
from shakyo_plan.source.formatting.marks import comment_marks
from shakyo_plan.values.data_path import ROOT, DataPath, value_at
from shakyo_plan.values.lazy_pattern import lazy_pattern

_NOTHING_YET = lazy_pattern(r"[-? ]*|\.\.\. *")
"""What may stand before a comment that is nevertheless on a line of its own: a lonely dash, or ---."""
_FOR_EDITORS = lazy_pattern(r" *# *yaml-language-server:")


@dataclass
class Comments:
    """The comments by the entries that they speak of; an empty text stands for empty lines between them."""

    header: list[str] = field(default_factory=list)
    """The lines at the top of the file, up to the last empty line before the first key."""
    above: dict[DataPath, list[str]] = field(default_factory=dict)
    behind: dict[DataPath, list[str]] = field(default_factory=dict)
    below: dict[DataPath, list[str]] = field(default_factory=dict)
    """What stands after the last entry of a list or map, as far in as its entries."""

    def at(self, place: DataPath) -> bool:
        """Whether anything is said of the entry."""
        return place in self.above or place in self.behind or place in self.below

    def all(self) -> list[str]:
        """Return the comments in the order of their letters."""
        places = [*self.above.values(), *self.behind.values(), *self.below.values()]
        return sorted(text for texts in (self.header, *places) for text in texts if text)


def comments_of(document: Document) -> Comments:
    """Find the comments of a sound document."""
    return _Finder(document).found()


def is_flow(document: Document, place: DataPath) -> bool:
    """Whether the list or map stands in brackets."""
    start = document.values[place].start
    return document.lines[start.line - 1][start.column - 1] in "[{"


class _Finder:
    def __init__(self, document: Document) -> None:
        self._document = document
        self._lines = document.lines
        entries = ((document.key_span(place).start, place) for place in document.values if place)
        self._entries = sorted(entries, key=lambda entry: (entry[0], len(entry[1])))

    def found(self) -> Comments:
        found = Comments()
        header_end = self._header_end()
        begins = [begin for begin, _ in self._entries]
        before: tuple[list[str], int] | None = None
        for number, column in comment_marks(self._document):
            line = self._lines[number - 1]
            after = bisect_right(begins, Position(number, column))
            if number <= header_end:
                group = found.header
            elif not _NOTHING_YET.fullmatch(line, 0, column - 1):
                place = self._whole_flow(self._entries[after - 1][1], number)
                group = found.behind.setdefault(place, [])
            else:
                below, place = self._spoken_of(after, Position(number, column))
                group = (found.below if below else found.above).setdefault(place, [])
            if before and before[0] is group and self._only_empty(before[1], number):
                group.append("")
            group.append(line[column - 1 :].rstrip())
            before = group, number
        return found

    def _header_end(self) -> int:
        """Return the last line of the header: an empty one, or one that tells editors the schema."""
        lines = enumerate(self._lines[: self._entries[0][0].line - 1], 1)
        return max(
            (n for n, line in lines if not line.strip() or _FOR_EDITORS.match(line)), default=0
        )

    def _only_empty(self, first: int, last: int) -> bool:
        between = self._lines[first : last - 1]
        return bool(between) and not any(line.strip() for line in between)

    def _whole_flow(self, place: DataPath, line: int) -> DataPath:
        """Return the list in brackets around an entry, where the comment stands behind its bracket."""
        for length in range(1, len(place)):
            outer = place[:length]
            span = self._document.values[outer]
            if is_flow(self._document, outer) and line in (span.start.line, span.end.line):
                return outer
        return place

    def _spoken_of(self, after: int, at: Position) -> tuple[bool, DataPath]:
        """Return what a comment on a line of its own speaks of, and whether it stands below that."""
        follows = self._entries[after] if after < len(self._entries) else None
        if after == 0:
            return False, self._entries[0][1]
        before = self._entries[after - 1][1]
        if not self._holds_entries(before) and self._document.values[before].start > at:
            return False, before  # between a key and its text
        outdent = self._indent(follows[0].line) if follows else -1
        for place in self._around(before):
            start, end = self._document.values[place].start, self._document.values[place].end
            here = follows is not None and follows[1][: len(place)] == place
            if is_flow(self._document, place):
                if start < at < end:
                    return (False, follows[1]) if here and follows else (True, place)
            elif not here and outdent < start.column - 1 < at.column:
                # A list may stand as far out as its key; a comment there is beside that key.
                key = self._document.keys.get(place)
                if key is None or not key.start.column == start.column == at.column:
                    return True, place
        return (False, follows[1]) if follows else (True, ROOT)

    def _around(self, place: DataPath) -> Iterator[DataPath]:
        """Yield the lists and maps that an entry is or stands in, from the inside out."""
        for length in range(len(place), -1, -1):
            if self._holds_entries(place[:length]):
                yield place[:length]

    def _holds_entries(self, place: DataPath) -> bool:
        return isinstance(value_at(self._document.data, place), (dict, list))

    def _indent(self, number: int) -> int:
        line = self._lines[number - 1]
        return len(line) - len(line.lstrip(" "))
