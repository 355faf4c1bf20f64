"""Findings as a list with columns, for Excel."""

from __future__ import annotations

from shakyo_plan.diagnostic import Diagnostic
from shakyo_plan.language import Translator
from shakyo_plan.lint.engine import Report
from shakyo_plan.message import say
from shakyo_plan.model.words import SEVERITY
from shakyo_plan.output.csv_rows import table_csv
from shakyo_plan.output.style import Screen
from shakyo_plan.output.table import Column, Table, bracketed, lines_of
from shakyo_plan.output.xlsx import table_xlsx


def csv_report(report: Report, tr: Translator, _screen: Screen) -> str:
    """Return the findings as CSV, a row each."""
    return table_csv(finding_table(report, tr), tr)


def xlsx_report(report: Report, tr: Translator, _screen: Screen) -> bytes:
    """Return the findings as a workbook, a row each."""
    return table_xlsx(finding_table(report, tr), tr)


def finding_table(report: Report, tr: Translator) -> Table[Diagnostic]:
    """Return the findings as a list."""

    def item(finding: Diagnostic) -> str:
        return bracketed([finding.item]) if finding.item else ""

    columns: tuple[Column[Diagnostic], ...] = (
        Column("path", tr(say("file"))),
        Column("line", tr(say("line")), lambda finding: finding.span.start.line, right=True),
        Column("column", tr(say("column")), lambda finding: finding.span.start.column, right=True),
        Column("severity", tr(say("severity")), lambda finding: tr(SEVERITY[finding.severity])),
        Column("code", tr(say("rule"))),
        Column("name", tr(say("name"))),
        Column("item", tr(say("about")), spreadsheet=item),
        Column("message", tr(say("what is wrong")), lambda finding: tr(finding.message)),
        Column("suggestion", tr(say("what to do")), lambda finding: _suggestion(finding, tr)),
    )
    return Table(columns, lines_of(report.diagnostics), tr(say("Findings in plan files")))


def _suggestion(finding: Diagnostic, tr: Translator) -> str:
    return tr(finding.suggestion) if finding.suggestion else ""
