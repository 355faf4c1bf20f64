"""Cross-reference tables as pages to read and print."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from shakyo_plan.lookup.xref.matrix import Head, Id
from shakyo_plan.lookup.xref.matrix_view import Shown, total_rows
from shakyo_plan.model.kinds import KIND_WORDS, PartKind
from shakyo_plan.model.words import goal_words
from shakyo_plan.output.html import html_page

_VERTICAL_COLUMNS = 20
"""How many columns with names for headings a printed page holds."""
_PORTRAIT_COLUMNS = 8


@dataclass(frozen=True, slots=True)
class _GoalHeading:
    """A goal over the columns of its basic plans, and how many these are."""

    words: str
    span: int


@dataclass(frozen=True, slots=True)
class _Row:
    """A row in words."""

    id: Id
    label: str
    cells: tuple[str, ...]
    totals: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class MatrixPart:
    """As many columns as fit side by side; the totals stand beside the last."""

    goals: tuple[_GoalHeading, ...]
    headings: tuple[str, ...]
    totals: tuple[str, ...]
    rows: tuple[_Row, ...]
    sums: tuple[tuple[str, ...], ...]


def matrix_page(whole: Shown) -> str:
    """Return a table as an HTML page; names stand upright over their columns."""
    shown = whole.readable
    matrix = shown.matrix
    columns = matrix.columns
    vertical = any(shown.heading(head) is None for head in columns)
    size = _VERTICAL_COLUMNS if vertical else max(len(columns), 1)
    numbered = matrix.column_axis in (PartKind.PLAN, PartKind.GOAL, PartKind.PRIORITY)
    return html_page(
        "lookup/xref/templates/matrix.html",
        f"{shown.plan.council.name}  {shown.title}",
        shown.tr,
        landscape=len(columns) > _PORTRAIT_COLUMNS,
        axis=shown.tr(KIND_WORDS[matrix.row_axis]),
        vertical=vertical,
        parts=matrix_parts(shown, size),
        legend=[
            (shown.number(matrix.column_axis, head), head.title) for head in columns if numbered
        ],
        remarks=shown.remarks,
    )


def matrix_parts(shown: Shown, size: int) -> tuple[MatrixPart, ...]:
    """Return the table in parts of at most ``size`` columns, for the template ``matrix_table.html``."""
    columns = shown.matrix.columns
    return tuple(
        _part(shown, columns[start : start + size], last=start + size >= len(columns))
        for start in range(0, max(len(columns), 1), size)
    )


def _part(shown: Shown, columns: Sequence[Head], *, last: bool) -> MatrixPart:
    totals = shown.totals if last else ()
    sums = (tuple(row if last else row[: 1 + len(columns)]) for row in total_rows(shown, columns))
    return MatrixPart(
        goals=_goals(shown, columns),
        headings=tuple(shown.heading(head) or shown.column_label(head) for head in columns),
        totals=totals,
        rows=tuple(
            _Row(
                row.id,
                shown.row_label(row),
                tuple(shown.cells(row, columns)),
                shown.row_totals(row)[: len(totals)],
            )
            for row in shown.matrix.rows
        ),
        sums=tuple(sums),
    )


def _goals(shown: Shown, columns: Sequence[Head]) -> tuple[_GoalHeading, ...]:
    """Return the goals over columns that are basic plans of several goals."""
    matrix = shown.matrix
    if matrix.column_axis is not PartKind.PLAN or len({head.goal for head in matrix.columns}) < 2:
        return ()
    return tuple(
        _GoalHeading(
            goal_words(goal, shown.tr) if goal is not None else "",
            sum(head.goal == goal for head in columns),
        )
        for goal in dict.fromkeys(head.goal for head in columns)
    )
