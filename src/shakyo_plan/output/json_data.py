"""Data as JSON for scripts: UTF-8, unescaped but for what a terminal would obey.

Records keep their own keys and values, whatever language the reader has.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, TypeVar

from shakyo_plan.language import Translator
from shakyo_plan.output.escape import json_text
from shakyo_plan.output.table import Table

R = TypeVar("R")


def table_json(table: Table[R], tr: Translator) -> str:  # noqa: ARG001 - as all writers of tables
    """Return the records of a table as one JSON array."""
    return json_of(table.as_data())


def table_jsonl(table: Table[R], tr: Translator) -> str:  # noqa: ARG001 - as all writers of tables
    """Return the records of a table as JSON, one a line."""
    return json_lines(table.as_data())


def json_of(data: Any) -> str:
    """Return data as JSON, laid out for reading."""
    return _dump(data, indent=2) + "\n"


def json_lines(records: Iterable[Any]) -> str:
    """Return data as JSON, one record a line."""
    return "".join(_dump(record, indent=None) + "\n" for record in records)


def _dump(data: Any, *, indent: int | None) -> str:
    return json_text(json.dumps(data, ensure_ascii=False, indent=indent))
