"""``--watch`` of ``plan validate``: check again whenever a plan file is saved."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from shakyo_plan.errors import UserError
from shakyo_plan.message import say

if TYPE_CHECKING:
    from shakyo_plan.cli.session import Session


_EVERY_MS = 1000
"""Between two looks at a folder that does not tell of changes; each reads the folder over the network."""


def watch(check: Callable[[], int], paths: Sequence[str], session: Session) -> int:
    """Check now, and again after every change; ends by being interrupted.

    Raises:
        UserError: there is nothing that could be saved anew.
    """
    from watchfiles import watch as changes

    from shakyo_plan.values.plan_file import is_plan_file

    # Editors put a new file in the place of the old one, so the folders are what is watched.
    folders = {path if path.is_dir() else path.parent for path in map(Path, paths)}
    missing = next((folder for folder in folders if not folder.is_dir()), None)
    if missing is not None or "-" in paths:
        raise UserError(
            say("--watch needs existing files or folders"),
            say("Check how they are written; standard input cannot be watched"),
        )
    _begin(session)
    code = check()
    wanted = None if any(Path(path).is_dir() for path in paths) else {_name(p) for p in paths}
    # None lets watchfiles choose, which knows its own variable and that WSL is deaf.
    looking = _looks_itself(folders, session) or None
    _wait(session)
    for changed in changes(
        *folders, recursive=False, force_polling=looking, poll_delay_ms=_EVERY_MS
    ):
        names = {_name(name) for _, name in changed}
        if any(is_plan_file(name) and (not wanted or name in wanted) for name in names):
            code = _again(check, session)
    return code


def _looks_itself(folders: Iterable[Path], session: Session) -> bool:
    """Whether to look into the folders again and again, because a network drive may not tell of changes."""
    from shakyo_plan.source.network_drive import on_network_drive

    remote = next((folder for folder in folders if on_network_drive(folder)), None)
    if remote is None or os.environ.get("WATCHFILES_FORCE_POLLING"):
        return False
    session.info(
        say(
            "{folder} is on a network drive, which may not tell of changes: looking every second",
            folder=str(remote),
        )
    )
    return True


def _name(path: str) -> str:
    # Windows tells the name as it is kept; a person may type it in other cases.
    return os.path.normcase(Path(path).name)


def _again(check: Callable[[], int], session: Session) -> int:
    session.status("")
    _begin(session)
    try:
        return check()
    except UserError as error:
        # A file that is gone for now, say. Whoever is writing goes on, and so does the watching.
        return session.fail(error)
    finally:
        _wait(session)


# Editors read these two lines to know which findings are of one check: see docs/editor.md.
def _begin(session: Session) -> None:
    session.info(say("Checking the files"))


def _wait(session: Session) -> None:
    session.info(say("Waiting for changes; press Ctrl-C to stop"))
