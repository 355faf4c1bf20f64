"""A plan file in its canonical form, which is that of ``plans/2024.yaml``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from shakyo_plan.editing.scalar import scalar
from shakyo_plan.formatting.comments import Comments, block_lines, comments_of
from shakyo_plan.schema.shape import branch
from shakyo_plan.schema.text import resolve, schema
from shakyo_plan.source.document import Document, read_document
from shakyo_plan.values.place import Place

_ON_ONE_LINE = ("districts", "examples")
"""Lists of short names stand in brackets; all others have a line for each entry."""
_APART = ("priorities", "goals", "plans")
"""The entries of these lists are separated by an empty line."""
_TOGETHER = ("fiscal_year",)
"""Keys of the top level that follow the one before them without an empty line."""
_BLOCK = re.compile(r"[|>]")


class CannotFormat(Exception):
    """The canonical form would not be read as the same data, or would lose a comment."""


def formatted(document: Document) -> str:
    """Return the text of a sound plan in canonical form, with the line ends that it has.

    Raises:
        CannotFormat: data or comments would change; nothing is to be written then.
    """
    writer = _Writer(document)
    text = "\n".join(writer.lines()) + "\n"
    again = read_document(text.encode("utf-8"))
    if again.findings or again.data != document.data or _said(again) != _said(document):
        raise CannotFormat
    return text.replace("\n", "\r\n") if "\r\n" in document.text else text


def _said(document: Document) -> list[str]:
    found = comments_of(document)
    groups = [*found.above.values(), *found.behind.values(), *found.closing.values(), found.below]
    words = [line for line in found.header if line.strip()]
    return sorted([*words, *(line for group in groups for line in group)])


class _Writer:
    """Writes the parts of one document, each with its comments."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._comments: Comments = comments_of(document)

    def lines(self) -> Iterator[str]:
        header = [*self._comments.header]
        while header and not header[-1]:
            header.pop()
        if header:
            yield from header
            yield ""
        for number, (key, part) in enumerate(self._ordered(self._document.data, schema())):
            if number and key not in _TOGETHER:
                yield ""
            yield from self._entry((key,), part, "", f"{key}:")
        if self._comments.below:
            yield ""
            yield from self._comments.below

    def _ordered(self, data: dict[str, Any], part: dict[str, Any]) -> Iterator[tuple[str, Any]]:
        properties = part["properties"]
        for key in properties:
            if key in data:
                yield key, branch(data[key], resolve(properties[key]))

    def _entry(self, place: Place, part: dict[str, Any], indent: str, lead: str) -> Iterator[str]:
        """Write a map entry (``lead`` is its key) or a list entry (a dash) with all in it."""
        for comment in self._comments.above.get(place, ()):
            yield indent + comment
        yield from self._bare_entry(place, part, indent, lead)
        for comment in self._comments.closing.get(place, ()):
            yield indent + comment

    def _bare_entry(
        self, place: Place, part: dict[str, Any], indent: str, lead: str
    ) -> Iterator[str]:
        behind = "".join(f"  {comment}" for comment in self._comments.behind.get(place, ()))
        data = self._at(place)
        inner = indent + "  "
        if isinstance(data, dict):
            yield from self._map(place, part, indent, lead, behind)
        elif isinstance(data, list) and data and not self._in_brackets(place, data):
            yield f"{indent}{lead}{behind}"
            items = branch(data, part)["items"]
            for number, item in enumerate(data):
                if number and place[-1] in _APART:
                    yield ""
                yield from self._entry((*place, number), branch(item, resolve(items)), inner, "-")
        elif isinstance(data, list):
            names = ", ".join(
                self._scalar((*place, n), inner, in_flow=True) for n in range(len(data))
            )
            yield f"{indent}{lead} [{names}]{behind}"
        else:
            first, *more = self._scalar(place, inner).split("\n")
            yield f"{indent}{lead} {first}{behind}"
            yield from more

    def _map(
        self, place: Place, part: dict[str, Any], indent: str, lead: str, behind: str
    ) -> Iterator[str]:
        inner = indent + "  "
        if lead != "-" or behind:
            yield f"{indent}{lead}{behind}"
            for key, each in self._ordered(self._at(place), part):
                yield from self._entry((*place, key), each, inner, f"{key}:")
            return
        lines = [
            line
            for key, each in self._ordered(self._at(place), part)
            for line in self._entry((*place, key), each, inner, f"{key}:")
        ]
        # The dash stands before the first key; comments above that key go above the dash.
        first = next(n for n, line in enumerate(lines) if not line.lstrip().startswith("#"))
        yield from (indent + line.lstrip() for line in lines[:first])
        yield f"{indent}- {lines[first].removeprefix(inner)}"
        yield from lines[first + 1 :]

    def _in_brackets(self, place: Place, data: list[Any]) -> bool:
        entries = [(*place, number) for number in range(len(data))]
        return place[-1] in _ON_ONE_LINE and not any(map(self._comments.at, entries))

    def _at(self, place: Place) -> Any:
        data = self._document.data
        for step in place:
            data = data[step]
        return data

    def _scalar(self, place: Place, indent: str, *, in_flow: bool = False) -> str:
        """Return a text or number as it is written; texts over several lines in one, but for blocks."""
        span, lines = self._document.values[place], self._document.lines
        line = lines[span.start.line - 1]
        if _BLOCK.match(line, span.start.column - 1):
            return self._block(place, line[span.start.column - 1 :].rstrip(), indent)
        if span.start.line == span.end.line:
            written = line[span.start.column - 1 : span.end.column - 1]
            if in_flow and written[:1] not in ("'", '"'):
                return scalar(written, "", in_flow=True)
            return written
        return scalar(self._at(place), line[span.start.column - 1], in_flow=in_flow)

    def _block(self, place: Place, header: str, indent: str) -> str:
        lines = [self._document.lines[n - 1] for n in block_lines(self._document, place)]
        while lines and not lines[-1].strip() and "+" not in header:
            lines.pop()
        depth = min(
            (len(line) - len(line.lstrip(" ")) for line in lines if line.strip()), default=0
        )
        if re.match(r"[|>][-+]?[0-9]", header):
            raise CannotFormat  # spaces at the beginning count here, and the depth is a number
        return "\n".join(
            [header, *(indent + line[depth:] if line.strip() else "" for line in lines)]
        )
