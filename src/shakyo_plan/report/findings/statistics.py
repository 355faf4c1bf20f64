"""How often each rule found something."""

from __future__ import annotations

import json
from collections import Counter

from shakyo_plan.language import Translator
from shakyo_plan.lint import Report
from shakyo_plan.report.findings.text import verdict
from shakyo_plan.report.paint import Paint
from shakyo_plan.report.rule_page import SEVERITY_WORDS
from shakyo_plan.rules import BY_CODE


def statistics(report: Report, tr: Translator, paint: Paint) -> str:
    """Return a line for each rule that found something, the most frequent first, then the verdict."""
    lines = []
    for code, count in _counted(report):
        rule = BY_CODE[code]
        severity = next(each.severity for each in report.diagnostics if each.code == code)
        label = paint(f"{tr(SEVERITY_WORDS[severity])} {code}", severity.value)
        lines.append(f"{count:>6}  {label}  {tr(rule.what)}\n")
    return "".join(lines) + verdict(report, tr, paint)


def json_statistics(report: Report, _tr: Translator, _paint: Paint) -> str:
    """Return the counts as a JSON array."""
    fixable = Counter(each.code for each in report.diagnostics if each.fixable)
    records = [
        {"code": code, "name": BY_CODE[code].name, "count": count, "fixable": fixable[code]}
        for code, count in _counted(report)
    ]
    return json.dumps(records, ensure_ascii=False, indent=2) + "\n"


def _counted(report: Report) -> list[tuple[str, int]]:
    counts = Counter(each.code for each in report.diagnostics)
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))
