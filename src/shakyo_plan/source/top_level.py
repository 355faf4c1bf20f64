"""Reading on after a syntax error: each top-level part of a plan file on its own.

A parser stops at its first complaint, and a draft would take a run for each slip. The top-level keys
of a plan stand at the beginning of a line, so what lies between two of them is read by itself, by the
same parser; of each part that cannot be read, one complaint of it is told, and of its other entries only
what is wrong with a line whatever stands around it, once an entry.
"""

from __future__ import annotations

from collections.abc import Iterator

from shakyo_plan.diagnostic import START, Finding, Position, Span
from shakyo_plan.model.schema import every_key, schema
from shakyo_plan.source.build import PATIENCE, Built, build
from shakyo_plan.source.line_slips import slip_in, stray_remark
from shakyo_plan.source.text_lines import text_lines
from shakyo_plan.values.data_path import ROOT
from shakyo_plan.values.lazy_pattern import lazy_pattern

_KEY = lazy_pattern(r"(?P<key>[^\W\d][\w・]*) ?[:：]")
"""A word at the beginning of a line: 事業: is a key too, of which the schema then says what it is called."""
_MOST_SLIPS = 20
"""A part with more of them has one trouble, and not so many."""
_MOST_PARTS = 50
"""A plan has some ten; reading each of very many by itself would take long."""


def by_parts(text: str, whole: Built) -> tuple[Built, frozenset[str]]:
    """Return what of a text can be read where reading the whole stopped, and the keys of what cannot.

    The findings are those of the parts, at most one complaint of the parser each, and slips within single
    lines; those of the whole, where that cannot be taken apart.
    """
    lines = text.split("\n")
    known = schema()["properties"]
    # A key of an inner part that lost its indentation begins nothing.
    inner = every_key() - known.keys()
    begins = [
        number
        for number, line in enumerate(lines)
        if (key := _KEY.match(line)) and key["key"] not in inner
    ]
    if not 1 < len(begins) <= _MOST_PARTS or len(text) > PATIENCE:
        return whole, frozenset()
    if any(line.strip() and not line.startswith("#") for line in lines[: begins[0]]):
        begins.insert(0, 0)
    read = Built(data={})
    broken = set()
    for begin, end in zip(begins, [*begins[1:], len(lines)], strict=True):
        # The lines before stay as empty ones, so that every position is that in the file.
        part = build("\n" * begin + "\n".join(lines[begin:end]) + "\n")
        if part.findings or not isinstance(part.data, dict):
            told = _told(part)
            read.findings += [*told, *_other_slips(lines, begin, end, told)]
            key = _KEY.match(lines[begin])
            broken.add(key["key"] if key else "")
            continue
        read.data |= part.data
        read.values |= part.values
        read.keys |= part.keys
    if not read.findings:
        return whole, frozenset()
    # A part whose colon is missing is there all the same.
    broken |= {line.rstrip() for line in lines} & known.keys()
    read.values[ROOT] = Span(START, START)
    return read, frozenset(broken)


def _other_slips(lines: list[str], begin: int, end: int, told: list[Finding]) -> Iterator[Finding]:
    """Yield what is wrong with single lines of other entries of a part: no parser comes so far."""
    starts = {number for number in range(begin, end) if lines[number].lstrip().startswith("- ")}
    outer = min((_indent(lines[number]) for number in starts), default=0)
    complained = {finding.span.start.line for finding in told}
    silent, found, inside = True, 0, text_lines("\n".join(lines))
    for number in range(begin, end):
        line = lines[number]
        if number in starts and _indent(line) == outer:
            silent = False  # another entry
        if silent or number + 1 in complained:
            silent = True
            continue
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        below = lines[number + 1] if number + 1 < end else ""
        slip = slip_in(line, below) or stray_remark(line, lines[number - 1])
        if slip is None or number + 1 in inside:
            continue
        span = Span(Position(number + 1, slip.start + 1), Position(number + 1, slip.end + 1))
        yield Finding("P004", slip.message, span, suggestion=slip.advice)
        silent, found = True, found + 1
        if found == _MOST_SLIPS:
            return


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _told(part: Built) -> list[Finding]:
    # What the parser stopped at explains what went by before it.
    return part.findings[-1:] if part.stopped else part.findings
