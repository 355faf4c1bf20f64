"""Options that several commands share."""

from __future__ import annotations

from typing import Annotated, TypeAlias

import typer

from shakyo_plan.cli import complete
from shakyo_plan.message import translatable
from shakyo_plan.output.formats import LIST_FORMATS

Year: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--year",
        "-y",
        metavar="2024|R6",
        autocompletion=complete.years,
        help=translatable("The plan of this fiscal year: 2024, R6, 令和6. Default: the newest."),
    ),
]
File: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--file",
        "-f",
        metavar=translatable("FILE"),
        help=translatable("The plan in this file; - is standard input."),
    ),
]
PlansDir: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--plans-dir",
        metavar=translatable("FOLDER"),
        envvar="PLAN_DIR",
        help=translatable(
            "The folder of the plan files. Default: PLAN_DIR, the configuration, the nearest “plans” upwards."
        ),
    ),
]
GoalId: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--goal",
        metavar=translatable("NUMBER"),
        autocompletion=complete.goal_ids,
        help=translatable("Only this goal, its basic plans and their programs."),
    ),
]
Months: TypeAlias = Annotated[
    list[str] | None,
    typer.Option(
        "--month",
        metavar=translatable("MONTH"),
        autocompletion=complete.months,
        show_default=False,
        help=translatable("Only what is held in this month: 11, 11月; 4,5 for either."),
    ),
]
Format: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--format",
        metavar="|".join(format_.name for format_ in LIST_FORMATS),
        autocompletion=complete.list_formats,
        show_default=False,
        help=translatable(
            "How to print: a table; data for scripts (json, jsonl); xlsx or csv for Excel; md for "
            "documents; html to read and print. Default: as the name of --output-file ends, else a "
            "table."
        ),
    ),
]
OutputFile: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--output-file",
        "-o",
        metavar=translatable("FILE"),
        help=translatable("Write output to FILE (atomic; never overwrites a plan file)."),
    ),
]
Sort: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--sort",
        metavar=translatable("COLUMN"),
        autocompletion=complete.sort_columns,
        help=translatable("Sort by this column; -COLUMN sorts in descending order."),
    ),
]
Columns: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--columns",
        metavar="A,B,…",
        autocompletion=complete.columns,
        help=translatable(
            "Show only these columns, in this order; a wrong name lists those that there are."
        ),
    ),
]
NoPager: TypeAlias = Annotated[
    bool,
    typer.Option("--no-pager", help=translatable("Do not use a pager.")),
]
