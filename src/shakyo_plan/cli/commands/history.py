"""``plan history``."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from shakyo_plan.cli import complete
from shakyo_plan.cli.options import Columns, Format, NoPager, OutputFile, PlansDir, Sort
from shakyo_plan.cli.session import Session
from shakyo_plan.errors import UserError
from shakyo_plan.message import say, translatable

if TYPE_CHECKING:
    from typing import Any

    from shakyo_plan.lookup.history.through_years import Year
    from shakyo_plan.output.table import Table


def history(
    ctx: typer.Context,
    name: Annotated[
        str | None,
        typer.Argument(
            metavar=translatable("[NAME]"),
            show_default=False,
            autocompletion=complete.program_names,
            help=translatable(
                "A program, by any name that it ever had, or a basic plan such as 1-5."
            ),
        ),
    ] = None,
    everything: Annotated[
        bool,
        typer.Option(
            "--all", help=translatable("All programs: when they began and ended, and how.")
        ),
    ] = False,
    plans_dir: PlansDir = None,
    output: Format = None,
    output_file: OutputFile = None,
    sort: Sort = None,
    columns: Columns = None,
    no_pager: NoPager = False,
) -> int:
    """Print what became of a part of the plan through the years; returns the exit code."""
    from shakyo_plan.cli.output import Output, print_table
    from shakyo_plan.cli.which import all_years, folder

    session: Session = ctx.obj
    if (name is None) is not everything:
        raise UserError(
            say("Name a program or a basic plan, or use --all for all"),
            say("For example: plan history 1-5"),
        )
    wanted = Output(output, output_file, no_pager, sort, columns)
    with session.progress(say("Reading the plans"), data=wanted.prints_data) as told:
        years = all_years(folder(plans_dir, session.config), told)
    if years:
        session.speak_of(years[-1].plan)
    table = _table(name, years, session)
    if years:
        whose = years[-1].plan.council.name
        table = replace(table, subject=f"{whose}  {session.tr(say('History'))}  {table.title}")
    print_table(table, wanted, session)
    return 0


def _table(name: str | None, years: tuple[Year, ...], session: Session) -> Table[Any]:
    from shakyo_plan.lookup.history.life_lines import life_lines
    from shakyo_plan.lookup.history.through_years import plan_history, program_history
    from shakyo_plan.lookup.history.view import (
        life_line_table,
        plan_history_table,
        program_history_table,
    )
    from shakyo_plan.values.plan_id import goal_of

    numbers = [year.plan.fiscal_year for year in years]
    if name is None:
        return life_line_table(life_lines(years), numbers, session.tr)
    if goal_of(name) is not None:
        return plan_history_table(plan_history(years, name), session.tr)
    return program_history_table(program_history(years, name), numbers, session.tr)
