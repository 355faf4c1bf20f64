"""``plan export``."""

from __future__ import annotations

from contextlib import nullcontext
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Annotated

import typer

from shakyo_plan.cli.options import File, PlansDir, Year
from shakyo_plan.cli.session import Session
from shakyo_plan.errors import UserError
from shakyo_plan.message import say, translatable

if TYPE_CHECKING:
    from shakyo_plan.documents.exporting import Export, ExportOptions
    from shakyo_plan.source.loading import LoadedFile


def export(
    ctx: typer.Context,
    year: Year = None,
    file: File = None,
    plans_dir: PlansDir = None,
    output_file: Annotated[
        str | None,
        typer.Option(
            "--output-file",
            "-o",
            metavar=translatable("FILE"),
            help=translatable(
                "The file to write; its ending says what it becomes: .docx the printed plan in Word, "
                ".pdf the same as PDF, .html a web page, .xlsx a workbook to edit programs in."
            ),
        ),
    ] = None,
    template: Annotated[
        str | None,
        typer.Option(
            "--template",
            metavar=translatable("FILE"),
            help=translatable("A Word document whose page and styles are taken."),
        ),
    ] = None,
    toc: Annotated[
        bool, typer.Option("--toc", help=translatable("Put a table of contents after the cover."))
    ] = False,
    write_template: Annotated[
        str | None,
        typer.Option(
            "--write-template",
            metavar=translatable("FILE"),
            help=translatable(
                "Write a template to begin with: a Word document with every style, and what each is for."
            ),
        ),
    ] = None,
) -> int:
    """Write the plan as a document; returns the exit code."""
    from shakyo_plan.cli.which import Which, loaded_file
    from shakyo_plan.documents.exporting import ExportOptions
    from shakyo_plan.source.outputs import write_output
    from shakyo_plan.source.writing import refuse_existing

    session: Session = ctx.obj
    if write_template is not None:
        from shakyo_plan.documents.word.template import template_file

        if PurePath(write_template).suffix.lower() != ".docx":
            raise UserError(
                say("A template is a Word document: {path}", path=write_template),
                say("Name a file that ends in {known}", known=(".docx",)),
            )
        refuse_existing(Path(write_template))
        write_output(Path(write_template), template_file())
        session.info(say("Written: {path}", path=write_template))
        if output_file is None:
            return 0
    options = ExportOptions(Path(template) if template else None, toc)
    make = _export_of(output_file, options)
    plan = loaded_file(Which(year, file, plans_dir), session.config)
    slow = PurePath(str(output_file)).suffix.lower() == ".pdf"
    with session.waiting(say("LibreOffice is making the PDF")) if slow else nullcontext():
        made = make(plan, options)
    write_output(Path(str(output_file)), made)
    session.info(say("Written: {path}", path=str(output_file)))
    if PurePath(str(output_file)).suffix.lower() == ".xlsx":
        _tell_what_lacks(plan, session)
    return 0


def _tell_what_lacks(file: LoadedFile, session: Session) -> None:
    from shakyo_plan.documents.workbook.lacking import lacking
    from shakyo_plan.source.loading import sound_plan

    plan = sound_plan(file)
    session.speak_of(plan)
    if lacks := lacking(plan):
        session.info(
            say("Not in the workbook, and changed in the plan file only: {parts}", parts=lacks)
        )


def _export_of(output_file: str | None, options: ExportOptions) -> Export:
    """Return what makes the file that was asked for.

    Raises:
        UserError: no file was named, or plan makes none of that kind, or not as asked.
    """
    from shakyo_plan.documents.exporting import EXPORTS, LAID_OUT

    advice = say("Name a file that ends in {known}", known=tuple(EXPORTS))
    if output_file is None:
        raise UserError(say("Say with -o which file to write"), advice)
    suffix = PurePath(output_file).suffix.lower()
    if suffix not in EXPORTS:
        raise UserError(
            say("plan export cannot make {path}", path=output_file),
            advice,
        )
    if suffix not in LAID_OUT and (options.template or options.toc):
        raise UserError(
            say("--template and --toc are for {known}", known=LAID_OUT),
            say("Leave them out, or name such a file"),
        )
    return EXPORTS[suffix]
