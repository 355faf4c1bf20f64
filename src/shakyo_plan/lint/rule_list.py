"""All rules, as a list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from shakyo_plan.diagnostic import Severity
from shakyo_plan.language import Translator
from shakyo_plan.lint.rules.record import Fix, Rule
from shakyo_plan.message import say
from shakyo_plan.model.words import SEVERITY
from shakyo_plan.output.table import Column, Table, lines_of

_FIXES = {Fix.NONE: "", Fix.SAFE: "--fix", Fix.UNSAFE: "--unsafe-fixes"}


@dataclass(frozen=True, slots=True)
class RuleRow:
    """A rule in short; what it finds is in the reader's language."""

    code: str
    name: str
    severity: Severity
    fix: Fix
    what: str


def rule_columns(tr: Translator) -> tuple[Column[RuleRow], ...]:
    """Return the columns of a list of rules."""
    return (
        Column("code", tr(say("code"))),
        Column("name", tr(say("name"))),
        Column(
            "severity",
            tr(say("severity")),
            show=lambda row: tr(SEVERITY[row.severity]),
            order=lambda row: tuple(Severity).index(row.severity),
        ),
        Column("fix", tr(say("fixable")), show=lambda row: _FIXES[row.fix]),
        Column("what", tr(say("what it does"))),
    )


def rule_table(rules: Sequence[Rule], tr: Translator) -> Table[RuleRow]:
    """Return the rules, a line or two each."""
    rows = [RuleRow(rule.code, rule.name, rule.severity, rule.fix, tr(rule.what)) for rule in rules]
    return Table(
        rule_columns(tr),
        lines_of(rows),
        tr(say("All rules")) if len(rows) > 1 else f"{rows[0].code} {rows[0].name}",
        tr(say("More about one: {example}", example="plan rule P201")),
        narrow=("code", "severity", "fix", "what"),
    )
