"""A baseline: the findings that an old plan had when its council began to check it.

They are left out until they are mended; only what is new is shown. An entry is a rule and what it is
about, never a line number, so that editing elsewhere in the file changes nothing.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, NamedTuple, TypeAlias

from shakyo_plan.diagnostic import Diagnostic, Suppressed
from shakyo_plan.errors import UserError
from shakyo_plan.lint.engine import Report
from shakyo_plan.lint.suppressing import NEVER_ACCEPTED
from shakyo_plan.message import say

VERSION = 2
"""What is written. The first version knew files by their last name alone, so that two councils'
2024.yaml were one; it is still read so."""

NameOf: TypeAlias = Callable[[str], str]
"""What a baseline calls the file at a path."""


class AcceptedFinding(NamedTuple):
    """What is left out: findings of one rule about one thing in one file."""

    file: str
    rule: str
    item: str


@dataclass(frozen=True, slots=True)
class Baseline:
    """How many findings of each kind are left out."""

    accepted: Counter[AcceptedFinding]
    version: int = VERSION


def baseline_of(report: Report, name_of: NameOf) -> Baseline:
    """Return the baseline that leaves out all that the report has, but for what may never be."""
    found = (_accepted(diagnostic, name_of) for diagnostic in report.diagnostics)
    return Baseline(Counter(accepted for accepted in found if accepted))


def leave_out(report: Report, baseline: Baseline, name_of: NameOf) -> Report:
    """Return the report without what the baseline has; it counts as suppressed."""
    left = baseline.accepted.copy()
    kept, hidden = [], []
    for diagnostic in report.diagnostics:
        accepted = _accepted(diagnostic, name_of)
        if accepted and left[accepted] > 0:
            left[accepted] -= 1
            hidden.append(Suppressed(diagnostic))
        else:
            kept.append(diagnostic)
    return replace(report, diagnostics=tuple(kept), suppressed=(*report.suppressed, *hidden))


def _accepted(diagnostic: Diagnostic, name_of: NameOf) -> AcceptedFinding | None:
    if diagnostic.about is None or diagnostic.code.startswith(NEVER_ACCEPTED):
        return None
    return AcceptedFinding(name_of(diagnostic.path), diagnostic.code, diagnostic.about)


def write_baseline(baseline: Baseline) -> str:
    """Return the text of the baseline's file."""
    findings = [
        {**accepted._asdict(), "count": count}
        for accepted, count in sorted(baseline.accepted.items())
    ]
    data = {"version": baseline.version, "findings": findings}
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def read_baseline(text: str, path: str) -> Baseline:
    """Read the text of a baseline's file.

    Raises:
        UserError: it is none, or of a version that is not known here.
    """
    try:
        data: Any = json.loads(text)
        version = data["version"]
        accepted = dict(map(_read, data["findings"]))
    except (ValueError, KeyError, TypeError, RecursionError):
        raise UserError(
            say("{path} is not a baseline", path=path),
            say("Make it again with --write-baseline"),
        ) from None
    if version not in (1, VERSION):
        raise UserError(
            say("{path} is a baseline of another version of plan", path=path),
            say("Make it again with --write-baseline"),
        )
    return Baseline(Counter(accepted), version)


def _read(finding: Any) -> tuple[AcceptedFinding, int]:
    words = [finding[key] for key in AcceptedFinding._fields]
    count = finding["count"]
    if type(count) is not int or count < 0 or not all(type(word) is str for word in words):
        raise ValueError
    return AcceptedFinding(*words), count
