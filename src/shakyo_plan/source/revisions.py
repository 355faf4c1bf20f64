"""Plan files as git keeps them: ``HEAD~1:plans/2024.yaml`` is the file as it was one commit ago."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from shakyo_plan.errors import UserError
from shakyo_plan.likeness import nearest
from shakyo_plan.message import say
from shakyo_plan.source.document import MAX_BYTES, too_large
from shakyo_plan.source.git import Git
from shakyo_plan.values.lazy_pattern import lazy_pattern
from shakyo_plan.values.plan_file import is_plan_file

_ROOT_OF_DRIVE = lazy_pattern(r"[A-Za-z]:(?:[\\/]|$)")
_DRIVE = lazy_pattern(r"[A-Za-z]:")


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
    git = Git(folder)
    if refusal := git.refusal():
        if "not a git repository" not in refusal:
            # A repository that belongs to somebody else, for example: git says what is to be done.
            raise UserError(
                say("git does not read {folder}: {reason}", folder=str(folder), reason=refusal),
                say("“git status” in this folder says what to do"),
            )
        raise UserError(
            say("{folder} is not in a git repository", folder=str(folder)),
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
    names = [f"{revision.name}:{revision.path}"]
    if not revision.path.startswith((".", "/")):
        # git counts paths from the top of the repository; a person counts from where they are.
        names.append(f"{revision.name}:./{revision.path}")
    for name in names:
        size = git.answer("cat-file", "-s", name)
        if size is not None and int(size) > MAX_BYTES:
            raise UserError(
                say("{path}: {message}", path=str(revision), message=too_large().message)
            )
        raw = git.answer("cat-file", "blob", name) if size is not None else None
        if raw is not None:
            return raw
    raise _no_such_file(revision, git)


def _no_such_file(revision: Revision, git: Git) -> UserError:
    message = (
        say("Revision {name} has no file {path}", name=revision.name, path=revision.path)
        if revision.name
        else say("git has no file {path} staged", path=revision.path)
    )
    files = git.files(revision.name)
    if revision.path in files:
        return UserError(
            say(
                "{revision} is not on this computer: the repository was cloned in part",
                revision=str(revision),
            ),
            say(
                "“git show {revision}” fetches it, if you trust where it comes from",
                revision=str(revision),
            ),
        )
    if near := nearest(revision.path, files, 1):
        return UserError(message, say("Did you mean “{nearest}”?", nearest=near[0]))
    plans = tuple(file for file in files if is_plan_file(file))
    advice = say("Available files: {files}", files=plans[:10]) if plans else None
    return UserError(message, advice)
