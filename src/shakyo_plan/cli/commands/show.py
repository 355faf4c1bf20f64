"""``plan show``."""

from __future__ import annotations

from typing import Annotated

import typer

from shakyo_plan.cli import complete
from shakyo_plan.cli.options import File, Format, ListFormat, NoPager, OutputFile, PlansDir, Year
from shakyo_plan.cli.session import Session
from shakyo_plan.message import translatable


def show(
    ctx: typer.Context,
    words: Annotated[
        list[str],
        typer.Argument(
            metavar=translatable("ID|NAME"),
            autocompletion=complete.parts,
            help=translatable(
                "An id (1-5), a label with a number (goal 1, 重点項目1), a name or a part of one: "
                "of a goal, basic plan, priority, program, district or management section."
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
    from shakyo_plan.cli.output import Output, print_table, put, rendered
    from shakyo_plan.cli.which import Which, chosen_plan
    from shakyo_plan.lookup.naming import find
    from shakyo_plan.lookup.show.details import detail
    from shakyo_plan.lookup.show.hits import hits_table
    from shakyo_plan.lookup.show.view import card, card_headings
    from shakyo_plan.output import card as cards
    from shakyo_plan.output.rows import to_json, to_jsonl
    from shakyo_plan.output.table import Table, lines_of

    session: Session = ctx.obj
    tr = session.tr
    output = Output(output_format, output_file, no_pager)
    plan = chosen_plan(Which(year, file, plans_dir), session.config)
    asked = " ".join(words)
    hits = find(plan, asked)
    if output.format in (ListFormat.JSON, ListFormat.JSONL):
        details = Table((), lines_of([detail(plan, hit) for hit in hits]))
        put((to_json if output.format is ListFormat.JSON else to_jsonl)(details), output, session)
        return 0
    if len(hits) > 1:
        print_table(hits_table(hits, asked, plan, tr), output, session)
        return 0
    shown = card(detail(plan, hits[0]), hits[0], plan, tr)
    match output.format:
        case ListFormat.CSV:
            put(cards.card_csv(shown, card_headings(tr)), output, session)
        case ListFormat.MD:
            put(cards.card_markdown(shown), output, session)
        case ListFormat.HTML:
            put(cards.card_page(shown, tr), output, session)
        case _:
            from shakyo_plan.output.terminal.card import card_parts

            put(rendered(lambda width: card_parts(shown, width), output, session), output, session)
    return 0
