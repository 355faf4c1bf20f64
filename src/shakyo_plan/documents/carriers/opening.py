"""Opens a file as what it is, told by its first bytes and not by its name, within bounds."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

from shakyo_plan.documents.blocks import Carried, Carrier
from shakyo_plan.errors import UserError
from shakyo_plan.message import Message, say
from shakyo_plan.values.told import Told, nobody

MAX_BYTES = 100_000_000
"""A plan of 200 pages with photographs stays below this."""
_MAX_UNPACKED = 300_000_000
_MAX_PARTS = 20_000
_MAX_XML = 60_000_000
"""What one XML part of a Word or Excel file may unpack to; a long plan has 3 MB."""
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How the files of Word and Excel before 2007 begin, and those with a password."""
_RTF = b"{\\rtf"


def open_document(path: Path, told: Told = nobody) -> Carried:
    """Return the blocks of a file; ``told`` hears of each page of a long one.

    Raises:
        UserError: it cannot be read as a printed plan; the message says why and what to do.
    """
    raw = _bytes(path)
    match kind_of(raw, path):
        case Carrier.WORD:
            from shakyo_plan.documents.carriers.word import read_word

            return read_word(raw, path)
        case Carrier.PDF:
            from shakyo_plan.documents.carriers.pdf import read_pdf

            return read_pdf(raw, path, told)
        case Carrier.EXCEL:
            from shakyo_plan.documents.carriers.sheet import read_sheet

            return read_sheet(raw, path)
        case Carrier.TEXT:
            from shakyo_plan.documents.carriers.plain_text import read_text

            return read_text(raw, path)


def kind_of(raw: bytes, path: Path) -> Carrier:
    """Return what the bytes are.

    Raises:
        UserError: they are something that cannot be read; ``path`` is what the message calls them.
    """
    if raw.startswith(b"PK\x03\x04"):
        return _in_package(raw, path)
    if b"%PDF-" in raw[:1024]:
        return Carrier.PDF
    if raw.startswith(_OLE):
        raise _of_old_office(raw, path)
    if raw.startswith(_RTF):
        raise cannot_read(
            path,
            say("it is an RTF file"),
            say("Open it in Word, and save it as a Word document (.docx)"),
        )
    if not raw.strip():
        raise cannot_read(path, say("it is empty"))
    return Carrier.TEXT


def cannot_read(path: Path, reason: Message, advice: Message | None = None) -> UserError:
    """Return the error that says why a file cannot be imported."""
    return UserError(
        say("{path} cannot be imported: {reason}", path=str(path), reason=reason), advice
    )


def _bytes(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise cannot_read(path, say("it is a folder"))
        if path.exists() and not path.is_file():
            raise cannot_read(path, say("it is no ordinary file"))
        with path.open("rb") as file:
            raw = file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise cannot_read(path, say("there is no such file"), say("Check the path")) from None
    except (OSError, ValueError) as error:
        reason = say("{reason}", reason=getattr(error, "strerror", None) or str(error))
        raise cannot_read(path, reason) from None
    if len(raw) > MAX_BYTES:
        raise cannot_read(
            path, say("it is larger than {n} MB", n=MAX_BYTES // 1_000_000), _make_it_smaller()
        )
    return raw


def _make_it_smaller() -> Message:
    return say("Take the pictures out, or save the part that holds the plan as a file of its own")


def _in_package(raw: bytes, path: Path) -> Carrier:
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as package:
            parts = package.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, EOFError, NotImplementedError):
        raise cannot_read(path, say("it is damaged"), _save_again()) from None
    names = {part.filename for part in parts}
    unpacked = sum(part.file_size for part in parts)
    largest = max((p.file_size for p in parts if p.filename.endswith((".xml", ".rels"))), default=0)
    if unpacked > _MAX_UNPACKED or len(parts) > _MAX_PARTS or largest > _MAX_XML:
        raise cannot_read(
            path, say("it unpacks to far more than a plan could hold"), _make_it_smaller()
        )
    if any(part.flag_bits & 1 for part in parts):
        raise _with_password(path)
    if "word/document.xml" in names:
        return Carrier.WORD
    if "xl/workbook.xml" in names:
        return Carrier.EXCEL
    raise cannot_read(
        path,
        say("it is neither a Word document (.docx) nor an Excel workbook (.xlsx)"),
        say("What can be imported: .docx, .pdf with text, .xlsx, .txt"),
    )


def _save_again() -> Message:
    return say("Open it in the program that made it, and save it again")


def _with_password(path: Path) -> UserError:
    return cannot_read(
        path,
        say("it is protected by a password"),
        say("Open it, save it without the password, and import that"),
    )


def _of_old_office(raw: bytes, path: Path) -> UserError:
    if "EncryptedPackage".encode("utf-16-le") in raw:
        return _with_password(path)
    if "Workbook".encode("utf-16-le") in raw or path.suffix.lower() == ".xls":
        return cannot_read(
            path,
            say("it is in the format of Excel before 2007 (.xls)"),
            say("Open it in Excel, and save it as an Excel workbook (.xlsx)"),
        )
    return cannot_read(
        path,
        say("it is in the format of Word before 2007 (.doc)"),
        say("Open it in Word, and save it as a Word document (.docx)"),
    )
