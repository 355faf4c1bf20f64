"""Findings as workflow commands of GitHub Actions, which shows them beside the lines of a change."""

from __future__ import annotations

from dataclasses import replace

from shakyo_plan.diagnostic import Diagnostic, Severity
from shakyo_plan.language import Translator
from shakyo_plan.lint.engine import Report
from shakyo_plan.lint.reporters.identity import posix, sentence
from shakyo_plan.lint.reporters.markdown import markdown_report
from shakyo_plan.lint.reporters.text import headline, verdict
from shakyo_plan.message import say, say_n
from shakyo_plan.output.escape import escape, for_log
from shakyo_plan.output.style import PIPE, Screen

SHOWN = 10
"""GitHub shows no more annotations than this of one step."""
SUMMARY_BYTES = 1024 * 1024
"""GitHub drops the summary of a step that is longer than this."""

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_WEIGHT = {severity: weight for weight, severity in enumerate(Severity)}


def github_report(report: Report, tr: Translator, _screen: Screen) -> str:
    """Return a command for each of the gravest findings that GitHub shows, the others as lines of the
    log, then the verdict.
    """
    shown, others = by_weight(report)
    log = [f"- {headline(diagnostic, tr, PIPE)}" for diagnostic in others]
    log += verdict(report, tr, PIPE).splitlines()
    return "".join(_command(diagnostic, tr) for diagnostic in shown) + for_log(
        "".join(f"{line}\n" for line in log)
    )


def job_summary(report: Report, tr: Translator) -> str:
    """Return Markdown with the findings that GitHub does not show; empty where it shows all."""
    _, others = by_weight(report)
    if not others:
        return ""
    title = f"### {tr(say('Findings that GitHub does not show as annotations'))}\n\n"
    kept = others
    while True:
        left_out = len(others) - len(kept)
        more = say_n(
            "{n} more finding is in the log of the step",
            "{n} more findings are in the log of the step",
            left_out,
        )
        table = markdown_report(replace(report, diagnostics=kept), tr, PIPE)
        text = f"{title}{table}\n" + (f"{tr(more)}\n\n" if left_out else "")
        if len(text.encode("utf-8")) <= SUMMARY_BYTES or not kept:
            return text
        kept = kept[: len(kept) // 2]


def by_weight(report: Report) -> tuple[tuple[Diagnostic, ...], tuple[Diagnostic, ...]]:
    """Return the findings that GitHub shows, the gravest first, and the others."""
    ordered = sorted(report.diagnostics, key=lambda diagnostic: _WEIGHT[diagnostic.severity])
    return tuple(ordered[:SHOWN]), tuple(ordered[SHOWN:])


def _command(diagnostic: Diagnostic, tr: Translator) -> str:
    start, end = diagnostic.span.start, diagnostic.span.end
    properties = {
        "file": posix(diagnostic.path),
        "line": str(start.line),
        "endLine": str(end.line),
        "col": str(start.column),
        "endColumn": str(end.column),
        "title": f"{diagnostic.code} {diagnostic.name}",
    }
    if end.line != start.line:
        # GitHub takes columns only where begin and end are on one line.
        del properties["col"], properties["endColumn"]
    written = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    return f"::{_COMMANDS[diagnostic.severity]} {written}::{_data(sentence(diagnostic, tr))}\n"


def _data(text: str) -> str:
    return escape(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
