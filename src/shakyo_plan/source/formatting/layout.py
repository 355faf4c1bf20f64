"""A plan file in its canonical form, which is that of ``plans/2024.yaml``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from shakyo_plan.model.schema import resolve, schema
from shakyo_plan.source.document import Document, read_document
from shakyo_plan.source.editing.scalar import scalar
from shakyo_plan.source.formatting.comments import Comments, comments_of
from shakyo_plan.source.formatting.marks import block_header, block_lines
from shakyo_plan.source.schema.shape import branch
from shakyo_plan.values.data_path import ROOT, DataPath, value_at

_ON_ONE_LINE = ("districts", "examples")
"""Lists of short names stand in brackets; all others have a line for each entry."""
_APART = ("priorities", "goals", "plans")
"""The entries of these lists are separated by an empty line."""
_TOGETHER = ("fiscal_year",)
"""Keys of the top level that follow the one before them without an empty line."""


class CannotFormat(Exception):
    """The canonical form would not be read as the same data, or would lose a comment."""


def formatted(document: Document) -> str:
    """Return the text of a sound plan in canonical form, with the line ends that its first line has.

    Raises:
        CannotFormat: data or comments would change; nothing is to be written then.
    """
    text = "\n".join(_Writer(document).lines()) + "\n"
    again = read_document(text.encode("utf-8", "surrogatepass"))
    if again.findings or again.data != document.data:
        raise CannotFormat
    if comments_of(again).all() != comments_of(document).all():
        raise CannotFormat
    return text.replace("\n", document.line_end)


class _Writer:
    """Writes the parts of one document, each with its comments."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._comments: Comments = comments_of(document)

    def lines(self) -> Iterator[str]:
        if self._comments.header:
            yield from self._comments.header
            yield ""
        for number, (key, part) in enumerate(_ordered(self._document.data, schema())):
            if number and key not in _TOGETHER:
                yield ""
            yield from self._entry((key,), part, "", f"{key}:")
        if ROOT in self._comments.below:
            yield ""
            yield from self._comments.below[ROOT]

    def _entry(
        self, place: DataPath, part: dict[str, Any], indent: str, lead: str
    ) -> Iterator[str]:
        """Write a map entry (``lead`` is its key) or a list entry (a dash) with all in it."""
        data = value_at(self._document.data, place)
        self._settle(place, data, part)
        yield from _indented(self._comments.above.get(place, ()), indent)
        behind = "".join(f"  {comment}" for comment in self._comments.behind.get(place, ()))
        inner = indent + "  "
        if isinstance(data, dict) and data:
            yield from self._map(place, part, indent, lead, behind)
            yield from _indented(self._comments.below.get(place, ()), inner)
        elif isinstance(data, list) and data and not self._in_brackets(place, data):
            yield f"{indent}{lead}{behind}"
            items = branch(data, part)["items"]
            for number, item in enumerate(data):
                if number and place[-1] in _APART:
                    yield ""
                yield from self._entry((*place, number), branch(item, resolve(items)), inner, "-")
            yield from _indented(self._comments.below.get(place, ()), inner)
        else:
            first, *more = self._value(place, data, inner).split("\n")
            yield f"{indent}{lead} {first}{behind}"
            yield from more

    def _settle(self, place: DataPath, data: Any, part: dict[str, Any]) -> None:
        """Move comments that have no place of their own in the canonical form to the nearest that has."""
        said = self._comments
        if isinstance(data, dict) and data and isinstance(place[-1], int):
            # The dash shares its line with the first key, and so their comments.
            first = (*place, next(_ordered(data, part))[0])
            if first in said.above:
                said.above.setdefault(place, []).extend(said.above.pop(first))
            if place in said.behind:
                said.behind[first] = [*said.behind.pop(place), *said.behind.get(first, ())]
            if len(said.behind.get(first, ())) > 1:
                said.above.setdefault(place, []).extend(said.behind.pop(first))
        homeless = [said.behind] if len(said.behind.get(place, ())) > 1 else []
        if not data:
            homeless.append(said.below)
        for group in homeless:
            if place in group:
                said.above.setdefault(place, []).extend(group.pop(place))

    def _map(
        self, place: DataPath, part: dict[str, Any], indent: str, lead: str, behind: str
    ) -> Iterator[str]:
        inner = indent + "  "
        lines = (
            line
            for key, below in _ordered(value_at(self._document.data, place), part)
            for line in self._entry((*place, key), below, inner, f"{key}:")
        )
        if lead == "-":
            yield f"{indent}- {next(lines).removeprefix(inner)}"
        else:
            yield f"{indent}{lead}{behind}"
        yield from lines

    def _in_brackets(self, place: DataPath, data: list[Any]) -> bool:
        entries = [(*place, number) for number in range(len(data))]
        said = place in self._comments.below or any(map(self._comments.at, entries))
        return place[-1] in _ON_ONE_LINE and not said

    def _value(self, place: DataPath, data: Any, indent: str) -> str:
        if isinstance(data, list):
            names = (self._scalar((*place, n), indent, in_flow=True) for n in range(len(data)))
            return f"[{', '.join(names)}]"
        return "{}" if data == {} else self._scalar(place, indent, in_flow=False)

    def _scalar(self, place: DataPath, indent: str, *, in_flow: bool) -> str:
        """Return a text or number as it is written; one over several lines in one, or as a block."""
        span, data = self._document.values[place], value_at(self._document.data, place)
        line = self._document.lines[span.start.line - 1]
        if block_header(self._document, place):
            return scalar(data, "", in_flow=True) if in_flow else self._block(place, data, indent)
        if span.start.line == span.end.line:
            written = line[span.start.column - 1 : span.end.column - 1]
            if in_flow and written[:1] not in ("'", '"'):
                return scalar(written, "", in_flow=True)
            return written
        if "\n" in data and not in_flow and _fits_block(data):
            lines = data.removesuffix("\n").split("\n")
            return "\n".join([_header("|", "", data), *_indented(lines, indent)])
        return scalar(data, line[span.start.column - 1], in_flow=in_flow)

    def _block(self, place: DataPath, data: str, indent: str) -> str:
        if data.endswith("\n\n"):
            return scalar(data, '"', in_flow=False)  # empty lines below it would count as its own
        header = block_header(self._document, place)
        numbers, depth = block_lines(self._document, place)
        lines = [self._document.lines[number - 1][depth:] for number in numbers]
        while lines and not lines[-1]:
            lines.pop()
        assert header is not None  # noqa: S101 - asked before
        # A digit says that the text itself begins with spaces; two is how far in it stands here.
        first = _header(header["style"], "2" if header["depth"] else "", data)
        return "\n".join([first, *_indented(lines, indent)])


def _ordered(data: dict[str, Any], part: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the keys of a map in the order of the schema, each with its part of it."""
    properties = part["properties"]
    for key in properties:
        if key in data:
            yield key, branch(data[key], resolve(properties[key]))


def _indented(lines: list[str] | tuple[()], indent: str) -> Iterator[str]:
    return (indent + line if line else "" for line in lines)


def _header(style: str, depth: str, text: str) -> str:
    return style + depth + ("" if text.endswith("\n") else "-")


def _fits_block(text: str) -> bool:
    """Whether a text can be written as a block: what is invisible in it would be lost or refused."""
    return (
        not text.startswith((" ", "\n"))
        and not text.endswith("\n\n")
        and all(line.isprintable() for line in text.split("\n"))
    )
