"""``plan git-diff``: what git calls to show how a plan file changed (see docs/git.md)."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from shakyo_plan.cli.session import Session, environment
from shakyo_plan.message import Message, say, translatable
from shakyo_plan.output.escape import escape

if TYPE_CHECKING:
    from shakyo_plan.source.loading import LoadedFile

_NO_FILE = ("/dev/null", "nul", "\\\\.\\nul")
"""What git names where one side has no file: the first on Windows too, but for some versions."""
_ARGUMENTS = 7
"""PATH OLD-FILE OLD-HEX OLD-MODE NEW-FILE NEW-HEX NEW-MODE; for a renamed file, its new path follows."""


def git_diff(
    ctx: typer.Context,
    arguments: Annotated[
        list[str],
        typer.Argument(
            metavar="PATH OLD-FILE OLD-HEX OLD-MODE NEW-FILE NEW-HEX NEW-MODE",
            show_default=False,
            help=translatable("What git hands over."),
        ),
    ],
) -> int:
    """Print what became of the file; always returns 0, because git takes anything else for a failure."""
    asked: Session = ctx.obj
    # git's pager reads UTF-8, whatever the encoding of the console is.
    write = asked.out if asked.to_terminal else asked.out_data
    session = _for_git(asked)
    path = arguments[0]
    new_path = arguments[_ARGUMENTS] if len(arguments) > _ARGUMENTS else path
    headline = escape(f"plan diff a/{path} b/{new_path}")
    write(f"{session.style(headline, 'info')}\n")
    if len(arguments) < _ARGUMENTS:
        write(f"{session.tr(say('A conflict is not yet resolved in this file'))}\n\n")
        return 0
    old, new = (
        _side(file, label)
        for file, label in ((arguments[1], f"a/{path}"), (arguments[4], f"b/{new_path}"))
    )
    if _same_bytes(old, new):
        moved = say("Only the name changed") if new_path != path else None
        mode = _mode_change(arguments[3], arguments[6])
        lines = [session.tr(message) for message in (moved, mode) if message]
        write("".join(f"{line}\n" for line in lines) + "\n")
    else:
        write(f"{_told(old, new, session)}\n")
    return 0


def _same_bytes(old: LoadedFile | None, new: LoadedFile | None) -> bool:
    if old is None or new is None or old.unreadable or new.unreadable:
        return False
    return old.document.file_text == new.document.file_text


def _mode_change(old: str, new: str) -> Message | None:
    if old == new:
        return None
    return say("Only the mode of the file changed: {old} → {new}", old=old, new=new)


def _for_git(session: Session) -> Session:
    """Return the session for git's pager, which is the terminal where git says so."""
    known = environment()
    if session.terminal_width is not None or "GIT_PAGER_IN_USE" not in known:
        return session
    return replace(
        session,
        colour=not known.get("NO_COLOR"),
        # git tells the width of the terminal in COLUMNS.
        terminal_width=shutil.get_terminal_size().columns,
    )


def _side(file: str, label: str) -> LoadedFile | None:
    """Load one side under the name that git gives it; None where it has no file."""
    from shakyo_plan.source.loading import load_file

    return None if file.casefold() in _NO_FILE else replace(load_file(Path(file)), path=label)


def _told(old: LoadedFile | None, new: LoadedFile | None, session: Session) -> str:
    """Return what became of a file: as a plan, or line by line where a side is no sound plan."""
    from shakyo_plan.cli.comparison import NotCompared, comparison_of
    from shakyo_plan.cli.output import Output, rendered
    from shakyo_plan.diff.telling import tell
    from shakyo_plan.diff.views.terminal import change_table
    from shakyo_plan.output.patch import unified_diff

    if new is not None and new.plan is not None:
        session.speak_of(new.plan)
    tr = session.tr
    if old is None or new is None:
        return (
            tr(say("A new plan file") if old is None else say("The plan file was deleted")) + "\n"
        )
    try:
        comparison = comparison_of(old, new)
    except NotCompared as error:
        texts = old.document.text, new.document.text
        return f"{escape(tr(error.message))}\n{unified_diff(new.path, *texts, session.style)}"
    if not comparison.changes:
        return tr(say("The plan itself is the same; comments or layout differ")) + "\n"
    told = tell(comparison, routine=True)
    return rendered(lambda width: change_table(told, tr, width), Output(), session)
