"""In what two spellings of one name differ, in words: for names that look the same, by code point."""

from __future__ import annotations

import re
import unicodedata
from itertools import zip_longest

from shakyo_plan.message import Message, say
from shakyo_plan.values.characters import (
    INVISIBLE,
    SPACES,
    VARIATION_SELECTORS,
    looks_like_another,
)
from shakyo_plan.values.lazy_pattern import lazy_pattern
from shakyo_plan.values.name import fold_name

IN_WIDTH = say("width, spaces or brackets")
"""What a reader sees, and need not be told."""

_MARKS = "\u0300-\u036f\u3099\u309a"
_LETTER = lazy_pattern(f".[{_MARKS}{VARIATION_SELECTORS}]*", re.DOTALL)
_SELECTOR = lazy_pattern(f"[{VARIATION_SELECTORS}]")
_UNSEEN = lazy_pattern(f"[{INVISIBLE}]")
_SPACE = lazy_pattern(f"[{SPACES}]")


def notation_difference(written: str, other: str) -> Message:
    """Return in what a name, as it is written, differs from another spelling of it, as a phrase.

    Said is the first place where they differ: width, spaces and brackets can be seen, and are not
    named one by one.
    """
    for here, there in zip_longest(_LETTER.findall(written), _LETTER.findall(other), fillvalue=""):
        if here != there:
            return _difference(here, there)
    return IN_WIDTH


def code_points(text: str) -> str:
    """Return the code points of a text: ``U+30AB U+3099``."""
    return " ".join(f"U+{ord(letter):04X}" for letter in text)


def _difference(here: str, there: str) -> Message:
    both = here + there
    if selector := _SELECTOR.search(both):
        return say(
            "a variation selector ({code}), which cannot be seen", code=code_points(selector[0])
        )
    if unseen := _UNSEEN.search(both):
        return say("a character that cannot be seen ({code})", code=code_points(unseen[0]))
    if space := _SPACE.search(both):
        return say("a no-break space ({code})", code=code_points(space[0]))
    if unicodedata.normalize("NFC", here) == unicodedata.normalize("NFC", there):
        decomposed = max(here, there, key=len)
        return say(
            "a decomposed character ({codes} for {letter})",
            codes=code_points(decomposed),
            letter=decomposed,
        )
    if here and there and (looks_like_another(here) or looks_like_another(there)):
        return say(
            "a character that looks the same ({here}, and there {there})",
            here=code_points(here),
            there=code_points(there),
        )
    if fold_name(here) and fold_name(f"3{here}月") == fold_name(f"3{there}月"):
        if unicodedata.normalize("NFKC", here) == unicodedata.normalize("NFKC", there):
            return IN_WIDTH
        return say("“{here}” for “{there}”", here=here, there=there)
    return IN_WIDTH
