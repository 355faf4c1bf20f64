"""``--install-completion``: sets the Tab key up, and says where, in the reader's language.

typer's own would change the execution policy of PowerShell, and find its profile by guessing an
encoding: with Japanese in the path it makes a wrong folder. There, the script is printed instead.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import typer

from shakyo_plan.message import say

if TYPE_CHECKING:
    from shakyo_plan.cli.session import Session

_POWERSHELLS = ("powershell", "pwsh")


def install_completion(ctx: Any, _param: Any, value: Any) -> Any:
    """Set completion up for the shell asked for, else for the one that runs; typer calls it."""
    if not value or ctx.resilient_parsing:
        return value
    from typer import _completion_shared as typers

    session: Session = ctx.obj
    shell = value if isinstance(value, str) else typers._get_shell_name()
    if shell in _POWERSHELLS:
        script = typers.get_completion_script(
            prog_name="plan", complete_var="_PLAN_COMPLETE", shell=shell
        )
        session.out(f"{script.strip()}\n")
        session.info(
            say(
                "Put these lines at the end of the file that “notepad $PROFILE” opens, and open "
                "PowerShell again"
            )
        )
        raise typer.Exit
    if shell not in tuple(known.value for known in typers.Shells):
        session.info(
            say("Completion works in bash, zsh, fish and PowerShell; this shell is none of these")
        )
        raise typer.Exit(2)
    _, path = typers.install(shell=shell, prog_name="plan")
    session.info(say("Written: {path}", path=str(path)))
    session.info(say("Completion works in terminals that you open from now on"))
    raise typer.Exit
