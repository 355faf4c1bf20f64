"""``plan diff``."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated

import typer

from shakyo_plan.cli import complete
from shakyo_plan.cli.options import Format, NoPager, OutputFile, PlansDir
from shakyo_plan.cli.session import Session
from shakyo_plan.message import translatable


def diff(
    ctx: typer.Context,
    old: Annotated[
        str,
        typer.Argument(
            metavar=translatable("OLD"),
            show_default=False,
            autocompletion=complete.versions,
            help=translatable("The earlier plan: a year (2024, R6), a file, or REV:FILE in git."),
        ),
    ],
    new: Annotated[
        str,
        typer.Argument(
            metavar=translatable("NEW"),
            show_default=False,
            autocompletion=complete.versions,
            help=translatable("The later plan, named in the same ways."),
        ),
    ],
    only: Annotated[
        list[str] | None,
        typer.Option(
            "--only",
            metavar=translatable("KINDS"),
            autocompletion=complete.change_kinds,
            help=translatable(
                "Only changes of these kinds, commas between: added, removed, renamed, renumbered, "
                "moved, split, merged, changed, reordered."
            ),
        ),
    ] = None,
    item: Annotated[
        list[str] | None,
        typer.Option(
            "--item",
            metavar=translatable("ITEMS"),
            autocompletion=complete.change_items,
            help=translatable(
                "Only changes to these, commas between: program, plan, goal, priority, action, "
                "section, group, citation, management, council, labels, philosophy, based_on, "
                "policy, suppress."
            ),
        ),
    ] = None,
    order: Annotated[
        bool, typer.Option("--order", help=translatable("Also report reordering."))
    ] = False,
    stat: Annotated[
        bool,
        typer.Option("--stat", help=translatable("Show only a summary of changes.")),
    ] = False,
    summary: Annotated[
        bool,
        typer.Option("--summary", help=translatable("The comparison in five sentences at most.")),
    ] = False,
    routine: Annotated[
        bool,
        typer.Option(
            "--routine",
            help=translatable("List also what the year alone brings: what was new goes on."),
        ),
    ] = False,
    exit_code: Annotated[
        bool,
        typer.Option("--exit-code", help=translatable("Exit 1 if there are changes, for scripts.")),
    ] = False,
    plans_dir: PlansDir = None,
    output: Format = None,
    output_file: OutputFile = None,
    no_pager: NoPager = False,
) -> int:
    """Print what became of the one plan in the other; returns the exit code."""
    from shakyo_plan.cli.choice_words import change_items, change_kinds
    from shakyo_plan.cli.choices import chosen_kinds
    from shakyo_plan.cli.comparison import compared, print_comparison, print_counts, print_summary
    from shakyo_plan.cli.output import Output
    from shakyo_plan.diff import ITEMS
    from shakyo_plan.diff.selecting import selected
    from shakyo_plan.diff.views.words import KINDS
    from shakyo_plan.message import say
    from shakyo_plan.model.kinds import KIND_WORDS

    session: Session = ctx.obj
    found = compared(old, new, plans_dir, session, order=order)
    kind_words = {kind: say(word) for kind, word in KINDS.items()}
    item_words = {kind: KIND_WORDS[kind] for kind in ITEMS}
    kinds = chosen_kinds("--only", only, kind_words, session.tr, change_kinds())
    items = chosen_kinds("--item", item, item_words, session.tr, change_items())
    found = replace(found, changes=selected(found.changes, kinds, items))
    where = Output(output, output_file, no_pager)
    if summary:
        print_summary(found, where, session)
    elif stat:
        print_counts(found, where, session, routine=routine)
    else:
        print_comparison(found, where, session, routine=routine)
    return int(exit_code and bool(found.changes))
