"""Plan files as git keeps them: ``HEAD~1:plans/2024.yaml`` is the file as it was one commit ago."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path

from shakyo_plan.errors import UserError
from shakyo_plan.likeness import nearest
from shakyo_plan.message import say
from shakyo_plan.values.plan_file import is_plan_file

_ROOT_OF_DRIVE = re.compile(r"[A-Za-z]:(?:[\\/]|$)")
_DRIVE = re.compile(r"[A-Za-z]:")


@dataclass(frozen=True, slots=True)
class Revision:
    """A file in a revision: ``name`` is a commit, branch or tag; empty means what is staged."""

    name: str
    path: str

    @classmethod
    def parse(cls, text: str, *, windows: bool = os.name == "nt") -> Revision | None:
        """Read ``REV:path``; None for what is a path of the disk, such as ``C:\\plans\\2024.yaml``.

        On Windows a single letter is always a drive: ``C:2024.yaml`` lies in the current folder there.
        """
        if ":" not in text or (_DRIVE if windows else _ROOT_OF_DRIVE).match(text):
            return None
        name, _, path = text.partition(":")
        return cls(name, path.replace("\\", "/"))

    def __str__(self) -> str:
        """The revision as git writes it."""
        return f"{self.name}:{self.path}"


def read_revision(revision: Revision, folder: Path) -> bytes:
    """Return the bytes of the file in the revision; ``folder`` lies in the repository.

    Raises:
        UserError: git is not installed, the folder is in no repository, or there is no such revision
            or no such file in it.
    """
    git = _Git(folder)
    if git.answer("rev-parse", "--git-dir") is None:
        raise UserError(
            say("{folder} is in no git repository", folder=str(folder)),
            say(
                "“{revision}” means a file in a revision of git. A file on the disk: write its path",
                revision=str(revision),
            ),
        )
    if revision.name and not git.knows(revision.name):
        raise UserError(
            say("git knows no revision “{name}”", name=revision.name),
            say(
                "“git log --oneline” lists the revisions; HEAD is the newest, HEAD~1 the one before"
            ),
        )
    path = revision.path
    raw = git.answer("cat-file", "blob", f"{revision.name}:{path}")
    if raw is None and not path.startswith((".", "/")):
        # git counts paths from the top of the repository; a person counts from where they are.
        raw = git.answer("cat-file", "blob", f"{revision.name}:./{path}")
    if raw is None:
        raise _no_such_file(revision, git)
    return raw


def _no_such_file(revision: Revision, git: _Git) -> UserError:
    message = (
        say("Revision {name} has no file {path}", name=revision.name, path=revision.path)
        if revision.name
        else say("git has no file {path} staged", path=revision.path)
    )
    files = git.files(revision.name)
    if near := nearest(revision.path, files, 1):
        return UserError(message, say("Did you mean “{nearest}”?", nearest=near[0]))
    plans = tuple(file for file in files if is_plan_file(file))
    advice = say("The files that exist: {files}", files=plans[:10]) if plans else None
    return UserError(message, advice)


class _Git:
    """Asks git, in one folder; answers are bytes, so that names come as they are."""

    def __init__(self, folder: Path) -> None:
        from shutil import which

        command = which("git")
        if command is None:
            raise UserError(
                say("git is not installed, or is not found"),
                say("REV:PATH reads a file from git. Install git, or name files on the disk"),
            )
        self._command = [command, "-C", str(folder)]

    def answer(self, *arguments: str) -> bytes | None:
        """Return what git prints, or None where it fails."""
        # Only who asks for a revision pays for it.
        from subprocess import DEVNULL, run

        done = run(  # noqa: S603 - a list of arguments, none read by a shell
            [*self._command, *arguments], stdin=DEVNULL, capture_output=True, check=False
        )
        return done.stdout if done.returncode == 0 else None

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
