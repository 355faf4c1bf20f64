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
from shakyo_plan.output.style import ADVICE, PIPE, Screen


def full(report: Report, tr: Translator, screen: Screen = PIPE) -> str:
    """Return each finding with its line of the file and a marker under the place, then the verdict."""
    blocks = [_block(diagnostic, tr, screen) for diagnostic in report.diagnostics]
    return "".join(f"{block}\n" for block in blocks) + verdict(report, tr, screen)


def concise(report: Report, tr: Translator, screen: Screen = PIPE) -> str:
    """Return a line for each finding, then the verdict."""
    return "".join(
        headline(diagnostic, tr, screen) + "\n" for diagnostic in report.diagnostics
    ) + verdict(report, tr, screen)


def verdict(report: Report, tr: Translator, screen: Screen = PIPE) -> str:
    """Return the last line: whether the files are sound."""
    files = say_n("{n} file", "{n} files", len(report.files))
    counts = report.counts
    if not report.diagnostics:
        names = tuple(escape(file.path) for file in report.files[:3])
        more = say("All checks passed ({files}): {names}", files=files, names=names)
        if len(report.files) > len(names):
            more = say("All checks passed ({files})", files=files)
        return _sentence(tr(more), screen, "good")
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
    line = _sentence(tr(say("Found {found} in {files}", files=files, found=found)), screen, worst)
    return line + "".join(_sentence(tr(message), screen) for message in _fixable(report))


def _sentence(text: str, screen: Screen, style: str = "") -> str:
    lines = screen.lines("", text)
    return "".join(f"{screen.style(line, style)}\n" for line in lines)


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


def headline(diagnostic: Diagnostic, tr: Translator, screen: Screen = PIPE) -> str:
    """Return a finding in one line: place, severity, code and what is wrong."""
    place, what = _place(diagnostic), _what(diagnostic, tr)
    severity = screen.style(what, diagnostic.severity.value)
    return f"{place} {severity} {escape(tr(diagnostic.message))}"


def _place(diagnostic: Diagnostic) -> str:
    start = diagnostic.span.start
    return f"{escape(diagnostic.path)}:{start.line}:{start.column}:"


def _what(diagnostic: Diagnostic, tr: Translator) -> str:
    return f"{tr(SEVERITY[diagnostic.severity])} {diagnostic.code}"


def _block(diagnostic: Diagnostic, tr: Translator, screen: Screen) -> str:
    number = diagnostic.span.start.line
    gutter = len(str(number)) + 2
    # What is said stands in line with what is shown.
    place, what = _place(diagnostic), _what(diagnostic, tr)
    message = escape(tr(diagnostic.message))
    first, *others = screen.lines(f"{place} {what} ", message, gutter + 3)
    coloured = screen.style(what, diagnostic.severity.value)
    lines = [f"{place} {coloured}{first.removeprefix(f'{place} {what}')}", *others]
    if diagnostic.source_line.strip():
        room = screen.width - gutter - 3 if screen.width else None
        shown, marker = _excerpt(diagnostic, diagnostic.source_line, room)
        lines.append(f"{screen.style(f'{number:>{gutter}} |', 'dim')} {shown}")
        under = screen.style(marker, diagnostic.severity.value)
        lines.append(f"{screen.style(' ' * gutter + ' |', 'dim')} {under}")
    if diagnostic.suggestion:
        lead = f"{' ' * gutter} {ADVICE} "
        first, *others = screen.lines(lead, escape(tr(diagnostic.suggestion)))
        lines += [screen.style(lead[:-1], "dim") + first.removeprefix(lead[:-1]), *others]
    return "".join(f"{line}\n" for line in lines)


def _excerpt(diagnostic: Diagnostic, line: str, room: int | None) -> tuple[str, str]:
    from shakyo_plan.output.excerpt import marked_line  # rich's table of widths, for findings only

    start, end = diagnostic.span.start, diagnostic.span.end
    last = end.column - 1 if end.line == start.line else len(line)
    return marked_line(line, start.column - 1, last, room)
