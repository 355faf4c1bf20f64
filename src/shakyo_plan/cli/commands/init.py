"""``plan init``."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Annotated, TypeVar

import typer

from shakyo_plan.cli import complete
from shakyo_plan.cli.session import Session
from shakyo_plan.errors import UserError
from shakyo_plan.message import Message, say, translatable
from shakyo_plan.next_year.init import CiService, NewFile
from shakyo_plan.values.shell_word import shell_word

T = TypeVar("T")


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
    flat: Annotated[
        bool,
        typer.Option(
            "--flat",
            help=translatable("The plan has no goals: its basic plans are one list."),
        ),
    ] = False,
    programs_under: Annotated[
        str | None,
        typer.Option(
            "--programs-under",
            metavar="goal|plan|section|priority",
            autocompletion=complete.listed_under,
            show_default=False,
            help=translatable(
                "The parts that programs are printed under; under priority, there are neither goals nor "
                "basic plans. Default: plan."
            ),
        ),
    ] = None,
    label: Annotated[
        list[str] | None,
        typer.Option(
            "--label",
            metavar=translatable("PART=WORD"),
            show_default=False,
            help=translatable(
                "What the council calls a part: goal=事業区分, 基本計画=施策. Several times, or with commas."
            ),
        ),
    ] = None,
    numbering: Annotated[
        list[str] | None,
        typer.Option(
            "--numbering",
            metavar=translatable("PART=NUMBER"),
            show_default=False,
            help=translatable(
                "How its first number is printed: goal=Ⅰ, plan=（1）, priority=なし. Several times, or "
                "with commas."
            ),
        ),
    ] = None,
    districts: Annotated[
        list[str] | None,
        typer.Option(
            "--districts",
            "--district",
            metavar=translatable("NAMES"),
            show_default=False,
            help=translatable("The districts, with commas between; なし for none."),
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
    from shakyo_plan.cli.shape_questions import ShapeOptions, shape_of
    from shakyo_plan.next_year.init import files_to_begin_with
    from shakyo_plan.source.folder import parse_year
    from shakyo_plan.source.writing import make_folder, write_new

    session: Session = ctx.obj
    root = Path(folder)
    _refuse_plans(root / "plans")
    options = ShapeOptions(
        flat, programs_under, tuple(label or ()), tuple(numbering or ()), tuple(districts or ())
    )
    try:
        question = say("The full name of the council")
        name = council if council is not None else _ask(question, _named, "--council", session)
        question = say("The fiscal year of the first plan")
        wanted = parse_year(year) if year else _ask(question, parse_year, "--year", session)
        shape = shape_of(options, session)
    except typer.Abort:
        session.out("\n")
        session.info(say("Stopped; nothing was written"))
        raise
    files = files_to_begin_with(name, wanted, shape, ci)
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


def _ask(question: Message, read: Callable[[str], T], option: str, session: Session) -> T:
    """Ask for what an option does not say.

    Raises:
        UserError: nobody is there to answer.
    """
    from shakyo_plan.cli.questions import ask, can_ask

    if not can_ask():
        raise UserError(
            say("Missing {parameter}", parameter=option),
            say("For example: plan init --council ○○市社会福祉協議会 --year R7"),
        )
    return ask(question, read, session)


def _named(answer: str) -> str:
    if not answer:
        raise UserError(
            say("A plan needs the name of its council"), say("For example: ○○市社会福祉協議会")
        )
    return answer


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
