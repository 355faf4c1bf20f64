"""Options that several commands share."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, TypeAlias

import typer

from shakyo_plan.cli import complete
from shakyo_plan.message import mark


class ListFormat(StrEnum):
    """How a command that lists prints."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"
    MD = "md"


Year: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--year",
        "-y",
        metavar="2024|R6",
        autocompletion=complete.years,
        help=mark("The plan of this fiscal year: 2024, R6, 令和6. Default: the newest."),
    ),
]
File: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--file", "-f", metavar="FILE", help=mark("The plan in this file; - is standard input.")
    ),
]
PlansDir: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--plans-dir",
        metavar="FOLDER",
        envvar="PLAN_DIR",
        help=mark(
            "The folder of the plan files. Default: PLAN_DIR, the configuration, the nearest “plans” upwards."
        ),
    ),
]
Format: TypeAlias = Annotated[
    ListFormat,
    typer.Option(
        "--format",
        metavar="table|json|jsonl|csv|md",
        help=mark(
            "How to print: a table; data for scripts (json, jsonl); csv for Excel; md for documents."
        ),
    ),
]
