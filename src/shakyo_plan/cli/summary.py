"""``plan summary``."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from shakyo_plan.cli.options import File, PlansDir, Year
from shakyo_plan.cli.session import Session
from shakyo_plan.message import mark


class SummaryFormat(StrEnum):
    """How the summary is printed."""

    TABLE = "table"
    JSON = "json"


def summary(
    ctx: typer.Context,
    year: Year = None,
    file: File = None,
    plans_dir: PlansDir = None,
    output: Annotated[
        SummaryFormat,
        typer.Option(
            "--format",
            metavar="table|json",
            help=mark("How to print: a table, or json for scripts."),
        ),
    ] = SummaryFormat.TABLE,
) -> int:
    """Run the command; returns the exit code."""
    from shakyo_plan.cli.which import Which, chosen_plan
    from shakyo_plan.report.rows import one_json
    from shakyo_plan.summary import summarize
    from shakyo_plan.tables import UNLIMITED, render, summary_table

    session: Session = ctx.obj
    counted = summarize(chosen_plan(Which(year, file, plans_dir), session.config))
    if output is SummaryFormat.JSON:
        session.out_data(one_json(counted))
    else:
        table = summary_table(counted, session.tr)
        session.out(
            render(*table, width=session.terminal_width or UNLIMITED, colour=session.colour)
        )
    return 0
