"""``plan undo``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from shakyo_plan.cli.options import PlansDir
from shakyo_plan.cli.session import Session
from shakyo_plan.message import say, translatable


def undo(
    ctx: typer.Context,
    file: Annotated[
        str | None,
        typer.Argument(
            metavar=translatable("[FILE]"),
            show_default=False,
            help=translatable(
                "A plan file: take back what plan last wrote there. Default: its last step in the plans folder."
            ),
        ),
    ] = None,
    plans_dir: PlansDir = None,
    diff: Annotated[
        bool,
        typer.Option(
            "--diff", help=translatable("Show what would be taken back, and write nothing.")
        ),
    ] = False,
) -> int:
    """Bring back what was there before the last step; returns the exit code."""
    from shakyo_plan.cli.which import folder_to_change
    from shakyo_plan.source.undo import last_step, step_of, take_back

    session: Session = ctx.obj
    step = step_of(Path(file)) if file else last_step(folder_to_change(plans_dir, session.config))
    if diff:
        for kept in step:
            now = kept.path.read_bytes().decode("utf-8", "replace")
            before = kept.previous.decode("utf-8", "replace")
            session.out_patch(str(kept.path), now, before)
        return 0
    take_back(step)
    for kept in step:
        session.info(
            say("{path}: taken back ({command})", path=str(kept.path), command=kept.command)
        )
    session.info(say("“plan undo” once more brings it again"))
    return 0
