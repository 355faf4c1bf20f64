"""What a wrong command line means, in the reader's language; typer says it in English only."""

from __future__ import annotations

import typer

# Typer carries its own copy of click since 0.26, and exports no other of its errors.
from typer._click.exceptions import MissingParameter, NoSuchOption, UsageError

from shakyo_plan.errors import UserError
from shakyo_plan.likeness import nearest as nearest_of
from shakyo_plan.message import Message, say


def explain(error: typer.TyperException) -> UserError:
    """Turn typer's complaint into one of ours."""
    context = getattr(error, "ctx", None)
    path = context.command_path if context else "plan"
    advice = say("See “{command} --help”", command=path)
    return UserError(_sentence(error), _advice(error) or advice)


def _sentence(error: typer.TyperException) -> Message:
    if isinstance(error, NoSuchOption):
        return say("There is no option {option}", option=error.option_name)
    if isinstance(error, MissingParameter):
        return say("{parameter} is missing", parameter=_parameter(error))
    if isinstance(error, typer.BadParameter):
        if _choices(error):
            return say("{parameter} cannot be what was given", parameter=_parameter(error))
        return say("{parameter} cannot be read", parameter=_parameter(error))
    message = error.format_message()
    if message.startswith("No such command"):
        return say("There is no command {command}", command=message.split("'")[1])
    if "requires an argument" in message:
        return say("{parameter} needs a value", parameter=str(getattr(error, "option_name", "")))
    if "unexpected extra argument" in message:
        extra = message[message.rfind("(") + 1 : message.rfind(")")]
        return say("This is one word too many: {words}", words=extra)
    return say("The command line is not understood: {words}", words=message)


def _advice(error: typer.TyperException) -> Message | None:
    if isinstance(error, NoSuchOption) and error.possibilities:
        nearest = nearest_of(error.option_name, error.possibilities, 1, least=0)
        return say("Did you mean “{nearest}”?", nearest=nearest[0])
    if choices := _choices(error):
        return say("Possible are: {choices}", choices=choices)
    if isinstance(error, UsageError) and "Did you mean" in error.message:
        return say("Did you mean “{nearest}”?", nearest=error.message.rsplit("'", 2)[1])
    return None


def _choices(error: typer.TyperException) -> tuple[str, ...]:
    kind = getattr(getattr(error, "param", None), "type", None)
    return tuple(str(getattr(choice, "value", choice)) for choice in getattr(kind, "choices", ()))


def _parameter(error: typer.BadParameter) -> str:
    if error.param is None:
        return ""
    names: list[str] = error.param.opts
    if names[0].startswith("-"):
        return max(names, key=len)
    return str(getattr(error.param, "metavar", None) or (error.param.name or "").upper())
