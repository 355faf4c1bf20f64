"""Lists and cards as CSV that Excel opens with a double click.

CSV is for people: headings and words are in the reader's language, and every cell is text.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from typing import TypeVar

from shakyo_plan.language import Translator
from shakyo_plan.message import say
from shakyo_plan.output.card import Card
from shakyo_plan.output.escape import cell, csv_text, lines
from shakyo_plan.output.table import Table

R = TypeVar("R")

BYTE_ORDER_MARK = "\ufeff"
"""Without it, Excel takes a CSV file for Shift_JIS."""


def table_csv(table: Table[R], tr: Translator) -> str:  # noqa: ARG001 - as all writers of tables
    """Return the records of a table, a row each."""
    columns = table.for_documents()
    return csv_of(
        [column.heading for column in columns],
        ([column.cell(record) for column in columns] for record in table.records),
    )


def card_csv(card: Card, tr: Translator) -> str:
    """Return a card: which list, the entry or the fact's name, the note or value."""
    rows = [("", name, " ".join(lines(value))) for name, value in card.facts]
    rows += [
        (block.heading, " ".join(lines(entry.words)), entry.note)
        for block in card.lists
        for entry in block.entries
    ]
    headings = [tr(say("list")), tr(say("what")), tr(say("value"))]
    return csv_of(headings, [("", card.title, ""), *rows])


def csv_of(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return rows of texts; no text becomes a formula."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(map(cell, headings))
    # Most cells of a large table are empty.
    writer.writerows([cell(words) if words else "" for words in row] for row in rows)
    return BYTE_ORDER_MARK + csv_text(text.getvalue())
