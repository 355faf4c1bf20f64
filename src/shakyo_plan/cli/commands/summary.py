"""``plan summary``."""

from __future__ import annotations

from dataclasses import asdict

import typer

from shakyo_plan.cli.options import File, Format, NoPager, OutputFile, PlansDir, Year
from shakyo_plan.cli.session import Session


def summary(
    ctx: typer.Context,
    year: Year = None,
    file: File = None,
    plans_dir: PlansDir = None,
    output_format: Format = None,
    output_file: OutputFile = None,
    no_pager: NoPager = False,
) -> int:
    """Print how much of everything the plan holds; returns the exit code."""
    from shakyo_plan.cli.output import Output, print_table, rendered
    from shakyo_plan.cli.which import Which, chosen_plan
    from shakyo_plan.lookup.summary.counts import summarize
    from shakyo_plan.lookup.summary.terminal import summary_table
    from shakyo_plan.lookup.summary.view import summary_list
    from shakyo_plan.output import formats
    from shakyo_plan.output.json_data import json_lines, json_of

    session: Session = ctx.obj
    output = Output(output_format, output_file, no_pager)
    plan = chosen_plan(Which(year, file, plans_dir), session.config)
    session.speak_of(plan)
    tr = session.tr
    counted = summarize(plan)
    own = {
        formats.TABLE: lambda: rendered(lambda _: summary_table(counted, tr), output, session),
        formats.JSON: lambda: json_of(asdict(counted)),
        formats.JSONL: lambda: json_lines([asdict(counted)]),
    }
    print_table(summary_list(counted, tr), output, session, own)
    return 0
