"""How often each rule found something."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from shakyo_plan.language import Translator
from shakyo_plan.lint.engine import Report
from shakyo_plan.lint.reporters.text import verdict
from shakyo_plan.lint.rules import BY_CODE
from shakyo_plan.message import say
from shakyo_plan.model.words import SEVERITY
from shakyo_plan.output.csv_rows import table_csv
from shakyo_plan.output.escape import markdown
from shakyo_plan.output.html import table_html
from shakyo_plan.output.json_data import table_json, table_jsonl
from shakyo_plan.output.markdown import table_md
from shakyo_plan.output.style import PIPE, Screen
from shakyo_plan.output.table import Column, Table, lines_of
from shakyo_plan.output.xlsx import table_xlsx


def statistics(report: Report, tr: Translator, screen: Screen) -> str:
    """Return a line for each rule that found something, the most frequent first, then the verdict."""
    lines = []
    for code, count in _counted(report):
        rule = BY_CODE[code]
        severity = next(each.severity for each in report.diagnostics if each.code == code)
        label = f"{tr(SEVERITY[severity])} {code}"
        first, *others = screen.lines(f"{count:>6}  {label}  ", tr(rule.what))
        lines += [first.replace(label, screen.style(label, severity.value), 1), *others]
    return "".join(f"{line}\n" for line in lines) + verdict(report, tr, screen)


def markdown_statistics(report: Report, tr: Translator, _screen: Screen) -> str:
    """Return the verdict and the counts as a Markdown table."""
    lines = [f"{markdown(line)}  \n" for line in verdict(report, tr, PIPE).splitlines()]
    return "".join([*lines, "\n", table_md(_table(report, tr), tr)])


def json_statistics(report: Report, tr: Translator, _screen: Screen) -> str:
    """Return the counts as a JSON array."""
    return table_json(_table(report, tr), tr)


def jsonl_statistics(report: Report, tr: Translator, _screen: Screen) -> str:
    """Return the count of each rule as a JSON object on a line of its own."""
    return table_jsonl(_table(report, tr), tr)


def csv_statistics(report: Report, tr: Translator, _screen: Screen) -> str:
    """Return the counts as CSV."""
    return table_csv(_table(report, tr), tr)


def html_statistics(report: Report, tr: Translator, _screen: Screen) -> str:
    """Return the counts as an HTML page."""
    return table_html(_table(report, tr), tr)


def xlsx_statistics(report: Report, tr: Translator, _screen: Screen) -> bytes:
    """Return the counts as a workbook."""
    return table_xlsx(_table(report, tr), tr)


@dataclass(frozen=True, slots=True)
class RuleCount:
    """How often a rule found something, and how often that can be fixed; the fields are those of JSON."""

    code: str
    name: str
    count: int
    fixable: int


def _table(report: Report, tr: Translator) -> Table[RuleCount]:
    fixable = Counter(each.code for each in report.diagnostics if each.fixable)
    return Table(
        (
            Column("count", tr(say("findings")), right=True),
            Column("code", tr(say("rule"))),
            Column("what", tr(say("What it does")), lambda row: tr(BY_CODE[row.code].what)),
        ),
        lines_of(
            RuleCount(code, BY_CODE[code].name, count, fixable[code])
            for code, count in _counted(report)
        ),
        tr(say("Findings in plan files")),
        " ".join(verdict(report, tr, PIPE).splitlines()),
    )


def _counted(report: Report) -> list[tuple[str, int]]:
    counts = Counter(each.code for each in report.diagnostics)
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))
