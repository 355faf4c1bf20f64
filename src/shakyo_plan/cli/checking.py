"""Checking files, each beside last year's plan: in this process, or in several where that is faster."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from shakyo_plan.cli.which import STANDARD_INPUT, files_of, loaded_files
from shakyo_plan.lint.engine import check_file, gathered
from shakyo_plan.message import say
from shakyo_plan.source.loading import load_file

if TYPE_CHECKING:
    from shakyo_plan.cli.previous import YearsBefore
    from shakyo_plan.cli.session import Session
    from shakyo_plan.lint.engine import FileReport, Report
    from shakyo_plan.lint.rules.settings import Settings
    from shakyo_plan.model import Plan
    from shakyo_plan.source.loading import LoadedFile

_WORTH_IT = 32
"""Files from which on several processes are faster: starting one takes as long as some ten plans."""
_MOST_PROCESSES = 8
_AT_A_TIME = 16


class _Outcome(NamedTuple):
    """What checking one file gave, and what became of the comparison with last year's plan."""

    report: FileReport
    is_plan: bool
    compared: bool
    broken: str | None
    """The path of last year's plan, where that has errors."""


def checked(
    paths: Iterable[str],
    settings: Settings,
    before: YearsBefore,
    session: Session,
    stdin_name: str | None,
) -> Report:
    """Check the files that the paths mean; a folder stands for its plan files, - for standard input.

    No text is kept longer than it takes to check it, so that memory does not grow with the number.

    Raises:
        UserError: last year's plan was named, and is not of the year before any of the files.
    """
    asked = tuple(paths)
    if STANDARD_INPUT in asked:
        return checked_files(loaded_files(asked, stdin_name), settings, before, session)
    pairs = [(path, before.of(path)) for path in files_of(asked)]
    processes = min(os.cpu_count() or 1, _MOST_PROCESSES)
    check = partial(_check_path, settings)
    if len(pairs) < _WORTH_IT or processes == 1:
        return _told(map(check, pairs), before, session)
    return _told(_in_parallel(check, pairs, processes), before, session)


def checked_files(
    files: Iterable[LoadedFile], settings: Settings, before: YearsBefore, session: Session
) -> Report:
    """Check files that are loaded already.

    Raises:
        UserError: last year's plan was named, and is not of the year before any of the files.
    """
    outcomes = (
        _check(
            file,
            before.named if file.from_standard_input else before.of(Path(file.path)),
            settings,
        )
        for file in files
    )
    return _told(outcomes, before, session)


def _check_path(settings: Settings, pair: tuple[Path, Path | None]) -> _Outcome:
    path, before = pair
    return _check(load_file(path), before, settings)


def _check(file: LoadedFile, before: Path | None, settings: Settings) -> _Outcome:
    previous, broken = _plan_before(file, before)
    report = check_file(file, settings, previous).without_edits()
    return _Outcome(report, file.plan is not None, previous is not None, broken)


def _plan_before(file: LoadedFile, before: Path | None) -> tuple[Plan | None, str | None]:
    if before is None or file.plan is None:
        return None, None
    loaded = load_file(before)
    if loaded.plan is None:
        return None, str(before)
    is_before = loaded.plan.fiscal_year == file.plan.fiscal_year - 1
    return (loaded.plan if is_before else None), None


def _told(outcomes: Iterable[_Outcome], before: YearsBefore, session: Session) -> Report:
    """Gather the reports, and say which files could not be compared with last year's plan."""
    all_of_them = tuple(outcomes)
    for each in all_of_them:
        if each.broken is not None:
            message = say(
                "{path} is not compared with last year's plan: {previous} has errors",
                path=each.report.file.path,
                previous=each.broken,
            )
            session.info(message)
    plans = [each for each in all_of_them if each.is_plan]
    if before.named is not None and plans and not any(each.compared for each in plans):
        raise before.complain()
    return gathered(each.report for each in all_of_them)


def _in_parallel(
    check: partial[_Outcome], pairs: list[tuple[Path, Path | None]], processes: int
) -> Iterator[_Outcome]:
    from concurrent.futures import ProcessPoolExecutor

    pool = ProcessPoolExecutor(processes, initializer=_leave_interrupts_to_the_first)
    try:
        yield from pool.map(check, pairs, chunksize=_AT_A_TIME)
    finally:
        pool.shutdown(cancel_futures=True)


def _leave_interrupts_to_the_first() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
