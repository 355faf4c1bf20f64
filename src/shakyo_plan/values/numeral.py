"""Numbers as plans print them: Ⅰ, 1, (1), ①, ア, 第1; learnt from an example of the first."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from shakyo_plan.values.lazy_pattern import lazy_pattern

NO_NUMBER = frozenset({"なし", "無し", "none"})
"""How it is written that parts of a kind have no number."""
_KANJI = "〇一二三四五六七八九"
_KATAKANA = (
    "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン"
)
_HIRAGANA = (
    "あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらりるれろわをん"
)
_IROHA = "イロハニホヘトチリヌルヲワカヨタレソツネナラム"
_ROMAN = (
    *((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L")),
    *((40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")),
)


def _arabic(number: int) -> str:
    return str(number)


def _wide(number: int) -> str:
    return "".join(chr(ord(digit) - ord("0") + ord("０")) for digit in str(number))


def _kanji(number: int) -> str:
    tens, ones = divmod(number, 10)
    if number > 99:
        return "".join(_KANJI[int(digit)] for digit in str(number))
    return (
        (_KANJI[tens] if tens > 1 else "") + ("十" if tens else "") + (_KANJI[ones] if ones else "")
    )


def _roman(number: int) -> str:
    letters, rest = "", number
    for value, letter in _ROMAN:
        letters += letter * (rest // value)
        rest %= value
    return letters


def roman_number(text: str) -> int | None:
    """Return what roman letters mean, 2 for II; None for what is none, or is not written so."""
    number, rest = 0, text.upper()
    for value, letter in _ROMAN:
        while rest.startswith(letter):
            number, rest = number + value, rest.removeprefix(letter)
    return number if number and not rest and _roman(number) == text.upper() else None


def _single(first: str, many: int, otherwise: Callable[[int], str]) -> Callable[[int], str]:
    """Return numbers that are one letter each, as far as there are letters, then another kind."""
    return lambda number: chr(ord(first) + number - 1) if number <= many else otherwise(number)


def _of(letters: str) -> Callable[[int], str]:
    return lambda number: letters[number - 1] if number <= len(letters) else str(number)


def _circled(number: int) -> str:
    if number <= 20:
        return chr(ord("①") + number - 1)
    if number <= 35:
        return chr(ord("㉑") + number - 21)
    return chr(ord("㊱") + number - 36) if number <= 50 else f"({number})"


def _bracketed(number: int) -> str:
    return chr(ord("⑴") + number - 1) if number <= 20 else f"({number})"


_KINDS: tuple[tuple[str, Callable[[int], str]], ...] = (
    ("Ⅰ", _single("Ⅰ", 12, _roman)),
    ("ⅰ", _single("ⅰ", 12, lambda number: _roman(number).lower())),
    ("①", _circled),
    ("⑴", _bracketed),
    ("１", _wide),
    ("1", _arabic),
    ("一", _kanji),
    ("ア", _of(_KATAKANA)),
    ("イ", _of(_IROHA)),
    ("あ", _of(_HIRAGANA)),
    ("Ａ", _single("Ａ", 26, _arabic)),
    ("Ｉ", _roman),
    ("A", _single("A", 26, _arabic)),
    ("a", _single("a", 26, _arabic)),
    ("I", _roman),
)
"""The first number of each kind, and how any number of it is printed."""
_FIRST = lazy_pattern(
    "(" + "|".join(re.escape(first) for first, _ in _KINDS) + ")"
    r"(?![0-9０-９ァ-ヶぁ-んA-Za-zＡ-Ｚ])"
)
_HYPHEN = lazy_pattern(r"[-－−‐‑‒–—―ー]")


class Numeral(NamedTuple):
    """How numbers of a kind of part look: what stands before and after, and the digits themselves."""

    before: str
    digits: Callable[[int], str]
    after: str

    def of(self, number: int) -> str:
        """Return a number as printed."""
        return f"{self.before}{self.digits(number)}{self.after}"


@cache
def numeral(example: str) -> Numeral | None:
    """Return how numbers look, by an example of the first one; None where the example has no number."""
    kinds = dict(_KINDS)
    found = [*_FIRST.finditer(example)]
    # In 第1章 the number is what is looked for; of several, the last one counts: 基本目標1.
    if not found:
        return None
    last = found[-1]
    return Numeral(example[: last.start()], kinds[last[1]], example[last.end() :])


def parted(example: str) -> tuple[str, str] | None:
    """Return the example of a number that has the goal's before a hyphen (Ⅰ-1), in its two parts."""
    hyphen = _HYPHEN.search(example)
    if hyphen is None or not example[: hyphen.start()] or not example[hyphen.end() :]:
        return None
    return example[: hyphen.start()], example[hyphen.start() :]
