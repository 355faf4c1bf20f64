"""The empty document that a plan is written into: our own, or a council's template."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import TYPE_CHECKING

from shakyo_plan.documents.word.styles import STYLES, Use
from shakyo_plan.errors import UserError
from shakyo_plan.message import say

if TYPE_CHECKING:
    from docx.document import Document

_BLANK = files("shakyo_plan.documents.word") / "blank"
_FIRST = "[Content_Types].xml"
MAX_TEMPLATE = 50_000_000
"""Bytes that a template may unpack to; a letterhead with pictures has a few million."""


def blank() -> bytes:
    """Return our own document, empty, with all styles; it is made of the files in ``blank/``."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        for name, part in sorted(_parts(_BLANK), key=lambda named: named[0] != _FIRST):
            package.writestr(zipfile.ZipInfo(name), part, zipfile.ZIP_DEFLATED)
    return made.getvalue()


def _parts(folder: Traversable, within: str = "") -> Iterable[tuple[str, bytes]]:
    for entry in folder.iterdir():
        if entry.is_dir():
            yield from _parts(entry, f"{within}{entry.name}/")
        else:
            yield f"{within}{entry.name}", entry.read_bytes()


def open_blank() -> Document:
    """Return our own document."""
    import docx

    return docx.Document(io.BytesIO(blank()))


def open_template(path: Path, uses: Iterable[Use]) -> Document:
    """Return a council's document without its text: page, header, footer and styles stay.

    Raises:
        UserError: it cannot be read, or lacks a style that one of the ``uses`` needs.
    """
    document = _opened(path)
    known = {style.name for style in document.styles}
    missing = tuple(dict.fromkeys(STYLES[use].name for use in uses))
    missing = tuple(name for name in missing if name not in known)
    if missing:
        raise UserError(
            say("{path} lacks these styles: {styles}", path=str(path), styles=missing),
            say(
                "Add styles of these names in Word, or begin with a template that has them: "
                "plan export --write-template FILE.docx"
            ),
        )
    body = document.element.body
    for element in list(body):
        if element is not body.sectPr:
            body.remove(element)
    return document


def _opened(path: Path) -> Document:
    import docx
    from docx.opc.exceptions import PackageNotFoundError

    try:
        raw = path.read_bytes()
        with zipfile.ZipFile(io.BytesIO(raw)) as package:
            if sum(part.file_size for part in package.infolist()) > MAX_TEMPLATE:
                raise UserError(
                    say(
                        "{path} unpacks to more than {n} MB; this is no template",
                        path=str(path),
                        n=MAX_TEMPLATE // 1_000_000,
                    )
                )
        return docx.Document(io.BytesIO(raw))
    except OSError as error:
        reason = error.strerror or str(error)
        raise UserError(
            say("{path} cannot be read: {reason}", path=str(path), reason=reason)
        ) from None
    # lxml's error for broken XML is a SyntaxError.
    except (zipfile.BadZipFile, PackageNotFoundError, KeyError, ValueError, SyntaxError):
        raise UserError(
            say("{path} is not a Word document (.docx)", path=str(path)),
            say("Save it in Word as “Word Document (*.docx)”"),
        ) from None
