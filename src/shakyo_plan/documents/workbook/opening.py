"""Opens a workbook that somebody edited, within bounds, whatever was done to its file."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from shakyo_plan.documents.workbook.record import SHEET
from shakyo_plan.documents.workbook.rows import LISTINGS_SHEET, PROGRAMS_SHEET
from shakyo_plan.errors import UserError
from shakyo_plan.message import say
from shakyo_plan.values.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from openpyxl import Workbook

MAX_BYTES = 30_000_000
"""Of the file; that of a plan of 5,000 programs has 1.3 million."""
MAX_XML = 16_000_000
"""Bytes that one part of the workbook may unpack to; a plan of 5,000 programs has 5 MB."""
MAX_PARTS = 2_000

_MERGED = lazy_pattern(rb'<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z]+)(\d+):[A-Z]+\d+"')
_BROKEN = (
    *(zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError),
    # What openpyxl runs into where parts lack or contradict each other; broken XML is a SyntaxError.
    *(KeyError, ValueError, TypeError, SyntaxError, AttributeError, IndexError),
)


class FirstCell(NamedTuple):
    """The first cell of an area of merged cells."""

    column: str
    row: int


class Opened(NamedTuple):
    """A workbook to be read row by row, and by sheet the areas whose cells are merged."""

    workbook: Workbook
    merged: Mapping[str, Sequence[FirstCell]]


def is_exported(path: Path) -> bool:
    """Whether the file is a workbook that plan has exported."""
    return _has_sheets(path, SHEET)


def has_lost_its_record(path: Path) -> bool:
    """Whether the file is such a workbook without the hidden sheet that changes are told from."""
    return _has_sheets(path, PROGRAMS_SHEET, LISTINGS_SHEET) and not is_exported(path)


def _has_sheets(path: Path, *names: str) -> bool:
    try:
        with zipfile.ZipFile(path) as package:
            info = package.getinfo("xl/workbook.xml")
            text = package.read(info) if info.file_size < MAX_XML else b""
    except (OSError, KeyError, ValueError, zipfile.BadZipFile, zlib.error, NotImplementedError):
        return False
    return all(f'"{name}"'.encode() in text for name in names)


@contextmanager
def opened(path: Path) -> Iterator[Opened]:
    """Open a workbook; what breaks while it is read is told, too.

    Raises:
        UserError: it is none, is damaged, or is larger than any plan.
    """
    raw = _bytes(path)
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as package:
            _check_size(package, path)
            merged = {
                title: _merged(package.read(part)) for title, part in sheet_parts(package).items()
            }
        yield Opened(_opened(raw), merged)
    except _BROKEN:
        raise UserError(
            say("{path} is no workbook that can be read (.xlsx)", path=str(path)),
            say("Open it in Excel, and save it as “Excel Workbook (*.xlsx)”"),
        ) from None


def _bytes(path: Path) -> bytes:
    try:
        if path.exists() and not path.is_file():
            raise UserError(say("{path} is no ordinary file", path=str(path)))
        with path.open("rb") as file:
            raw = file.read(MAX_BYTES + 1)
    except OSError as error:
        reason = error.strerror or str(error)
        raise UserError(
            say("{path} cannot be read: {reason}", path=str(path), reason=reason)
        ) from None
    if len(raw) > MAX_BYTES:
        raise _too_large(path)
    return raw


def _check_size(package: zipfile.ZipFile, path: Path) -> None:
    parts = package.infolist()
    largest = max((part.file_size for part in parts), default=0)
    if (
        largest > MAX_XML
        or sum(part.file_size for part in parts) > 2 * MAX_XML
        or len(parts) > MAX_PARTS
    ):
        raise _too_large(path)


def _too_large(path: Path) -> UserError:
    return UserError(
        say("{path} unpacks to more than any plan has", path=str(path)),
        say("Export the plan again, and bring the changes into the new workbook"),
    )


def sheet_parts(package: zipfile.ZipFile) -> dict[str, str]:
    """Return the part of the package that each sheet is kept in."""
    from openpyxl.xml.functions import fromstring

    def attributes(part: str, tag: str) -> Iterator[Any]:
        return (
            element.attrib
            for element in fromstring(package.read(part)).iter()
            if element.tag.endswith(tag)
        )

    relations = attributes("xl/_rels/workbook.xml.rels", "}Relationship")
    targets = {relation["Id"]: relation["Target"] for relation in relations}
    sheets = {}
    for sheet in attributes("xl/workbook.xml", "}sheet"):
        target = next(targets[value] for name, value in sheet.items() if name.endswith("}id"))
        sheets[sheet["name"]] = (
            target.removeprefix("/") if target.startswith("/") else f"xl/{target}"
        )
    return sheets


def _merged(sheet: bytes) -> list[FirstCell]:
    """Return the first cell of each merged area."""
    return [FirstCell(column.decode(), int(row)) for column, row in _MERGED.findall(sheet)]


def _opened(raw: bytes) -> Workbook:
    import warnings

    import openpyxl

    with warnings.catch_warnings():
        # openpyxl warns of what it does not keep; nothing is saved here.
        warnings.simplefilter("ignore")
        return openpyxl.load_workbook(io.BytesIO(raw), read_only=True, keep_links=False)
