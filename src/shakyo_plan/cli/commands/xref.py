"""``plan xref``."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from shakyo_plan.cli import complete
from shakyo_plan.cli.options import (
    Columns,
    File,
    Format,
    GoalId,
    Months,
    NoPager,
    OutputFile,
    PlansDir,
    Sort,
    Year,
)
from shakyo_plan.cli.session import Session
from shakyo_plan.errors import UserError
from shakyo_plan.lookup.xref.kinds import XrefKind
from shakyo_plan.message import say, translatable

if TYPE_CHECKING:
    from rich.console import RenderableType

    from shakyo_plan.cli.output import Output, Views
    from shakyo_plan.source.loading import LoadedFile


def xref(
    ctx: typer.Context,
    kind: Annotated[
        str | None,
        typer.Argument(
            metavar=translatable("TABLE"),
            show_default=False,
            autocompletion=complete.xref_tables,
            help=translatable(
                "programs, priorities, districts, commissions, tags, departments: each by basic plan; "
                "status: by goal; calendar: programs by month; gaps: what is missing, and in "
                "which line."
            ),
        ),
    ] = None,
    goal: GoalId = None,
    month: Months = None,
    transpose: Annotated[
        bool, typer.Option("--transpose", help=translatable("Rows as columns, columns as rows."))
    ] = False,
    only_empty: Annotated[
        bool,
        typer.Option("--only-empty", help=translatable("List only the rows without any.")),
    ] = False,
    year: Year = None,
    file: File = None,
    plans_dir: PlansDir = None,
    output_format: Format = None,
    output_file: OutputFile = None,
    sort: Sort = None,
    columns: Columns = None,
    no_pager: NoPager = False,
) -> int:
    """Print a cross-reference table, or the gaps; returns the exit code."""
    from shakyo_plan.cli.choice_words import TABLES
    from shakyo_plan.cli.choices import chosen_months, chosen_number, chosen_word, no_word
    from shakyo_plan.cli.output import Output
    from shakyo_plan.cli.which import Which, loaded_file

    session: Session = ctx.obj
    output = Output(output_format, output_file, no_pager, sort, columns)
    if kind is None:
        raise no_word(say("TABLE"), "plan xref", TABLES, session.tr)
    table = chosen_word(say("TABLE"), kind, TABLES, session.tr)
    of_goal = chosen_number("--goal", goal)
    loaded = loaded_file(Which(year, file, plans_dir), session.config)
    if month and table is not XrefKind.CALENDAR:
        raise UserError(
            say("--month goes with calendar only"),
            say("“plan programs --month {month}” lists what is held then", month=month[0]),
        )
    if table is not XrefKind.GAPS:
        months = chosen_months(month)
        _print_matrix(
            loaded, table, of_goal, output, session, turn=transpose, empty=only_empty, months=months
        )
    elif transpose:
        raise UserError(
            say("--transpose does not go with gaps"), say("gaps is a list, without columns to turn")
        )
    else:
        _print_gaps(loaded, of_goal, output, session)
    return 0


def _print_gaps(loaded: LoadedFile, goal: int | None, output: Output, session: Session) -> None:
    from shakyo_plan.cli.output import print_table
    from shakyo_plan.lookup.xref.gaps import find_gaps
    from shakyo_plan.lookup.xref.gaps_view import gap_table
    from shakyo_plan.source.loading import sound_plan

    plan = sound_plan(loaded)
    session.speak_of(plan)
    gaps = find_gaps(plan, loaded, goal)
    print_table(gap_table(gaps, plan, goal, session.tr), output, session)


def _print_matrix(
    loaded: LoadedFile,
    table: XrefKind,
    goal: int | None,
    output: Output,
    session: Session,
    *,
    turn: bool,
    empty: bool,
    months: tuple[int, ...],
) -> None:
    from shakyo_plan.cli.output import print_table, print_views, rendered
    from shakyo_plan.lookup.xref import matrix_view as view
    from shakyo_plan.lookup.xref.build import cross, in_months
    from shakyo_plan.output import formats
    from shakyo_plan.output.json_data import json_lines, json_of
    from shakyo_plan.source.loading import sound_plan

    plan = sound_plan(loaded)
    session.speak_of(plan)
    matrix = cross(plan, table, goal)
    if table is XrefKind.PROGRAMS and goal is not None and not empty:
        matrix = matrix.with_rows(lambda total: total > 0)  # programs under this goal
    matrix = in_months(matrix, months) if months else matrix
    matrix = matrix.transposed() if turn else matrix
    matrix = matrix.with_columns(output.columns) if output.columns else matrix
    matrix = matrix.sorted_by(output.sort) if output.sort else matrix
    matrix = matrix.with_rows(lambda total: total == 0) if empty else matrix
    shown = view.Shown(matrix, table, plan, session.tr, goal)
    data = {
        formats.JSON: lambda: json_of(view.matrix_data(matrix)),
        formats.JSONL: lambda: json_lines(view.cell_data(matrix)),
    }
    if empty:
        # The matrix has its columns and its order already.
        plain = replace(output, sort=None, columns=None)
        print_table(view.empty_table(shown), plain, session, data)
        return

    def on_terminal(width: int) -> list[RenderableType]:
        from shakyo_plan.lookup.xref.matrix_terminal import matrix_parts

        return matrix_parts(shown, width)

    def page() -> str:
        from shakyo_plan.lookup.xref.matrix_page import matrix_page

        return matrix_page(shown)

    views: Views = {
        formats.TABLE: lambda: rendered(on_terminal, output, session),
        **data,
        formats.CSV: lambda: view.matrix_csv(shown),
        formats.MARKDOWN: lambda: view.matrix_markdown(shown),
        formats.HTML: page,
        formats.XLSX: lambda: view.matrix_xlsx(shown),
    }
    print_views(views, output, session)
