"""``plan validate``."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from shakyo_plan.cli.fixing import Fixing, FixIt, Preview, UnsafeFixes, mended_files, previewed
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

if TYPE_CHECKING:
    from shakyo_plan.loading import LoadedFile


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
    fix: FixIt = False,
    unsafe_fixes: UnsafeFixes = False,
    preview: Preview = False,
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
    from shakyo_plan.cli.which import STDIN_NAME
    from shakyo_plan.diagnostic import Severity
    from shakyo_plan.lint import lint
    from shakyo_plan.report.diagnostics import FORMATS

    session: Session = ctx.obj
    settings = settings_of(session.config, select, ignore)
    fixing = Fixing(fix, unsafe_fixes, preview)
    files = _loaded(paths, plans_dir, session)
    if fixing.preview:
        return previewed(files, settings, fixing, session)
    if fixing.asked:
        files = mended_files(files, settings, fixing, session)
    report = against_baseline(lint(files, settings), baseline, session.config, write=write_baseline)
    text = FORMATS[output](report, session.tr, session.paint)
    if fixing.asked and any(file.path == STDIN_NAME for file in files):
        session.tell(text.removesuffix("\n"))
    elif output is ReportFormat.JSON:
        session.out_data(text)
    else:
        session.out(text)
    return 2 if report.unreadable else int(report.counts[Severity.ERROR] > 0)


def _loaded(paths: list[str] | None, plans_dir: str | None, session: Session) -> list[LoadedFile]:
    from shakyo_plan.cli.which import STANDARD_INPUT, Which, folder, read_standard_input
    from shakyo_plan.corpus import expand
    from shakyo_plan.loading import load_file

    files = []
    for path in paths or [str(folder(Which(plans_dir=plans_dir), session.config))]:
        if path == STANDARD_INPUT:
            files.append(read_standard_input())
        else:
            files += [load_file(each) for each in expand((Path(path),))]
    return files
