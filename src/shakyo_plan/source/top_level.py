"""Reading on after a syntax error: each top-level part of a plan file on its own.

A parser stops at its first complaint, and a draft would take a run for each slip. The top-level keys
of a plan stand at the beginning of a line, so what lies between two of them is read by itself, by the
same parser; of each part that cannot be read, one complaint is told.
"""

from __future__ import annotations

from shakyo_plan.diagnostic import START, Finding, Span
from shakyo_plan.model.schema import schema
from shakyo_plan.source.build import PATIENCE, Built, build
from shakyo_plan.values.data_path import ROOT
from shakyo_plan.values.lazy_pattern import lazy_pattern

_KEY = lazy_pattern(r"(?P<key>[A-Za-z_]+) ?[:：]")
_MOST_PARTS = 50
"""A plan has some ten; reading each of very many by itself would take long."""


def by_parts(text: str, whole: Built) -> tuple[Built, frozenset[str]]:
    """Return what of a text can be read where reading the whole stopped, and the keys of what cannot.

    The findings are those of the parts, at most one syntax error each; those of the whole, where that
    cannot be taken apart.
    """
    lines = text.split("\n")
    known = schema()["properties"]
    begins = [
        number
        for number, line in enumerate(lines)
        if (key := _KEY.match(line)) and key["key"] in known
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
            read.findings += _told(part)
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


def _told(part: Built) -> list[Finding]:
    # What the parser stopped at explains what went by before it.
    return part.findings[-1:] if part.stopped else part.findings
