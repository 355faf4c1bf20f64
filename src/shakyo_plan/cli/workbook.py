"""``plan import FILE.xlsx --into PLAN``: an edited workbook back into the plan that it was exported from."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from shakyo_plan.errors import UserError
from shakyo_plan.message import Message, say

if TYPE_CHECKING:
    from shakyo_plan.cli.output import Output
    from shakyo_plan.cli.session import Session
    from shakyo_plan.documents.workbook.changes import Changes
    from shakyo_plan.documents.workbook.reading import EditedWorkbook
    from shakyo_plan.source.loading import LoadedFile


def bring_in(
    workbook: Path,
    into: LoadedFile,
    output: Output,
    session: Session,
    *,
    remove: bool,
    dry_run: bool,
) -> int:
    """Make the edits of a workbook in a plan file, and tell of each; returns the exit code.

    Where a cell cannot be read nothing is written (2); a conflict leaves the plan as it is there (1).

    Raises:
        UserError: the workbook cannot be read, is of another plan, or the file cannot be written.
    """
    from shakyo_plan.documents.workbook.comparing import changes_of
    from shakyo_plan.documents.workbook.reading import read_workbook

    edited = read_workbook(workbook)
    _see_that_it_is_its_plan(edited, into, workbook)
    changes = changes_of(edited, into.document.data, remove=remove)
    text = None if changes.refused else _text_after(changes, into)
    _tell(changes, edited, workbook, into, output, session)
    if changes.refused:
        session.info(say("Nothing was written: fix these cells, and import the workbook again"))
        return 2
    if dry_run:
        session.info(
            say("Nothing is written; without --dry-run {path} would be changed", path=into.path)
        )
    elif text is not None and text != into.document.text:
        from shakyo_plan.source.undo import Rewriting

        after = into.document.with_text(text).file_text
        Rewriting("plan import --into").write(Path(into.path), into.document.file_text, after)
        session.info(say("Written: {path} (“plan undo” takes it back)", path=into.path))
    return int(bool(changes.conflicts))


def plan_to_change(
    into: str | None, workbook: str, plans_dir: str | None, session: Session
) -> LoadedFile:
    """Load the plan that was named by its year or file.

    Raises:
        UserError: none was named, or there is no such one.
    """
    from shakyo_plan.cli.which import Which, loaded_file
    from shakyo_plan.source.folder import year_named
    from shakyo_plan.source.loading import load_file

    if into is None:
        raise UserError(
            say(
                "{workbook} was exported by plan; say into which plan to bring it",
                workbook=workbook,
            ),
            say("plan import {workbook} --into plans/2024.yaml", workbook=workbook),
        )
    if year_named(into) is not None and not Path(into).exists():
        return loaded_file(Which(year=into, plans_dir=plans_dir), session.config)
    return load_file(Path(into))


def _see_that_it_is_its_plan(edited: EditedWorkbook, into: LoadedFile, workbook: Path) -> None:
    from shakyo_plan.source.loading import sound_plan

    plan, record = sound_plan(into), edited.record
    if (record.fiscal_year, record.council) != (plan.fiscal_year, plan.council.name):
        raise UserError(
            say(
                "{workbook} was exported from the plan of {council} for {year}, and {path} is another one",
                workbook=str(workbook),
                council=record.council,
                year=record.fiscal_year,
                path=into.path,
            ),
            say("Name the plan that it was exported from with --into"),
        )


def _text_after(changes: Changes, into: LoadedFile) -> str:
    """Return the text of the plan file after the edits.

    Raises:
        UserError: the file's layout has no place for them, or the plan would no longer be one.
    """
    from shakyo_plan.documents.workbook.applying import CannotApply, applied
    from shakyo_plan.source.loading import reloaded

    try:
        text = applied(into.document, changes.plan_edits)
    except CannotApply:
        raise UserError(
            say("{path} is formatted in a way that cannot be edited safely", path=into.path),
            say("Format it first: plan fmt {path}", path=into.path),
        ) from None
    after = reloaded(into, text)
    if after.plan is None:
        raise UserError(
            say(
                "With these edits the plan would have an error: {message}",
                message=after.findings[0].message,
            ),
            after.findings[0].suggestion,
        )
    return text


def _tell(
    changes: Changes,
    edited: EditedWorkbook,
    workbook: Path,
    into: LoadedFile,
    output: Output,
    session: Session,
) -> None:
    from shakyo_plan.cli.output import print_views, table_views
    from shakyo_plan.documents.workbook.view import as_data, found_table, summary
    from shakyo_plan.output.formats import JSON, TABLE
    from shakyo_plan.output.json_data import json_of

    table = found_table(changes, session.tr)
    views = table_views(table, output, session)
    views = {**views, JSON: lambda: json_of(as_data(changes, str(workbook), into.path, session.tr))}
    if table.lines or output.format(views) is not TABLE:
        print_views(views, output, session)
    for column in edited.unknown_columns:
        session.info(say("plan does not read the column {column}", column=column))
    if changes.missing:
        session.info(_gone(changes))
    session.info(summary(changes))


def _gone(changes: Changes) -> Message:
    return say(
        "Rows are gone, and change nothing without --remove: {rows}",
        rows=tuple(f"{each.sheet} {each.item}" for each in changes.missing),
    )
