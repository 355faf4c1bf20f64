"""Characters that look like others, or like nothing, and the ones that are meant.

They come from PDFs (radicals for kanji), from Macs (decomposed kana, 〜), from Windows (～, ―) and from
keyboards (－ for ー). For a reader they are the same, for a search they are not. Which radicals have
the shape of which kanji is a fact of Unicode (EquivalentUnifiedIdeograph.txt), and so are the
decompositions.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from enum import Enum, auto
from typing import NamedTuple

from shakyo_plan.values.lazy_pattern import lazy_pattern

INVISIBLE = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064"
    "\u2066-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\U000e0001\U000e0020-\U000e007f"
)
"""What cannot be seen, and is no part of any word; for a class of a pattern."""
VARIATION_SELECTORS = "\u180b-\u180d\ufe00-\ufe0f\U000e0100-\U000e01ef"
"""What chooses among the shapes of the kanji before it; for a class of a pattern."""
SPACES = "\u00a0\u2000-\u200a\u202f\u205f"
"""Spaces that no key writes, such as the no-break space; for a class of a pattern."""

_AS_RADICALS = (
    "⺁⺂⺃⺄⺅⺆⺈⺉⺊⺌⺍⺎⺏⺐⺒⺓⺔⺖⺗⺘⺙⺛⺜⺝⺞⺟⺠⺡⺢⺣⺤⺥⺦⺧⺨⺩⺫⺬⺭⺯⺰⺱⺲⺴⺶⺹⺺⺻⺼"
    "⺾⺿⻀⻁⻂⻃⻄⻅⻆⻈⻉⻋⻌⻍⻎⻏⻐⻑⻒⻓⻔⻖⻗⻘⻙⻚⻛⻜⻝⻟⻠⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻭⻮⻯⻰⻱⻲⻳"
)
_AS_KANJI = (
    "厂乛乚乙亻冂刀刂卜小小兀尣尢巳幺彑忄心扌攵旡日月歺母民氵氺灬爫爫丬牛犭王目示礻糹纟罓罒冗羊耂肀聿肉"
    "艹艹艹虎衤覀西见角讠贝车辶辶辶邑钅長镸长门阝雨青韦页风飞食飠饣马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟"
)
_RADICALS = dict(zip(map(ord, _AS_RADICALS), _AS_KANJI, strict=True))
_DASHES = "-\u02d7\u2010-\u2015\u2043\u2212\u2500\u2501\ufe58\ufe63\uff0d"
_DOTS = "\u00b7\u2022\u2027\u2219\u22c5"
_KATAKANA = "ァ-ヺ"
_KANA = "ぁ-ゖァ-ヺ"
_KANJI = "一-鿿々〇"
_MARKS = "\u0300-\u036f\u3099\u309a\u309b\u309c"
_JOINING = {0x309B: "\u3099", 0x309C: "\u309a"}
"""The marks ゛ and ゜ that stand alone, as those that join the letter before."""
_COMPATIBILITY = "\u2e80-\u2fdf\uf900-\ufaff\U0002f800-\U0002fa1f"


class Oddity(Enum):
    """Why a character is not the one that is meant."""

    RADICAL = auto()
    """A radical or a compatibility character in the shape of a kanji."""
    DECOMPOSED = auto()
    """A letter, and behind it its mark: カ and ゛ for ガ."""
    SPACE = auto()
    DOT = auto()
    """A dot of other scripts for ・."""
    LONG_VOWEL = auto()
    """A dash for ー."""


class OddCharacter(NamedTuple):
    """A character that looks like another one, which is meant."""

    oddity: Oddity
    written: str
    meant: str


_ODD = lazy_pattern(
    rf"(?P<RADICAL>[{_COMPATIBILITY}])|(?P<DECOMPOSED>[^{_MARKS}\s][{_MARKS}]+)|(?P<SPACE>[{SPACES}])"
    rf"|(?<=\w)(?P<DOT>[{_DOTS}])(?=\w)"
    # After ン and ッ no vowel is long: there the dash stands between two words.
    rf"|(?<=[{_KATAKANA}])(?<![ンッー])(?P<LONG_VOWEL>[{_DASHES}一])(?=[{_KATAKANA}])"
)


def odd_characters(text: str) -> Iterator[OddCharacter]:
    """Yield the characters of a text that look like others, in order."""
    for found in _ODD.finditer(text):
        oddity = Oddity[str(found.lastgroup)]
        meant = _meant(oddity, found[0])
        # Not every sign with a mark has a letter of its own, and not every character of these is another.
        if meant != found[0]:
            yield OddCharacter(oddity, found[0], meant)


_TWINS = lazy_pattern(f"[〜～∼˜{_COMPATIBILITY}{_DASHES}{_DOTS}ーｰ一・]")


def looks_like_another(letter: str) -> bool:
    """Whether a letter looks like another one that is not it."""
    return _TWINS.search(letter) is not None or letter in _SAME_SHAPES


TWINS = ("〜～∼", "—―─", "－−")
"""Characters that systems write for one key: each on its own is sound, two of them in one plan are not."""


def without_odd(text: str) -> str:
    """Return the text with the characters that are meant."""
    return _ODD.sub(lambda found: _meant(Oddity[str(found.lastgroup)], found[0]), text)


def _meant(oddity: Oddity, written: str) -> str:
    match oddity:
        case Oddity.RADICAL:
            return unicodedata.normalize("NFKC", written.translate(_RADICALS))
        case Oddity.DECOMPOSED:
            return unicodedata.normalize("NFC", written.translate(_JOINING))
        case Oddity.SPACE:
            return " "
        case Oddity.DOT:
            return "・"
        case Oddity.LONG_VOWEL:
            return "ー"


_SEEN = str.maketrans({"〜": "~", "∼": "~", "\u02dc": "~"}) | _RADICALS | _JOINING
_UNSEEN = lazy_pattern(rf"[{INVISIBLE}{VARIATION_SELECTORS}]+")
_DASH = lazy_pattern(rf"[{_DASHES}]")
_RUN = lazy_pattern("-{2,}")
_DOT = lazy_pattern(f"[{_DOTS}]")
_RARE = lazy_pattern(
    f"[゛゜〜∼\u02dc{INVISIBLE}{VARIATION_SELECTORS}{_DASHES}{_DOTS}\u2e80-\u2eff]"
)
"""What has to be looked at more closely; nearly no name has any of it."""
_AFTER_KANA = lazy_pattern(rf"(?<=[{_KANA}ー])-+")
_NOT_AFTER_KANA = lazy_pattern(rf"(?<![{_KANA}ー])ー+")
_KANJI_ONE = lazy_pattern(rf"(?<=[{_KATAKANA}])一(?=[{_KATAKANA}])")
_KE = lazy_pattern(rf"(?<=[{_KANJI}\d])ケ(?=[{_KANJI}])")
_KA = lazy_pattern(r"(?<=\d)[ヵカか](?=[月所年国村])")


_KANJI_SHAPES, _KANA_SHAPES = "力工口夕卜二", "カエロタトニ"
_HIRAGANA_SHAPES, _KATAKANA_SHAPES = "へべぺ", "ヘベペ"
_SAME_SHAPES = frozenset(_KANJI_SHAPES + _KANA_SHAPES + _HIRAGANA_SHAPES + _KATAKANA_SHAPES)
_TO_KATAKANA = str.maketrans(_KANJI_SHAPES + _HIRAGANA_SHAPES, _KANA_SHAPES + _KATAKANA_SHAPES)
_TO_KANJI = str.maketrans(_KANA_SHAPES, _KANJI_SHAPES)
_SHAPE = lazy_pattern(f"[{''.join(sorted(_SAME_SHAPES))}]")
# 二 is a number too often to be taken for ニ, but ニ between kanji is no kana.
_MEANT_FOR_KATAKANA = lazy_pattern(
    rf"(?<=[{_KATAKANA}ー])[力工口夕卜](?=[{_KATAKANA}ー])|(?<![{_KANJI}ぁ-ゖ])[力工口夕卜](?=[{_KATAKANA}])"
    rf"|[{_HIRAGANA_SHAPES}](?=[{_KATAKANA}ー])"
)
_MEANT_FOR_KANJI = lazy_pattern(rf"(?<![{_KATAKANA}ーぁ-ゖ\d])[{_KANA_SHAPES}](?=[{_KANJI}])")


def with_sound_shapes(text: str) -> str:
    """Return the text with 力 of 力フェ and へ in へルパー as katakana, and エ in エ事 as a kanji."""
    text = _MEANT_FOR_KATAKANA.sub(lambda found: found[0].translate(_TO_KATAKANA), text)
    return _MEANT_FOR_KANJI.sub(lambda found: found[0].translate(_TO_KANJI), text)


_ONE_SHAPE = (
    _SEEN
    | _TO_KATAKANA
    | dict.fromkeys(map(ord, "ー一˗⁃−─━﹘﹣－‐‑‒–—―"), "-")
    | dict.fromkeys(map(ord, "·•‧∙⋅"), "・")
    | dict.fromkeys(map(ord, "ヶヵ"), "ケ")
)


def fold_characters(text: str) -> str:
    """Return the text with one character for all that look like it, for comparing.

    Width is folded (NFKC), and what cannot be seen goes. No letter depends on those beside it, so that
    what is a piece of a text stays one: ー, 一 and every dash are one, ケ, ヶ and ヵ, カ and 力, へ and ヘ.
    """
    letters = _UNSEEN.sub("", text).translate(_ONE_SHAPE)
    return _RUN.sub("-", unicodedata.normalize("NFKC", letters).translate(_ONE_SHAPE))


def settle_characters(text: str) -> str:
    """Return the text with the characters that are meant, as the letters beside them tell.

    For patterns, which look for words as they are written. A dash after kana is a ー, a ー after anything
    else a dash; 力 of 力フェ is カ, エ of エ事 a kanji.
    """
    rare = _RARE.search(text) is not None
    if rare:
        text = _UNSEEN.sub("", text).translate(_SEEN)
    text = unicodedata.normalize("NFKC", text)
    if rare:
        text = _DOT.sub("・", _AFTER_KANA.sub("ー", _DASH.sub("-", text)))
    # The letters are asked for first: names are folded by the thousand.
    if "ー" in text:
        text = _NOT_AFTER_KANA.sub("-", text)
    if rare:
        text = _RUN.sub("-", text)
    if "一" in text:
        text = _KANJI_ONE.sub("ー", text)
    if "ケ" in text:
        text = _KE.sub("ヶ", text)
    if _SHAPE.search(text):
        text = with_sound_shapes(text)
    return _KA.sub("ヶ", text)
