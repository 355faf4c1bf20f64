"""Program names, folded for comparison. What a person wrote is never rewritten by this."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from shakyo_plan.values.characters import fold_characters, settle_characters
from shakyo_plan.values.lazy_pattern import lazy_pattern

_DROPPED = str.maketrans("", "", "()[]{}<>（）［］｛｝＜＞「」『』【】〔〕〈〉《》")
_COUNTED = lazy_pattern(r"(?<=\d)[カか](?=[月所年国村])")


def fold_name(text: str) -> str:
    """Return the name without what people vary without noticing: what is equal then, is one name.

    Full and half width, upper and lower case, spaces and brackets are folded, and so are characters
    that look the same (see `characters.fold_characters`): ``自立支援事業 あんしんサポート`` and
    ``自立支援事業（あんしんサポート）`` become one, and 3か所 and 3ヶ所.
    """
    return _counted(_bare(text, fold_characters))


class Wanted(NamedTuple):
    """Words that are looked for in names and texts, folded."""

    letters: str
    """Folded letter by letter, so that each piece of a name is one of the folded name too."""
    name: str

    @classmethod
    def of(cls, words: str) -> Wanted:
        """Return the words as they are looked for."""
        letters = _bare(words, fold_characters)
        return cls(letters, _counted(letters))

    def stand_in(self, text: str) -> bool:
        """Whether the words are a piece of the text, whatever characters each is written in."""
        letters = _bare(text, fold_characters)
        return self.letters in letters or self.name in _counted(letters)


def plain_name(text: str) -> str:
    """Return the name for patterns, and for sorting: folded, in the letters that are meant."""
    return _bare(text, settle_characters)


def _counted(letters: str) -> str:
    return _COUNTED.sub("ケ", letters)


def _bare(text: str, characters: Callable[[str], str]) -> str:
    letters = "".join(text.translate(_DROPPED).split())
    # Folding width brings brackets out of ㈱.
    return "".join(characters(letters).casefold().translate(_DROPPED).split())
