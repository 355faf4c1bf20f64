"""Findings for people on a terminal: with the line of the file, or a line each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from shakyo_plan.diagnostic import Diagnostic, Severity
from shakyo_plan.language import Translator
from shakyo_plan.lint.engine import Report
from shakyo_plan.lint.rules import BY_CODE
from shakyo_plan.lint.rules.record import Fix
from shakyo_plan.message import Message, say, say_n
from shakyo_plan.model.words import SEVERITY
from shakyo_plan.output.escape import escape
from shakyo_plan.output.style import Style, plain


def full(report: Report, tr: Translator, style: Style = plain) -> str:
    """Return each finding with its line of the file and a marker under the place, then the verdict."""
    blocks = [_block(diagnostic, tr, style) for diagnostic in report.diagnostics]
    return "".join(f"{block}\n" for block in blocks) + verdict(report, tr, style)


def concise(report: Report, tr: Translator, style: Style = plain) -> str:
    """Return a line for each finding, then the verdict."""
    return "".join(
        headline(diagnostic, tr, style) + "\n" for diagnostic in report.diagnostics
    ) + verdict(report, tr, style)


def verdict(report: Report, tr: Translator, style: Style = plain) -> str:
    """Return the last line: whether the files are sound."""
    files = say_n("{n} file", "{n} files", len(report.files))
    counts = report.counts
    if not report.diagnostics:
        names = tuple(escape(file.path) for file in report.files[:3])
        more = say("All checks passed ({files}): {names}", files=files, names=names)
        if len(report.files) > len(names):
            more = say("All checks passed ({files})", files=files)
        return style(tr(more), "good") + "\n"
    found: tuple[Message, ...] = tuple(
        message
        for severity, message in (
            (Severity.ERROR, say_n("{n} error", "{n} errors", counts[Severity.ERROR])),
            (Severity.WARNING, say_n("{n} warning", "{n} warnings", counts[Severity.WARNING])),
            (Severity.INFO, say_n("{n} info", "{n} infos", counts[Severity.INFO])),
        )
        if counts[severity]
    )
    worst = min(
        (diagnostic.severity for diagnostic in report.diagnostics), key=list(Severity).index
    )
    line = style(tr(say("Found {found} in {files}", files=files, found=found)), worst.value) + "\n"
    return line + "".join(tr(message) + "\n" for message in _fixable(report))


def _fixable(report: Report) -> Iterator[Message]:
    """Say how many findings the program can mend, and how."""
    counts = Counter(
        BY_CODE[diagnostic.code].fix for diagnostic in report.diagnostics if diagnostic.fixable
    )
    if n := counts[Fix.SAFE]:
        yield say_n("{n} fixable with --fix", "{n} fixable with --fix", n)
    if n := counts[Fix.UNSAFE]:
        yield say_n(
            "{n} fixable with --unsafe-fixes; look at --diff first",
            "{n} fixable with --unsafe-fixes; look at --diff first",
            n,
        )


def fixed_lines(path: str, fixed: tuple[Diagnostic, ...], tr: Translator) -> Iterator[str]:
    """Yield a line that counts what was fixed in a file, by rule; nothing where nothing was."""
    if fixed:
        counts = Counter(found.code for found in fixed)
        rules = tuple(say("{code}: {n}", code=code, n=n) for code, n in sorted(counts.items()))
        yield tr(say("{path}: {n} fixed ({rules})", path=escape(path), n=len(fixed), rules=rules))


def headline(diagnostic: Diagnostic, tr: Translator, style: Style) -> str:
    """Return the first line of a finding: place, severity, code and what is wrong."""
    start = diagnostic.span.start
    place = f"{escape(diagnostic.path)}:{start.line}:{start.column}:"
    severity = style(
        f"{tr(SEVERITY[diagnostic.severity])} {diagnostic.code}", diagnostic.severity.value
    )
    return f"{place} {severity} {escape(tr(diagnostic.message))}"


def _block(diagnostic: Diagnostic, tr: Translator, style: Style) -> str:

    parts = [headline(diagnostic, tr, style) + "\n"]
    number = diagnostic.span.start.line
    gutter = len(str(number)) + 2
    if diagnostic.source_line.strip():
        shown, marker = _excerpt(diagnostic, diagnostic.source_line)
        parts.append(f"{style(f'{number:>{gutter}} |', 'dim')} {shown}\n")
        parts.append(
            f"{style(' ' * gutter + ' |', 'dim')} {style(marker, diagnostic.severity.value)}\n"
        )
    if diagnostic.suggestion:
        hint = style(f"{' ' * gutter} =", "dim")
        parts.append(f"{hint} {escape(tr(diagnostic.suggestion))}\n")
    return "".join(parts)


def _excerpt(diagnostic: Diagnostic, line: str) -> tuple[str, str]:
    from shakyo_plan.output.excerpt import marked_line  # rich's table of widths, for findings only

    start, end = diagnostic.span.start, diagnostic.span.end
    last = end.column - 1 if end.line == start.line else len(line)
    return marked_line(line, start.column - 1, last)
