"""The comments of a plan file, each with the entry that it speaks of.

A comment on a line of its own speaks of the entry below it, one behind an entry of that entry. One that
stands further in than the line below closes the entry above: it is a line of that map or list, put aside.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from shakyo_plan.diagnostic import Position
from shakyo_plan.source.document import Document
from shakyo_plan.values.place import ROOT, Place

_MARK = re.compile(r"(?:^|(?<=\s))#")
_BLOCK_HEADER = re.compile(r"[|>][-+0-9]*")


@dataclass
class Comments:
    """The comments by the entries that they speak of."""

    header: list[str] = field(default_factory=list)
    """The lines at the top of the file, up to an empty line before the first key."""
    above: dict[Place, list[str]] = field(default_factory=dict)
    behind: dict[Place, list[str]] = field(default_factory=dict)
    closing: dict[Place, list[str]] = field(default_factory=dict)
    """What stands after the last entry of a map or list, at the depth of its entries."""
    below: list[str] = field(default_factory=list)
    """What stands after the last entry."""

    def at(self, place: Place) -> bool:
        """Whether anything is said of the entry."""
        return place in self.above or place in self.behind or place in self.closing


def comments_of(document: Document) -> Comments:
    """Find the comments of a sound document."""
    lines = document.lines
    found = Comments()
    entries = sorted(_entries(document), key=lambda entry: (entry[0], len(entry[1])))
    begins = [begin for begin, _ in entries]
    first = entries[0][0].line if entries else len(lines) + 1
    header_end = max((n for n in range(1, first) if not lines[n - 1].strip()), default=0)
    found.header = [line.rstrip() for line in lines[:header_end]]
    for number, column in _comment_marks(document):
        text = lines[number - 1][column - 1 :].rstrip()
        if number <= header_end:
            continue
        after = bisect_right(begins, Position(number, column))
        if lines[number - 1][: column - 1].strip():
            place = _whole_flow(document, entries[after - 1][1], number)
            found.behind.setdefault(place, []).append(text)
        elif (closed := _closed(document, entries, after, column)) is not None:
            found.closing.setdefault(closed, []).append(text)
        elif after < len(entries):
            found.above.setdefault(entries[after][1], []).append(text)
        else:
            found.below.append(text)
    return found


def _closed(
    document: Document, entries: list[tuple[Position, Place]], after: int, column: int
) -> Place | None:
    """Return the entry after which a comment stands that is no word on the entry below it."""
    if not after:
        return None
    below = document.lines[entries[after][0].line - 1] if after < len(entries) else ""
    if column - 1 <= len(below) - len(below.lstrip(" ")):
        return None
    above = entries[after - 1][1]
    for length in range(len(above), 0, -1):
        place = above[:length]
        if document.key_span(place).start.column == column and place in document.keys:
            return None if is_flow(document, place[:-1]) else place
    return None


def is_flow(document: Document, place: Place) -> bool:
    """Whether the list or map stands in brackets."""
    start = document.span(place).start
    line = document.lines[start.line - 1]
    return line[start.column - 1 : start.column] in ("[", "{")


def value_at(data: Any, place: Place) -> Any:
    """Return the data at a place."""
    for step in place:
        data = data[step]
    return data


def _entries(document: Document) -> Iterator[tuple[Position, Place]]:
    for place in document.values:
        if place != ROOT:
            yield document.key_span(place).start, place


def _whole_flow(document: Document, place: Place, line: int) -> Place:
    """Return the list in brackets around an entry, where the comment stands behind its bracket."""
    for length in range(1, len(place)):
        outer = place[:length]
        span = document.values[outer]
        if is_flow(document, outer) and line in (span.start.line, span.end.line):
            return outer
    return place


def _comment_marks(document: Document) -> Iterator[tuple[int, int]]:
    """Yield line and column of each # that begins a comment."""
    covered = _scalars_by_line(document)
    for number, line in enumerate(document.lines, 1):
        for match in _MARK.finditer(line):
            column = match.start() + 1
            if not any(start <= column < end for start, end in covered.get(number, ())):
                yield number, column
                break


def _scalars_by_line(document: Document) -> Mapping[int, list[tuple[int, int]]]:
    """Return, line by line, the columns that keys and texts take."""
    covered: dict[int, list[tuple[int, int]]] = {}
    spans = [*document.keys.values()]
    lines = document.lines
    for place, span in document.values.items():
        if isinstance(value_at(document.data, place), (dict, list)):
            continue
        header = _BLOCK_HEADER.match(lines[span.start.line - 1], span.start.column - 1)
        if header:
            for number in block_lines(document, place):
                covered.setdefault(number, []).append((1, len(lines[number - 1]) + 2))
        else:
            spans.append(span)
    for span in spans:
        for number in range(span.start.line, span.end.line + 1):
            start = span.start.column if number == span.start.line else 1
            end = span.end.column if number == span.end.line else len(lines[number - 1]) + 1
            covered.setdefault(number, []).append((start, end))
    return covered


def block_lines(document: Document, place: Place) -> range:
    """Return the numbers of the lines of a block text (| or >), without its header."""
    lines = document.lines
    first = document.values[place].start.line + 1
    key_line = lines[document.key_span(place).start.line - 1]
    outer = len(key_line) - len(key_line.lstrip(" -"))
    last = first
    while last <= len(lines):
        line = lines[last - 1]
        if line.strip() and len(line) - len(line.lstrip(" ")) <= _indent_of_block(outer, key_line):
            break
        last += 1
    return range(first, last)


def _indent_of_block(outer: int, key_line: str) -> int:
    # Behind a dash, the text may stand under the key; elsewhere it has to stand further in.
    return outer if not key_line.lstrip().startswith("-") else outer - 1
