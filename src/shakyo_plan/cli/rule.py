"""``plan rule``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from shakyo_plan.cli import complete
from shakyo_plan.cli.session import Session
from shakyo_plan.errors import UserError
from shakyo_plan.message import mark, say

if TYPE_CHECKING:
    from shakyo_plan.rules.record import Rule

_WIDEST = 100


def rule(
    ctx: typer.Context,
    code: Annotated[
        str | None,
        typer.Argument(
            metavar="[CODE]",
            show_default=False,
            autocompletion=complete.rule_codes,
            help=mark("The rule, such as P201 or its name, unknown-program. Default: list all."),
        ),
    ] = None,
) -> int:
    """Run the command; returns the exit code."""
    from shakyo_plan.report.rule_page import text_page
    from shakyo_plan.rules import RULES
    from shakyo_plan.tables.render import UNLIMITED, render
    from shakyo_plan.tables.rules import rule_table

    session: Session = ctx.obj
    width = session.terminal_width or UNLIMITED
    if code is None:
        session.out(render(*rule_table(RULES, session.tr), width=width, colour=session.colour))
    else:
        session.out(text_page(_named(code), session.tr, min(width, _WIDEST)))
    return 0


def _named(code: str) -> Rule:
    from shakyo_plan.likeness import nearest
    from shakyo_plan.rules import RULES

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
