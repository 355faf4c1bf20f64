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
        translatable(
            "What it suppressed has been fixed; left there, it would hide the next mistake."
        ),
        bad=_EMPTY_PRIORITY + _ENTRY % ("P303", "'1'", 2024) + _ENTRY % ("P102", "'1'", 2024),
        good=_EMPTY_PRIORITY + _ENTRY % ("P303", "'1'", 2024),
    ),
    Rule(
        EXPIRED,
        "expired-suppression",
        Severity.WARNING,
        translatable("An expired suppression."),
        translatable("It was suppressed for a time, and no longer counts: review the finding."),
        bad=_EMPTY_PRIORITY + _ENTRY % ("P303", "'1'", 2024) + _ENTRY % ("P102", "'1'", 2023),
        good=_EMPTY_PRIORITY + _ENTRY % ("P303", "'1'", 2024),
    ),
    Rule(
        UNKNOWN,
        "unknown-suppression",
        Severity.ERROR,
        translatable("A suppression of an unknown rule or item."),
        translatable("Misspelt, it suppresses nothing."),
        bad=_EMPTY_PRIORITY + _ENTRY % ("P303", "'1'", 2024) + _ENTRY % ("P303", "'9'", 2024),
        good=_EMPTY_PRIORITY + _ENTRY % ("P303", "'1'", 2024),
    ),
)
