"""Where in a text comments begin: each # that does not stand in a key or a text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from shakyo_plan.source.document import Document
from shakyo_plan.source.text_lines import BLOCK_HEADER
from shakyo_plan.values.data_path import DataPath, value_at
from shakyo_plan.values.lazy_pattern import lazy_pattern

_MARK = lazy_pattern(r"(?:^|(?<= ))#")


def comment_marks(document: Document) -> Iterator[tuple[int, int]]:
    """Yield line and column of each # that begins a comment."""
    covered = _scalars_by_line(document)
    for number, line in enumerate(document.lines, 1):
        for match in _MARK.finditer(line):
            column = match.start() + 1
            if not any(start <= column < end for start, end in covered.get(number, ())):
                yield number, column
                break


def block_header(document: Document, place: DataPath) -> re.Match[str] | None:
    """Return the beginning of the value, if it is a text written with | or >."""
    start = document.values[place].start
    return BLOCK_HEADER.match(document.lines[start.line - 1], start.column - 1)


def block_lines(document: Document, place: DataPath) -> tuple[range, int]:
    """Return which lines a text written with | or > takes, without its header, and how far in it stands.

    The parsers disagree about where it ends, so it is measured: a line further out is no part of it.
    """
    lines, header = document.lines, block_header(document, place)
    outer = _column_of_entry(document, place) - 1
    depth = outer + int(header["depth"]) if header and header["depth"] else None
    first = number = document.values[place].start.line + 1
    while number <= len(lines):
        line = lines[number - 1]
        indent = len(line) - len(line.lstrip(" "))
        if line.strip(" "):
            if indent <= outer or (depth is not None and indent < depth):
                break
            depth = indent if depth is None else depth
        number += 1
    return range(first, number), depth or 0


def _column_of_entry(document: Document, place: DataPath) -> int:
    """Return where the key of a map entry stands, or the dash of a list entry."""
    key = document.keys.get(place)
    return (key or document.values[place[:-1]]).start.column


def _scalars_by_line(document: Document) -> Mapping[int, list[tuple[int, int]]]:
    """Return, line by line, the columns that keys and texts take."""
    covered: dict[int, list[tuple[int, int]]] = {}
    spans = [*document.keys.values()]
    lines = document.lines
    for place, span in document.values.items():
        if isinstance(value_at(document.data, place), (dict, list)):
            continue
        if block_header(document, place):
            for number in block_lines(document, place)[0]:
                covered.setdefault(number, []).append((1, len(lines[number - 1]) + 2))
        else:
            spans.append(span)
    for span in spans:
        for number in range(span.start.line, span.end.line + 1):
            start = span.start.column if number == span.start.line else 1
            end = span.end.column if number == span.end.line else len(lines[number - 1]) + 1
            covered.setdefault(number, []).append((start, end))
    return covered
