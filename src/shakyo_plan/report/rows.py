"""Lists as data: JSON for scripts, CSV for Excel, Markdown for documents.

JSON has the records' own keys and values. CSV and Markdown are for people: headings and words
are in the reader's language, and every cell is text.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from shakyo_plan.report.visible import cell, json_text, markdown

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

R = TypeVar("R", bound="DataclassInstance")

BYTE_ORDER_MARK = "\ufeff"
"""Without it, Excel takes a CSV file for Shift_JIS."""


@dataclass(frozen=True, slots=True)
class Column(Generic[R]):
    """A column for people: its heading and what it shows of a row, both in their language."""

    heading: str
    show: Callable[[R], str]


def to_json(records: Sequence[DataclassInstance]) -> str:
    """Return the records as one JSON array."""
    return _dump([asdict(record) for record in records], indent=2) + "\n"


def one_json(record: DataclassInstance) -> str:
    """Return one record as a JSON object."""
    return _dump(asdict(record), indent=2) + "\n"


def to_jsonl(records: Sequence[DataclassInstance]) -> str:
    """Return the records as JSON, one a line."""
    return "".join(_dump(asdict(record), indent=None) + "\n" for record in records)


def to_csv(records: Sequence[R], columns: Sequence[Column[R]]) -> str:
    """Return the records as CSV that Excel opens with a double click."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([column.heading for column in columns])
    writer.writerows([[cell(column.show(record)) for column in columns] for record in records])
    return BYTE_ORDER_MARK + text.getvalue()


def to_markdown(records: Sequence[R], columns: Sequence[Column[R]]) -> str:
    """Return the records as a Markdown table."""
    lines = [
        [column.heading for column in columns],
        ["---"] * len(columns),
        *([markdown(column.show(record)) for column in columns] for record in records),
    ]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def _dump(data: Any, *, indent: int | None) -> str:
    return json_text(json.dumps(data, ensure_ascii=False, indent=indent))
