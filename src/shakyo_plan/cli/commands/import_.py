"""``plan import``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from shakyo_plan.cli import complete
from shakyo_plan.cli.options import Format, PlansDir
from shakyo_plan.cli.session import Session
from shakyo_plan.errors import UserError
from shakyo_plan.message import say, translatable

if TYPE_CHECKING:
    from shakyo_plan.cli.output import Output
    from shakyo_plan.documents.importing import Imported
    from shakyo_plan.values.fiscal_year import FiscalYear


def import_(
    ctx: typer.Context,
    document: Annotated[
        str,
        typer.Argument(
            metavar=translatable("FILE"),
            show_default=False,
            help=translatable(
                "The printed plan: a Word document, a PDF with text, a workbook or a text file."
            ),
        ),
    ],
    output_file: Annotated[
        str | None,
        typer.Option(
            "--output-file",
            "-o",
            metavar=translatable("FILE"),
            help=translatable(
                "Where to write the draft. Default: the year's file in the plans folder."
            ),
        ),
    ] = None,
    year: Annotated[
        str | None,
        typer.Option(
            "--year",
            "-y",
            metavar="2025|R7",
            help=translatable("The fiscal year, where the document does not say it."),
        ),
    ] = None,
    previous: Annotated[
        str | None,
        typer.Option(
            "--previous",
            metavar=translatable("2024|FILE"),
            autocompletion=complete.years,
            help=translatable(
                "Last year's plan, whose names go first. Default: the one in the plans folder."
            ),
        ),
    ] = None,
    into: Annotated[
        str | None,
        typer.Option(
            "--into",
            metavar=translatable("2024|FILE"),
            autocompletion=complete.years,
            help=translatable(
                "Merge into this plan instead: its comments stay, and nothing in it goes."
            ),
        ),
    ] = None,
    dry_run: Annotated[
        bool,
        typer.Option("--dry-run", help=translatable("Print the draft, and write nothing.")),
    ] = False,
    explain: Annotated[
        bool,
        typer.Option(
            "--explain",
            help=translatable(
                "Print what was learnt of the layout, as settings that can be changed."
            ),
        ),
    ] = False,
    fail_below: Annotated[
        float,
        typer.Option(
            "--fail-below",
            metavar=translatable("PERCENT"),
            help=translatable(
                "End with 1 also where a smaller share of the document found its place."
            ),
        ),
    ] = 0,
    remove: Annotated[
        bool,
        typer.Option(
            "--remove",
            help=translatable("With --into: take out of the plan what has no row any more."),
        ),
    ] = False,
    plans_dir: PlansDir = None,
    output: Format = None,
) -> int:
    """Draft a plan file from a printed plan, or change one; returns the exit code."""
    from shakyo_plan.cli.importing import imported_from
    from shakyo_plan.cli.output import Output
    from shakyo_plan.documents.explaining import as_settings
    from shakyo_plan.documents.workbook.opening import has_lost_its_record, is_exported

    session: Session = ctx.obj
    edited = Path(document)
    if is_exported(edited) or (into is not None and has_lost_its_record(edited)):
        from shakyo_plan.cli.workbook import bring_in, plan_to_change

        plan = plan_to_change(into, document, plans_dir, session)
        return bring_in(edited, plan, Output(output), session, remove=remove, dry_run=dry_run)
    if into is not None:
        from shakyo_plan.cli.merging import merge_into

        return merge_into(document, into, plans_dir, Output(output), session, dry_run=dry_run)
    draft = imported_from(document, year, previous, plans_dir, session)
    if explain:
        session.out_data(as_settings(draft))
        return 0
    target = Path(output_file) if output_file else _target(draft.year, plans_dir, session)
    _hand_over(draft, target, Output(output), session, dry_run=dry_run)
    too_little = 100 * draft.ledger.share_placed < fail_below
    return int(bool(draft.doubts) or too_little)


def _target(year: FiscalYear, plans_dir: str | None, session: Session) -> Path:
    """Return where the draft of a year belongs: in the plans folder, or here where there is none."""
    from shakyo_plan.cli.which import folder

    name = f"{year.number}.yaml"
    try:
        return folder(plans_dir, session.config) / name
    except UserError:
        if plans_dir is not None:
            raise
        return Path(name)


def _hand_over(
    draft: Imported, target: Path, output: Output, session: Session, *, dry_run: bool
) -> None:
    """Write or print the draft, and tell of its doubts and of every block."""
    from shakyo_plan.cli.importing import tell_doubts
    from shakyo_plan.documents.account import summary_line
    from shakyo_plan.source.writing import write_new

    text = draft.text(session.tr)
    if not dry_run:
        write_new(target, text)
    tell_doubts(draft, str(target), output, session)
    if dry_run and output.asked is None:
        session.out_data(text)
    elif not dry_run:
        session.info(say("Written: {path}", path=str(target)))
    session.info(summary_line(draft))
    if dry_run:
        session.info(
            say("Nothing is written. Without --dry-run the draft goes to {path}", path=str(target))
        )
    else:
        session.info(
            say("Next: look at each 要確認 in {path}, then: plan validate {path}", path=str(target))
        )
