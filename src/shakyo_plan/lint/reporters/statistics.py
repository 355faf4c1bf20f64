"""How often each rule found something."""

from __future__ import annotations

from collections import Counter

from shakyo_plan.language import Translator
from shakyo_plan.lint.engine import Report
from shakyo_plan.lint.reporters.text import verdict
from shakyo_plan.lint.rules import BY_CODE
from shakyo_plan.message import say
from shakyo_plan.model.words import SEVERITY
from shakyo_plan.output.escape import markdown
from shakyo_plan.output.json_data import json_lines, json_of
from shakyo_plan.output.style import Style, plain


def statistics(report: Report, tr: Translator, style: Style) -> str:
    """Return a line for each rule that found something, the most frequent first, then the verdict."""
    lines = []
    for code, count in _counted(report):
        rule = BY_CODE[code]
        severity = next(each.severity for each in report.diagnostics if each.code == code)
        label = style(f"{tr(SEVERITY[severity])} {code}", severity.value)
        lines.append(f"{count:>6}  {label}  {tr(rule.what)}\n")
    return "".join(lines) + verdict(report, tr, style)


def markdown_statistics(report: Report, tr: Translator, _style: Style) -> str:
    """Return the verdict and the counts as a Markdown table."""
    headings = [tr(say("findings")), tr(say("rule")), tr(say("What"))]
    lines = [f"{line}  " for line in verdict(report, tr, plain).splitlines()]
    lines += ["", f"| {' | '.join(headings)} |", "|--:|---|---|"]
    lines += [
        f"| {count} | {code} | {markdown(tr(BY_CODE[code].what))} |"
        for code, count in _counted(report)
    ]
    return "".join(f"{line}\n" for line in lines)


def json_statistics(report: Report, _tr: Translator, _style: Style) -> str:
    """Return the counts as a JSON array."""
    return json_of(_records(report))


def jsonl_statistics(report: Report, _tr: Translator, _style: Style) -> str:
    """Return the count of each rule as a JSON object on a line of its own."""
    return json_lines(_records(report))


def _records(report: Report) -> list[dict[str, str | int]]:
    fixable = Counter(each.code for each in report.diagnostics if each.fixable)
    return [
        {"code": code, "name": BY_CODE[code].name, "count": count, "fixable": fixable[code]}
        for code, count in _counted(report)
    ]


def _counted(report: Report) -> list[tuple[str, int]]:
    counts = Counter(each.code for each in report.diagnostics)
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))
