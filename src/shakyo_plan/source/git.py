"""Asking git, without letting a repository's own configuration run a program."""

from __future__ import annotations

import os
from pathlib import Path

from shakyo_plan.errors import UserError
from shakyo_plan.message import say
from shakyo_plan.source.programs import find_program

_SETTINGS = (
    "core.fsmonitor=false",
    "core.virtualFilesystem=",
    f"core.hooksPath={os.devnull}",
    "protocol.allow=never",
)
"""What stands above the repository's own settings, each of which names a program that git would run.

A blob that a partial clone lacks is fetched by whatever core.sshCommand, a remote's uploadpack or an
ext:: address says; without a protocol, git asks nobody.
"""
_ENVIRONMENT = {
    "GIT_ALLOW_PROTOCOL": "none",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
}


class Git:
    """Asks git, in one folder; answers are bytes, so that names come as they are."""

    def __init__(self, folder: Path) -> None:
        """Find git.

        Raises:
            UserError: it is not installed.
        """
        command = find_program("git")
        if command is None:
            raise UserError(
                say("git is not installed, or is not found"),
                say("REV:PATH reads a file from git. Install git, or name files on the disk"),
            )
        settings = (word for setting in _SETTINGS for word in ("-c", setting))
        self._command = [command, "--no-pager", "-C", str(folder), *settings]

    def answer(self, *arguments: str) -> bytes | None:
        """Return what git prints, or None where it fails."""
        # Only who asks for a revision pays for it.
        from subprocess import DEVNULL, run

        done = run(  # noqa: S603 - a list of arguments, none read by a shell
            [*self._command, *arguments],
            stdin=DEVNULL,
            capture_output=True,
            check=False,
            env={**os.environ, **_ENVIRONMENT},
        )
        return done.stdout if done.returncode == 0 else None

    def refusal(self) -> str | None:
        """Return why git does not work in the folder, in git's own words; None where it does."""
        from subprocess import DEVNULL, run

        done = run(  # noqa: S603 - a list of arguments, none read by a shell
            [*self._command, "rev-parse", "--git-dir"],
            stdin=DEVNULL,
            capture_output=True,
            check=False,
            env={**os.environ, **_ENVIRONMENT, "LC_ALL": "C"},
        )
        said = done.stderr.decode("utf-8", "replace").strip().removeprefix("fatal: ")
        return said.splitlines()[0] if done.returncode and said else None

    def knows(self, name: str) -> bool:
        """Say whether there is a revision of this name."""
        # What begins with a hyphen is an option for git, and never a revision.
        if name.startswith("-"):
            return False
        return self.answer("rev-parse", "--verify", "--quiet", f"{name}^{{tree}}") is not None

    def files(self, name: str) -> tuple[str, ...]:
        """Return the paths of all files in a revision, or of all that are staged."""
        listing = ("ls-tree", "-r", "-z", "--name-only", "--full-tree", name) if name else None
        found = self.answer(*(listing or ("ls-files", "-z", "--full-name", ":/"))) or b""
        return tuple(file.decode("utf-8", "replace") for file in found.split(b"\0") if file)
