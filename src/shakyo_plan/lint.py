"""Checks plan files: loads each, runs the rules, and stamps what was found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from shakyo_plan.diagnostic import Diagnostic, Finding, Severity
from shakyo_plan.loading import LoadedFile
from shakyo_plan.rules import BY_CODE, RULES
from shakyo_plan.rules.record import Rule
from shakyo_plan.schema.check import item_at


@dataclass(frozen=True)
class Report:
    """What checking the files found, in order, with the files themselves."""

    files: tuple[LoadedFile, ...]
    diagnostics: tuple[Diagnostic, ...]
    suppressed: int = 0

    @property
    def counts(self) -> Counter[Severity]:
        """How many findings there are of each severity."""
        return Counter(diagnostic.severity for diagnostic in self.diagnostics)

    @property
    def unreadable(self) -> bool:
        """Whether a file could not even be read from the disk."""
        return any(file.unreadable for file in self.files)


def lint(files: Iterable[LoadedFile], rules: tuple[Rule, ...] = RULES) -> Report:
    """Check the files with the rules."""
    checked = tuple(files)
    found = [_stamp(finding, file) for file in checked for finding in _findings(file, rules)]
    return Report(checked, tuple(sorted(found, key=lambda diagnostic: diagnostic.order)))


def _findings(file: LoadedFile, rules: tuple[Rule, ...]) -> Iterable[Finding]:
    yield from file.findings
    if file.plan is None:
        return
    for rule in rules:
        for problem in rule.check(file.plan) if rule.check else ():
            span = file.document.span(problem.place)
            yield Finding(rule.code, problem.message, span, problem.place, problem.suggestion)


def _stamp(finding: Finding, file: LoadedFile) -> Diagnostic:
    rule = BY_CODE[finding.code]
    return Diagnostic(
        path=file.path,
        span=finding.span,
        code=rule.code,
        name=rule.name,
        severity=rule.severity,
        message=finding.message,
        suggestion=finding.suggestion,
        fixable=rule.fixable,
        item=item_at(file.document.data, finding.place) if finding.place is not None else None,
        place=finding.place,
    )
