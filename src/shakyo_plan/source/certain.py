"""What is certain put in place of what was found: a splice of the text at the findings' places."""

from __future__ import annotations

from collections.abc import Iterable

from shakyo_plan.diagnostic import Finding
from shakyo_plan.source.line_ends import line_starts


def with_certain(text: str, findings: Iterable[Finding]) -> str:
    """Return the text with what is certain in place of what was found; all else stays as it is."""
    starts = line_starts(text)
    pieces: list[str] = []
    at = 0
    for finding in sorted(findings, key=lambda finding: finding.span):
        first, last = finding.span
        if finding.certain is None or first.line != last.line or last.line > len(starts):
            continue
        start = starts[first.line - 1] + first.column - 1
        if start >= at:
            pieces += [text[at:start], finding.certain]
            at = starts[last.line - 1] + last.column - 1
    return "".join([*pieces, text[at:]])
