"""``plan new``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from shakyo_plan.cli import complete
from shakyo_plan.cli.options import PlansDir
from shakyo_plan.cli.session import Session
from shakyo_plan.errors import UserError
from shakyo_plan.message import say, translatable

if TYPE_CHECKING:
    from shakyo_plan.values.fiscal_year import FiscalYear


def new(
    ctx: typer.Context,
    year: Annotated[
        str,
        typer.Argument(
            metavar=translatable("YEAR"),
            help=translatable("The year of the draft: 2025, R7, 令和7."),
        ),
    ],
    source: Annotated[
        str | None,
        typer.Option(
            "--from",
            metavar=translatable("2024|FILE"),
            autocompletion=complete.years,
            help=translatable(
                "The plan to copy from: its year, or its file. Default: the newest before."
            ),
        ),
    ] = None,
    plans_dir: PlansDir = None,
    output_file: Annotated[
        str | None,
        typer.Option(
            "--output-file",
            "-o",
            metavar=translatable("FILE"),
            help=translatable(
                "Where to write the draft. Default: beside the plan that it is copied from."
            ),
        ),
    ] = None,
    keep_budgets: Annotated[
        bool,
        typer.Option(
            "--keep-budgets",
            help=translatable("Keep budgets and their funding; else each is a question."),
        ),
    ] = False,
    dry_run: Annotated[
        bool,
        typer.Option(
            "--dry-run", help=translatable("Show what would be done, without writing files.")
        ),
    ] = False,
    diff: Annotated[
        bool,
        typer.Option(
            "--diff",
            help=translatable("Show what would differ line by line, without writing files."),
        ),
    ] = False,
) -> int:
    """Write the draft of another year's plan, or say what it would be; returns the exit code."""
    from shakyo_plan.cli.which import folder_to_change
    from shakyo_plan.next_year.account import account
    from shakyo_plan.next_year.draft import make_draft
    from shakyo_plan.output.patch import unified_diff
    from shakyo_plan.source.folder import parse_year
    from shakyo_plan.source.loading import load_file
    from shakyo_plan.source.writing import write_new
    from shakyo_plan.values.plan_file import is_plan_file

    session: Session = ctx.obj
    wanted = parse_year(year)
    origin = _origin(source, wanted, plans_dir, session)
    target = Path(output_file) if output_file else origin.with_name(f"{wanted.number}.yaml")
    file = load_file(origin)
    draft = make_draft(
        file,
        wanted,
        str(target),
        keep_budgets=keep_budgets,
        budget_note=session.tr(say("decide the budget of {year}", year=wanted.era)),
        target_note=session.tr(say("decide the next target")),
    )
    if diff:
        before, after = file.document.text, draft.file.document.text
        session.out(unified_diff(str(target), before, after, session.style, str(origin)))
        return 0
    if dry_run:
        session.info(say("Nothing is written: this is what would be done"))
    else:
        if output_file is None and (source is None or not is_plan_file(source)):
            folder_to_change(plans_dir, session.config)
        _refuse_second(target, wanted)
        write_new(target, draft.file.document.file_text)
        session.info(say("Written: {path} (from {origin})", path=str(target), origin=str(origin)))
    session.out(account(draft, session.tr, session.screen()))
    return 0


def _origin(source: str | None, year: FiscalYear, plans_dir: str | None, session: Session) -> Path:
    """Return the file of the plan to begin with.

    Raises:
        UserError: there is none.
    """
    from shakyo_plan.cli.which import folder
    from shakyo_plan.source.folder import choose, parse_year, plan_files
    from shakyo_plan.values.plan_file import is_plan_file

    if source is not None and is_plan_file(source):
        return Path(source)
    files = plan_files(folder(plans_dir, session.config))
    if source is not None:
        return choose(files, parse_year(source)).path
    earlier = tuple(file for file in files if file.year and file.year < year)
    if not earlier:
        raise UserError(
            say("There is no plan before {year} to begin with", year=str(year)),
            say("Name one with --from, or set up a folder with “plan init”"),
        )
    return choose(earlier, None).path


def _refuse_second(target: Path, year: FiscalYear) -> None:
    """See that the year has no other file by its plain name, such as 2025.yml.

    Raises:
        UserError: it has.
    """
    from shakyo_plan.values.plan_file import SUFFIXES

    for suffix in SUFFIXES:
        other = target.with_suffix(suffix)
        if target.stem == str(year.number) and other != target and other.exists():
            raise UserError(
                say("{year} already has a plan: {path}", year=str(year), path=str(other)),
                say("Name another file with --output-file, or move that one away first"),
            )
