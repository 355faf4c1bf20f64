"""The outline of a plan as a tree on the terminal."""

from __future__ import annotations

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from shakyo_plan.language import Translator
from shakyo_plan.outline import Kind, Outline, OutlineRow
from shakyo_plan.report.sheet import Sheet
from shakyo_plan.sheets.outline import printed
from shakyo_plan.tables.render import data_text

_STYLES = {Kind.GOAL: "bold", Kind.PLAN: "bold", Kind.GROUP: "italic"}


def outline_tree(
    outline: Outline, sheet: Sheet[OutlineRow], tr: Translator
) -> list[RenderableType]:
    """Return the tree: a part a line, what it holds moved in; long ones fold under their beginning."""
    parts: list[RenderableType] = [data_text(sheet.title, "bold")]
    for row in outline.rows:
        if row.kind is Kind.GOAL:
            parts.append(Text())
        parts.append(_line(row, outline, tr))
    return [*parts, Text(), data_text(sheet.footer)]


def _line(row: OutlineRow, outline: Outline, tr: Translator) -> RenderableType:
    listed = row.kind in (Kind.GROUP, Kind.PROGRAM)
    words = printed(row, outline, tr)
    text = data_text(words, _STYLES.get(row.kind, ""))
    if row.kind is Kind.PROGRAM and len(words) > len(row.title):
        text.stylize("cyan", len(text) - (len(words) - len(row.title)))
    if row.level == 1:
        return text
    line = Table.grid()
    line.add_column(no_wrap=True)
    line.add_column(overflow="fold")
    line.add_row("  " * (min(row.level, 3) - 1 + max(row.level - 4, 0)) + "・" * listed, text)
    return line
