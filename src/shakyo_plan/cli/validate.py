"""``plan validate``."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from shakyo_plan.cli.options import PlansDir
from shakyo_plan.cli.rule_options import (
    BaselineFile,
    Ignore,
    Select,
    WriteBaseline,
    against_baseline,
    settings_of,
)
from shakyo_plan.cli.session import Session
from shakyo_plan.message import mark


class ReportFormat(StrEnum):
    """How findings are printed."""

    FULL = "full"
    CONCISE = "concise"
    JSON = "json"


def validate(
    ctx: typer.Context,
    paths: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[PATH…]",
            show_default=False,
            help=mark(
                "Files or folders; - is standard input. Default: every file of the plans folder."
            ),
        ),
    ] = None,
    plans_dir: PlansDir = None,
    select: Select = None,
    ignore: Ignore = None,
    baseline: BaselineFile = None,
    write_baseline: WriteBaseline = False,
    output: Annotated[
        ReportFormat,
        typer.Option(
            "--format",
            metavar="full|concise|json",
            help=mark(
                "How to print: with the line of the file (full), a line each (concise), or json."
            ),
        ),
    ] = ReportFormat.FULL,
) -> int:
    """Run the command; returns the exit code."""
    from shakyo_plan.cli.which import STANDARD_INPUT, Which, folder, read_standard_input
    from shakyo_plan.corpus import expand
    from shakyo_plan.diagnostic import Severity
    from shakyo_plan.lint import lint
    from shakyo_plan.loading import load_file
    from shakyo_plan.report.diagnostics import FORMATS

    session: Session = ctx.obj
    settings = settings_of(session.config, select, ignore)
    files = []
    for path in paths or [str(folder(Which(plans_dir=plans_dir), session.config))]:
        if path == STANDARD_INPUT:
            files.append(read_standard_input())
        else:
            files += [load_file(each) for each in expand((Path(path),))]
    report = against_baseline(lint(files, settings), baseline, session.config, write=write_baseline)
    write = session.out_data if output is ReportFormat.JSON else session.out
    write(FORMATS[output](report, session.tr, session.paint))
    return 2 if report.unreadable else int(report.counts[Severity.ERROR] > 0)
