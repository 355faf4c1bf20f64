"""What an import tells: the doubts as a list or as data, and in one line what became of every block."""

from __future__ import annotations

from typing import Any

from shakyo_plan.documents.doubts import Doubt
from shakyo_plan.documents.draft_text import where_words
from shakyo_plan.documents.explaining import convention_of
from shakyo_plan.documents.importing import Imported
from shakyo_plan.language import Translator
from shakyo_plan.message import Message, say, say_n
from shakyo_plan.output.json_data import json_of
from shakyo_plan.output.table import Column, Table, lines_of
from shakyo_plan.values.data_path import pointer

_LONGEST = 60


def doubt_table(imported: Imported, tr: Translator) -> Table[Doubt]:
    """Return the doubts as a list, in printed order."""
    columns: tuple[Column[Doubt], ...] = (
        Column("code", tr(say("Code")), lambda doubt: doubt.code.value),
        Column("where", tr(say("Where")), lambda doubt: where_words(doubt, tr)),
        Column("printed", tr(say("Printed")), lambda doubt: doubt.printed, _first_words),
        Column("recorded", tr(say("Recorded"))),
        Column("reason", tr(say("Why it is doubtful")), lambda doubt: tr(doubt.reason)),
        Column("candidates", tr(say("What else it could be"))),
        Column("pointer", tr(say("In the draft")), lambda doubt: pointer(doubt.place or ())),
    )
    return Table(
        columns,
        lines_of(imported.doubts),
        narrow=("code", "where", "printed", "reason"),
        wide=("code", "where", "printed", "recorded", "reason", "candidates"),
    )


def _first_words(doubt: Doubt) -> str:
    shown = " ".join(doubt.printed.split())
    return shown if len(shown) <= _LONGEST else f"{shown[:_LONGEST]}…"


def import_json(imported: Imported, plan_path: str, tr: Translator) -> str:
    """Return the account as JSON; the keys are a promise to scripts."""
    return json_of(
        {
            "version": 1,
            "source": imported.source,
            "plan_path": plan_path,
            "convention": convention_of(imported),
            "blocks": dict(imported.ledger.counts),
            "doubts": [_doubt_data(doubt, tr) for doubt in imported.doubts],
        }
    )


def _doubt_data(doubt: Doubt, tr: Translator) -> dict[str, Any]:
    return {
        "code": doubt.code.value,
        "where": doubt.block.where._asdict(),
        "printed": doubt.printed,
        "recorded": doubt.recorded,
        "reason": tr(doubt.reason),
        "candidates": list(doubt.candidates),
        "pointer": None if doubt.place is None else pointer(doubt.place),
    }


def summary_line(imported: Imported) -> Message:
    """Return in one line what became of every block."""
    counts = imported.ledger.counts
    return say(
        "Blocks {total} = recorded {recorded} + skipped {skipped} + unplaced {unplaced}; {doubts}; "
        "placed {share} %",
        total=counts["total"],
        recorded=counts["recorded"],
        skipped=counts["skipped"],
        unplaced=counts["unplaced"],
        doubts=say_n("{n} doubt", "{n} doubts", len(imported.doubts)),
        share=f"{100 * imported.ledger.share_placed:.1f}",
    )
