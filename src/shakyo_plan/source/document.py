"""One plan file as read: its text, its data, and where in the text each piece of data stands."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain, islice
from typing import Any

from shakyo_plan.diagnostic import START, Finding, Position, Span
from shakyo_plan.message import say
from shakyo_plan.source.decode import decode
from shakyo_plan.values.data_path import ROOT, DataPath
from shakyo_plan.values.lazy_pattern import lazy_pattern

MAX_BYTES = 20_000_000
"""A plan of 36 KB is long; what is larger than this is some other file, and is not read."""

_TABS = lazy_pattern("\t+")
_LINE_END = lazy_pattern(r"\r\n|\r|\n")
# C0 and C1 controls except tab and line ends, the line separators that YAML 1.1 and 1.2 read
# differently, a mark of byte order in the middle, and the two code points that are no characters.
_FORBIDDEN = lazy_pattern("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]+")
# Full-width and no-break spaces look like the spaces that YAML counts, and are none: before a key
# or a dash, and right after them. Within a text they are letters.
_WIDE_SPACE = lazy_pattern(
    r"^[ -]*(?P<indent>[\u3000\u00a0][ \u3000\u00a0]*)(?=- |[a-z_]+:)"
    r"|^[ ]*(?:- *)?[a-z_]+:[ ]*(?P<value>[\u3000\u00a0]+)"
    r"|^[ ]*-(?P<entry>[\u3000\u00a0]+)",
    re.MULTILINE,
)
_MAX_FINDINGS = 200


@dataclass(frozen=True)
class Document:
    """What reading a file gave; with findings, ``data`` is None, or what of it could be read."""

    text: str
    data: Any = None
    values: Mapping[DataPath, Span] = field(default_factory=dict)
    """Where each value stands, by its place."""
    keys: Mapping[DataPath, Span] = field(default_factory=dict)
    """Where the key of each map entry stands, by the place of its value."""
    findings: tuple[Finding, ...] = ()
    broken: frozenset[str] = frozenset()
    """The top-level keys of what could not be read, where the rest could: then ``data`` is that rest."""
    byte_order_mark: bool = False
    """Whether the file begins with one; it is no part of the text."""

    def with_text(self, text: str) -> Document:
        """Return a document of another text that is not read yet, with the same byte order mark."""
        return Document(text, byte_order_mark=self.byte_order_mark)

    @property
    def file_text(self) -> str:
        """The text as it stands in the file, with the byte order mark, if there is one."""
        return "\ufeff" * self.byte_order_mark + self.text

    @property
    def line_end(self) -> str:
        """How the first line ends: as on Windows (CR LF) or as elsewhere (LF)."""
        return "\r\n" if self.text.partition("\n")[0].endswith("\r") else "\n"

    @cached_property
    def lines(self) -> list[str]:
        """The lines of the text, without their ends."""
        return _LINE_END.split(self.text)

    def span(self, place: DataPath) -> Span:
        """Return where the value at ``place`` stands, or the nearest that encloses it."""
        while place not in self.values:
            if place == ROOT:
                return Span(START, START)
            place = place[:-1]
        return self.values[place]

    def key_span(self, place: DataPath) -> Span:
        """Return where the key of the entry at ``place`` stands, or its value where it has no key."""
        return self.keys.get(place) or self.span(place)


def read_document(raw: bytes) -> Document:
    """Read the bytes of a plan file.

    Whatever the bytes, a document comes back: with data, or with findings that say where and why not.
    """
    if len(raw) > MAX_BYTES:
        return Document("", findings=(too_large(),))
    decoded = decode(raw)
    if decoded.finding:
        return Document(decoded.text, findings=(decoded.finding,))
    # A lone CR ends a line for YAML and for us; one form keeps both parsers at the same positions.
    text = _LINE_END.sub("\n", decoded.text)
    troubles = chain(
        _forbidden_characters(text), _tabs(text), _wide_spaces(text), _directives(text)
    )
    if findings := tuple(islice(troubles, _MAX_FINDINGS)):
        return Document(decoded.text, findings=findings)
    # The parser takes long to import, and a file that fails above does not need it.
    from shakyo_plan.source.build import build

    built = build(text)
    if built.stopped:
        from shakyo_plan.source.top_level import by_parts

        built, broken = by_parts(text, built)
        if broken:
            found = tuple(built.findings)
            return Document(decoded.text, built.data, built.values, built.keys, found, broken)
    if built.findings:
        return Document(decoded.text, findings=tuple(built.findings))
    return Document(
        decoded.text,
        built.data,
        built.values,
        built.keys,
        byte_order_mark=raw.startswith(codecs.BOM_UTF8),
    )


def too_large() -> Finding:
    """Return the finding of a file that is too large to be read at all."""
    message = say(
        "The file is larger than {n} MB; this is not a plan file", n=MAX_BYTES // 1_000_000
    )
    return Finding("P001", message, Span(START, START))


def _forbidden_characters(text: str) -> Iterator[Finding]:
    for number, match in _matches(_FORBIDDEN, text):
        name = f"U+{ord(match[0][0]):04X}"
        yield Finding(
            "P003",
            say("Invisible control character ({name})", name=name),
            _on_line(number, match),
            suggestion=say(
                "Delete it; it often comes along when text is pasted from Word or a web page"
            ),
        )


def _tabs(text: str) -> Iterator[Finding]:
    for number, match in _matches(_TABS, text):
        yield Finding(
            "P005",
            say("Tab character"),
            _on_line(number, match),
            suggestion=say(
                "Replace it with spaces (the Tab key and text pasted from Excel insert tabs)"
            ),
        )


def _wide_spaces(text: str) -> Iterator[Finding]:
    for number, match in _matches(_WIDE_SPACE, text):
        start, end = match.span(match.lastgroup or 0)
        yield Finding(
            "P015",
            say("Full-width or no-break space"),
            Span(Position(number, start + 1), Position(number, end + 1)),
            suggestion=say("Replace it with half-width spaces"),
        )


def _directives(text: str) -> Iterator[Finding]:
    """Find ``%YAML`` and ``%TAG``, which may stand only before the document."""
    for number, line in enumerate(text.split("\n"), 1):
        if line.startswith("%"):
            span = Span(Position(number, 1), Position(number, len(line) + 1))
            yield Finding(
                "P013",
                say("A line beginning with % is a YAML directive; plan files have none"),
                span,
            )
        elif line.strip() and not line.lstrip().startswith("#"):
            return


def _matches(pattern: re.Pattern[str], text: str) -> Iterator[tuple[int, re.Match[str]]]:
    if pattern.search(text) is None:
        return
    for number, line in enumerate(text.split("\n"), 1):
        for match in pattern.finditer(line):
            yield number, match


def _on_line(number: int, match: re.Match[str]) -> Span:
    return Span(Position(number, match.start() + 1), Position(number, match.end() + 1))
