"""The old/new table as an HTML page, to be read and printed on A4."""

from __future__ import annotations

from shakyo_plan.diff import Comparison
from shakyo_plan.diff.views.board import board
from shakyo_plan.language import Translator
from shakyo_plan.message import say
from shakyo_plan.output.html import html_page


def comparison_page(comparison: Comparison, tr: Translator, *, routine: bool = False) -> str:
    """Return the page. Deleted words stand out in the old text, inserted ones in the new."""
    table = board(comparison, tr, routine=routine)
    return html_page(
        "diff/views/templates/comparison.html",
        table.title,
        tr,
        landscape=True,
        table=table,
        nothing=tr(say("(none)")),
    )
