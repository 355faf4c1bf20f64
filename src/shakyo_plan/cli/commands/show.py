"""``plan show``."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from shakyo_plan.cli import complete
from shakyo_plan.cli.options import File, Format, NoPager, OutputFile, PlansDir, Year
from shakyo_plan.cli.session import Session
from shakyo_plan.message import translatable

if TYPE_CHECKING:
    from rich.console import RenderableType

    from shakyo_plan.cli.output import Views


def show(
    ctx: typer.Context,
    words: Annotated[
        list[str],
        typer.Argument(
            metavar=translatable("ID|NAME"),
            autocompletion=complete.parts,
            help=translatable(
                "An id (1-5), a label with a number (goal 1, 重点項目1), a name or a part of one: "
                "of a goal, basic plan, priority, program, district or management section; or words "
                "that stand in a text."
            ),
        ),
    ],
    year: Year = None,
    file: File = None,
    plans_dir: PlansDir = None,
    output_format: Format = None,
    output_file: OutputFile = None,
    no_pager: NoPager = False,
) -> int:
    """Print everything about one part of the plan; returns the exit code."""
    from shakyo_plan.cli.output import Output, print_table, print_views, rendered
    from shakyo_plan.cli.which import Which, chosen_plan
    from shakyo_plan.lookup.naming import find
    from shakyo_plan.lookup.show.data import detail_data
    from shakyo_plan.lookup.show.details import detail
    from shakyo_plan.lookup.show.hits import hits_table
    from shakyo_plan.lookup.show.view import card
    from shakyo_plan.output.formats import CARD_FORMATS, JSON, JSONL, TABLE, write_card
    from shakyo_plan.output.json_data import json_lines, json_of

    session: Session = ctx.obj
    output = Output(output_format, output_file, no_pager)
    plan = chosen_plan(Which(year, file, plans_dir), session.config)
    session.speak_of(plan)
    tr = session.tr
    asked = " ".join(words)
    hits = find(plan, asked)
    found = [detail(plan, hit) for hit in hits]
    data = {
        JSON: lambda: json_of(
            [detail_data(part, hit.number) for part, hit in zip(found, hits, strict=True)]
        ),
        JSONL: lambda: json_lines(
            detail_data(part, hit.number) for part, hit in zip(found, hits, strict=True)
        ),
    }
    if len(hits) > 1 or hits[0].found_in:
        print_table(hits_table(hits, asked, plan, tr), output, session, data)
        return 0
    shown = card(found[0], hits[0], plan.numbering, tr)

    def on_terminal(width: int) -> list[RenderableType]:
        from shakyo_plan.output.terminal.card import card_parts

        return card_parts(shown, width)

    views: Views = {
        TABLE: lambda: rendered(on_terminal, output, session),
        **data,
        **{format_: partial(write_card, shown, format_, tr) for format_ in CARD_FORMATS},
    }
    print_views(views, output, session)
    return 0
