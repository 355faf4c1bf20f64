"""``--install-completion`` and ``--show-completion``, answered in the reader's language.

typer's own would change the execution policy of PowerShell, and find its profile by guessing an
encoding: with Japanese in the path it makes a wrong folder. There, the script is printed instead.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

import typer

from shakyo_plan.errors import UserError
from shakyo_plan.message import say

if TYPE_CHECKING:
    from shakyo_plan.cli.session import Session

_POWERSHELLS = ("powershell", "pwsh")


def answer_about_completion(command: Any, arguments: Sequence[str]) -> None:
    """Put our answers in the place of typer's; the word behind the option may name a shell."""
    answers: dict[str, Callable[[str, Session], None]] = {
        "install_completion": _install,
        "show_completion": _show,
    }
    for param in command.params:
        if param.name in answers:
            named = _word_behind(param.opts[0], arguments)
            param.callback = partial(_answer, answers[param.name], named)


def _word_behind(option: str, arguments: Sequence[str]) -> str:
    if option not in arguments:
        return ""
    behind = [*arguments[arguments.index(option) + 1 :], ""][0]
    return "" if behind.startswith("-") else behind


def _answer(
    answer: Callable[[str, Session], None], named: str, ctx: Any, _param: Any, value: Any
) -> Any:
    if not value or ctx.resilient_parsing:
        return value
    answer(_shell(value if isinstance(value, str) else named), ctx.obj)
    raise typer.Exit


def _shell(named: str) -> str:
    """Return the shell that is named, else the one that runs.

    Raises:
        UserError: it is none that plan can complete in.
    """
    from typer import _completion_shared as typers

    from shakyo_plan.cli.shells import use_own_completion

    use_own_completion()
    shell = named or typers._get_shell_name() or ""
    known = tuple(known.value for known in typers.Shells)
    if shell not in known:
        raise UserError(
            say("Completion does not work in {shell}", shell=shell)
            if shell
            else say("The shell that runs here cannot be told"),
            say(
                "Name one of these, such as {example}: {known}",
                example="plan --install-completion bash",
                known=known,
            ),
        )
    return shell


def _show(shell: str, session: Session) -> None:
    from typer._completion_shared import get_completion_script

    script = get_completion_script(prog_name="plan", complete_var="_PLAN_COMPLETE", shell=shell)
    session.out(f"{script}\n")


def _install(shell: str, session: Session) -> None:
    if shell in _POWERSHELLS:
        _show(shell, session)
        session.info(
            say(
                "Put these lines at the end of the file that “notepad $PROFILE” opens, and open "
                "PowerShell again"
            )
        )
        return
    from typer._completion_shared import install

    try:
        _, path = install(shell=shell, prog_name="plan")
    except OSError as error:
        reason = error.strerror or str(error)
        raise UserError(
            say("Completion cannot be set up: {reason}", reason=reason),
            say("Write it where you like: {example}", example="plan --show-completion > plan.sh"),
        ) from None
    session.info(say("Written: {path}", path=str(path)))
    session.info(say("Completion works in terminals that you open from now on"))
