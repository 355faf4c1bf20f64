"""Which rules count, and how much: what the command line says, and else the configuration."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shakyo_plan.errors import UserError
from shakyo_plan.message import Message, say

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from shakyo_plan.config import Config
    from shakyo_plan.diagnostic import Severity
    from shakyo_plan.lint.rules.settings import Settings


def settings_of(
    config: Config, select: Sequence[str] | None, ignore: Sequence[str] | None
) -> Settings:
    """Return what a person chose on the command line, and else in the configuration.

    Raises:
        UserError: a code that no rule has, or a severity that does not exist.
    """
    from shakyo_plan.lint.rules.settings import Settings

    configured = say("the configuration {path}", path=str(config.path))
    return Settings(
        select=tuple(
            _codes(select, say("--select")) if select else _codes(config.select, configured)
        ),
        ignore=tuple(
            _codes(ignore, say("--ignore")) if ignore else _codes(config.ignore, configured)
        ),
        severities=dict(_severities(config, configured)),
        notation=config.notation,
    )


def _codes(written: Sequence[str], where: Message) -> Iterator[str]:
    for codes in written:
        for code in codes.split(","):
            yield _known(code.strip().upper(), where)


def _known(code: str, where: Message) -> str:
    from shakyo_plan.lint.rules import RULES

    if code and any(rule.code.startswith(code) for rule in RULES):
        return code
    raise UserError(
        say("{where}: unknown rule “{code}”", where=where, code=code),
        say("“plan rule” lists all rules"),
    )


def _severities(config: Config, where: Message) -> Iterator[tuple[str, Severity]]:
    from shakyo_plan.diagnostic import Severity

    for code, word in config.severity.items():
        if word not in tuple(Severity):
            raise UserError(
                say(
                    "{where}: unknown severity “{word}” for {code}",
                    where=where,
                    code=code,
                    word=word,
                ),
                say("Possible values: {choices}", choices=tuple(Severity)),
            )
        yield _known(code, where), Severity(word)
