"""``plan validate``."""

from __future__ import annotations

from typing import Annotated

import typer

from shakyo_plan.cli.fixing import Fixing, FixIt, Preview, UnsafeFixes, mended_files, previewed
from shakyo_plan.cli.options import PlansDir
from shakyo_plan.cli.previous import Previous, YearsBefore
from shakyo_plan.cli.report_options import (
    ExitZero,
    FailLevel,
    Format,
    OutputFile,
    Statistics,
    StdinName,
    deliver,
    exit_code,
    located,
    summarize_job,
    written,
)
from shakyo_plan.cli.rule_options import (
    BaselineFile,
    Ignore,
    Select,
    WriteBaseline,
    against_baseline,
    settings_of,
)
from shakyo_plan.cli.session import Session
from shakyo_plan.cli.watching import Watch, watch
from shakyo_plan.diagnostic import Severity
from shakyo_plan.lint.reporters import ReportFormat
from shakyo_plan.message import translatable


def validate(
    ctx: typer.Context,
    paths: Annotated[
        list[str] | None,
        typer.Argument(
            metavar=translatable("[PATH…]"),
            show_default=False,
            help=translatable(
                "Files or folders; - is standard input. Default: every file of the plans folder."
            ),
        ),
    ] = None,
    plans_dir: PlansDir = None,
    previous: Previous = None,
    select: Select = None,
    ignore: Ignore = None,
    baseline: BaselineFile = None,
    write_baseline: WriteBaseline = False,
    fix: FixIt = False,
    unsafe_fixes: UnsafeFixes = False,
    preview: Preview = False,
    output: Format = ReportFormat.FULL,
    output_file: OutputFile = None,
    fail_level: FailLevel = Severity.ERROR,
    exit_zero: ExitZero = False,
    statistics: Statistics = False,
    stdin_filename: StdinName = None,
    watching: Watch = False,
) -> int:
    """Run the command; returns the exit code."""
    from shakyo_plan.cli.checking import checked, checked_files
    from shakyo_plan.cli.which import STANDARD_INPUT, folder, loaded_files

    session: Session = ctx.obj
    settings = settings_of(session.config, select, ignore)
    fixing = Fixing(fix, unsafe_fixes, preview)
    asked = paths or [str(folder(plans_dir, session.config))]

    def check() -> int:
        # Looked up anew for each check: --watch goes on while files come, go and change their year.
        before = YearsBefore(previous)
        if fixing.preview:
            return previewed(list(loaded_files(asked, stdin_filename)), settings, fixing, session)
        if fixing.asked:
            files = loaded_files(asked, stdin_filename)
            found = checked_files(
                mended_files(files, settings, fixing, session), settings, before, session
            )
        else:
            found = checked(asked, settings, before, session, stdin_filename)
        kept = against_baseline(found, baseline, session.config, write=write_baseline)
        report = located(kept, output, session)
        text = written(report, output, session, statistics=statistics)
        if fixing.asked and STANDARD_INPUT in asked and output_file is None:
            session.status(text.removesuffix("\n"))
        else:
            deliver(text, output, output_file, session)
        if output is ReportFormat.GITHUB:
            summarize_job(report, session)
        return exit_code(report, fail_level, exit_zero=exit_zero)

    return watch(check, asked, session) if watching else check()
