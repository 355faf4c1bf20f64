"""Where output may go: never over a plan, whatever name it is called by, and into devices and pipes."""

from __future__ import annotations

import errno
import os
import re
import stat
import time
from io import FileIO
from pathlib import Path

from shakyo_plan.errors import UserError
from shakyo_plan.message import say
from shakyo_plan.source.writing import failures_told, write_bytes
from shakyo_plan.values.lazy_pattern import lazy_pattern
from shakyo_plan.values.plan_file import SUFFIXES

_OF_OTHER_PROGRAMS = (".xlsx", ".xlsm", ".xls", ".docx", ".doc", ".pptx", ".pdf")
"""What Excel, Word and PDF readers would call damaged if text were in it."""
_STREAMS = (("/", "dev"), ("/", "proc"))
_HEAD_BYTES = 65_536
_TRIES, _PAUSE = 50, 0.1
"""How often a pipe is looked at for a reader, and the seconds between."""
_OF_A_PLAN = tuple(
    lazy_pattern(rb"""(?:^|[{,])\s*["']?%s["']?\s*:\s*\d""" % key, re.MULTILINE)
    for key in (b"format", b"fiscal_year")
)
"""What every plan has, in whatever style; of the outputs, none has both."""


def write_output(path: Path, output: str | bytes) -> None:
    """Write what a command would have printed; replaces an earlier output, but never a plan.

    What is there and is no regular file, such as a device or a FIFO, is opened and written to.

    Raises:
        UserError: a plan is there, or the name promises a document of another program, or it cannot
            be written.
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
    # As on a terminal, a ? stands for what no encoding takes.
    raw = output if isinstance(output, bytes) else output.encode("utf-8", "replace")
    if _takes_a_stream(path):
        _write_stream(path, raw)
        return
    with failures_told(path):
        is_plan = path.exists() and holds_plan(path.resolve())
    if is_plan:
        raise UserError(
            say("{path} may be a plan file; not overwriting", path=str(path)),
            say("Name another file for the output"),
        )
    write_bytes(path, raw)


def holds_plan(path: Path) -> bool:
    """Whether the file at a path, links followed, is a plan: by its own name, or by what it holds.

    Windows knows a file by other names as well: with a dot or blank behind, with ``::$DATA``, in short.
    """
    if path.suffix.lower().rstrip(". ") in SUFFIXES:
        return True
    if path.is_dir():
        return False
    with path.open("rb") as file:
        head = file.read(_HEAD_BYTES)
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        head = head.decode("utf-16", "replace").encode("utf-8")
    return all(key.search(head.removeprefix(b"\xef\xbb\xbf")) for key in _OF_A_PLAN)


def _takes_a_stream(path: Path) -> bool:
    """Whether something is there that can only be written to: a device, a FIFO, an open pipe."""
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError):
        return False
    # An open stream, such as /dev/stdout, stays one where it leads into a file.
    return not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)) or path.parts[:2] in _STREAMS


def _write_stream(path: Path, raw: bytes) -> None:
    with failures_told(path):
        try:
            with _opened(path) as stream:
                written = 0
                while written < len(raw):
                    written += stream.write(raw[written:]) or 0
        except BrokenPipeError:
            pass  # who reads has enough


def _opened(path: Path) -> FileIO:
    """Open a device or a pipe for writing; a pipe that nobody comes to read is not waited for for ever."""
    for _ in range(_TRIES if path.is_fifo() else 0):
        try:
            handle = os.open(path, os.O_WRONLY | os.O_NONBLOCK)
        except OSError as error:
            if error.errno != errno.ENXIO:
                raise
            time.sleep(_PAUSE)
        else:
            os.set_blocking(handle, True)
            return FileIO(handle, "wb")
    if path.is_fifo():
        raise OSError(errno.ENXIO, os.strerror(errno.ENXIO))
    return path.open("wb", buffering=0)
