"""Lines broken as Japanese is printed."""

from __future__ import annotations

from rich.cells import cell_len

from shakyo_plan.values.lazy_pattern import lazy_pattern

_OPENING = "（「『【〔“"
_NEVER_FIRST = "、。，．・：；？！）」』】〕”…ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ"
_PIECE = lazy_pattern(rf"\s+|[{_OPENING}]*(?:[!-~]+|\S)[{_NEVER_FIRST}]*")
"""What stays together: a word of letters and digits, or one kanji or kana, with the marks around it."""


_ROOM = 20
"""Columns that words have at least; a lead that leaves less is a line of its own."""
_WHOLE_END = 6
"""Kana at the end of a sentence that stay together."""
_STEM = 2
"""So many kanji before them are the same word; more are a name."""


def wrapped(text: str, width: int) -> list[str]:
    """Return the text in lines of at most ``width`` columns, where kanji take two.

    A line may end after any kanji or kana, but not inside a word of letters and digits, before a
    closing mark or after an opening one. Only a piece that is wider than a line is broken anywhere.
    """
    if not text[:1].isspace() and cell_len(text) <= width:
        return [text.rstrip()] if text else []
    return [line for line in _broken(_PIECE.findall(text), width, width) if line]


def hanging(lead: str, words: str, width: int, indent: int | None = None) -> list[str]:
    """Return the words behind their lead, broken as `wrapped` does; no line is wider but for a long lead.

    What follows the first line stands ``indent`` columns in; else under the beginning of the words.
    """
    taken = cell_len(lead)
    if taken + cell_len(words) <= width:
        return [lead + words]
    below = min(taken if indent is None else indent, max(width - _ROOM, 0))
    room = width - taken
    pieces = _with_whole_end(_PIECE.findall(words))
    first, *others = _broken(pieces, room if room >= _ROOM else 0, width - below)
    return [(lead + first).rstrip(), *(" " * below + line for line in others if line)]


def _with_whole_end(pieces: list[str]) -> list[str]:
    """Keep the word at the end together: a line with nothing but せん looks like a slip."""
    end = len(pieces)
    while end and len(pieces) - end < _WHOLE_END and "ぁ" <= pieces[end - 1][0] <= "ん":
        end -= 1
    stem = end
    while stem and end < len(pieces) and "一" <= pieces[stem - 1][0] <= "龠":
        stem -= 1
    if end - stem <= _STEM:
        end = stem
    return [*pieces[:end], "".join(pieces[end:])]


def _broken(pieces: list[str], first: int, width: int) -> list[str]:
    """Return the lines without blanks at their ends; an empty one where no piece fits the first."""
    lines, line, room = [], "", first
    for piece in pieces:
        for part in _parts(piece, width):
            columns = cell_len(part)
            if columns > room:
                lines.append(line)
                line, room = "", width
            if line or not part.isspace():
                line, room = line + part, room - columns
    return [row.rstrip() for row in (*lines, line)]


def _parts(piece: str, width: int) -> list[str]:
    if cell_len(piece) <= width:
        return [piece]
    return list(piece)
