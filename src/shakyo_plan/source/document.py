"""One plan file as read: its text, its data, and where in the text each piece of data stands."""

from __future__ import annotations

import codecs
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice
from typing import Any

from shakyo_plan.diagnostic import START, Finding, Span
from shakyo_plan.message import say
from shakyo_plan.source.certain import with_certain
from shakyo_plan.source.decode import decode
from shakyo_plan.source.line_ends import LINE_END
from shakyo_plan.source.odd_lines import troubles_in
from shakyo_plan.values.data_path import ROOT, DataPath

MAX_BYTES = 20_000_000
"""A plan of 36 KB is long; what is larger than this is some other file, and is not read."""

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
        return LINE_END.split(self.text)

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
    text = LINE_END.sub("\n", decoded.text)
    troubles = tuple(islice(troubles_in(text), _MAX_FINDINGS))
    if any(trouble.certain is None for trouble in troubles):
        return Document(decoded.text, findings=troubles)
    # What is told with its certain meaning is read as that, so that the rest is told in the same run.
    text = with_certain(text, troubles) if troubles else text
    # The parser takes long to import, and a file that fails above does not need it.
    from shakyo_plan.source.build import build

    built, broken = build(text), frozenset[str]()
    if built.stopped:
        from shakyo_plan.source.top_level import by_parts

        built, broken = by_parts(text, built)
    if troubles:
        # Their places are those of the mended text; what of them is certain is mended after it.
        built.findings = [finding._replace(certain=None) for finding in built.findings]
    if broken:
        found = (*troubles, *built.findings)
        return Document(decoded.text, built.data, built.values, built.keys, found, broken)
    troubles = (*troubles, *built.findings)
    if any(trouble.certain is None for trouble in troubles):
        return Document(decoded.text, findings=troubles)
    return Document(
        decoded.text,
        built.data,
        built.values,
        built.keys,
        troubles,
        byte_order_mark=raw.startswith(codecs.BOM_UTF8),
    )


def too_large() -> Finding:
    """Return the finding of a file that is too large to be read at all."""
    message = say(
        "The file is larger than {n} MB; this is not a plan file", n=MAX_BYTES // 1_000_000
    )
    return Finding("P001", message, Span(START, START))
