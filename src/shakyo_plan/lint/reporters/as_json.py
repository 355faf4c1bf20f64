"""Findings as data: one JSON object, or one object a line."""

from __future__ import annotations

from typing import Any

from shakyo_plan.diagnostic import Diagnostic, Severity
from shakyo_plan.language import Translator
from shakyo_plan.lint.engine import Report
from shakyo_plan.output.json_data import json_lines, json_of
from shakyo_plan.output.style import Screen
from shakyo_plan.values.data_path import pointer


def json_report(report: Report, tr: Translator, _screen: Screen) -> str:
    """Return the findings as one JSON object."""
    counts = report.counts
    data = {
        "version": 1,
        "files": [file.path for file in report.files],
        "diagnostics": [_record(diagnostic, tr) for diagnostic in report.diagnostics],
        "summary": {
            "files": len(report.files),
            **{severity.value: counts[severity] for severity in Severity},
            "suppressed": len(report.suppressed),
        },
    }
    return json_of(data)


def jsonl_report(report: Report, tr: Translator, _screen: Screen) -> str:
    """Return each finding as a JSON object on a line of its own."""
    return json_lines(_record(diagnostic, tr) for diagnostic in report.diagnostics)


def _record(diagnostic: Diagnostic, tr: Translator) -> dict[str, Any]:
    return {
        "path": diagnostic.path,
        "line": diagnostic.span.start.line,
        "column": diagnostic.span.start.column,
        "end_line": diagnostic.span.end.line,
        "end_column": diagnostic.span.end.column,
        "code": diagnostic.code,
        "name": diagnostic.name,
        "severity": diagnostic.severity.value,
        "message": tr(diagnostic.message),
        "suggestion": tr(diagnostic.suggestion) if diagnostic.suggestion else None,
        "fixable": diagnostic.fixable,
        "item": diagnostic.item,
        "pointer": pointer(diagnostic.place) if diagnostic.place is not None else None,
    }
