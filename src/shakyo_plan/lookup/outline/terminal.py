"""The outline of a plan as a tree on the terminal."""

from __future__ import annotations

from rich.console import RenderableType
from rich.text import Text

from shakyo_plan.language import Translator
from shakyo_plan.lookup.outline.tree import Kind, Outline, OutlineRow
from shakyo_plan.lookup.outline.view import outline_marks, printed
from shakyo_plan.message import say
from shakyo_plan.output.table import Table
from shakyo_plan.output.terminal.render import data_text, hanging

_STYLES = {Kind.GOAL: "bold", Kind.PLAN: "bold", Kind.GROUP: "italic"}


def outline_tree(
    outline: Outline, table: Table[OutlineRow], tr: Translator, width: int
) -> list[RenderableType]:
    """Return the tree: a part a line, what it holds moved in; long ones fold under their beginning."""
    parts: list[RenderableType] = [data_text(table.title, "bold")]
    for row in outline.rows:
        if row.kind is Kind.GOAL:
            parts.append(Text())
        parts.append(_line(row, outline, tr, width))
    return [*parts, Text(), data_text(table.footer)]


def _line(row: OutlineRow, outline: Outline, tr: Translator, width: int) -> Text:
    listed = row.kind in (Kind.GROUP, Kind.PROGRAM)
    lead = "  " * (min(row.level, 3) - 1 + max(row.level - 4, 0)) + "・" * listed
    line = hanging(printed(row, outline, tr), lead, width, _STYLES.get(row.kind, ""))
    for each in outline_marks(row, tr):
        line.highlight_words([tr(say(" ({mark})", mark=each)).strip()], "cyan")
    return line
