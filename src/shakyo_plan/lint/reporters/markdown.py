"""Findings as Markdown, for the comment on a change or the summary of a CI job."""

from __future__ import annotations

from shakyo_plan.language import Translator
from shakyo_plan.lint.engine import Report
from shakyo_plan.lint.reporters.text import verdict
from shakyo_plan.message import say
from shakyo_plan.model.words import SEVERITY
from shakyo_plan.output.escape import markdown, markdown_code
from shakyo_plan.output.style import Style, plain


def markdown_report(report: Report, tr: Translator, _style: Style) -> str:
    """Return the verdict and a table of the findings."""
    lines = [markdown(line) + "  " for line in verdict(report, tr, plain).splitlines()]
    if report.diagnostics:
        headings = [
            tr(say("place")),
            tr(say("rule")),
            tr(say("what is wrong")),
            tr(say("what to do")),
        ]
        lines += ["", f"| {' | '.join(headings)} |", f"|{'---|' * len(headings)}"]
    for each in report.diagnostics:
        start = each.span.start
        cells = [
            markdown_code(f"{each.path}:{start.line}:{start.column}"),
            f"{tr(SEVERITY[each.severity])} {each.code}",
            markdown(tr(each.message)),
            markdown(tr(each.suggestion)) if each.suggestion else "",
        ]
        lines.append(f"| {' | '.join(cells)} |")
    return "".join(f"{line.rstrip() if line.startswith('|') else line}\n" for line in lines)
