"""What a wrong command line means, in the reader's language; typer says it in English only."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import typer

# Typer carries its own copy of click since 0.26, and exports no other of its errors.
from typer._click.exceptions import MissingParameter, NoSuchOption, UsageError

from shakyo_plan.errors import UserError
from shakyo_plan.likeness import nearest as nearest_of
from shakyo_plan.message import Message, say
from shakyo_plan.values.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from shakyo_plan.model import Labels

_GIVEN = lazy_pattern("^'(.*)' is not ", re.DOTALL)


def explain(error: typer.TyperException, command: str = "plan") -> UserError:
    """Turn typer's complaint into one of ours; ``command`` is what was begun, where typer forgot it."""
    context = getattr(error, "ctx", None)
    path = context.command_path if context else command
    advice = say("See “{command} --help”", command=path)
    return UserError(_sentence(error), _advice(error) or advice)


def _sentence(error: typer.TyperException) -> Message:
    if isinstance(error, NoSuchOption):
        return say("Unknown option {option}", option=error.option_name)
    if isinstance(error, MissingParameter):
        path = error.ctx.command_path if error.ctx else "plan"
        return say(
            "Missing {parameter} after “{command}”", parameter=_parameter(error), command=path
        )
    if isinstance(error, typer.BadParameter):
        return _not_that(error)
    message = error.format_message()
    if message.startswith("No such command"):
        return say("Unknown command “{command}”", command=message.split("'")[1])
    if "requires an argument" in message:
        return say("{parameter} needs a value", parameter=str(getattr(error, "option_name", "")))
    if "unexpected extra argument" in message:
        return say("Unexpected argument: {words}", words=_extra(error))
    return say("The command line is not understood: {words}", words=message)


def _extra(error: typer.TyperException) -> str:
    message = error.format_message()
    return message[message.rfind("(") + 1 : message.rfind(")")]


def _not_that(error: typer.BadParameter) -> Message:
    parameter, given = _parameter(error), _GIVEN.match(error.message)
    if given is None:
        return say("{parameter} cannot be read", parameter=parameter)
    if "not a valid int" in error.message:
        return say("{parameter} takes a number, not “{given}”", parameter=parameter, given=given[1])
    return say("Invalid value “{given}” for {parameter}", parameter=parameter, given=given[1])


def _advice(error: typer.TyperException) -> Message | None:
    if isinstance(error, NoSuchOption) and error.possibilities:
        nearest = nearest_of(error.option_name, error.possibilities, 1, least=0)
        return say("Did you mean “{nearest}”?", nearest=nearest[0])
    if choices := _choices(error):
        given = _GIVEN.match(getattr(error, "message", "") or "")
        if given and (near := nearest_of(given[1], choices, 1)):
            return say(
                "Did you mean “{nearest}”? Possible values: {choices}",
                nearest=near[0],
                choices=choices,
            )
        return say("Possible values: {choices}", choices=choices)
    if isinstance(error, MissingParameter) and (example := _example(error)):
        return say("For example: {example}", example=example)
    if "unexpected extra argument" in error.format_message() and (
        context := getattr(error, "ctx", None)
    ):
        words = _extra(error)
        if context.info_name == "programs" and " " not in words:
            return say(
                "Did you mean “{nearest}”?",
                nearest=f"{context.command_path} {_option_for(words, _labels(context))}",
            )
    if isinstance(error, UsageError) and "Did you mean" in error.message:
        return say("Did you mean “{nearest}”?", nearest=error.message.rsplit("'", 2)[1])
    return None


def _labels(context: Any) -> Labels:
    from shakyo_plan.cli.complete import plans_meant
    from shakyo_plan.model import Labels

    return next((plan.labels for plan in plans_meant(context)), Labels())


def _option_for(words: str, labels: Labels) -> str:
    """Return the option of “plan programs” that a word without one was meant for."""
    from shakyo_plan.lookup.naming import kinds_labelled, label_and_number
    from shakyo_plan.model.kinds import PartKind

    label, number = label_and_number(words) or ("", "")
    if "-" in number:
        return f"--plan {number}"
    for kind in kinds_labelled(label.removeprefix("第"), labels) or () if number else ():
        if kind in (PartKind.GOAL, PartKind.PLAN, PartKind.PRIORITY):
            return f"--{kind} {number}"
    return f"--search {words}"


def _choices(error: typer.TyperException) -> tuple[str, ...]:
    kind = getattr(getattr(error, "param", None), "type", None)
    return tuple(str(getattr(choice, "value", choice)) for choice in getattr(kind, "choices", ()))


def _example(error: MissingParameter) -> str:
    command = error.ctx.command if error.ctx else None
    return (getattr(command, "epilog", None) or "").split("\n")[0]


def _parameter(error: typer.BadParameter) -> str:
    if error.param is None:
        return ""
    names: list[str] = error.param.opts
    if names[0].startswith("-"):
        return max(names, key=len)
    return str(getattr(error.param, "metavar", None) or (error.param.name or "").upper())
