"""Findings as an HTML page, to pass on to who mends the plan."""

from __future__ import annotations

from itertools import groupby
from typing import NamedTuple

from shakyo_plan.diagnostic import Diagnostic, Severity
from shakyo_plan.language import Translator
from shakyo_plan.lint.engine import Report
from shakyo_plan.lint.reporters.text import verdict
from shakyo_plan.message import say
from shakyo_plan.model.words import SEVERITY
from shakyo_plan.output.excerpt import around
from shakyo_plan.output.html import html_page
from shakyo_plan.output.style import PIPE, Screen


class _Row(NamedTuple):
    """A finding in words, with what stands before, in and after its place in the line."""

    place: str
    severity: Severity
    weight: str
    rule: str
    message: str
    suggestion: str
    excerpt: tuple[str, str, str] | None


def html_report(report: Report, tr: Translator, _screen: Screen) -> str:
    """Return the verdict, and for each file a table of its findings."""
    by_file = groupby(report.diagnostics, lambda finding: finding.path)
    return html_page(
        "lint/reporters/templates/findings.html",
        tr(say("Findings in plan files")),
        tr,
        verdict=verdict(report, tr, PIPE).splitlines(),
        headings=[
            tr(say("place")),
            tr(say("rule")),
            tr(say("what is wrong")),
            tr(say("what to do")),
        ],
        files=[(path, [_row(finding, tr) for finding in found]) for path, found in by_file],
    )


def _row(finding: Diagnostic, tr: Translator) -> _Row:
    start = finding.span.start
    return _Row(
        f"{start.line}:{start.column}",
        finding.severity,
        tr(SEVERITY[finding.severity]),
        f"{finding.code} {finding.name}",
        tr(finding.message),
        tr(finding.suggestion) if finding.suggestion else "",
        _excerpt(finding),
    )


def _excerpt(finding: Diagnostic) -> tuple[str, str, str] | None:
    line, start, end = finding.source_line, finding.span.start, finding.span.end
    if not line.strip():
        return None
    last = end.column - 1 if end.line == start.line else len(line)
    return around(line, start.column - 1, last)
