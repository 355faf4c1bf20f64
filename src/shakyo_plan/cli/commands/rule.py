"""``plan rule``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from shakyo_plan.cli import complete
from shakyo_plan.cli.options import Columns, Format, NoPager, OutputFile, Sort
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
    from shakyo_plan.cli.output import Output, print_table
    from shakyo_plan.lint.rule_list import rule_table
    from shakyo_plan.lint.rule_page import html_page_of, markdown_page, text_page
    from shakyo_plan.lint.rules import RULES
    from shakyo_plan.output.formats import HTML, MARKDOWN, TABLE

    session: Session = ctx.obj
    tr = session.tr
    output = Output(output_format, output_file, no_pager, sort, columns)
    if code is None:
        print_table(rule_table(RULES, tr), output, session)
        return 0
    named = _named(code)
    width = min(session.terminal_width or _WIDEST, _WIDEST)
    page = {
        TABLE: lambda: text_page(named, tr, width),
        MARKDOWN: lambda: markdown_page(named, (tr,)),
        HTML: lambda: html_page_of(named, tr),
    }
    print_table(rule_table((named,), tr), output, session, page)
    return 0


def _named(code: str) -> Rule:
    from shakyo_plan.likeness import nearest
    from shakyo_plan.lint.rules import RULES

    wanted = code.strip()
    for known in RULES:
        if wanted.upper() == known.code or wanted.lower() == known.name:
            return known
    near = nearest(wanted, [name for known in RULES for name in (known.code, known.name)], 1)
    raise UserError(
        say("Unknown rule “{rule}”", rule=code),
        say("Did you mean “{nearest}”?", nearest=near[0])
        if near
        else say("“plan rule” lists all rules"),
    )
