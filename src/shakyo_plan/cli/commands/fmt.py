"""``plan fmt``."""

from __future__ import annotations

from collections import Counter
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from shakyo_plan.cli.options import PlansDir
from shakyo_plan.cli.reporting import tell_broken, tell_unwritten
from shakyo_plan.cli.session import Session
from shakyo_plan.errors import UserError
from shakyo_plan.message import say, say_n, translatable

if TYPE_CHECKING:
    from shakyo_plan.source.loading import LoadedFile
    from shakyo_plan.source.undo import Rewriting


class _Outcome(StrEnum):
    CANONICAL = "canonical"
    DIFFERENT = "different"
    REFUSED = "refused"
    FAILED = "failed"


def fmt(
    ctx: typer.Context,
    paths: Annotated[
        list[str] | None,
        typer.Argument(
            metavar=translatable("[PATH…]"),
            show_default=False,
            help=translatable(
                "Files or folders; - is standard input, printed formatted. Default: every file "
                "of the plans folder."
            ),
        ),
    ] = None,
    plans_dir: PlansDir = None,
    check: Annotated[
        bool,
        typer.Option("--check", help=translatable("Write nothing; exit 1 if a file would change.")),
    ] = False,
    diff: Annotated[
        bool,
        typer.Option(
            "--diff",
            help=translatable(
                "Show what would change as a diff without writing files. Exit 1 if anything would."
            ),
        ),
    ] = False,
) -> int:
    """Lay the files out anew, or say which would change; returns the exit code."""
    from shakyo_plan.cli.typed_paths import typed_paths
    from shakyo_plan.cli.which import STANDARD_INPUT, folder, folder_to_change, loaded_files
    from shakyo_plan.source.undo import Rewriting

    session: Session = ctx.obj
    looking = check or diff
    default = folder if looking else folder_to_change
    asked = typed_paths(paths or ()) or [str(default(plans_dir, session.config))]
    rewriting = None if looking else Rewriting("plan fmt")
    broken, outcomes = [], Counter[_Outcome]()
    # Each is read, checked and written before the next: what somebody saves meanwhile is not lost.
    with session.progress(say("Formatting")) as told:
        for file in loaded_files(asked, told=told):
            if file.plan is None:
                broken.append(file)
            else:
                outcomes[_format(file, session, rewriting, show=diff)] += 1
    code = tell_broken(broken, session)
    if STANDARD_INPUT not in asked:
        _sum_up(outcomes, session, looking=looking)
    if outcomes[_Outcome.FAILED]:
        return 2
    not_in_form = outcomes[_Outcome.REFUSED] or (looking and outcomes[_Outcome.DIFFERENT])
    return code or int(bool(not_in_form))


def _format(
    file: LoadedFile, session: Session, rewriting: Rewriting | None, *, show: bool
) -> _Outcome:
    """Lay a file out anew, in a step of `plan undo`; without one it is only said what would be done."""
    from shakyo_plan.source.formatting.layout import CannotFormat, formatted

    before, name = file.document.text, file.path
    try:
        after = formatted(file.document)
    except CannotFormat:
        session.info(
            say(
                "{path} cannot be formatted without changing what it says; left unchanged",
                path=name,
            )
        )
        return _Outcome.REFUSED
    whole = file.document.with_text(after).file_text
    if show:
        session.out_patch(file.path, before, after)
    elif file.from_standard_input and rewriting:
        session.out_data(whole)
    elif after != before and rewriting:
        try:
            rewriting.write(Path(file.path), file.document.file_text, whole)
        except UserError as error:
            # One that another program holds is no reason to leave the others.
            session.fail(error)
            return _Outcome.FAILED
        session.info(say("{path}: reformatted", path=name))
    elif after != before:
        session.info(say("{path}: would be reformatted", path=name))
    return _Outcome.CANONICAL if after == before else _Outcome.DIFFERENT


def _sum_up(outcomes: Counter[_Outcome], session: Session, *, looking: bool) -> None:
    if failed := outcomes[_Outcome.FAILED]:
        session.info(tell_unwritten(failed))
    changed, same = outcomes[_Outcome.DIFFERENT], outcomes[_Outcome.CANONICAL]
    if changed and looking:
        would = say_n(
            "{n} file would be reformatted; run “plan fmt”",
            "{n} files would be reformatted; run “plan fmt”",
            changed,
        )
        session.info(would)
    elif changed:
        done = say_n("{n} file reformatted", "{n} files reformatted", changed)
        session.info(done)
    elif same:
        already = say_n("{n} file already formatted", "{n} files already formatted", same)
        session.info(already)
