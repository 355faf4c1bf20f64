"""Two texts compared word by word, as a reader of Japanese sees words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from shakyo_plan.values.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from budoux.parser import Parser

_SENTENCES = lazy_pattern(r"[^。！？\n]*[。！？\n]?")
_MARKS = r"、。，．・「」『』（）()［］【】：；！？\s"
_TOKENS = lazy_pattern(rf"[{_MARKS}]|\d[\d,.]*|[^{_MARKS}\d]+")
"""A phrase falls into punctuation, numbers and the rest: 年6回 to 年8回 changed in a number."""
_TOO_MANY = 2_000
"""So many words on one side, and what differs is shown whole: nobody reads such a patchwork."""
_TOO_LONG = 50_000
"""A text of so many letters is no part of a plan that somebody reads."""
_LEAST_KEPT = 0.3
"""With less than this share kept, the text was written anew, and marking words tells nothing."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a text, and whether the other text lacks it."""

    text: str
    changed: bool = False


Pieces = tuple[Piece, ...]


def compare_words(old: str, new: str) -> tuple[Pieces, Pieces]:
    """Return both texts in pieces, with the words marked that differ; joined, they are the texts."""
    if max(len(old), len(new)) > _TOO_LONG:
        return whole(old), whole(new)
    before, after = [*_SENTENCES.findall(old)], [*_SENTENCES.findall(new)]
    old_pieces: list[Piece] = []
    new_pieces: list[Piece] = []
    for kept, one, other in _steps(before, after):
        if kept:
            old_pieces.append(Piece("".join(one)))
            new_pieces.append(Piece("".join(other)))
            continue
        mine, theirs = _words("".join(one)), _words("".join(other))
        for same, left, right in _steps(mine, theirs):
            old_pieces.append(Piece("".join(left), not same))
            new_pieces.append(Piece("".join(right), not same))
    kept_letters = sum(len(piece.text) for piece in old_pieces if not piece.changed)
    if kept_letters < _LEAST_KEPT * min(len(old), len(new)):
        return whole(old), whole(new)
    return _joined(old_pieces), _joined(new_pieces)


def whole(text: str) -> Pieces:
    """Return a text that differs as a whole; nothing for an empty one."""
    return (Piece(text, changed=True),) if text else ()


def shortened(pieces: Pieces, around: int) -> Pieces:
    """Return the pieces with what did not change cut to so many letters beside what did."""
    if not any(piece.changed for piece in pieces):
        return pieces
    last = len(pieces) - 1
    return tuple(
        piece if piece.changed else Piece(_cut(piece.text, around, at > 0, at < last))
        for at, piece in enumerate(pieces)
    )


def _cut(text: str, around: int, keep_start: bool, keep_end: bool) -> str:
    start = text[:around] if keep_start else ""
    end = text[len(text) - around :] if keep_end else ""
    if len(text) <= len(start) + len(end) + 1:
        return text
    return f"{start}…{end}"


def _steps(
    old: Sequence[str], new: Sequence[str]
) -> Iterator[tuple[bool, Sequence[str], Sequence[str]]]:
    """Yield runs of both sequences in order: whether they are the same, then the old and the new."""
    if max(len(old), len(new)) > _TOO_MANY:
        yield old == new, old, new
        return
    from difflib import SequenceMatcher

    for tag, start, end, new_start, new_end in SequenceMatcher(
        None, old, new, autojunk=False
    ).get_opcodes():
        yield tag == "equal", old[start:end], new[new_start:new_end]


def _words(text: str) -> list[str]:
    """Return the text in phrases (文節), punctuation by itself."""
    parse = _parser().parse
    return [word for phrase in parse(text) for word in _TOKENS.findall(phrase)]


@cache
def _parser() -> Parser:
    # Its model takes a moment to load, and few comparisons need it.
    from budoux import load_default_japanese_parser

    return load_default_japanese_parser()


def _joined(pieces: Sequence[Piece]) -> Pieces:
    """Return the pieces without empty ones, neighbours of one kind as one."""
    found: list[Piece] = []
    for piece in pieces:
        if not piece.text:
            continue
        if found and found[-1].changed == piece.changed:
            found[-1] = Piece(found[-1].text + piece.text, piece.changed)
        else:
            found.append(piece)
    return tuple(found)
