"""Findings as JUnit XML, which nearly every CI service shows: a file is a suite, a finding a case."""

from __future__ import annotations

from collections import Counter, defaultdict
from xml.etree import ElementTree as Xml

from shakyo_plan.diagnostic import Diagnostic, Severity
from shakyo_plan.language import Translator
from shakyo_plan.lint.engine import Report
from shakyo_plan.lint.reporters.identity import posix
from shakyo_plan.output.escape import escape
from shakyo_plan.output.style import Screen


def junit_report(report: Report, tr: Translator, _screen: Screen) -> str:
    """Return the findings as XML; errors are failures, what weighs less is the output of a case."""
    found: defaultdict[str, list[Diagnostic]] = defaultdict(list)
    for diagnostic in report.diagnostics:
        found[diagnostic.path].append(diagnostic)
    errors = report.counts[Severity.ERROR]
    clean = sum(file.path not in found for file in report.files)
    cases = len(report.diagnostics) + clean
    root = Xml.Element(
        "testsuites", name="plan validate", tests=str(cases), failures=str(errors), errors="0"
    )
    for path in dict.fromkeys(file.path for file in report.files):
        _suite(root, path, found[path], tr)
    Xml.indent(root)
    text = Xml.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'


def _suite(root: Xml.Element, path: str, found: list[Diagnostic], tr: Translator) -> None:
    name = _text(posix(path))
    errors = sum(diagnostic.severity is Severity.ERROR for diagnostic in found)
    suite = Xml.SubElement(
        root, "testsuite", name=name, tests=str(len(found) or 1), failures=str(errors), errors="0"
    )
    if not found:
        Xml.SubElement(suite, "testcase", classname=name, name="plan validate")
    seen: Counter[str] = Counter()
    for diagnostic in found:
        title = " ".join(filter(None, (diagnostic.code, diagnostic.name, diagnostic.about)))
        seen[title] += 1
        _case(suite, diagnostic, title if seen[title] == 1 else f"{title} ({seen[title]})", tr)


def _case(suite: Xml.Element, diagnostic: Diagnostic, title: str, tr: Translator) -> None:
    # Services know a case by its name from one run to the next, so the line stands beside it.
    name, line = _text(posix(diagnostic.path)), str(diagnostic.span.start.line)
    case = Xml.SubElement(
        suite, "testcase", classname=name, name=_text(title), file=name, line=line
    )
    message = _text(tr(diagnostic.message))
    place = f"{name}:{line}:{diagnostic.span.start.column}"
    advice = (
        f"{place}\n{_text(tr(diagnostic.suggestion)) if diagnostic.suggestion else ''}".rstrip()
    )
    if diagnostic.severity is Severity.ERROR:
        Xml.SubElement(case, "failure", type=diagnostic.code, message=message).text = advice
    else:
        Xml.SubElement(case, "system-out").text = f"{message}\n{advice}"


def _text(text: str) -> str:
    """Return the text without what XML cannot hold, even escaped."""
    shown = escape(text)
    return shown.replace("\ufffe", "\N{REPLACEMENT CHARACTER}").replace(
        "\uffff", "\N{REPLACEMENT CHARACTER}"
    )
