"""What a person wrote, folded for reading, with the way back to what stands there."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from shakyo_plan.values.lazy_pattern import lazy_pattern

_DASHES = dict.fromkeys(map(ord, "~〜～∼∽˜-－−‐‑‒–—―─━﹣ｰ"), "~")
_LONG_VOWEL = lazy_pattern(r"(?<=[\d月日年度旬頃末ろ)])ー(?=[\d翌令平RH十一二三四五六七八九(]|$)")
_ENUMERATORS = lazy_pattern(r"[①-⑳⑴-⒇❶-❿⓵-⓾]")
_CLUSTER = lazy_pattern(r".[\u0300-\u036f\u3099\u309a\uff9e\uff9f]*", re.DOTALL)


class Written(NamedTuple):
    """A text in one width, without spaces, with ``~`` for every dash between a start and an end."""

    original: str
    text: str
    origins: tuple[int, ...]
    """For each letter of ``text`` the index in ``original`` from which it comes, and then the length."""

    def part(self, start: int, end: int) -> str:
        """Return what the person wrote for a part of the folded text."""
        return self.original[self.origins[start] : self.origins[end]].strip()


def fold(original: str) -> Written:
    """Return the text as it is read.

    Width and dashes are folded; spaces go, but for those that keep two numbers apart. ① and its
    like become ``①``, so that ①5月 is no 15月.
    """
    letters: list[str] = []
    origins: list[int] = []
    for cluster in _CLUSTER.finditer(original):
        folded = cluster[0]
        if _ENUMERATORS.match(folded):
            folded = "①"
        else:
            folded = unicodedata.normalize("NFKC", folded).translate(_DASHES).upper()
        for letter in folded:
            if letter.isspace():
                letter = " "
            letters.append(letter)
            origins.append(cluster.start())
    kept = [
        index
        for index, letter in enumerate(letters)
        if letter != " " or _keeps_numbers_apart(letters, index)
    ]
    text = "".join(letters[index] for index in kept)
    text = _LONG_VOWEL.sub("~", text)
    return Written(original, text, (*(origins[index] for index in kept), len(original)))


def _keeps_numbers_apart(letters: list[str], index: int) -> bool:
    """Whether the space between two numbers is here: the last one, where there are several."""
    if index + 1 == len(letters) or not letters[index + 1].isdigit():
        return False
    before = index - 1
    while before >= 0 and letters[before] == " ":
        before -= 1
    return before >= 0 and letters[before].isdigit()
