"""Cross-reference tables: their words, and all their formats but the terminal's."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from shakyo_plan.errors import UserError
from shakyo_plan.language import Translator
from shakyo_plan.lookup.xref.kinds import XrefKind
from shakyo_plan.lookup.xref.matrix import Head, Matrix
from shakyo_plan.message import say, say_n, translatable
from shakyo_plan.model import Commission, Plan, Status, terms
from shakyo_plan.model.kinds import KIND_WORDS, PartKind
from shakyo_plan.model.not_found import without_any
from shakyo_plan.model.words import MONTHS, commission_word, goal_words, priority_words, status_word
from shakyo_plan.output.csv_rows import csv_of
from shakyo_plan.output.escape import markdown
from shakyo_plan.output.markdown import markdown_table
from shakyo_plan.output.table import Column, Table, bracketed, lines_of

MARK = "〇"
"""U+3007: two columns wide on every terminal, which ○ is not."""

TITLES = {
    XrefKind.PROGRAMS: say("Programs and {plans}", plans=terms.PLANS),
    XrefKind.PRIORITIES: say(
        "Programs that {priorities} and {plans} share",
        priorities=terms.PRIORITIES,
        plans=terms.PLANS,
    ),
    XrefKind.DISTRICTS: say("Programs of districts and {plans}", plans=terms.PLANS),
    XrefKind.COMMISSIONS: say("Commissioned programs and {plans}", plans=terms.PLANS),
    XrefKind.TAGS: say("Programs by tag and {plan}", plan=terms.PLAN),
    XrefKind.DEPARTMENTS: say("Programs by department and {plan}", plan=terms.PLAN),
    XrefKind.STATUS: say("Programs by status and {goal}", goal=terms.GOAL),
    XrefKind.CALENDAR: say("Programs and the months of the year"),
    XrefKind.GAPS: say("What is missing"),
}
MOST_CELLS = 300_000
"""Cells of a table for people: 3,000 programs and 100 basic plans. Data is never shortened."""
MOST_IN_A_WORKBOOK = 2_000_000
DIFFERENT = translatable("Distinct: a program in several cells counts once.")

_INHERITED = {
    XrefKind.TAGS: say("A program has the tags of the parts that it is under, too."),
    XrefKind.DEPARTMENTS: say(
        "A program without a department counts under that of its {plan}.", plan=terms.PLAN
    ),
}


@dataclass(frozen=True, slots=True)
class Shown:
    """A table with the words that it is shown in."""

    matrix: Matrix
    table: XrefKind
    plan: Plan
    tr: Translator
    goal: int | None = None
    whole: Matrix | None = None
    """All of the table, where this is its beginning."""
    by_ids: bool = False
    """Whether parts have their ids, as in spreadsheets, and not the numbers that people read."""

    @property
    def title(self) -> str:
        """The title, with the year and the goal."""
        title = TITLES[self.table]
        if self.table is XrefKind.STATUS and not self.plan.goals:
            title = say("Programs by status and {plan}", plan=terms.PLAN)
        parts = [str(self.plan.year), self.tr(title)]
        if self.goal is not None:
            parts.append(goal_words(self.goal, self.tr))
        return "  ".join(parts)

    def row_label(self, head: Head) -> str:
        """Return what a row is called, in full."""
        return self._label(self.matrix.row_axis, head)

    def column_label(self, head: Head) -> str:
        """Return what a column is called, in full."""
        return self._label(self.matrix.column_axis, head)

    def heading(self, head: Head) -> str | None:
        """Return what stands over a column; None where that takes a list of its own."""
        match self.matrix.column_axis:
            case PartKind.PROGRAM:
                return None
            case PartKind.PLAN:
                return self.number(PartKind.PLAN, head)
            case PartKind.PRIORITY:
                return priority_words([head.id], self.tr)
            case PartKind.GOAL:
                return goal_words(head.id, self.tr)
            case _:
                return self.column_label(head)

    def number(self, axis: PartKind, head: Head) -> str:
        """Return the number of a goal, basic plan or priority; among plans, a goal has a list of its own."""
        straight = axis is PartKind.PLAN and head.goal is not None and "-" not in str(head.id)
        kind = PartKind.GOAL if straight else axis
        return str(head.id) if self.by_ids else self.tr.number(kind, head.id)

    @property
    def remarks(self) -> tuple[str, ...]:
        """What has to be known to read the table rightly."""
        if lacking := self.lacking:
            return (lacking,)
        remarks = [self.tr(DIFFERENT)] if self.matrix.counts else []
        if inherited := _INHERITED.get(self.table):
            remarks.append(self.tr(inherited))
        if count := len(self.matrix.left_out):
            remarks.append(
                self.tr(
                    say_n(
                        "{n} program without a schedule is not in this table",
                        "{n} programs without a schedule are not in this table",
                        count,
                    )
                )
            )
        if left_out := self._left_out():
            remarks.append(left_out)
        return tuple(remarks)

    @property
    def lacking(self) -> str:
        """What the plan has none of, so that the table has no cells; nothing where there are some."""
        axes = (
            (self.matrix.row_axis, self.matrix.rows),
            (self.matrix.column_axis, self.matrix.columns),
        )
        for axis, heads in axes:
            if not heads and (words := without_any(self.plan, axis)):
                return self.tr(words)
        return ""

    @property
    def totals(self) -> tuple[str, ...]:
        """The headings of the totals: the sum, and where cells count programs, the different ones."""
        if self.matrix.counts:
            return self.tr(say("total")), self.tr(say("distinct"))
        return (self.tr(say("total")),)

    def row_totals(self, row: Head) -> tuple[int, ...]:
        """Return the totals of a row."""
        total = self.matrix.row_total(row)
        return (total, self.matrix.row_distinct(row)) if self.matrix.counts else (total,)

    def cells(self, row: Head, columns: Sequence[Head]) -> list[str]:
        """Return what stands in the cells of a row, under the columns."""
        found = {column.id: len(names) for column, names in self.matrix.filled(row)}
        if not found:
            return [""] * len(columns)
        counts = self.matrix.counts
        values = (found.get(column.id, 0) for column in columns)
        return [(str(value) if counts else MARK) if value else "" for value in values]

    @property
    def readable(self) -> Shown:
        """The table as people get it: its beginning, where it is too large to be read or drawn."""
        return replace(self, matrix=self.matrix.shortened(MOST_CELLS), whole=self.matrix)

    def _left_out(self) -> str:
        """Return what is left out of the whole table; nothing where all is there."""
        if self.whole is None or self.whole is self.matrix:
            return ""
        return self.tr(
            say(
                "… and {rows} more rows and {columns} more columns, not in the sums either. "
                "All of them: -o xref.csv",
                rows=f"{len(self.whole.rows) - len(self.matrix.rows):,}",
                columns=f"{len(self.whole.columns) - len(self.matrix.columns):,}",
            )
        )

    def _label(self, axis: PartKind, head: Head) -> str:
        match axis:
            case PartKind.STATUS:
                return self.tr(status_word(Status(str(head.id))))
            case PartKind.COMMISSION:
                return self.tr(commission_word(Commission(str(head.id))))
            case PartKind.MONTH:
                return self.tr(MONTHS[int(str(head.id)[-2:])])
            case PartKind.PLAN | PartKind.PRIORITY | PartKind.GOAL:
                return f"{self.number(axis, head)}  {head.title}"
            case _:
                return str(head.id)


def matrix_data(matrix: Matrix) -> dict[str, Any]:
    """Return a table as data: ids, the cells that hold something, and the totals."""
    cells = [(row, column) for row in matrix.rows for column, _ in matrix.filled(row)]
    counts = matrix.counts
    return {
        "rows": [row.id for row in matrix.rows],
        "columns": [column.id for column in matrix.columns],
        "cells": [[row.id, column.id] for row, column in cells],
        "values": [matrix.value(row, column) for row, column in cells],
        "programs": [list(matrix.programs(row, column)) for row, column in cells],
        "row_titles": [row.title or str(row.id) for row in matrix.rows],
        "column_titles": [column.title or str(column.id) for column in matrix.columns],
        "row_totals": [matrix.row_total(row) for row in matrix.rows],
        "column_totals": [matrix.column_total(column) for column in matrix.columns],
        "row_different": [matrix.row_distinct(row) for row in matrix.rows] if counts else None,
        "column_different": (
            [matrix.column_distinct(column) for column in matrix.columns] if counts else None
        ),
        "total": matrix.total,
        "different": matrix.distinct if counts else None,
        "left_out": list(matrix.left_out),
    }


def cell_data(matrix: Matrix) -> Iterator[dict[str, Any]]:
    """Yield the cells that hold something, one record each."""
    for row in matrix.rows:
        for column, names in matrix.filled(row):
            yield {
                "row": row.id,
                "column": column.id,
                "value": len(names),
                "programs": list(names),
            }


def matrix_csv(shown: Shown) -> str:
    """Return a table as CSV; headings are in full, so that 1-5 becomes no date."""
    shown = replace(shown, by_ids=True)
    return csv_of(*_grid(shown, [shown.column_label(each) for each in shown.matrix.columns]))


def matrix_xlsx(shown: Shown) -> bytes:
    """Return a table as a workbook; sums and counts are numbers.

    Raises:
        UserError: it has more cells than a program for workbooks can open.
    """
    from shakyo_plan.output.xlsx import xlsx_of

    if len(shown.matrix.rows) * len(shown.matrix.columns) > MOST_IN_A_WORKBOOK:
        raise UserError(
            say(
                "The table has more than {n} cells, too many for Excel", n=f"{MOST_IN_A_WORKBOOK:,}"
            ),
            say("Name a file that ends in .csv, or ask for fewer"),
        )
    shown = replace(shown, by_ids=True)
    head, rows = _grid(shown, [shown.column_label(column) for column in shown.matrix.columns])
    return xlsx_of(shown.title, head, ([label, *map(_number, cells)] for label, *cells in rows))


def _number(words: str) -> int | str:
    return int(words) if words.isdecimal() else words


def matrix_markdown(whole: Shown) -> str:
    """Return a table as Markdown."""
    shown = whole.readable
    headings = [shown.heading(each) or shown.column_label(each) for each in shown.matrix.columns]
    head, rows = _grid(shown, headings)
    table = markdown_table(head, [list(map(markdown, row)) for row in rows])
    return "".join([table, *(f"\n{markdown(remark)}\n" for remark in shown.remarks)])


def _grid(shown: Shown, headings: Sequence[str]) -> tuple[list[str], list[list[str]]]:
    matrix = shown.matrix
    head = [shown.tr(KIND_WORDS[matrix.row_axis]), *headings, *shown.totals]
    rows = [
        [
            shown.row_label(row),
            *shown.cells(row, matrix.columns),
            *map(str, shown.row_totals(row)),
        ]
        for row in matrix.rows
    ]
    return head, [*rows, *total_rows(shown, matrix.columns)]


def total_rows(shown: Shown, columns: Sequence[Head]) -> list[list[str]]:
    """Return the rows of totals below the columns; the totals of the whole in the corner."""
    matrix = shown.matrix
    corner = [str(matrix.total)] + ([str(matrix.distinct)] if matrix.counts else [])
    rows = [[shown.totals[0], *(str(matrix.column_total(each)) for each in columns), *corner]]
    if matrix.counts:
        different = [str(matrix.column_distinct(each)) for each in columns]
        rows.append([shown.totals[1], *different, "", corner[-1]])
        rows[0][-1] = ""
    return rows


def empty_table(shown: Shown) -> Table[Head]:
    """Return the rows of a table as a list: those that hold nothing."""
    heads = shown.matrix.rows
    columns: tuple[Column[Head], ...] = (
        Column("id", shown.tr(say("number")), spreadsheet=lambda head: bracketed([head.id])),
        Column("title", shown.tr(KIND_WORDS[shown.matrix.row_axis]), value=shown.row_label),
    )
    return Table(
        columns,
        lines_of(heads),
        f"{shown.title}  " + shown.tr(say("without any")),
        shown.tr(say_n("{n} without any", "{n} without any", len(heads))),
        narrow=("title",),
        exported=("title",),
        subject=f"{shown.plan.council.name}  {shown.title}  {shown.tr(say('without any'))}",
    )
