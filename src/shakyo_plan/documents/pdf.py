"""A Word document into a PDF, by LibreOffice where it is installed."""

from __future__ import annotations

import os
import signal
import subprocess
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory

from shakyo_plan.errors import UserError
from shakyo_plan.message import say

SECONDS = 180
"""A plan takes some five; a machine that is busy starts LibreOffice in a minute."""
_PLACES = (
    "/usr/bin/soffice",
    "/usr/bin/libreoffice",
    "/usr/local/bin/soffice",
    "/opt/libreoffice/program/soffice",
    "/snap/bin/libreoffice",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "C:/Program Files/LibreOffice/program/soffice.com",
    "C:/Program Files (x86)/LibreOffice/program/soffice.com",
)
"""Where its installers put it, on Linux, macOS and Windows."""


def to_pdf(document: bytes) -> bytes:
    """Return a .docx file as PDF, laid out by LibreOffice.

    It runs with a profile of its own, so that it neither waits for one that is open nor knows
    macros, links or add-ons; what it needs is removed afterwards.

    Raises:
        UserError: there is no LibreOffice, or it makes no PDF in time.
    """
    program = find_libreoffice()
    if program is None:
        raise UserError(
            say("A PDF needs LibreOffice, which is not found on this computer"),
            say(
                "Install it (libreoffice.org); or export .docx and save it as PDF in Word; or export "
                ".html and print it as PDF in a browser"
            ),
        )
    with TemporaryDirectory(prefix="plan-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        _make_profile(folder / "profile" / "user")
        (folder / "plan.docx").write_bytes(document)
        _convert(program, folder)
        try:
            return (folder / "plan.pdf").read_bytes()
        except OSError:
            raise UserError(
                say("LibreOffice made no PDF"),
                say("Export .docx, open it in LibreOffice or Word, and save it as PDF there"),
            ) from None


def find_libreoffice() -> Path | None:
    """Return the program, from where it is installed, never from the current folder; None without one."""
    # The path of another system may be one below the current folder here.
    places = (path for path in map(Path, _PLACES) if path.is_absolute())
    return next((path for path in places if path.is_file()), None)


def _make_profile(user: Path) -> None:
    settings = files("shakyo_plan.documents") / "libreoffice.xcu"
    user.mkdir(parents=True)
    (user / "registrymodifications.xcu").write_bytes(settings.read_bytes())


def _convert(program: Path, folder: Path) -> None:
    command = [
        str(program),
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        *("--headless", "--norestore", "--nolockcheck", "--nodefault", "--nofirststartwizard"),
        *("--convert-to", "pdf:writer_pdf_Export", "--outdir", str(folder)),
        str(folder / "plan.docx"),
    ]
    # The program that one starts starts another; as a group, both can be ended.
    with subprocess.Popen(  # noqa: S603 - a program of the system, no shell
        command,
        cwd=folder,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    ) as process:
        try:
            process.wait(SECONDS)
        except subprocess.TimeoutExpired:
            raise UserError(
                say("LibreOffice made no PDF in {n} seconds", n=SECONDS),
                say("Export .docx, open it in LibreOffice or Word, and save it as PDF there"),
            ) from None
        finally:
            _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    """End the program and what it started, where they still run."""
    if process.poll() is not None:
        return
    if os.name == "nt":
        process.kill()
    else:
        os.killpg(process.pid, signal.SIGKILL)
