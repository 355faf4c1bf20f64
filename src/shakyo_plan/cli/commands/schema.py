"""``plan schema``."""

from __future__ import annotations

import typer

from shakyo_plan.cli.options import OutputFile


def schema(ctx: typer.Context, output_file: OutputFile = None) -> int:
    """Print the schema of plan files; returns the exit code."""
    from shakyo_plan.cli.output import Output, print_views
    from shakyo_plan.model.schema import schema_text
    from shakyo_plan.output.formats import JSON

    print_views({JSON: schema_text}, Output(file=output_file, no_pager=True), ctx.obj)
    return 0
