"""``--baseline`` and ``--write-baseline``: the file of findings that are left out."""

from __future__ import annotations

import os
from functools import partial
from pathlib import Path, PurePath
from typing import TYPE_CHECKING
from unicodedata import normalize

from shakyo_plan.errors import UserError
from shakyo_plan.message import say, say_n
from shakyo_plan.reading import read_file, why_not

if TYPE_CHECKING:
    from shakyo_plan.cli.session import Session
    from shakyo_plan.lint.baseline import Baseline, NameOf
    from shakyo_plan.lint.engine import Report

_DEFAULT = "plan-baseline.json"
_MOST_BYTES = 20_000_000


def against_baseline(report: Report, named: str | None, session: Session, *, write: bool) -> Report:
    """Return the report without what the baseline has; writes that first, if asked to.

    Raises:
        UserError: the baseline cannot be read or written.
    """
    path = Path(named) if named else session.config.baseline
    if path is None and not write:
        return report
    from shakyo_plan.lint.baseline import leave_out

    if write:
        baseline = _written(report, path, session, is_typed=named is not None)
        path = path or Path(_DEFAULT)
    else:
        assert path is not None  # noqa: S101 - else there is nothing to do, above
        baseline = _read(path)
        if baseline.version == 1:
            session.info(
                say(
                    "{path} knows files by their last name alone; make it again with --write-baseline",
                    path=str(path),
                )
            )
    return leave_out(report, baseline, _names(path, baseline.version))


def _written(report: Report, path: Path | None, session: Session, *, is_typed: bool) -> Baseline:
    from shakyo_plan.cli.which import refuse_outside
    from shakyo_plan.lint.baseline import VERSION, baseline_of, write_baseline
    from shakyo_plan.source.writing import failures_told, write_whole

    target = path or Path(_DEFAULT)
    with failures_told(target):
        if path is not None and not is_typed:
            refuse_outside(session.config, target)
        _refuse_anything_else(target)
    baseline = baseline_of(report, _names(target, VERSION))
    write_whole(target, write_baseline(baseline))
    session.info(
        say_n(
            "Written: {path}. {n} finding is left out from now on",
            "Written: {path}. {n} findings are left out from now on",
            baseline.accepted.total(),
            path=str(target),
        )
    )
    if path is None:
        session.info(
            say(
                "It counts where it is named: --baseline {path}, or in the configuration: {setting}",
                path=str(target),
                setting=f'baseline = "{target}"',
            )
        )
    return baseline


def _read(path: Path) -> Baseline:
    from shakyo_plan.lint.baseline import read_baseline

    try:
        text = read_file(path, _MOST_BYTES).decode("utf-8-sig")
    except FileNotFoundError:
        raise UserError(
            say("There is no baseline {path}", path=str(path)),
            say("Make it with --write-baseline"),
        ) from None
    except (OSError, ValueError, RuntimeError) as error:
        raise UserError(
            say("{path}: {message}", path=str(path), message=why_not(path, error)),
            say("Make it again with --write-baseline"),
        ) from None
    return read_baseline(text, str(path))


def _refuse_anything_else(path: Path) -> None:
    """See that nothing is lost where a baseline is written: only another baseline, or an empty file.

    Raises:
        UserError: something else is there.
    """
    if not path.exists() or (path.is_file() and not path.stat().st_size):
        return
    try:
        _read(path)
    except UserError:
        raise UserError(
            say("{path} is no baseline, and is not overwritten", path=str(path)),
            say("Name another file with --baseline"),
        ) from None


def _names(baseline: Path, version: int) -> NameOf:
    if version == 1:
        return lambda path: PurePath(path).name
    return partial(_below, os.path.realpath(baseline.parent))


def _below(folder: str, path: str) -> str:
    """Return the path of a file as seen from the folder of the baseline, the same on every system."""
    file = os.path.realpath(path)
    try:
        seen = os.path.relpath(file, folder)
    except ValueError:
        seen = file  # on another drive of Windows
    return normalize("NFC", PurePath(seen).as_posix())
