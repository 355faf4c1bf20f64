"""Cross-reference tables as pages to read and print."""

from __future__ import annotations

from collections.abc import Sequence

from shakyo_plan.lookup.xref.matrix import Axis, Head, Matrix
from shakyo_plan.lookup.xref.matrix_view import AXES, DIFFERENT, Shown, total_rows
from shakyo_plan.model.words import goal_words
from shakyo_plan.output import html

_VERTICAL_COLUMNS = 20
"""How many columns with names for headings a printed page holds."""
_STYLE = """\
th.name { min-width: 13rem; }
th.vertical { writing-mode: vertical-rl; text-align: left; vertical-align: bottom; max-height: 16em;
  height: 16em; line-height: 1.25; padding: .4rem .1rem; font-weight: normal; }
td.center { min-width: 1.5rem; }
dl { columns: 22rem auto; font-size: .875rem; margin: 0 0 1.5rem; }
dl div { display: flex; gap: .6rem; break-inside: avoid; }
dt { min-width: 2.6rem; font-weight: bold; }
dd { margin: 0; }
tbody tr:nth-child(5n) > * { border-bottom-color: #2b5f75; }
"""


def matrix_page(shown: Shown) -> str:
    """Return a table as an HTML page; names stand upright over their columns."""
    columns = shown.matrix.columns
    vertical = any(shown.heading(each) is None for each in columns)
    size = _VERTICAL_COLUMNS if vertical else max(len(columns), 1)
    parts = [
        _table(shown, columns[start : start + size], last=start + size >= len(columns))
        for start in range(0, max(len(columns), 1), size)
    ]
    if shown.matrix.column_axis in (Axis.PLAN, Axis.GOAL, Axis.PRIORITY):
        entries = (
            f"<div><dt>{html.text(str(each.id))}</dt><dd>{html.text(each.title)}</dd></div>\n"
            for each in columns
        )
        parts.append(f"<dl>\n{''.join(entries)}</dl>\n")
    if shown.matrix.counts:
        parts.append(html.paragraph(shown.tr(DIFFERENT), "quiet"))
    return html.page(
        shown.title, "".join(parts), shown.tr, landscape=len(columns) > 8, style=_STYLE
    )


def _table(shown: Shown, columns: Sequence[Head], *, last: bool) -> str:
    matrix = shown.matrix
    totals = shown.totals if last else ()
    cells = [
        html.Cell(
            shown.heading(each) or shown.column_label(each), _classes(shown, each), header=True
        )
        for each in columns
    ]
    head = [
        html.Cell(shown.tr(AXES[matrix.row_axis]), "name", header=True),
        *cells,
        *(html.Cell(each, "center total", header=True) for each in totals),
    ]
    heads = [_goal_row(shown, columns, len(totals)), head] if _by_goal(matrix) else [head]
    rows = [
        [
            html.Cell(shown.row_label(row), header=True),
            *(html.Cell(shown.cell(row, column), "center") for column in columns),
            *(
                html.Cell(str(each), "center total")
                for each in shown.row_totals(row)[: len(totals)]
            ),
        ]
        for row in matrix.rows
    ]
    for row in total_rows(shown, columns):
        kept = row if last else row[: 1 + len(columns)]
        rows.append(
            [
                html.Cell(each, "center total" if number else "total", header=not number)
                for number, each in enumerate(kept)
            ]
        )
    return html.html_table(heads, rows)


def _classes(shown: Shown, head: Head) -> str:
    return "vertical" if shown.heading(head) is None else "center"


def _by_goal(matrix: Matrix) -> bool:
    return matrix.column_axis is Axis.PLAN and len({each.goal for each in matrix.columns}) > 1


def _goal_row(shown: Shown, columns: Sequence[Head], totals: int) -> list[html.Cell]:
    goals = list(dict.fromkeys(each.goal for each in columns))
    cells = [html.Cell("", header=True)]
    for goal in goals:
        words = goal_words(shown.plan, goal, shown.tr) if goal is not None else ""
        span = sum(each.goal == goal for each in columns)
        cells.append(html.Cell(words, "center", header=True, span=span))
    return cells + [html.Cell("", "total", header=True)] * totals
