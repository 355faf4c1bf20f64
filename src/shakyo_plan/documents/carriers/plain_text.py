"""Text files: a line is a block; cells stand between tabs, or between bars as in Markdown.

Files saved by Windows (cp932, CR LF) and with whatever Unicode mark are understood. Lines that a
converter broke at a fixed width become one paragraph again.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from shakyo_plan.documents.blocks import Block, Carried, Carrier, Where
from shakyo_plan.documents.carriers.opening import cannot_read
from shakyo_plan.documents.characters import plain
from shakyo_plan.documents.outline.numbering import begins_entry, begins_part
from shakyo_plan.message import say
from shakyo_plan.values.lazy_pattern import lazy_pattern

_LINE_END = lazy_pattern(r"\r\n|\r|\n|\x0b|\x85|\u2028|\u2029")
_LEFTOVER = lazy_pattern(r"</?(?:p|br|b|strong|em|i|u|span|div|td|tr)\b[^<>]*>|\*\*", re.IGNORECASE)
"""Marks of HTML and Markdown that transcription leaves behind; ＜主な事業＞ is none."""
_BARS = lazy_pattern(r"\|.*\|")
_RULE_OF_BARS = lazy_pattern(r"\|[\s:|\-]+\|")
_CODECS = ("utf-8", "cp932", "euc_jp")
_MOST_LINES = 200_000
_LONG = 50
"""Columns that a line has at least where a converter broke it; a full-width letter takes two."""
_MANY = 8


class _Line(NamedTuple):
    number: int
    page: int | None
    text: str
    """As it stands in the file."""


def read_text(raw: bytes, path: Path) -> Carried:
    """Return the blocks of a text file.

    Raises:
        UserError: the bytes are no text.
    """
    text = _decoded(raw, path)
    lines = [line for line in _lines(text) if line.text.strip()]
    if len(lines) > _MOST_LINES:
        raise cannot_read(path, say("it has more than {n} lines", n=_MOST_LINES))
    return Carried(Carrier.TEXT, tuple(_blocks(_unbroken(lines))))


def _decoded(raw: bytes, path: Path) -> str:
    if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return raw.decode("utf-16", "replace").lstrip("\ufeff")
    body = raw.removeprefix(codecs.BOM_UTF8)
    if b"\x00" not in body:
        if b"\x1b$" in body:
            return body.decode("iso2022_jp", "replace")
        for codec in _CODECS:
            try:
                return body.decode(codec)
            except UnicodeDecodeError:
                continue
    raise cannot_read(
        path,
        say("it is no text, and no kind of file that is known"),
        say("What can be imported: .docx, .pdf with text, .xlsx, .txt"),
    )


def _lines(text: str) -> Iterator[_Line]:
    page = 1 if "\f" in text else None
    for number, line in enumerate(_LINE_END.split(text), 1):
        if page is not None:
            page += line.count("\f")
        yield _Line(number, page, line.replace("\f", ""))


def _unbroken(lines: list[_Line]) -> Iterator[tuple[_Line, str]]:
    """Yield each paragraph with its first line; lines that a converter broke are joined."""
    widths = [_columns(line.text) for line in lines if "\t" not in line.text]
    edge = _edge(widths)
    held: tuple[_Line, str] | None = None
    for line in lines:
        if held is not None and _goes_on(held[1], line.text, edge):
            held = (held[0], held[1].rstrip() + line.text.strip())
            continue
        if held is not None:
            yield held
        held = (line, line.text)
    if held is not None:
        yield held


def _edge(widths: list[int]) -> int | None:
    """Return the width at which lines were broken; None where they were not."""
    long = Counter(width for width in widths if width >= _LONG)
    if not long or max(long) > 130:
        return None
    edge = max(long)
    near = sum(count for width, count in long.items() if width >= edge - 4)
    return edge if near >= _MANY and near >= 0.5 * sum(long.values()) else None


def _goes_on(before: str, line: str, edge: int | None) -> bool:
    if edge is None or "\t" in before or "\t" in line or begins_part(plain(line.strip())):
        return False
    last = _columns(before) % edge if _columns(before) > edge else _columns(before)
    return (last >= edge - 4 or last == 0) and not before.rstrip().endswith("。")


def _columns(text: str) -> int:
    return sum(
        2 if unicodedata.east_asian_width(letter) in "WFA" else 1 for letter in text.rstrip()
    )


def _blocks(paragraphs: Iterator[tuple[_Line, str]]) -> Iterator[Block]:
    table = -1
    in_table = False
    number = 0
    for line, printed in paragraphs:
        text = plain(_LEFTOVER.sub(" " if "\t" not in printed else "", printed))
        cells = _cells(text)
        if cells == ():
            continue  # the rule below the head of a Markdown table
        if cells and not in_table:
            table += 1
        in_table = bool(cells)
        bare = text.strip()
        if not bare:
            continue
        wide = re.match(r"[ \u3000]*", text)
        indent = sum(1.0 if letter == "\u3000" else 0.5 for letter in wide[0]) if wide else 0.0
        yield Block(
            number,
            "\t".join(cells) if cells else re.sub(r"\t+", " ", bare),
            printed.strip("\r\n"),
            Where(page=line.page, line=line.number),
            indent=indent,
            cells=cells or (),
            table=table if cells else None,
        )
        number += 1


def _cells(text: str) -> tuple[str, ...] | None:
    """Return the cells of a row; none at all for the rule of a table, None for what is no row."""
    if _BARS.fullmatch(text.strip()):
        if _RULE_OF_BARS.fullmatch(text.strip()):
            return ()
        return tuple(cell.strip() for cell in text.strip().strip("|").split("|"))
    cells = tuple(cell.strip() for cell in text.rstrip("\r\n").split("\t"))
    filled = [cell for cell in cells if cell]
    # A number, a tab and its title are no row.
    if len(filled) < 2 or (len(cells) == 2 and begins_entry(f"{filled[0]} {filled[1]}")):
        return None
    return cells
