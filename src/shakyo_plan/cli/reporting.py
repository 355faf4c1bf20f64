"""What is done at the edge with the findings: where they go, and how the command ends."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from shakyo_plan.cli.output import Output
from shakyo_plan.diagnostic import Severity
from shakyo_plan.errors import UserError
from shakyo_plan.lint.reporters import FOR_PEOPLE, FOR_SERVICES, ReportFormat
from shakyo_plan.message import Message, say, say_n
from shakyo_plan.output.escape import for_log

if TYPE_CHECKING:
    from shakyo_plan.cli.session import Session
    from shakyo_plan.lint.engine import Report
    from shakyo_plan.source.loading import LoadedFile


def exit_code(report: Report, fail_level: Severity, *, exit_zero: bool) -> int:
    """Return 2 for a file that cannot be read at all, 1 for findings that count, else 0."""
    if report.unreadable:
        return 2
    counting = tuple(Severity)[: tuple(Severity).index(fail_level) + 1]
    return int(not exit_zero and any(report.counts[severity] for severity in counting))


def located(report: Report, format_: ReportFormat, session: Session) -> Report:
    """Return the report as a CI service needs it: each path as it is in the checkout."""
    if format_ not in FOR_SERVICES:
        return report
    paths = {
        file.path: file.path if file.from_standard_input else _below(session.checkout, file.path)
        for file in report.files
    }
    return replace(
        report,
        files=tuple(file._replace(path=paths[file.path]) for file in report.files),
        diagnostics=tuple(replace(found, path=paths[found.path]) for found in report.diagnostics),
        suppressed=tuple(
            found._replace(diagnostic=replace(found.diagnostic, path=paths[found.diagnostic.path]))
            for found in report.suppressed
        ),
    )


def _below(folder: Path, path: str) -> str:
    absolute = Path.cwd() / path
    if ".." in absolute.parts or not absolute.is_relative_to(folder):
        absolute, folder = absolute.resolve(), folder.resolve()
    return str(absolute.relative_to(folder)) if absolute.is_relative_to(folder) else path


def written(
    report: Report,
    format_: ReportFormat,
    output: Output,
    session: Session,
    *,
    statistics: bool,
    beside: bool,
) -> str | bytes:
    """Return the report as text, or as the file of another program; ``beside`` a plan that is printed.

    Raises:
        UserError: statistics in a format that has none.
    """
    from shakyo_plan.lint.reporters import STATISTICS, statistics_writer, writer
    from shakyo_plan.output.style import PIPE

    if statistics and format_ not in STATISTICS:
        raise UserError(
            say("--statistics does not go with --format {format}", format=format_.value.name),
            say(
                "Possible values: {choices}",
                choices=tuple(known.value.name for known in STATISTICS),
            ),
        )
    write = statistics_writer(format_) if statistics else writer(format_)
    shown = format_ in FOR_PEOPLE and output.path is None
    return write(report, session.tr, session.screen(beside=beside) if shown else PIPE)


def report_format(output: Output) -> ReportFormat:
    """Return the format of a report that a person wants.

    Raises:
        UserError: there is no such format, or none for the ending of the file.
    """
    return ReportFormat(output.format(known.value for known in ReportFormat))


def deliver(
    text: str | bytes, format_: ReportFormat, output: Output, session: Session, *, beside: bool
) -> None:
    """Print the report, or write it to a file; ``beside`` a mended plan that is printed.

    Raises:
        UserError: the file cannot be written, is a plan file, or is none to print.
    """
    if format_ is ReportFormat.MARKDOWN and isinstance(text, str):
        text = for_log(text)
    if output.path is not None:
        from shakyo_plan.source.outputs import write_output

        write_output(output.path, text)
    elif isinstance(text, bytes):
        session.out_bytes(text, format_.value.name)
    elif beside:
        session.status(text.removesuffix("\n"))
    elif format_ in FOR_PEOPLE:
        session.out(text)
    else:
        session.out_data(text)


def summarize_job(report: Report, session: Session) -> None:
    """Put what GitHub does not show into the summary of the job, where the service offers one."""
    from shakyo_plan.lint.reporters.github import job_summary

    text = job_summary(report, session.tr)
    if session.job_summary is None or not text:
        return
    try:
        with session.job_summary.open("a", encoding="utf-8", newline="\n") as summary:
            summary.write(text)
    except OSError as error:
        # The findings are in the log all the same, and they decide how the command ends.
        reason = error.strerror or str(error)
        session.info(say("The summary of the job cannot be written: {reason}", reason=reason))


def tell_unwritten(count: int) -> Message:
    """Say that so many files could not be written; the others were."""
    return say_n(
        "{n} file could not be written and is unchanged",
        "{n} files could not be written and are unchanged",
        count,
    )


def tell_broken(files: Iterable[LoadedFile], session: Session) -> int:
    """Say what is wrong with the files that are no sound plans, as validate does.

    Returns:
        The exit code: 0 where all are sound, 2 where one cannot even be read, else 1.
    """
    broken = [file for file in files if file.plan is None]
    if not broken:
        return 0
    from shakyo_plan.lint.engine import lint
    from shakyo_plan.lint.reporters.text import concise

    session.status(concise(lint(broken), session.tr).removesuffix("\n"))
    stays = say_n(
        "{n} file left unchanged until its errors are fixed",
        "{n} files left unchanged until their errors are fixed",
        len(broken),
    )
    session.info(stays)
    return 2 if any(file.unreadable for file in broken) else 1
