"""P9: the suppressions of a plan file. Lint knows what they matched, and finds these itself."""

from __future__ import annotations

from shakyo_plan.diagnostic import Severity
from shakyo_plan.lint.rules.record import Rule
from shakyo_plan.message import translatable

UNUSED, EXPIRED, UNKNOWN = "P901", "P902", "P903"

_EMPTY_PRIORITY = """\
fiscal_year: 2024
priorities:
  - {id: 1, title: 行政との連携, programs: []}
suppress:
"""
_ENTRY = "  - {rule: %s, item: %s, reason: 取り組みだけを示すため, until: %s}\n"

SUPPRESSION_RULES = (
    Rule(
        UNUSED,
        "unused-suppression",
        Severity.WARNING,
        translatable("A suppression that matches no finding."),
        translatable("What it accepted has been mended; left there, it would hide the next slip."),
        bad=_EMPTY_PRIORITY + _ENTRY % ("P303", "'1'", 2024) + _ENTRY % ("P102", "'1'", 2024),
        good=_EMPTY_PRIORITY + _ENTRY % ("P303", "'1'", 2024),
    ),
    Rule(
        EXPIRED,
        "expired-suppression",
        Severity.WARNING,
        translatable("A suppression whose last fiscal year is past."),
        translatable("It was accepted for a time. It no longer counts: look at the finding again."),
        bad=_EMPTY_PRIORITY + _ENTRY % ("P303", "'1'", 2024) + _ENTRY % ("P102", "'1'", 2023),
        good=_EMPTY_PRIORITY + _ENTRY % ("P303", "'1'", 2024),
    ),
    Rule(
        UNKNOWN,
        "unknown-suppression",
        Severity.ERROR,
        translatable("A suppression that names a rule or an item that does not exist."),
        translatable("Misspelt, it accepts nothing."),
        bad=_EMPTY_PRIORITY + _ENTRY % ("P303", "'1'", 2024) + _ENTRY % ("P303", "'9'", 2024),
        good=_EMPTY_PRIORITY + _ENTRY % ("P303", "'1'", 2024),
    ),
)
