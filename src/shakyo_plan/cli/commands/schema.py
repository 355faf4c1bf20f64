"""``plan schema``."""

from __future__ import annotations

from pathlib import Path

import typer

from shakyo_plan.cli.options import OutputFile
from shakyo_plan.cli.session import Session


def schema(ctx: typer.Context, output_file: OutputFile = None) -> int:
    """Print the schema of plan files; returns the exit code."""
    from shakyo_plan.source.schema.text import schema_text

    session: Session = ctx.obj
    if output_file is None:
        session.out_data(schema_text())
    else:
        from shakyo_plan.source.writing import write_output

        write_output(Path(output_file), schema_text())
    return 0
