"""``plan budget``."""

from __future__ import annotations

from typing import Annotated

import typer

from shakyo_plan.cli import complete
from shakyo_plan.cli.options import (
    Columns,
    File,
    Format,
    NoPager,
    OutputFile,
    PlansDir,
    Sort,
    Year,
)
from shakyo_plan.cli.session import Session
from shakyo_plan.message import translatable


def budget(
    ctx: typer.Context,
    by: Annotated[
        str | None,
        typer.Option(
            "--by",
            metavar=translatable("KIND"),
            autocompletion=complete.budget_kinds,
            show_default=False,
            help=translatable(
                "Add budgets up by: goal, plan, priority, district, commission, source, department, "
                "tag, status. Default: goal, else plan, else priority, as the plan has them."
            ),
        ),
    ] = None,
    compare: Annotated[
        str | None,
        typer.Option(
            "--compare",
            metavar=translatable("2024|FILE"),
            autocompletion=complete.versions,
            help=translatable("Beside the amounts of this plan: its year, or its file."),
        ),
    ] = None,
    year: Year = None,
    file: File = None,
    plans_dir: PlansDir = None,
    output_format: Format = None,
    output_file: OutputFile = None,
    sort: Sort = None,
    columns: Columns = None,
    no_pager: NoPager = False,
) -> int:
    """Print the plan's money: programs with totals, and the accounts; returns the exit code."""
    from shakyo_plan.cli.choice_words import BUDGETS
    from shakyo_plan.cli.choices import chosen_kind
    from shakyo_plan.cli.output import Output, print_table
    from shakyo_plan.cli.which import Which, chosen_plan, named_version
    from shakyo_plan.lookup.budget.kinds import BY_WORDS, usual_kind
    from shakyo_plan.lookup.budget.totals import budget_of
    from shakyo_plan.lookup.budget.view import budget_data, budget_table
    from shakyo_plan.output import formats
    from shakyo_plan.output.json_data import json_of
    from shakyo_plan.source.loading import sound_plan

    session: Session = ctx.obj
    output = Output(output_format, output_file, no_pager, sort, columns)
    plan = chosen_plan(Which(year, file, plans_dir), session.config)
    session.speak_of(plan)
    other = sound_plan(named_version(compare, plans_dir, session.config)) if compare else None
    kind = chosen_kind("--by", by, BY_WORDS, session.tr, BUDGETS) or usual_kind(plan)
    found = budget_of(plan, kind, other)
    own = {formats.JSON: lambda: json_of(budget_data(found))}
    print_table(budget_table(found, session.tr), output, session, own)
    return 0
