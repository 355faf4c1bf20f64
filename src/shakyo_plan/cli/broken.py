"""What the commands that change files say of those that are no sound plans."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from shakyo_plan.message import say_n

if TYPE_CHECKING:
    from shakyo_plan.cli.session import Session
    from shakyo_plan.source.loading import LoadedFile


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
        "{n} file stays as it is until its errors are mended",
        "{n} files stay as they are until their errors are mended",
        len(broken),
    )
    session.info(stays)
    return 2 if any(file.unreadable for file in broken) else 1
