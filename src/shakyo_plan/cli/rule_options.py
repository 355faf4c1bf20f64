"""Options that say which rules count, and the settings that come of them and the configuration."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeAlias

import typer

from shakyo_plan.cli import complete
from shakyo_plan.errors import UserError
from shakyo_plan.message import Message, say, translatable
from shakyo_plan.source.writing import write_whole

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from shakyo_plan.config import Config
    from shakyo_plan.diagnostic import Severity
    from shakyo_plan.lint.engine import Report
    from shakyo_plan.lint.rules.settings import Settings

Select: TypeAlias = Annotated[
    list[str] | None,
    typer.Option(
        "--select",
        metavar=translatable("CODES"),
        autocompletion=complete.rule_codes,
        help=translatable(
            "Only these rules: codes or their beginnings, P2 or P201,P5. May be repeated."
        ),
    ),
]
Ignore: TypeAlias = Annotated[
    list[str] | None,
    typer.Option(
        "--ignore",
        metavar=translatable("CODES"),
        autocompletion=complete.rule_codes,
        help=translatable("All but these rules: codes or their beginnings. May be repeated."),
    ),
]

BaselineFile: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--baseline",
        metavar=translatable("FILE"),
        help=translatable("Leave out the findings in this file, which --write-baseline made."),
    ),
]
WriteBaseline: TypeAlias = Annotated[
    bool,
    typer.Option(
        "--write-baseline",
        help=translatable(
            "Write all findings of now to the baseline, so that only new ones are shown from now on."
        ),
    ),
]
_BASELINE = "plan-baseline.json"


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


def against_baseline(report: Report, named: str | None, config: Config, *, write: bool) -> Report:
    """Return the report without what the baseline has; writes that first, if asked to.

    Raises:
        UserError: the baseline cannot be read or written.
    """
    path = Path(named) if named else config.baseline
    if path is None and not write:
        return report
    from shakyo_plan.lint.baseline import baseline_of, leave_out, read_baseline, write_baseline

    path = path or Path(_BASELINE)
    if write:
        baseline = baseline_of(report)
        write_whole(path, write_baseline(baseline))
        return leave_out(report, baseline)
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise UserError(
            say("There is no baseline {path}", path=str(path)),
            say("Make it with --write-baseline"),
        ) from None
    except (OSError, UnicodeDecodeError) as error:
        raise UserError(
            say("The baseline {path} cannot be read: {reason}", path=str(path), reason=str(error)),
            say("Make it anew with --write-baseline"),
        ) from None
    return leave_out(report, read_baseline(text, str(path)))


def _codes(written: Sequence[str], where: Message) -> Iterator[str]:
    for each in written:
        for code in each.split(","):
            yield _known(code.strip().upper(), where)


def _known(code: str, where: Message) -> str:
    from shakyo_plan.lint.rules import RULES

    if code and any(rule.code.startswith(code) for rule in RULES):
        return code
    raise UserError(
        say("{where} names a rule that does not exist: “{code}”", where=where, code=code),
        say("“plan rule” lists all rules"),
    )


def _severities(config: Config, where: Message) -> Iterator[tuple[str, Severity]]:
    from shakyo_plan.diagnostic import Severity

    for code, word in config.severity.items():
        if word not in tuple(Severity):
            raise UserError(
                say(
                    "{where} gives {code} a severity that does not exist: “{word}”",
                    where=where,
                    code=code,
                    word=word,
                ),
                say("Possible are: {choices}", choices=tuple(Severity)),
            )
        yield _known(code, where), Severity(word)
