"""Findings as SARIF 2.1.0, which code scanning services and editors read (OASIS standard, 2020)."""

from __future__ import annotations

from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from shakyo_plan import __version__
from shakyo_plan.diagnostic import Diagnostic, Severity, Span, Suppressed
from shakyo_plan.language import Translator
from shakyo_plan.lint.engine import Report
from shakyo_plan.lint.reporters.identity import fingerprints, sentence
from shakyo_plan.lint.rule_page import markdown_page, text_page
from shakyo_plan.lint.rules import BY_CODE
from shakyo_plan.lint.rules.record import Rule
from shakyo_plan.output.escape import escape
from shakyo_plan.output.json_data import json_of
from shakyo_plan.output.style import Screen

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_PAGE_WIDTH = 100


def sarif_report(report: Report, tr: Translator, _screen: Screen) -> str:
    """Return the findings as one SARIF log with one run; those that are suppressed say why."""
    found: list[tuple[Diagnostic, Suppressed | None]] = [
        *((diagnostic, None) for diagnostic in report.diagnostics),
        *((suppressed.diagnostic, suppressed) for suppressed in report.suppressed),
    ]
    found.sort(key=lambda pair: pair[0].order)
    known = [fingerprint for _, fingerprint in fingerprints(diagnostic for diagnostic, _ in found)]
    codes = sorted({diagnostic.code for diagnostic, _ in found})
    index = {code: number for number, code in enumerate(codes)}
    log = {
        "$schema": _SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "shakyo-plan",
                        "semanticVersion": __version__,
                        "rules": [_rule(BY_CODE[code], tr) for code in codes],
                    }
                },
                "columnKind": "unicodeCodePoints",
                "artifacts": [
                    {"location": _location(PurePath(file.path))} for file in report.files
                ],
                "results": [
                    {
                        **_result(diagnostic, fingerprint, index[diagnostic.code], tr),
                        # Where one result has them, every result has to.
                        "suppressions": _suppressions(suppressed),
                    }
                    for (diagnostic, suppressed), fingerprint in zip(found, known, strict=True)
                ],
            }
        ],
    }
    return json_of(log)


def _rule(rule: Rule, tr: Translator) -> dict[str, Any]:
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": tr(rule.what)},
        "fullDescription": {"text": f"{tr(rule.what)} {tr(rule.why)}"},
        "help": {
            "text": text_page(rule, tr, _PAGE_WIDTH),
            "markdown": markdown_page(rule, (tr,)),
        },
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _result(diagnostic: Diagnostic, fingerprint: str, rule: int, tr: Translator) -> dict[str, Any]:
    return {
        "ruleId": diagnostic.code,
        "ruleIndex": rule,
        "level": _LEVELS[diagnostic.severity],
        "message": {"text": escape(sentence(diagnostic, tr))},
        "locations": [{"physicalLocation": _place(diagnostic.path, diagnostic.span)}],
        "partialFingerprints": {"ruleAndItem/v1": fingerprint},
    }


def _suppressions(suppressed: Suppressed | None) -> list[dict[str, Any]]:
    if suppressed is None:
        return []
    if suppressed.reason is None:
        return [{"kind": "external", "status": "accepted"}]
    suppression: dict[str, Any] = {
        "kind": "inSource",
        "status": "accepted",
        "justification": escape(suppressed.reason),
    }
    if suppressed.entry is not None:
        place = _place(suppressed.diagnostic.path, suppressed.entry)
        suppression["location"] = {"physicalLocation": place}
    return [suppression]


def _place(path: str, span: Span) -> dict[str, Any]:
    return {"artifactLocation": _location(PurePath(path)), "region": _region(span)}


def _region(span: Span) -> dict[str, int]:
    return {
        "startLine": span.start.line,
        "startColumn": span.start.column,
        "endLine": span.end.line,
        "endColumn": span.end.column,
    }


def _location(path: PurePath) -> dict[str, str]:
    """Say where a file is: below the checkout, or by a URI of its own (RFC 8089)."""
    slashed = path.as_posix()
    if path.drive.startswith("\\\\"):
        # \\\\server\\share is a place on another computer.
        return {"uri": "file:" + quote(slashed, errors="replace")}
    if path.is_absolute():
        return {"uri": "file://" + quote("/" + slashed.lstrip("/"), safe="/:", errors="replace")}
    # C:plans is a folder of the current one on drive C. Left as it is, C: would be a scheme.
    relative = slashed.removeprefix(path.drive)
    return {"uri": quote(relative, errors="replace"), "uriBaseId": "%SRCROOT%"}
