"""Reading files that a person or a setting names: only ordinary ones, and never more than they may be."""

from __future__ import annotations

import errno
import stat
from pathlib import Path
from unicodedata import normalize

from shakyo_plan.message import Message, say
from shakyo_plan.values.device_name import device_name


class NotAFile(OSError):
    """A device, a pipe or a socket where a file belongs: whoever reads it may wait, or read, for ever."""


class TooLarge(OSError):
    """A file with more bytes than one of its kind can have."""

    def __init__(self, most: int) -> None:
        """Hold how many bytes there may be."""
        super().__init__(f"more than {most} bytes")
        self.most = most


def read_file(path: Path, most: int) -> bytes:
    """Return the bytes of an ordinary file.

    Raises:
        NotAFile: it is none.
        TooLarge: there are more than ``most``; they are not read.
        OSError, ValueError: it cannot be read.
    """
    mode = path.stat().st_mode
    if stat.S_ISDIR(mode):
        raise IsADirectoryError  # Windows would say that it may not be read
    if not stat.S_ISREG(mode):
        raise NotAFile
    with path.open("rb") as file:
        raw = file.read(most + 1)
    if len(raw) > most:
        raise TooLarge(most)
    return raw


def why_not(path: Path, error: Exception) -> Message:
    """Say why a file cannot be read."""
    if (name := device_name(path)) is not None:
        return say("Windows keeps the name {name} for a device; no file can have it", name=name)
    match error:
        case NotAFile():
            return say("Not a regular file")
        case TooLarge():
            return say("The file is larger than {n} MB", n=error.most // 1_000_000)
        case FileNotFoundError() if path.is_symlink():
            target = str(path.readlink())
            return say("This is a link to {target}, and there is no such file", target=target)
        case FileNotFoundError():
            return say("File not found")
        case IsADirectoryError():
            return say("This is a folder, not a file")
        case PermissionError():
            return say("The file may not be read; is it open in another program?")
        case OSError(errno=errno.ENAMETOOLONG):
            return say("The name is too long for a file")
        case OSError(errno=errno.ELOOP):
            return say("This is a link that leads to itself")
        case _:
            return say("The file cannot be read ({reason})", reason=str(error))


def same_name_in_other_letters(path: Path) -> Path | None:
    """Return the file that is there instead, where a name differs only in how が is composed.

    macOS takes letters apart (か and a mark), Windows and Linux keep them as they were typed.
    """
    found, here = Path(path.anchor), path.parts[1:] if path.anchor else path.parts
    for part in here:
        if not (found / part).exists():
            try:
                names = [entry.name for entry in found.iterdir()]
            except OSError:
                return None
            wanted = normalize("NFC", part)
            part = next((name for name in names if normalize("NFC", name) == wanted), part)
        found = found / part
    return found if found != path and found.exists() else None
