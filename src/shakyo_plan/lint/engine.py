"""Checks plan files: loads each, runs the rules, and makes diagnostics of what they find."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from pathlib import PurePath
from typing import NamedTuple

from shakyo_plan.diagnostic import Diagnostic, Position, Severity, Span, Suppressed
from shakyo_plan.likeness import Patience
from shakyo_plan.lint.rules import BY_CODE, RULES
from shakyo_plan.lint.rules.context import RuleContext
from shakyo_plan.lint.rules.record import Problem
from shakyo_plan.lint.rules.settings import Settings
from shakyo_plan.lint.suppressing import Suppressions
from shakyo_plan.message import Message, say, with_labels
from shakyo_plan.model import Plan, Suppression
from shakyo_plan.source.document import Document
from shakyo_plan.source.editing.edit import Edit
from shakyo_plan.source.loading import LoadedFile
from shakyo_plan.values.data_path import DataPath, item_at, names_at

_ALL = Settings()
_ACROSS_YEARS = "P6"
_PROGRAMS = ("programs",)
MOST = 1000
"""Findings of one rule in one file that are listed; who has mended so many checks again."""


class CheckedFile(NamedTuple):
    """A file that was checked."""

    path: str
    unreadable: bool = False
    """Whether it could not even be read from the disk."""
    from_standard_input: bool = False


@dataclass(frozen=True)
class Report:
    """What checking files found, in order; it holds no texts but the lines that findings stand on."""

    files: tuple[CheckedFile, ...]
    diagnostics: tuple[Diagnostic, ...]
    suppressed: tuple[Suppressed, ...] = ()

    @property
    def counts(self) -> Counter[Severity]:
        """How many findings there are of each severity."""
        return Counter(diagnostic.severity for diagnostic in self.diagnostics)

    @property
    def unreadable(self) -> bool:
        """Whether a file could not even be read from the disk."""
        return any(file.unreadable for file in self.files)


class FileReport(NamedTuple):
    """What checking one file found."""

    file: CheckedFile
    diagnostics: tuple[Diagnostic, ...]
    edits: tuple[tuple[Diagnostic, tuple[Edit, ...]], ...] = ()
    """For the findings that can be mended: how."""
    suppressed: tuple[Suppressed, ...] = ()

    def without_edits(self) -> FileReport:
        """Return the report alone, which is all that is needed where nothing is mended."""
        return self._replace(edits=())


def lint(
    files: Iterable[LoadedFile],
    settings: Settings = _ALL,
    previous: Mapping[str, Plan] | None = None,
) -> Report:
    """Check the files with all rules that the settings take.

    ``previous`` are the plans of the fiscal years before, by the paths of the files checked.
    """
    before = previous or {}
    return gathered(check_file(file, settings, before.get(file.path)) for file in files)


def gathered(reports: Iterable[FileReport]) -> Report:
    """Put what was found in single files together, in the order of reports."""
    checked = tuple(reports)
    found = [diagnostic for report in checked for diagnostic in report.diagnostics]
    return Report(
        tuple(report.file for report in checked),
        tuple(sorted(found, key=lambda diagnostic: diagnostic.order)),
        tuple(found for report in checked for found in report.suppressed),
    )


def check_file(
    file: LoadedFile,
    settings: Settings = _ALL,
    previous: Plan | None = None,
    most: float = MOST,
    patience: Patience | None = None,
) -> FileReport:
    """Check one file; ``previous`` is the plan of the fiscal year before, where there is one.

    Of each rule, at most so many findings are listed. ``patience`` is how long nearest names are looked
    for, where that is not for this check alone.
    """
    loading = tuple(
        _diagnose(
            file,
            settings,
            finding.code,
            finding.message,
            finding.suggestion,
            finding.span,
            finding.place,
            fixable=finding.certain is not None,
        )
        for finding in file.findings
    )
    checked = CheckedFile(file.path, file.unreadable, file.from_standard_input)
    if file.plan is None:
        return FileReport(checked, loading)
    stem = PurePath(file.path).stem if PurePath(file.path).suffix else None
    context = RuleContext(
        file.plan,
        file.document.data,
        stem,
        settings.notation,
        previous,
        lambda place: file.document.span(place).start.line,
        patience or Patience(),
    )
    suppressions = Suppressions(file.plan, file.document.data, () if previous else (_ACROSS_YEARS,))
    diagnostics, edits, suppressed = list(loading), [], []
    for code, problem, accepting in _problems(context, settings, suppressions, most):
        span = _span_of(file.document, problem)
        diagnostic = _diagnose(
            file,
            settings,
            code,
            problem.message,
            problem.suggestion,
            span,
            problem.place,
            fixable=bool(problem.edits),
        )
        if accepting is not None:
            entry = file.document.span(accepting.place)
            suppressed.append(Suppressed(diagnostic, accepting.reason, entry))
            continue
        diagnostics.append(diagnostic)
        if problem.edits:
            edits.append((diagnostic, problem.edits))
    return FileReport(checked, tuple(diagnostics), tuple(edits), tuple(suppressed))


def _problems(
    context: RuleContext, settings: Settings, suppressions: Suppressions, most: float
) -> Iterator[tuple[str, Problem, Suppression | None]]:
    """Yield what the rules find, with what suppresses it; the suppressions themselves last."""
    for rule in RULES:
        # A rule that is ignored still runs where a suppression names it: it is used all the same.
        if rule.check and (settings.takes(rule) or suppressions.names(rule.code)):
            listed = 0
            for problem in rule.check(context):
                if accepting := suppressions.accept(rule.code, problem.place):
                    if settings.takes(rule):
                        yield rule.code, problem, accepting
                elif settings.takes(rule) and listed <= most:
                    yield rule.code, problem if listed < most else _and_more(problem), None
                    listed += 1
                elif not suppressions.names(rule.code):
                    break
    for code, problem in islice(suppressions.problems(), MOST):
        if settings.takes(BY_CODE[code]):
            yield code, problem, None


def _and_more(problem: Problem) -> Problem:
    message = say(
        "From here on, this is found more often than {n} times; the rest is not listed", n=MOST
    )
    return Problem(problem.place, message, say("Fix what is listed, and check again"))


def _diagnose(
    file: LoadedFile,
    settings: Settings,
    code: str,
    message: Message,
    suggestion: Message | None,
    span: Span,
    place: DataPath | None,
    *,
    fixable: bool = False,
) -> Diagnostic:
    rule, lines = BY_CODE[code], file.document.lines
    labels = file.plan.labels.own if file.plan else {}
    return Diagnostic(
        path=file.path,
        span=span,
        code=rule.code,
        name=rule.name,
        severity=settings.severity(rule),
        message=with_labels(message, labels),
        suggestion=suggestion and with_labels(suggestion, labels),
        fixable=fixable,
        item=item_at(file.document.data, place) if place is not None else None,
        place=place,
        source_line=lines[span.start.line - 1] if span.start.line <= len(lines) else "",
        about=next(reversed(names_at(file.document.data, place)), None) if place else None,
    )


def _span_of(document: Document, problem: Problem) -> Span:
    """Return where the piece of text that is meant stands, or the whole where it is not found."""
    span = document.span(problem.place)
    if problem.place == _PROGRAMS:
        # What is missing in the list stands nowhere in it.
        return document.key_span(problem.place)
    if problem.substring is None:
        return span
    for number in range(span.start.line, span.end.line + 1):
        line = document.lines[number - 1]
        start = span.start.column - 1 if number == span.start.line else 0
        column = line.find(problem.substring, start)
        if column >= 0:
            return Span(
                Position(number, column + 1), Position(number, column + 1 + len(problem.substring))
            )
    return span
