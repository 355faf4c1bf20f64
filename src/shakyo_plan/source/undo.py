"""The step back: what plan files were before this tool last rewrote them, kept in ``.undo/`` beside them.

A file there has a line of JSON (which run wrote the plan file, and the hash of what it wrote), and
then the bytes as they were. One step is kept for each plan file; taking it back keeps what was
there instead, so that the next one brings it again.
"""

from __future__ import annotations

import hashlib
import json
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from shakyo_plan.errors import UserError
from shakyo_plan.message import Message, say
from shakyo_plan.source.writing import make_folder, rewrite, write_bytes

FOLDER = ".undo"
_ENDING = ".undo"
_VERSION = 1
_NOT_FOR_GIT = "# What “plan undo” takes back; it is for this computer only.\n*\n"


class Kept(NamedTuple):
    """What is kept for one plan file."""

    path: Path
    step: str
    """The run that wrote it; the same for all files of the run, and later runs have greater ones."""
    command: str
    result: str
    """The hash of what was written."""
    previous: bytes


class Rewriting:
    """One run that rewrites plan files: all that it writes is one step."""

    def __init__(self, command: str) -> None:
        """Begin a step; ``command`` is what people call it, ``plan fmt``."""
        self._command = command
        self._step = f"{time.time_ns():020}"

    def write(self, path: Path, before: str, after: str) -> None:
        """Write the text of a plan file, and keep the one before.

        Raises:
            UserError: one of the two cannot be written; the plan file is as it was then.
        """
        raw = after.encode("utf-8")
        kept = Kept(path, self._step, self._command, _hash(raw), before.encode("utf-8"))
        _swap(kept, raw)


def last_step(folder: Path) -> tuple[Kept, ...]:
    """Return the files of the last step in a plans folder.

    Raises:
        UserError: there is none.
    """
    found = [_read(record) for record in sorted((folder / FOLDER).glob(f"*{_ENDING}"))]
    kept = [kept_file for kept_file in found if kept_file is not None]
    if not kept:
        raise _nothing(str(folder))
    last = max(kept_file.step for kept_file in kept)
    return tuple(kept_file for kept_file in kept if kept_file.step == last)


def step_of(path: Path) -> tuple[Kept, ...]:
    """Return the files of the step that last wrote a plan file.

    Raises:
        UserError: there is none.
    """
    kept = _read(_place(path))
    if kept is None:
        raise _nothing(str(path))
    found = (_read(record) for record in sorted(_place(path).parent.glob(f"*{_ENDING}")))
    return tuple(file for file in found if file is not None and file.step == kept.step)


def take_back(step: Sequence[Kept]) -> None:
    """Write the files of a step as they were before; what they are now is kept instead.

    Raises:
        UserError: one was changed since, is gone, or cannot be written; then all stay as they are.
    """
    now = {kept.path: _bytes(kept.path) for kept in step}
    if changed := tuple(str(file.path) for file in step if _hash(now[file.path]) != file.result):
        raise UserError(
            say("Changed since plan wrote it, and not taken back: {paths}", paths=changed),
            say("What was there before is kept beside it, in the folder {folder}", folder=FOLDER),
        )
    done: list[Kept] = []
    try:
        for kept in step:
            back = kept._replace(result=_hash(kept.previous), previous=now[kept.path])
            _swap(back, kept.previous)
            done.append(kept)
    except UserError:
        for kept in done:
            _swap(kept, now[kept.path])
        raise


def _swap(kept: Kept, raw: bytes) -> None:
    """Write a plan file, and what is kept for it: the latter is ready before, and in place after."""
    place = _place(kept.path)
    make_folder(place.parent)
    if not (git := place.parent / ".gitignore").exists():
        write_bytes(git, _NOT_FOR_GIT.encode())
    head = {"version": _VERSION, "step": kept.step, "command": kept.command, "result": kept.result}
    ready = place.with_name(f"{place.name}.new")
    write_bytes(ready, json.dumps(head).encode() + b"\n" + kept.previous)
    try:
        rewrite(kept.path, kept.previous, raw)
    except BaseException:
        ready.unlink(missing_ok=True)
        raise
    ready.replace(place)


def _place(path: Path) -> Path:
    return path.parent / FOLDER / f"{path.name}{_ENDING}"


def _read(place: Path) -> Kept | None:
    """Return what is kept at a place; None where there is nothing, or something else."""
    try:
        head, _, previous = place.read_bytes().partition(b"\n")
        data = json.loads(head)
        if data["version"] != _VERSION:
            return None
        path = place.parent.parent / place.name.removesuffix(_ENDING)
        return Kept(path, str(data["step"]), str(data["command"]), str(data["result"]), previous)
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        reason = error.strerror or str(error)
        raise UserError(
            say("{path} cannot be read: {reason}", path=str(path), reason=reason)
        ) from None


def _hash(raw: bytes) -> str:
    return hashlib.sha256(raw).hexdigest()


def _nothing(where: str) -> UserError:
    message: Message = say("There is nothing to take back in {path}", path=where)
    return UserError(
        message,
        say(
            "plan undo takes back what plan last wrote: fmt, rename, import --into, validate --fix"
        ),
    )
