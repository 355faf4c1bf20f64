"""Writing a file whole or not at all."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from shakyo_plan.errors import UserError
from shakyo_plan.message import Message, say
from shakyo_plan.source.patience import patiently
from shakyo_plan.values.plan_file import is_plan_file

_OF_OTHER_PROGRAMS = (".xlsx", ".xlsm", ".xls", ".docx", ".doc", ".pptx", ".pdf")
"""What Excel, Word and PDF readers would call damaged if text were in it."""


_STREAMS = (("/", "dev"), ("/", "proc"))


def write_whole(path: Path, text: str) -> None:
    """Write the text as UTF-8, in the place of what is there; a broken write leaves that untouched.

    A link is followed; the file keeps its permissions. Line ends are written as they are.

    Raises:
        UserError: the file cannot be written; the message says why.
    """
    write_bytes(path, text.encode("utf-8"))


def write_bytes(path: Path, raw: bytes) -> None:
    """Write the bytes in the place of what is there, as `write_whole` does a text.

    Raises:
        UserError: the file cannot be written; the message says why.
    """
    target = path.resolve()
    try:
        if target.is_dir():
            raise IsADirectoryError
        _replace(target, raw)
    except OSError as error:
        raise UserError(
            say("{path} cannot be written: {reason}", path=str(path), reason=_reason(error))
        ) from None


def write_new(path: Path, text: str) -> None:
    """Write a file that is not there yet.

    Raises:
        UserError: it is there already, or it cannot be written.
    """
    refuse_existing(path)
    write_whole(path, text)


def refuse_existing(path: Path) -> None:
    """See that a file is not there yet.

    Raises:
        UserError: it is.
    """
    if path.exists() or path.is_symlink():
        raise UserError(
            say("{path} is there already, and is not overwritten", path=str(path)),
            say("Name another file, or move that one away first"),
        )


def make_folder(path: Path) -> None:
    """Make a folder, with those above it; one that is there stays.

    Raises:
        UserError: it cannot be made; the message says why.
    """
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        reason = (
            say("a file of that name is in the way")
            if isinstance(error, (FileExistsError, NotADirectoryError))
            else _reason(error)
        )
        raise UserError(
            say("The folder {path} cannot be made: {reason}", path=str(path), reason=reason)
        ) from None


def write_output(path: Path, output: str | bytes) -> None:
    """Write what a command would have printed; replaces an earlier output, but never a plan file.

    What is there and is no regular file, such as a device or a FIFO, is opened and written to.

    Raises:
        UserError: the name is that of a plan file that exists or promises a document of another
            program, or it cannot be written.
    """
    suffix = path.suffix.lower()
    if isinstance(output, str) and suffix in _OF_OTHER_PROGRAMS:
        raise UserError(
            say("plan cannot make {suffix} files: {path}", suffix=suffix, path=str(path)),
            say(
                "Excel opens a name that ends in .csv, Word and browsers one in .html; "
                "“--help” lists the formats of a command"
            ),
        )
    if is_plan_file(path) and path.exists():
        raise UserError(
            say("{path} may be a plan file, and is not overwritten", path=str(path)),
            say("Name another file for the output"),
        )
    # As on a terminal, a ? stands for what no encoding takes.
    raw = output if isinstance(output, bytes) else output.encode("utf-8", "replace")
    if _takes_a_stream(path):
        _write_stream(path, raw)
    else:
        write_bytes(path, raw)


def _takes_a_stream(path: Path) -> bool:
    """Whether something is there that can only be written to: a device, a FIFO, an open pipe."""
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError):
        return False
    # An open stream, such as /dev/stdout, stays one where it leads into a file.
    return not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)) or path.parts[:2] in _STREAMS


def _write_stream(path: Path, raw: bytes) -> None:
    try:
        with path.open("wb", buffering=0) as stream:
            written = 0
            while written < len(raw):
                written += stream.write(raw[written:]) or 0
    except BrokenPipeError:
        pass  # who reads has enough
    except OSError as error:
        raise UserError(
            say("{path} cannot be written: {reason}", path=str(path), reason=_reason(error))
        ) from None


def _replace(target: Path, raw: bytes) -> None:
    # Beside the target: a file can be put in another's place at once only on one disk.
    import tempfile  # only what writes needs it

    handle, name = tempfile.mkstemp(prefix=f".{target.name[:50]}.", dir=target.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(raw)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(target.stat().st_mode if target.exists() else 0o666 & ~_umask())
        patiently(lambda: temporary.replace(target))
    except BaseException:
        # Whatever ended it, Ctrl-C too: nothing half written stays, and it goes on its way.
        temporary.unlink(missing_ok=True)
        raise


def _umask() -> int:
    umask = os.umask(0)
    os.umask(umask)
    return umask


def _reason(error: OSError) -> Message:
    match error:
        case FileNotFoundError():
            return say("its folder does not exist")
        case IsADirectoryError():
            return say("this is a folder")
        case PermissionError():
            return say("it may not be written; is it open in another program?")
        case _:
            return say("{reason}", reason=error.strerror or str(error))
