"""Long output on a terminal, a screen at a time.

typer's own pager writes for Windows' ``more``, which reads Japanese in another encoding than it is
written in. So a pager is used only where one is known to be right: the one that PAGER names, or less.
"""

from __future__ import annotations

import os
import shlex
import sys
from pathlib import PurePath

from shakyo_plan.source.programs import find_program
from shakyo_plan.values.lazy_pattern import lazy_pattern

_OF_PROMPTS = lazy_pattern(r"([?:.%\\])")
"""What less reads as more than itself in a prompt."""
_ESCAPED = r"\\\1"
_LESS = "FX"
"""Quit where it fits, leave the text on the screen; what LESS of the environment says counts before it."""
_PROMPT = "Space, b, /, q: quit"


def shown_in_pager(text: str, how: str) -> bool:
    """Show the text in a pager; less is told to say how to go on and how to leave it.

    Returns:
        False where there is no pager, and the text is still to be printed.
    """
    command = _command()
    if command is None:
        return False
    if _is_less(command[0]):
        # Up to its version 590 at least, less garbles a prompt in Japanese.
        prompt = how if how.isascii() else _PROMPT
        command[1:1] = ["-R", f"-Ps{_OF_PROMPTS.sub(_ESCAPED, prompt)}"]
        text = text if how.isascii() else f"{how}\n\n{text}"
    # Only the few who page pay for it.
    from subprocess import PIPE, Popen

    environment = {"LESSCHARSET": "utf-8", "LESS": _LESS, **os.environ}
    sys.stdout.flush()
    try:
        pager = Popen(command, stdin=PIPE, env=environment)  # noqa: S603 - the reader's own choice
    except OSError:
        return False
    assert pager.stdin is not None  # noqa: S101 - it is a pipe
    try:
        pager.stdin.write(text.encode(sys.stdout.encoding or "utf-8", "replace"))
        pager.stdin.close()
    except (BrokenPipeError, KeyboardInterrupt):
        pass  # who reads has enough
    while True:
        try:
            pager.wait()
        except KeyboardInterrupt:
            continue  # Ctrl+C is for the pager while it runs
        return True


def _command() -> list[str] | None:
    try:
        # Windows separates folders by the mark that a POSIX shell takes for an escape.
        words = _words(os.environ.get("PAGER", "less"), windows=os.name == "nt")
    except ValueError:
        return None  # a quote that is never closed
    program = find_program(words[0]) if words else None
    return [program, *words[1:]] if program else None


def _is_less(program: str) -> bool:
    return PurePath(program).stem.lower() == "less"


def _words(command: str, *, windows: bool) -> list[str]:
    if windows:
        return [word.strip('"') for word in shlex.split(command, posix=False)]
    return shlex.split(command)
