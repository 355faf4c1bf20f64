"""What stands in the lines of a file that no parser explains: tabs, wide spaces, wrong colons, controls."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import chain

from shakyo_plan.diagnostic import Finding, Position, Span
from shakyo_plan.message import say
from shakyo_plan.source.neighbours import deepest, indent_among
from shakyo_plan.source.text_lines import text_lines
from shakyo_plan.values.lazy_pattern import lazy_pattern

_TABS = lazy_pattern("\t+")
# C0 and C1 controls except tab and line ends, the line separators that YAML 1.1 and 1.2 read
# differently, a mark of byte order in the middle, and the two code points that are no characters.
_FORBIDDEN = lazy_pattern("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]+")
# Full-width and no-break spaces look like the spaces that YAML counts, and are none: before a key
# or a dash, and right after them. Within a text they are letters.
_WIDE_SPACE = lazy_pattern(
    r"^[ -]*(?P<indent>[\u3000\u00a0][ \u3000\u00a0]*)(?=-[ \u3000\u00a0]|[a-z_]+:)"
    r"|^[ ]*(?:- *)?[a-z_]+:[ ]*(?P<value>[\u3000\u00a0]+)"
    r"|^[ ]*-(?P<entry>[\u3000\u00a0]+)",
    re.MULTILINE,
)
# What would be a key, had its colon been half-width with a space behind it.
_WRONG_COLON = lazy_pattern(r"^ *(?:- +)?(?P<key>[a-z_]+)(?:[ ]?：|:(?=[^\s/]))", re.MULTILINE)
_LEVEL = 2
"""Spaces that one level is."""


def troubles_in(text: str) -> Iterator[Finding]:
    """Yield what has to go before a parser is asked, kind by kind, each where it stands."""
    return chain(
        _forbidden_characters(text),
        _tabs(text),
        _wide_spaces(text),
        _directives(text),
        _wrong_colons(text),
    )


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
    if "\t" not in text:
        return
    from shakyo_plan.source.pasted_cells import lines_of_cells

    lines, told, inside = text.split("\n"), 0, text_lines(text)
    for number, match in _matches(_TABS, text):
        line, certain = match.string, None
        cells = lines_of_cells(line) if number != told else None
        if number == told:
            continue
        if cells:
            told = number
            advice = say(
                "These are cells of Excel; write each in a line of its own, behind its key: {lines}",
                lines=cells,
            )
        elif line[: match.start()].strip():
            advice = say(
                "Replace it with spaces (the Tab key and text pasted from Excel insert tabs)"
            )
        elif (indent := indent_among(number, lines)) is not None:
            advice = say("Begin the line with {n} half-width spaces", n=indent)
            certain = " " * (indent - match.start()) if indent >= match.start() else None
        else:
            advice = say(
                "Begin the line with as many half-width spaces as its neighbours, without the Tab key"
            )
        if number in inside or match.string[: match.start()].count("\t"):
            certain = None
        span = _on_line(number, match)
        yield Finding("P005", say("Tab character"), span, None, advice, certain)


def _wide_spaces(text: str) -> Iterator[Finding]:
    if _WIDE_SPACE.search(text) is None:
        return
    lines, inside = text.split("\n"), text_lines(text)
    for number, match in _matches(_WIDE_SPACE, text):
        if number in inside:
            continue
        start, end = match.span(match.lastgroup or 0)
        certain: str | None = " "
        advice = say("Replace it with half-width spaces")
        if not match.string[:end].strip():
            indent, is_sure = _indent_meant(number, lines, match.string[:end])
            advice = say("Begin the line with {n} half-width spaces", n=indent)
            certain = " " * max(indent - start, 0) if is_sure else None
        span = Span(Position(number, start + 1), Position(number, end + 1))
        yield Finding("P015", say("Full-width or no-break space"), span, None, advice, certain)


def _indent_meant(number: int, lines: list[str], before: str) -> tuple[int, bool]:
    """Return with how many spaces a line begins, and whether no other number is possible."""
    if (agreed := indent_among(number, lines)) is not None:
        return agreed, agreed >= len(before) - len(before.lstrip(" "))
    # A full-width space is as wide as two.
    wide = sum(unicodedata.east_asian_width(letter) == "F" for letter in before)
    most = deepest(number, lines)
    width = len(before) + wide
    if most is None or width <= most:
        return width, True
    # The line above holds no deeper one; one level too far is meant for its neighbour.
    return most, width - most <= _LEVEL


def _wrong_colons(text: str) -> Iterator[Finding]:
    """Find keys whose colon is full-width or has no space behind it: for the parser they are none."""
    if _WRONG_COLON.search(text) is None:
        return
    from shakyo_plan.model.schema import every_key
    from shakyo_plan.source.line_slips import slip_in

    lines, inside = text.split("\n"), text_lines(text)
    for number, match in _matches(_WRONG_COLON, text):
        if match["key"] in every_key() and number not in inside:
            slip = slip_in(lines[number - 1])
            if slip is not None:
                span = Span(Position(number, slip.start + 1), Position(number, slip.end + 1))
                certain = ": " if lines[number - 1][slip.end :].strip() else ":"
                yield Finding("P004", slip.message, span, None, slip.advice, certain)


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
