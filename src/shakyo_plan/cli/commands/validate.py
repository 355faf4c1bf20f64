"""``plan validate``."""

from __future__ import annotations

from typing import Annotated

import typer

from shakyo_plan.cli import complete
from shakyo_plan.cli.fixing import Fixing, mended_files, previewed
from shakyo_plan.cli.options import PlansDir
from shakyo_plan.cli.output import Output
from shakyo_plan.cli.reporting import (
    deliver,
    exit_code,
    located,
    report_format,
    summarize_job,
    tell_unwritten,
    written,
)
from shakyo_plan.cli.session import Session
from shakyo_plan.cli.watching import watch
from shakyo_plan.diagnostic import Severity
from shakyo_plan.lint.reporters import FOR_PEOPLE, ReportFormat
from shakyo_plan.message import say, translatable


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
    previous: Annotated[
        str | None,
        typer.Option(
            "--previous",
            metavar=translatable("FILE"),
            help=translatable(
                "Last year's plan, to compare with (P6). Default: the one in the same folder."
            ),
        ),
    ] = None,
    select: Annotated[
        list[str] | None,
        typer.Option(
            "--select",
            metavar=translatable("CODES"),
            autocompletion=complete.rule_codes,
            help=translatable(
                "Comma-separated rule codes or prefixes to enable, such as P2 or P201,P5. May "
                "be repeated."
            ),
        ),
    ] = None,
    ignore: Annotated[
        list[str] | None,
        typer.Option(
            "--ignore",
            metavar=translatable("CODES"),
            autocompletion=complete.rule_codes,
            help=translatable(
                "Comma-separated rule codes or prefixes to disable. May be repeated."
            ),
        ),
    ] = None,
    baseline: Annotated[
        str | None,
        typer.Option(
            "--baseline",
            metavar=translatable("FILE"),
            help=translatable(
                "Leave out the findings in this file, which --write-baseline made. Default: the one that "
                "the configuration names, else none."
            ),
        ),
    ] = None,
    write_baseline: Annotated[
        bool,
        typer.Option(
            "--write-baseline",
            help=translatable(
                "Write all findings of now to the baseline, by default plan-baseline.json. From now on, only "
                "new ones are shown wherever it is named."
            ),
        ),
    ] = False,
    fix: Annotated[
        bool,
        typer.Option("--fix", help=translatable("Apply safe fixes, then report what remains.")),
    ] = False,
    unsafe_fixes: Annotated[
        bool,
        typer.Option(
            "--unsafe-fixes",
            help=translatable("Also apply fixes that may change wording."),
        ),
    ] = False,
    preview: Annotated[
        bool,
        typer.Option(
            "--diff",
            help=translatable(
                "Show fixes as a diff without writing files. Exit 1 if there are any."
            ),
        ),
    ] = False,
    output_format: Annotated[
        str | None,
        typer.Option(
            "--format",
            metavar=translatable("FORMAT"),
            autocompletion=complete.report_formats,
            help=translatable(
                "How to print: full (with the line of the file), concise (a line each), md, html, csv, "
                "xlsx; for programs and CI: json, jsonl, github, gitlab, sarif, junit. Default: as the name of "
                "--output-file ends, else full."
            ),
        ),
    ] = None,
    output_file: Annotated[
        str | None,
        typer.Option(
            "--output-file",
            "-o",
            metavar=translatable("FILE"),
            help=translatable("Write output to FILE (atomic; never overwrites a plan file)."),
        ),
    ] = None,
    fail_level: Annotated[
        str,
        typer.Option(
            "--fail-level",
            autocompletion=complete.severities,
            metavar="error|warning|info",
            help=translatable("Minimum severity that makes the exit code 1. Default: error."),
        ),
    ] = Severity.ERROR.value,
    exit_zero: Annotated[
        bool,
        typer.Option(
            "--exit-zero",
            help=translatable(
                "Exit 0 whatever the findings; files that cannot be read still exit 2."
            ),
        ),
    ] = False,
    statistics: Annotated[
        bool,
        typer.Option(
            "--statistics", help=translatable("Show only the number of findings per rule.")
        ),
    ] = False,
    stdin_filename: Annotated[
        str | None,
        typer.Option(
            "--stdin-filename",
            metavar=translatable("NAME"),
            help=translatable(
                "What standard input will be saved as: messages call it so, and P6 compares it with "
                "last year's plan in that folder."
            ),
        ),
    ] = None,
    watching: Annotated[
        bool,
        typer.Option(
            "--watch", help=translatable("Re-run whenever a file changes (Ctrl-C to stop).")
        ),
    ] = False,
) -> int:
    """Check the files, mend them first if asked, and report; returns the exit code."""
    from shakyo_plan.cli.baseline import against_baseline
    from shakyo_plan.cli.rule_settings import settings_of
    from shakyo_plan.cli.typed_paths import typed_paths
    from shakyo_plan.cli.which import (
        STANDARD_INPUT,
        files_of,
        folder,
        folder_to_change,
        loaded_files,
        plan_of_year,
    )
    from shakyo_plan.lint.checking import check_loaded, check_paths
    from shakyo_plan.lint.years_before import YearsBefore

    session: Session = ctx.obj
    settings = settings_of(session.config, select, ignore)
    output = Output(output_format, output_file)
    format_ = report_format(output)
    failing = _severity(fail_level, session)
    fixing = Fixing(fix, unsafe_fixes, preview)
    default = folder_to_change if fixing.writes else folder
    asked = [
        plan_of_year(path, plans_dir, session.config) for path in typed_paths(paths or ())
    ] or [str(default(plans_dir, session.config))]

    data = format_ not in FOR_PEOPLE and output.path is None

    def check() -> int:
        # Looked up anew for each check: --watch goes on while files come, go and change their year.
        before = YearsBefore(previous)
        unwritten: list[str] = []
        with session.progress(say("Checking"), data=data) as told:
            if STANDARD_INPUT not in asked and not fixing.asked:
                checked = check_paths(files_of(asked), settings, before, told)
            else:
                files = loaded_files(asked, stdin_filename, told)
                if fixing.preview:
                    return previewed(list(files), settings, fixing, session)
                if fixing.asked:
                    files = mended_files(files, settings, fixing, session, unwritten)
                checked = check_loaded(files, settings, before)
        for note in checked.notes:
            session.info(note)
        kept = against_baseline(checked.report, baseline, session, write=write_baseline)
        report = located(kept, format_, session)
        beside_plan = fixing.asked and STANDARD_INPUT in asked
        text = written(report, format_, output, session, statistics=statistics, beside=beside_plan)
        deliver(text, format_, output, session, beside=beside_plan)
        if format_ is ReportFormat.GITHUB:
            summarize_job(report, session)
        if unwritten:
            session.info(tell_unwritten(len(unwritten)))
            return 2
        return exit_code(report, failing, exit_zero=exit_zero)

    return watch(check, asked, session) if watching else check()


def _severity(asked: str, session: Session) -> Severity:
    """Return the severity that is asked for, in either language.

    Raises:
        UserError: there is none such.
    """
    if asked in tuple(Severity):
        return Severity(asked)
    from shakyo_plan.cli.choice_words import SEVERITIES
    from shakyo_plan.cli.choices import chosen_word

    return chosen_word("--fail-level", asked, SEVERITIES, session.tr)
