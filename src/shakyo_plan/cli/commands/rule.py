"""``plan rule``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from shakyo_plan.cli import complete
from shakyo_plan.cli.options import Columns, Format, ListFormat, NoPager, OutputFile, Sort
from shakyo_plan.cli.session import Session
from shakyo_plan.errors import UserError
from shakyo_plan.message import say, translatable

if TYPE_CHECKING:
    from shakyo_plan.lint.rules.record import Rule

_WIDEST = 100


def rule(
    ctx: typer.Context,
    code: Annotated[
        str | None,
        typer.Argument(
            metavar=translatable("[CODE]"),
            show_default=False,
            autocompletion=complete.rule_codes,
            help=translatable(
                "The rule, such as P201 or its name, unknown-program. Default: list all."
            ),
        ),
    ] = None,
    output_format: Format = None,
    output_file: OutputFile = None,
    sort: Sort = None,
    columns: Columns = None,
    no_pager: NoPager = False,
) -> int:
    """Print the page of a rule, or the list of all; returns the exit code."""
    from shakyo_plan.cli.output import Output, print_table, put
    from shakyo_plan.lint.rule_list import rule_table
    from shakyo_plan.lint.rule_page import markdown_page, text_page
    from shakyo_plan.lint.rules import RULES

    session: Session = ctx.obj
    output = Output(output_format, output_file, no_pager, sort, columns)
    rules = RULES if code is None else (_named(code),)
    if code is not None and output.format is ListFormat.TABLE and not columns:
        width = min(session.terminal_width or _WIDEST, _WIDEST)
        put(text_page(rules[0], session.tr, width), output, session)
    elif code is not None and output.format is ListFormat.MD and not columns:
        put(markdown_page(rules[0], (session.tr,)), output, session)
    else:
        print_table(rule_table(rules, session.tr), output, session)
    return 0


def _named(code: str) -> Rule:
    from shakyo_plan.likeness import nearest
    from shakyo_plan.lint.rules import RULES

    wanted = code.strip()
    for each in RULES:
        if wanted.upper() == each.code or wanted.lower() == each.name:
            return each
    near = nearest(wanted, [name for each in RULES for name in (each.code, each.name)], 1)
    raise UserError(
        say("There is no rule “{rule}”", rule=code),
        say("Did you mean “{nearest}”?", nearest=near[0])
        if near
        else say("“plan rule” lists all rules"),
    )
