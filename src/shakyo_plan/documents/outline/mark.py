"""What a number or bullet before a line is: its kind, what it counts, and how others of its list are written."""

from __future__ import annotations

import unicodedata
from enum import StrEnum
from typing import NamedTuple

KANA = (
    "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン"
)
_IROHA = (
    "イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセス"
)
KANJI = "一二三四五六七八九十"


class Style(StrEnum):
    """How a line is marked."""

    CHAPTER = "chapter"
    """第1章, 第2節."""
    ROMAN = "roman"
    ARABIC = "arabic"
    DASHED = "dashed"
    """1-1: the number of the part above, a hyphen, its own."""
    PAREN = "paren"
    """(1), ⑴."""
    CIRCLED = "circled"
    KANJI = "kanji"
    """一、."""
    PAREN_KANJI = "paren_kanji"
    KANA = "kana"
    PAREN_KANA = "paren_kana"
    ALPHA = "alpha"
    PAREN_ALPHA = "paren_alpha"
    LABEL = "label"
    """A word with a number: 基本目標 1."""
    BULLET = "bullet"
    BRACKET = "bracket"
    """The whole line in brackets: 【】, ＜＞."""
    HEADING = "heading"
    """No mark, but a heading style of Word."""
    PLAIN = "plain"
    """No mark at all, but a short line of its own over a list."""


class Mark(NamedTuple):
    """What stands before the text of a line."""

    style: Style
    label: str = ""
    """The bullet, the word before the number, the kind of bracket, 章 or 節."""
    number: int | None = None
    parent: int | None = None
    """The number of the part above, of 1-1."""
    written: str = ""
    odd: str = ""
    """What stands where a mark should, and may be a misread one."""

    @property
    def shape(self) -> tuple[Style, str]:
        """What marks of one level have in common."""
        return self.style, self.label


def kana_at(number: int, *, iroha: bool = False) -> str:
    """Return the kana that stands for a number: ア for 1."""
    row = _IROHA if iroha else KANA
    return row[(number - 1) % len(row)]


def written_like(mark: Mark, number: int) -> str:
    """Return how another number of the same list is written, for messages."""
    match mark.style:
        case Style.KANA:
            return kana_at(number)
        case Style.PAREN_KANA:
            return f"({kana_at(number)})"
        case Style.CIRCLED:
            return chr(ord("①") + number - 1) if number <= 20 else str(number)
        case Style.ROMAN:
            return chr(ord("Ⅰ") + number - 1) if number <= 12 else str(number)
        case Style.PAREN:
            return f"({number})"
        case Style.CHAPTER:
            return f"第{number}{mark.label}"
        case Style.LABEL | Style.DASHED:
            own = f"{mark.parent}-{number}" if mark.parent is not None else str(number)
            return f"{mark.label} {own}".strip()
        case _:
            return str(number)


def number_of(written: str) -> int | None:
    """Return the number that is written in any of these ways; None for none: ⑶, 三, ウ, Ⅲ, c."""
    plain = unicodedata.normalize("NFKC", written).strip("()").rstrip(".")
    if plain[:1].isdigit() and plain.isdigit():
        return int(plain)
    if len(plain) == 1 and plain in KANA:
        return KANA.index(plain) + 1
    if plain and all(letter in KANJI for letter in plain):
        tens, _, ones = plain.rpartition("十") if "十" in plain else ("", "", plain)
        if "十" in plain:
            return (KANJI.index(tens) + 1 if tens else 1) * 10 + (
                KANJI.index(ones) + 1 if ones else 0
            )
        return KANJI.index(plain) + 1 if len(plain) == 1 else None
    if plain and set(plain.upper()) <= set("IVX"):
        return _roman(plain.upper())
    if len(plain) == 1 and plain.isalpha() and plain.isascii():
        return ord(plain.upper()) - ord("A") + 1
    return None


def _roman(written: str) -> int:
    values = [{"I": 1, "V": 5, "X": 10}[letter] for letter in written]
    return sum(
        -value if value < after else value
        for value, after in zip(values, [*values[1:], 0], strict=True)
    )
