"""``plan init``."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from shakyo_plan.cli.session import Session, is_terminal
from shakyo_plan.errors import UserError
from shakyo_plan.message import Message, say, translatable
from shakyo_plan.next_year.init import CiService, NewFile
from shakyo_plan.values.shell_word import shell_word


def init(
    ctx: typer.Context,
    folder: Annotated[
        str,
        typer.Argument(
            metavar=translatable("[FOLDER]"),
            show_default=False,
            help=translatable(
                "The folder to set up; it is created if it does not exist. Default: this one."
            ),
        ),
    ] = ".",
    council: Annotated[
        str | None,
        typer.Option(
            "--council",
            metavar=translatable("NAME"),
            help=translatable("The full name of the council."),
        ),
    ] = None,
    year: Annotated[
        str | None,
        typer.Option(
            "--year",
            "-y",
            metavar="2025|R7",
            help=translatable("The fiscal year of the first plan."),
        ),
    ] = None,
    ci: Annotated[
        CiService | None,
        typer.Option(
            "--ci",
            metavar="github|gitlab",
            help=translatable("Also make the file with which this service checks the plans."),
        ),
    ] = None,
) -> int:
    """Write the files that a council begins with; returns the exit code."""
    from shakyo_plan.next_year.init import files_to_begin_with
    from shakyo_plan.source.folder import parse_year
    from shakyo_plan.source.writing import make_folder, write_new

    session: Session = ctx.obj
    root = Path(folder)
    _refuse_plans(root / "plans")
    name = council or _ask(say("The full name of the council"), "--council", session)
    wanted = parse_year(year or _ask(say("The fiscal year of the first plan"), "--year", session))
    files = files_to_begin_with(name, wanted, ci)
    _refuse_unsound(files[0])
    for file in files:
        path = root / file.path
        if path.exists():
            session.info(say("Left as it is: {path}", path=str(path)))
            continue
        make_folder(path.parent)
        write_new(path, file.text)
        session.info(say("Written: {path}", path=str(path)))
    session.out(_next_steps(root, Path("plans") / f"{wanted.number}.yaml", session))
    return 0


def _refuse_unsound(plan: NewFile) -> None:
    """See that the plan to begin with is one that every command reads.

    Raises:
        UserError: the name or the year is none that a plan can have.
    """
    from shakyo_plan.source.loading import load_bytes

    for finding in load_bytes(plan.text.encode("utf-8", "surrogatepass"), str(plan.path)).findings:
        raise UserError(finding.message, finding.suggestion)


def _refuse_plans(folder: Path) -> None:
    from shakyo_plan.values.plan_file import is_plan_file

    plans = [path for path in folder.glob("*") if is_plan_file(path)]
    if plans:
        raise UserError(
            say("There are already plans: {path}", path=str(sorted(plans)[-1])),
            say("Create next year's plan with “plan new”"),
        )


def _ask(what: Message, option: str, session: Session) -> str:
    """Ask the person at the terminal; through a pipe, nobody is there to answer.

    Raises:
        UserError: there is no terminal.
    """
    if not (is_terminal(sys.stdin) and is_terminal(sys.stdout)):
        raise UserError(
            say("Missing {parameter}", parameter=option),
            say("For example: plan init --council ○○市社会福祉協議会 --year R7"),
        )
    answer: str = typer.prompt(session.tr(what))
    return answer.strip()


def _next_steps(root: Path, plan: Path, session: Session) -> str:
    # The steps after it are typed in the new folder.
    there = (
        () if root.resolve() == Path.cwd() else (say("cd {folder}", folder=shell_word(str(root))),)
    )
    steps = (
        *there,
        say("Open {path} in an editor and write your own plan over the examples", path=str(plan)),
        say("plan validate — check it"),
        say("plan summary — see it at a glance"),
    )
    lines = [session.tr(say("Next:")), *(f"  {session.tr(step)}" for step in steps)]
    return "".join(f"{line}\n" for line in lines)
