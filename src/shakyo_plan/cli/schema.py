"""``plan schema``."""

from __future__ import annotations

import typer

from shakyo_plan.cli.session import Session


def schema(ctx: typer.Context) -> int:
    """Run the command; returns the exit code."""
    from shakyo_plan.schema.text import schema_text

    session: Session = ctx.obj
    session.out_data(schema_text())
    return 0
