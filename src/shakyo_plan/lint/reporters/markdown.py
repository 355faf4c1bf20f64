"""Findings as Markdown, for the comment on a change or the summary of a CI job."""

from __future__ import annotations

from shakyo_plan.diagnostic import Diagnostic
from shakyo_plan.language import Translator
from shakyo_plan.lint.engine import Report
from shakyo_plan.lint.reporters.text import verdict
from shakyo_plan.message import say
from shakyo_plan.model.words import SEVERITY
from shakyo_plan.output.escape import markdown, markdown_code
from shakyo_plan.output.markdown import markdown_table
from shakyo_plan.output.style import PIPE, Screen


def markdown_report(report: Report, tr: Translator, _screen: Screen) -> str:
    """Return the verdict and a table of the findings."""
    lines = [f"{markdown(line)}  \n" for line in verdict(report, tr, PIPE).splitlines()]
    if not report.diagnostics:
        return "".join(lines)
    headings = [tr(say("place")), tr(say("rule")), tr(say("what is wrong")), tr(say("what to do"))]
    rows = (_cells(finding, tr) for finding in report.diagnostics)
    return "".join([*lines, "\n", markdown_table(headings, rows)])


def _cells(finding: Diagnostic, tr: Translator) -> list[str]:
    start = finding.span.start
    return [
        markdown_code(f"{finding.path}:{start.line}:{start.column}"),
        f"{tr(SEVERITY[finding.severity])} {finding.code}",
        markdown(tr(finding.message)),
        markdown(tr(finding.suggestion)) if finding.suggestion else "",
    ]
