"""``plan query``."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from shakyo_plan.cli.options import File, Format, NoPager, OutputFile, PlansDir
from shakyo_plan.cli.session import Session
from shakyo_plan.cli.which import STANDARD_INPUT, Which, chosen_plan, every_plan, standard_input
from shakyo_plan.errors import UserError
from shakyo_plan.message import say, translatable
from shakyo_plan.reading import why_not

_MOST_BYTES = 1_000_000


def query(
    ctx: typer.Context,
    sql: Annotated[
        str | None,
        typer.Argument(
            metavar=translatable("[SQL]"),
            show_default=False,
            help=translatable(
                "The query in SQL, in double quotes; - reads it from standard input."
            ),
        ),
    ] = None,
    sql_file: Annotated[
        str | None,
        typer.Option(
            "--sql-file",
            metavar=translatable("FILE"),
            help=translatable("Read the SQL from this file."),
        ),
    ] = None,
    tables: Annotated[
        bool,
        typer.Option("--tables", help=translatable("List the tables and what their columns mean.")),
    ] = False,
    file: File = None,
    plans_dir: PlansDir = None,
    output_format: Format = None,
    output_file: OutputFile = None,
    no_pager: NoPager = False,
) -> int:
    """Print the answer to the question, or the tables that can be asked; returns the exit code."""
    from shakyo_plan.cli.output import Output, print_table, rendered
    from shakyo_plan.output.formats import HTML, TABLE, write_table

    session: Session = ctx.obj
    output = Output(output_format, output_file, no_pager)
    if tables:
        _speak_of_the_newest(Which(file=file, plans_dir=plans_dir), session)
        tr = session.tr
        from shakyo_plan.lookup.query.terminal import tables_list
        from shakyo_plan.lookup.query.view import tables_table

        own = {TABLE: lambda: rendered(lambda width: tables_list(tr, width), output, session)}
        print_table(tables_table(tr), output, session, own)
        return 0
    asked = _sql(sql, sql_file, file)
    from shakyo_plan.lookup.query.answering import PlanOfFile, answer
    from shakyo_plan.lookup.query.view import answer_table
    from shakyo_plan.lookup.query.words import word_for_value

    with session.progress(say("Reading the plans"), data=output.prints_data) as told:
        plans = every_plan(Which(file=file, plans_dir=plans_dir), session.config, told)
    tr = session.tr
    table = answer_table(answer((PlanOfFile(name, plan) for name, plan in plans), asked), tr)
    # A page needs a title, and who reads it has not seen the question.
    page = replace(table, title=" ".join(asked.split()))
    print_table(table, output, session, {HTML: lambda: write_table(page, HTML, tr)})
    if not table.lines and (hint := word_for_value(asked)):
        session.info(hint)
    return 0


def _speak_of_the_newest(which: Which, session: Session) -> None:
    """Describe tables in the council's own words, where there is a plan; without one they are the usual."""
    if which.file == STANDARD_INPUT:
        return
    with suppress(UserError):
        session.speak_of(chosen_plan(which, session.config))


def _sql(sql: str | None, sql_file: str | None, plan_file: str | None) -> str:
    if (sql is None) == (sql_file is None):
        raise UserError(
            say("The SQL is given once: as an argument, or with --sql-file")
            if sql
            else say("Missing {parameter}", parameter="SQL"),
            say("For example: {example}", example='plan query "SELECT title FROM goals"'),
        )
    if sql_file is not None:
        try:
            with Path(sql_file).open("rb") as opened:
                return _decoded(opened.read(_MOST_BYTES + 1))
        except (OSError, ValueError, RuntimeError) as error:
            message = why_not(Path(sql_file), error)
            raise UserError(say("{path}: {message}", path=sql_file, message=message)) from None
    if sql == STANDARD_INPUT:
        if plan_file == STANDARD_INPUT:
            raise UserError(
                say("Standard input cannot hold both the SQL and the plan"),
                say("Name one of the two by its file"),
            )
        return _decoded(standard_input().read(_MOST_BYTES + 1))
    return sql or ""


def _decoded(raw: bytes) -> str:
    """Return SQL as text, from whatever a Japanese Windows saves or pipes."""
    if len(raw) > _MOST_BYTES:
        raise UserError(say("The query is longer than {n} MB", n=_MOST_BYTES // 1_000_000))
    codecs = ("utf-16",) if raw.startswith((b"\xff\xfe", b"\xfe\xff")) else ("utf-8-sig", "cp932")
    for codec in codecs:
        try:
            return raw.decode(codec).replace("\r\n", "\n")
        except UnicodeDecodeError:
            continue
    raise UserError(say("The query is no text that can be read"), say("Save it as UTF-8"))
