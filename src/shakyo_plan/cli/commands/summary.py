"""``plan summary``."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from shakyo_plan.cli.options import File, ListFormat, NoPager, OutputFile, PlansDir, Year
from shakyo_plan.cli.session import Session
from shakyo_plan.message import translatable


class SummaryFormat(StrEnum):
    """How the summary is printed."""

    TABLE = "table"
    JSON = "json"


def summary(
    ctx: typer.Context,
    year: Year = None,
    file: File = None,
    plans_dir: PlansDir = None,
    output_format: Annotated[
        SummaryFormat,
        typer.Option(
            "--format",
            metavar="table|json",
            help=translatable("How to print: a table, or json for scripts."),
        ),
    ] = SummaryFormat.TABLE,
    output_file: OutputFile = None,
    no_pager: NoPager = False,
) -> int:
    """Print how much of everything the plan holds; returns the exit code."""
    from shakyo_plan.cli.output import Output, put, rendered
    from shakyo_plan.cli.which import Which, chosen_plan
    from shakyo_plan.lookup.summary.counts import summarize
    from shakyo_plan.lookup.summary.terminal import summary_table
    from shakyo_plan.output.rows import one_json

    session: Session = ctx.obj
    output = Output(ListFormat(output_format), output_file, no_pager)
    counted = summarize(chosen_plan(Which(year, file, plans_dir), session.config))
    if output.format is ListFormat.JSON:
        put(one_json(counted), output, session)
    else:
        table = summary_table(counted, session.tr)
        put(rendered(lambda _: table, output, session), output, session)
    return 0
