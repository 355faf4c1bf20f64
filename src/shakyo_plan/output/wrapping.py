"""Lines broken as Japanese is printed."""

from __future__ import annotations

from rich.cells import cell_len

from shakyo_plan.values.lazy_pattern import lazy_pattern

_OPENING = "（「『【〔“"
_NEVER_FIRST = "、。，．・：；？！）」』】〕”…ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ"
_PIECE = lazy_pattern(rf"\s+|[{_OPENING}]*(?:[!-~]+|\S)[{_NEVER_FIRST}]*")
"""What stays together: a word of letters and digits, or one kanji or kana, with the marks around it."""


def wrapped(text: str, width: int) -> list[str]:
    """Return the text in lines of at most ``width`` columns, where kanji take two.

    A line may end after any kanji or kana, but not inside a word of letters and digits, before a
    closing mark or after an opening one. Only a piece that is wider than a line is broken anywhere.
    """
    if not text[:1].isspace() and cell_len(text) <= width:
        return [text.rstrip()] if text else []
    lines, line, room = [], "", width
    for piece in _PIECE.findall(text):
        for part in _parts(piece, width):
            columns = cell_len(part)
            if columns > room:
                lines.append(line)
                line, room = "", width
            if line or not part.isspace():
                line, room = line + part, room - columns
    return [each.rstrip() for each in (*lines, line) if each.rstrip()]


def _parts(piece: str, width: int) -> list[str]:
    if cell_len(piece) <= width:
        return [piece]
    return list(piece)
