"""A baseline: the findings that an old plan had when its council began to check it.

They are left out until they are mended; only what is new is shown. An entry is a rule and what it is
about, never a line number, so that editing elsewhere in the file changes nothing.
"""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass, replace
from pathlib import PurePath
from typing import Any

from shakyo_plan.diagnostic import Diagnostic
from shakyo_plan.errors import UserError
from shakyo_plan.lint.engine import Report
from shakyo_plan.lint.suppressing import NEVER_ACCEPTED
from shakyo_plan.message import say

_VERSION = 1


@dataclass(frozen=True, order=True, slots=True)
class Entry:
    """What is left out: findings of one rule about one thing in one file."""

    file: str
    rule: str
    item: str


@dataclass(frozen=True, slots=True)
class Baseline:
    """How many findings of each entry are left out."""

    entries: Counter[Entry]


def baseline_of(report: Report) -> Baseline:
    """Return the baseline that leaves out all that the report has, but for what may never be."""
    return Baseline(Counter(entry for each in report.diagnostics if (entry := _entry(each))))


def leave_out(report: Report, baseline: Baseline) -> Report:
    """Return the report without what the baseline has; it counts as suppressed."""
    left = baseline.entries.copy()
    kept = []
    for each in report.diagnostics:
        entry = _entry(each)
        if entry and left[entry] > 0:
            left[entry] -= 1
        else:
            kept.append(each)
    hidden = len(report.diagnostics) - len(kept)
    return replace(report, diagnostics=tuple(kept), suppressed=report.suppressed + hidden)


def _entry(each: Diagnostic) -> Entry | None:
    if each.about is None or each.code.startswith(NEVER_ACCEPTED):
        return None
    return Entry(PurePath(each.path).name, each.code, each.about)


def write_baseline(baseline: Baseline) -> str:
    """Return the text of the baseline's file."""
    entries = [
        {"file": entry.file, "rule": entry.rule, "item": entry.item, "count": count}
        for entry, count in sorted(baseline.entries.items())
    ]
    return (
        json.dumps({"version": _VERSION, "findings": entries}, ensure_ascii=False, indent=2) + "\n"
    )


def read_baseline(text: str, path: str) -> Baseline:
    """Read the text of a baseline's file.

    Raises:
        UserError: it is none.
    """
    try:
        data: Any = json.loads(text)
        entries = {
            Entry(str(each["file"]), str(each["rule"]), str(each["item"])): int(each["count"])
            for each in data["findings"]
        }
    except (ValueError, KeyError, TypeError, RecursionError):
        raise UserError(
            say("{path} is no baseline", path=path),
            say("Make it anew with --write-baseline"),
        ) from None
    return Baseline(Counter(entries))
