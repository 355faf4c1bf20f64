"""What is certain put in place of what was found: a splice of the text at the findings' places."""

from __future__ import annotations

from collections.abc import Iterable

from shakyo_plan.diagnostic import Finding


def with_certain(text: str, findings: Iterable[Finding]) -> str:
    """Return the text with what is certain in place of what was found; all else stays as it is."""
    lines = text.split("\n")
    found = (finding for finding in findings if finding.certain is not None)
    for finding in sorted(found, key=lambda finding: finding.span, reverse=True):
        (number, start), (end_line, end) = finding.span
        if number == end_line <= len(lines):
            line = lines[number - 1]
            lines[number - 1] = f"{line[: start - 1]}{finding.certain}{line[end - 1 :]}"
    return "\n".join(lines)
