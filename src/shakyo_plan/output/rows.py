"""Lists as data: JSON for scripts, CSV for Excel, Markdown for documents.

JSON has the records' own keys and values. CSV and Markdown are for people: headings and words
are in the reader's language, and every cell is text.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, TypeVar

from shakyo_plan.output.escape import cell, markdown
from shakyo_plan.output.json_data import json_lines, json_of
from shakyo_plan.output.table import Table

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

R = TypeVar("R")

BYTE_ORDER_MARK = "\ufeff"
"""Without it, Excel takes a CSV file for Shift_JIS."""


def to_json(table: Table[R]) -> str:
    """Return the records as one JSON array."""
    return json_of(table.as_data())


def to_jsonl(table: Table[R]) -> str:
    """Return the records as JSON, one a line."""
    return json_lines(table.as_data())


def to_csv(table: Table[R]) -> str:
    """Return the records as CSV that Excel opens with a double click."""
    columns = table.for_documents()
    return csv_of(
        [column.heading for column in columns],
        ([column.cell(record) for column in columns] for record in table.records),
    )


def to_markdown(table: Table[R]) -> str:
    """Return the records as a Markdown table."""
    columns = table.for_documents()
    return markdown_of(
        [column.heading for column in columns],
        ([column.text(record) for column in columns] for record in table.records),
    )


def one_json(record: DataclassInstance) -> str:
    """Return one record as a JSON object."""
    return json_of(asdict(record))


def csv_of(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return rows of texts as CSV that Excel opens with a double click."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(map(cell, headings))
    writer.writerows(map(cell, row) for row in rows)
    return BYTE_ORDER_MARK + text.getvalue()


def markdown_of(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return rows of texts as a Markdown table."""
    lines = [
        list(map(markdown, headings)),
        ["---"] * len(headings),
        *(list(map(markdown, row)) for row in rows),
    ]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)
