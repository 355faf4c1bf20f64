"""Bytes to text. Plan files are UTF-8; other encodings are recognised by name, never guessed into data."""

from __future__ import annotations

import codecs
from typing import NamedTuple

from shakyo_plan.diagnostic import START, Finding, Position, Span
from shakyo_plan.message import Message, say

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)
_JAPANESE = (("cp932", "Shift_JIS (cp932)"), ("euc_jp", "EUC-JP"))
_ISO_2022_JP = (b"\x1b$B", b"\x1b$@", b"\x1b(J")


class Decoded(NamedTuple):
    """The text of a file, or why there is none; line ends are as in the file, a BOM is gone."""

    text: str
    finding: Finding | None = None


def decode(raw: bytes) -> Decoded:
    """Decode the bytes of a plan file; whatever they are, an answer comes back and no exception."""
    for mark, name in _BYTE_ORDER_MARKS:
        if raw.startswith(mark):
            return _refused(raw.decode(name, "replace"), START, _saved_as(name))
    if utf16 := _utf16_without_mark(raw):
        return _refused(raw.decode(utf16, "replace"), START, _saved_as("UTF-16"))
    body = raw.removeprefix(codecs.BOM_UTF8)
    if any(escape in body for escape in _ISO_2022_JP):
        at = min(body.find(escape) for escape in _ISO_2022_JP if escape in body)
        text = body.decode("iso2022_jp", "replace")
        return _refused(
            text, _position(body[:at].decode("ascii", "replace")), _saved_as("ISO-2022-JP")
        )
    try:
        return Decoded(body.decode("utf-8"))
    except UnicodeDecodeError as error:
        before = _position(body[: error.start].decode("utf-8"))
    for codec, name in _JAPANESE:
        try:
            return _refused(body.decode(codec), before, _saved_as(name))
        except UnicodeDecodeError:
            continue
    message = say("These bytes are not UTF-8 text")
    return _refused(body.decode("utf-8", "replace"), before, message)


def _utf16_without_mark(raw: bytes) -> str | None:
    """Return the codec of UTF-16 text that lacks its mark: every other byte of its ASCII is zero."""
    head = raw[:64]
    if len(head) >= 4 and len(head) % 2 == 0:
        if not any(head[1:8:2]) and all(head[0:8:2]):
            return "utf-16-le"
        if not any(head[0:8:2]) and all(head[1:8:2]):
            return "utf-16-be"
    return None


def _position(before: str) -> Position:
    lines = before.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return Position(len(lines), len(lines[-1]) + 1)


def _saved_as(encoding: str) -> Message:
    return say("The file is saved as {encoding}, not as UTF-8", encoding=encoding)


def _refused(text: str, at: Position, message: Message) -> Decoded:
    end = Position(at.line, at.column + 1)
    advice = say(
        "In Notepad, choose UTF-8 under “Save as” (in Excel “CSV UTF-8 (comma delimited)”)"
    )
    return Decoded(text, Finding("P002", message, Span(at, end), suggestion=advice))
