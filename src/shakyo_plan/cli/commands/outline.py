"""``plan outline``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from shakyo_plan.cli.options import (
    Columns,
    File,
    Format,
    GoalId,
    NoPager,
    OutputFile,
    PlansDir,
    Sort,
    Year,
)
from shakyo_plan.cli.session import Session
from shakyo_plan.message import translatable

if TYPE_CHECKING:
    from rich.console import RenderableType


def outline(
    ctx: typer.Context,
    goal: GoalId = None,
    depth: Annotated[
        int | None,
        typer.Option(
            "--depth",
            metavar="1-4",
            min=1,
            help=translatable(
                "How deep: 1 goals, 2 basic plans, 3 sections, 4 programs. Default: everything."
            ),
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
    """Print the tree of the plan; returns the exit code."""
    from shakyo_plan.cli.choices import chosen_number
    from shakyo_plan.cli.output import Output, print_table, rendered
    from shakyo_plan.cli.which import Which, chosen_plan
    from shakyo_plan.lookup.outline import tree as feature
    from shakyo_plan.lookup.outline.view import outline_markdown, outline_page, outline_table
    from shakyo_plan.output import formats

    session: Session = ctx.obj
    output = Output(output_format, output_file, no_pager, sort, columns)
    plan = chosen_plan(Which(year, file, plans_dir), session.config)
    session.speak_of(plan)
    tr = session.tr
    found = feature.outline(plan, chosen_number("--goal", goal), depth)

    def tree(width: int) -> list[RenderableType]:
        from shakyo_plan.lookup.outline.terminal import outline_tree

        return outline_tree(found, table, tr, width)

    table = outline_table(found, tr)
    own = {
        formats.TABLE: lambda: rendered(tree, output, session),
        formats.MARKDOWN: lambda: outline_markdown(found, table, tr),
        formats.HTML: lambda: outline_page(found, table, tr),
    }
    print_table(table, output, session, own)
    return 0
