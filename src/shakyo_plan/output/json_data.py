"""Data as JSON for scripts: UTF-8, unescaped but for what a terminal would obey."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from shakyo_plan.output.escape import json_text


def json_of(data: Any) -> str:
    """Return data as JSON, laid out for reading."""
    return _dump(data, indent=2) + "\n"


def json_lines(records: Iterable[Any]) -> str:
    """Return data as JSON, one record a line."""
    return "".join(_dump(record, indent=None) + "\n" for record in records)


def _dump(data: Any, *, indent: int | None) -> str:
    return json_text(json.dumps(data, ensure_ascii=False, indent=indent))
