"""The columns of each command that lists, for completion at the Tab key."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from shakyo_plan.language import Translator
from shakyo_plan.lint.rule_list import rule_columns
from shakyo_plan.lookup.history.view import life_line_columns, program_history_columns
from shakyo_plan.lookup.outline.view import outline_columns
from shakyo_plan.lookup.programs.view import program_columns
from shakyo_plan.lookup.xref.gaps_view import gap_columns
from shakyo_plan.output.table import Column


def _history_columns(tr: Translator) -> tuple[Column[Any], ...]:
    """Return the columns of a program's history, and those of the list of all."""
    both: list[Column[Any]] = [*program_history_columns(tr), *life_line_columns(tr)]
    return tuple({column.key: column for column in both}.values())


COLUMNS: Mapping[str, Callable[[Translator], tuple[Column[Any], ...]]] = {
    "history": _history_columns,
    "outline": outline_columns,
    "programs": program_columns,
    "rule": rule_columns,
    "xref": gap_columns,  # its other tables have the ids of plans for columns
}
