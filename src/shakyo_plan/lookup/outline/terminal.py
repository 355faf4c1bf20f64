"""The outline of a plan as a tree on the terminal."""

from __future__ import annotations

from rich.console import RenderableType
from rich.text import Text

from shakyo_plan.language import Translator
from shakyo_plan.lookup.outline.tree import Outline, OutlineRow
from shakyo_plan.lookup.outline.view import HEADINGS, outline_marks, printed, shift_of
from shakyo_plan.message import say
from shakyo_plan.model.kinds import PartKind
from shakyo_plan.output.table import Table
from shakyo_plan.output.terminal.render import data_text, hanging

_STYLES = {**dict.fromkeys(HEADINGS, "bold"), PartKind.GROUP: "italic"}


def outline_tree(
    outline: Outline, table: Table[OutlineRow], tr: Translator, width: int
) -> list[RenderableType]:
    """Return the tree: a part a line, what it holds moved in; long ones fold under their beginning."""
    shift = shift_of(outline)
    parts: list[RenderableType] = [data_text(table.title, "bold")]
    before = None
    for row in outline.rows:
        if row.kind is PartKind.GOAL or (row.level <= 1 + shift and row.kind is not before):
            parts.append(Text())
        before = row.kind if row.kind in HEADINGS else before
        parts.append(_line(row, outline, shift, tr, width))
    return [*parts, Text(), data_text(table.footer)]


def _line(row: OutlineRow, outline: Outline, shift: int, tr: Translator, width: int) -> Text:
    listed = row.kind in (PartKind.GROUP, PartKind.PROGRAM)
    depth = max(min(row.level, 3) - 1 - shift, 0) + max(row.level - 4, 0)
    if listed:
        # What stands in a section stands further in than what the plan lists itself, and a goal further out.
        depth += (row.section is not None) - (row.plan is None)
    lead = "  " * depth + "・" * listed
    line = hanging(printed(row, outline.plan.numbering, tr), lead, width, _STYLES.get(row.kind, ""))
    for each in outline_marks(row, tr):
        line.highlight_words([tr(say(" ({mark})", mark=each)).strip()], "cyan")
    return line
