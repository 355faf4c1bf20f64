"""Findings as a Code Quality report of GitLab."""

from __future__ import annotations

from shakyo_plan.diagnostic import Severity
from shakyo_plan.language import Translator
from shakyo_plan.lint.engine import Report
from shakyo_plan.lint.reporters.identity import fingerprints, posix, sentence
from shakyo_plan.output.escape import escape
from shakyo_plan.output.json_data import json_of
from shakyo_plan.output.style import Screen

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def gitlab_report(report: Report, tr: Translator, _screen: Screen) -> str:
    """Return the findings as a JSON array of issues."""
    issues = [
        {
            "description": escape(sentence(diagnostic, tr)),
            "check_name": diagnostic.code,
            "fingerprint": fingerprint,
            "severity": _SEVERITIES[diagnostic.severity],
            "location": {
                "path": posix(diagnostic.path),
                "lines": {"begin": diagnostic.span.start.line, "end": diagnostic.span.end.line},
            },
        }
        for diagnostic, fingerprint in fingerprints(report.diagnostics)
    ]
    return json_of(issues)
