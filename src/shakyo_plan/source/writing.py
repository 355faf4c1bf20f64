"""Writing a file whole or not at all."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Callable
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from shakyo_plan.errors import UserError
from shakyo_plan.message import Message, say
from shakyo_plan.source.patience import patiently
from shakyo_plan.values.device_name import device_name

if TYPE_CHECKING:
    from collections.abc import Iterator


def write_whole(path: Path, text: str) -> None:
    """Write the text as UTF-8, in the place of what is there; a broken write leaves that untouched.

    A link is followed; the file keeps its permissions and its owner. Line ends are written as they are.

    Raises:
        UserError: the file cannot be written; the message says why.
    """
    write_bytes(path, text.encode("utf-8"))


def write_bytes(path: Path, raw: bytes) -> None:
    """Write the bytes in the place of what is there, as `write_whole` does a text.

    Raises:
        UserError: the file cannot be written; the message says why.
    """
    with failures_told(path):
        _replace(path.resolve(), raw)


def rewrite(path: Path, before: bytes, after: bytes) -> None:
    """Write bytes in the place of those that were read, unless somebody else has changed them since.

    Raises:
        UserError: the file holds something else now, or cannot be written.
    """

    def see_that_it_is_the_same(target: Path) -> None:
        if target.read_bytes() != before:
            raise UserError(
                say("{path} was changed meanwhile, and is left as it is", path=str(path)),
                say("Run the command again"),
            )

    with failures_told(path):
        _replace(path.resolve(), after, see_that_it_is_the_same)


def write_new(path: Path, text: str) -> None:
    """Write a file that is not there yet; of two who write it at once, one fails.

    Raises:
        UserError: it is there already, or it cannot be written.
    """
    refuse_existing(path)
    with failures_told(path), _beside(path, text.encode("utf-8")) as temporary:
        temporary.chmod(0o666 & ~_umask())
        try:
            _put_where_nothing_is(temporary, path)
        except FileExistsError:
            raise _is_there(path) from None


def refuse_existing(path: Path) -> None:
    """See that a file is not there yet.

    Raises:
        UserError: it is.
    """
    with failures_told(path):
        if path.exists() or path.is_symlink():
            raise _is_there(path)


def make_folder(path: Path) -> None:
    """Make a folder, with those above it; one that is there stays.

    Raises:
        UserError: it cannot be made; the message says why.
    """
    _refuse_device(path)
    try:
        path.mkdir(parents=True, exist_ok=True)
    except (OSError, ValueError) as error:
        reason = (
            say("a file of that name is in the way")
            if isinstance(error, (FileExistsError, NotADirectoryError))
            else _reason(error)
        )
        raise UserError(
            say("The folder {path} cannot be made: {reason}", path=str(path), reason=reason)
        ) from None


@contextmanager
def failures_told(path: Path) -> Iterator[None]:
    """Turn what keeps a file from being written into a sentence.

    Raises:
        UserError: it cannot be written; the message says why.
    """
    _refuse_device(path)
    try:
        yield
    except (OSError, ValueError, RuntimeError) as error:
        raise UserError(
            say("{path} cannot be written: {reason}", path=str(path), reason=_reason(error))
        ) from None


def _refuse_device(path: Path) -> None:
    name = device_name(path)
    if name is not None:
        raise UserError(
            say(
                "{path} cannot be written: Windows keeps the name {name}", path=str(path), name=name
            ),
            say("Choose another name"),
        )


class _CannotStayItself(OSError):
    """A file that would come back as another one: of another owner, or without its other names."""

    def __init__(self, reason: Message) -> None:
        super().__init__(str(reason))
        self.reason = reason


def _replace(target: Path, raw: bytes, look: Callable[[Path], None] = lambda _: None) -> None:
    """Put bytes in the place of what is at the target; ``look`` may refuse it at the last moment."""
    if target.is_dir():
        raise IsADirectoryError
    before = target.stat() if target.exists() else None
    if before is not None:
        _see_that_it_may_change(target, before)
    with _beside(target, raw) as temporary:
        if before is not None:
            _keep_owner(temporary, before)
        # Whoever runs a program of this name later would run what somebody else wrote.
        special = stat.S_ISUID | stat.S_ISGID
        mode = stat.S_IMODE(before.st_mode) & ~special if before else 0o666 & ~_umask()
        temporary.chmod(mode)
        look(target)
        patiently(lambda: temporary.replace(target))


def _see_that_it_may_change(target: Path, before: os.stat_result) -> None:
    # For the root of a computer everything may be written; what is marked read-only is meant so.
    if not before.st_mode & 0o222 or not os.access(target, os.W_OK):
        raise _CannotStayItself(say("it is read-only"))
    if before.st_nlink > 1:
        raise _CannotStayItself(
            say("it has several names (hard links), and the others would keep the old text")
        )


def _keep_owner(temporary: Path, before: os.stat_result) -> None:
    now = temporary.stat()
    if (now.st_uid, now.st_gid) == (before.st_uid, before.st_gid):
        return
    try:
        os.chown(temporary, before.st_uid, before.st_gid)
    except (OSError, AttributeError):
        raise _CannotStayItself(say("it belongs to somebody else")) from None


@contextmanager
def _beside(target: Path, raw: bytes) -> Iterator[Path]:
    """Write the bytes to a file in the same folder, which is gone at the end, whatever ended it.

    A file can be put in another's place at once only on one disk.
    """
    import tempfile  # only what writes needs it

    handle, name = tempfile.mkstemp(prefix=f".{target.name[:50]}.", dir=target.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(raw)
            file.flush()
            os.fsync(file.fileno())
        yield temporary
    finally:
        temporary.unlink(missing_ok=True)


def _put_where_nothing_is(temporary: Path, path: Path) -> None:
    if os.name == "nt":
        temporary.rename(path)  # which fails there where something is
        return
    try:
        path.hardlink_to(temporary)
    except FileExistsError:
        raise
    except OSError:
        # Some disks know no second names: USB sticks, shared folders of Windows.
        with path.open("xb"):
            temporary.replace(path)


def _is_there(path: Path) -> UserError:
    return UserError(
        say("{path} already exists; not overwriting", path=str(path)),
        say("Name another file, or move that one away first"),
    )


def _umask() -> int:
    umask = os.umask(0)
    os.umask(umask)
    return umask


def _reason(error: Exception) -> Message:
    match error:
        case _CannotStayItself():
            return error.reason
        case FileNotFoundError():
            return say("its folder does not exist")
        case IsADirectoryError():
            return say("this is a folder")
        case PermissionError():
            return say("it may not be written; is it open in another program?")
        case OSError(errno=errno.ENAMETOOLONG):
            return say("its name is too long")
        case OSError(errno=errno.ENXIO):
            return say("nothing reads from this pipe")
        case OSError(errno=errno.ELOOP) | RuntimeError():
            return say("it is a link that leads to itself")
        case OSError():
            return say("{reason}", reason=error.strerror or str(error))
        case _:
            return say("{reason}", reason=str(error))
