"""Checking files, each beside last year's plan: in this process, or in several where that is faster."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from shakyo_plan.lint.engine import FileReport, Report, check_file, gathered
from shakyo_plan.lint.rules.settings import Settings
from shakyo_plan.lint.years_before import YearsBefore
from shakyo_plan.message import Message, say
from shakyo_plan.model import Plan
from shakyo_plan.source.loading import STDIN_NAME, LoadedFile, load_file
from shakyo_plan.values.told import Told, counted, nobody

_WORTH_IT = 32
"""Files from which on several processes are faster: starting one takes as long as some ten plans."""
_MOST_PROCESSES = 8


class Checked(NamedTuple):
    """What checking files gave."""

    report: Report
    notes: tuple[Message, ...] = ()
    """Which files could not be compared with last year's plan, and why."""


class _Outcome(NamedTuple):
    """What checking one file gave, and what became of the comparison with last year's plan."""

    report: FileReport
    is_plan: bool
    compared: bool
    broken: str | None
    """The path of last year's plan, where that has errors."""


def check_paths(
    paths: Iterable[Path], settings: Settings, before: YearsBefore, told: Told = nobody
) -> Checked:
    """Check the files at the paths; ``told`` hears how many are done.

    No text is kept longer than it takes to check it, so that memory does not grow with the number.

    Raises:
        UserError: last year's plan was named, and is not of the year before any of the files.
    """
    pairs = [(path, before.of(path)) for path in paths]
    check = partial(_check_path, settings)
    processes = min(os.cpu_count() or 1, _MOST_PROCESSES)
    # A generator: map would take an escaped StopIteration for the end of the files.
    outcomes: Iterable[_Outcome] = (check(pair) for pair in pairs)
    if len(pairs) >= _WORTH_IT and processes > 1:
        from shakyo_plan.lint.processes import in_processes

        outcomes = in_processes(check, pairs, processes)
    return _gathered(counted(outcomes, len(pairs), told), before)


def check_loaded(files: Iterable[LoadedFile], settings: Settings, before: YearsBefore) -> Checked:
    """Check files that are loaded already.

    Raises:
        UserError: last year's plan was named, and is not of the year before any of the files.
    """
    outcomes = (_check(file, _before_loaded(file, before), settings) for file in files)
    return _gathered(outcomes, before)


def _before_loaded(file: LoadedFile, before: YearsBefore) -> Path | None:
    if not file.from_standard_input:
        return before.of(Path(file.path))
    if file.plan is None or file.path == STDIN_NAME:
        return before.named
    return before.of_unsaved(Path(file.path), file.plan.fiscal_year)


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


def _gathered(outcomes: Iterable[_Outcome], before: YearsBefore) -> Checked:
    checked: Sequence[_Outcome] = tuple(outcomes)
    plans = [outcome for outcome in checked if outcome.is_plan]
    if before.named is not None and plans and not any(outcome.compared for outcome in plans):
        raise before.wrong_year()
    notes = (
        say(
            "{path} is not compared with last year's plan: {previous} has errors",
            path=outcome.report.file.path,
            previous=outcome.broken,
        )
        for outcome in checked
        if outcome.broken is not None
    )
    return Checked(gathered(outcome.report for outcome in checked), tuple(notes))
