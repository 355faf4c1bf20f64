"""Findings as workflow commands of GitHub Actions, which shows them beside the lines of a change."""

from __future__ import annotations

from dataclasses import replace

from shakyo_plan.diagnostic import Diagnostic, Severity
from shakyo_plan.language import Translator
from shakyo_plan.lint import Report
from shakyo_plan.report.findings.identity import posix, sentence
from shakyo_plan.report.findings.text import verdict
from shakyo_plan.report.paint import Paint, plain
from shakyo_plan.report.visible import visible

SHOWN = 10
"""GitHub shows no more annotations than this of one step."""

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_WEIGHT = {severity: weight for weight, severity in enumerate(Severity)}


def github_report(report: Report, tr: Translator, _paint: Paint) -> str:
    """Return a command for each of the gravest findings that GitHub shows, then the verdict."""
    shown, _ = by_weight(report)
    return "".join(_command(each, tr) for each in shown) + verdict(report, tr, plain)


def beyond(report: Report) -> Report:
    """Return the report with only the findings that GitHub would not show."""
    return replace(report, diagnostics=by_weight(report)[1])


def by_weight(report: Report) -> tuple[tuple[Diagnostic, ...], tuple[Diagnostic, ...]]:
    """Return the findings that GitHub shows, the gravest first, and the others."""
    ordered = sorted(report.diagnostics, key=lambda each: _WEIGHT[each.severity])
    return tuple(ordered[:SHOWN]), tuple(ordered[SHOWN:])


def _command(each: Diagnostic, tr: Translator) -> str:
    start, end = each.span.start, each.span.end
    properties = {
        "file": posix(each.path),
        "line": str(start.line),
        "endLine": str(end.line),
        "col": str(start.column),
        "endColumn": str(end.column),
        "title": f"{each.code} {each.name}",
    }
    if end.line != start.line:
        # GitHub takes columns only where begin and end are on one line.
        del properties["col"], properties["endColumn"]
    written = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    return f"::{_COMMANDS[each.severity]} {written}::{_data(sentence(each, tr))}\n"


def _data(text: str) -> str:
    return visible(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
