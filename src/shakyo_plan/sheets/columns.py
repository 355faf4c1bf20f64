"""The columns of each command that lists, for completion at the Tab key."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from shakyo_plan.language import Translator
from shakyo_plan.report.sheet import Column
from shakyo_plan.sheets.gaps import gap_columns
from shakyo_plan.sheets.outline import outline_columns
from shakyo_plan.sheets.programs import program_columns
from shakyo_plan.sheets.rules import rule_columns

COLUMNS: Mapping[str, Callable[[Translator], tuple[Column[Any], ...]]] = {
    "outline": outline_columns,
    "programs": program_columns,
    "rule": rule_columns,
    "xref": gap_columns,  # its other tables have the ids of plans for columns
}
