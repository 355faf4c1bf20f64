"""``plan fmt``."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from shakyo_plan.cli.options import PlansDir
from shakyo_plan.cli.session import Session
from shakyo_plan.message import mark, say, say_n

if TYPE_CHECKING:
    from shakyo_plan.loading import LoadedFile


class _Outcome(StrEnum):
    CANONICAL = "canonical"
    DIFFERENT = "different"
    BROKEN = "broken"
    UNREADABLE = "unreadable"


def fmt(
    ctx: typer.Context,
    paths: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[PATH…]",
            show_default=False,
            help=mark(
                "Files or folders; - is standard input, printed in canonical form. Default: every file "
                "of the plans folder."
            ),
        ),
    ] = None,
    plans_dir: PlansDir = None,
    check: Annotated[
        bool,
        typer.Option("--check", help=mark("Write nothing; end with 1 if a file would change.")),
    ] = False,
    diff: Annotated[
        bool,
        typer.Option(
            "--diff",
            help=mark("Show what would change, and write nothing. Ends with 1 if it would."),
        ),
    ] = False,
) -> int:
    """Run the command; returns the exit code."""
    from shakyo_plan.cli.which import Which, folder, loaded_files

    session: Session = ctx.obj
    asked = paths or [str(folder(Which(plans_dir=plans_dir), session.config))]
    outcomes = [
        _format(file, session, write=not (check or diff), show=diff) for file in loaded_files(asked)
    ]
    changed = outcomes.count(_Outcome.DIFFERENT)
    if changed and check:
        session.tell(session.tr(say_n("{n} file would change", "{n} files would change", changed)))
    elif changed and not diff:
        session.tell(
            session.tr(say_n("{n} file laid out anew", "{n} files laid out anew", changed))
        )
    if _Outcome.UNREADABLE in outcomes:
        return 2
    return int(_Outcome.BROKEN in outcomes or (bool(changed) and (check or diff)))


def _format(file: LoadedFile, session: Session, *, write: bool, show: bool) -> _Outcome:
    from shakyo_plan.formatting.layout import CannotFormat, formatted
    from shakyo_plan.report.fixes import unified_diff
    from shakyo_plan.writing import write_whole

    if file.plan is None:
        return _broken(file, session)
    before = file.document.text
    try:
        after = formatted(file.document)
    except CannotFormat:
        session.tell(
            session.tr(
                say(
                    "{path} cannot be laid out without changing what it says; it stays as it is",
                    path=file.path,
                )
            )
        )
        return _Outcome.BROKEN
    if file.from_standard_input and write:
        session.out_data(after)
    elif after != before and write:
        write_whole(Path(file.path), file.document.with_text(after).file_text)
    elif show:
        session.out(unified_diff(file.path, before, after, session.paint))
    return _Outcome.CANONICAL if after == before else _Outcome.DIFFERENT


def _broken(file: LoadedFile, session: Session) -> _Outcome:
    """Say what is wrong with a file that is no sound plan, as validate does; it is not touched."""
    from shakyo_plan.lint import lint
    from shakyo_plan.report.findings.text import concise

    session.tell(concise(lint([file]), session.tr).removesuffix("\n"))
    return _Outcome.UNREADABLE if file.unreadable else _Outcome.BROKEN
