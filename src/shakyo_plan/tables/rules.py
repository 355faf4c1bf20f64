"""The list of all rules."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from shakyo_plan.language import Translator
from shakyo_plan.message import say
from shakyo_plan.report.rule_page import SEVERITY_WORDS
from shakyo_plan.rules.record import Fix, Rule
from shakyo_plan.tables.render import data_text


def rule_table(rules: Sequence[Rule], tr: Translator) -> list[RenderableType]:
    """Return all rules, a line or two each."""
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="bold")
    table.add_column(tr(say("code")), no_wrap=True)
    table.add_column(tr(say("weight")), no_wrap=True)
    table.add_column(tr(say("fixable")), no_wrap=True)
    table.add_column(tr(say("what it finds")), overflow="fold")
    fixes = {Fix.NONE: "", Fix.SAFE: "--fix", Fix.UNSAFE: "--unsafe-fixes"}
    for rule in rules:
        table.add_row(rule.code, tr(SEVERITY_WORDS[rule.severity]), fixes[rule.fix], tr(rule.what))
    return [
        table,
        Text(),
        data_text(tr(say("More about one: {example}", example="plan rule P201"))),
    ]
