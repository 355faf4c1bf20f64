"""Characters that only look like others, made plain; once, before anything is recognised.

PDF writers put Kangxi radicals (⾼) for ideographs (高); Word leaves soft hyphens and zero-width
spaces behind. NFKC would fold far more than that (㈱, ①), so each kind is named here.
"""

from __future__ import annotations

import unicodedata

from shakyo_plan.values.lazy_pattern import lazy_pattern

_SUPPLEMENT = dict(
    zip(
        "⺁⺅⺇⺋⺌⺎⺐⺒⺓⺔⺕⺖⺘⺙⺛⺝⺟⺠⺡⺣⺨⺩⺪⺭⺮⺶⺹⺼⺾⺿⻁⻂⻃⻄⻆⻊⻌⻍⻎⻏⻑⻖⻗⻘⻝⻞⻟⻤⻨⻩⻫⻭⻯⻲",
        "厂亻几㔾小尢尣巳幺乛彐忄扌攵旡月母民氵灬犭王疋礻竹羊耂月艹艹虎衤覀西角足辶辶辶阝長阝雨青食食食鬼麦黄斉歯竜亀",
        strict=True,
    )
)
"""CJK radicals supplement (U+2E80 to U+2EFF), of which Unicode decomposes only two."""
_INVISIBLE = lazy_pattern(
    "[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufe00-\ufe0f]"
)
_CONTROL = lazy_pattern("[\x00-\x08\x0e-\x1f\x7f-\x9f\ufffe\uffff\ud800-\udfff]")
_COMPOSED = lazy_pattern("[ぁ-ヿ][\u3099\u309a]")
_HALF_KANA = lazy_pattern("[\uff65-\uff9f]+")
_RADICALS = lazy_pattern("[\u2e80-\u2fd5]")
_BLANKS = str.maketrans(
    {
        "\u00a0": " ",
        "\u2002": " ",
        "\u2003": "\u3000",
        "\u2009": " ",
        "\u202f": " ",
        "\u2028": " ",
        "\u2029": " ",
    }
)
_DOT = lazy_pattern(r"(?<=[^\s\d])[·•‧∙⋅･](?=[^\s\d])")


def plain(text: str) -> str:
    """Return the text with characters that only look like others replaced, and invisible ones gone."""
    text = _CONTROL.sub("", _INVISIBLE.sub("", text)).translate(_BLANKS)
    text = _RADICALS.sub(lambda found: _ideograph(found[0]), text)
    text = _HALF_KANA.sub(lambda found: unicodedata.normalize("NFKC", found[0]), text)
    text = _COMPOSED.sub(lambda found: unicodedata.normalize("NFC", found[0]), text)
    return _DOT.sub("・", text)


def _ideograph(radical: str) -> str:
    return _SUPPLEMENT.get(radical) or unicodedata.normalize("NFKC", radical)


_JAPANESE = "\u3000-\u30ff\u3400-\u9fff\uff00-\uffef々〆"
_TYPESET = lazy_pattern(
    rf"(?<=[{_JAPANESE}])[ ]+(?=[0-9A-Za-z])|(?<=[0-9A-Za-z])[ ]+(?=[{_JAPANESE}])"
)


def without_typeset_spaces(text: str) -> str:
    """Return the text without the spaces that typesetting puts between Japanese and digits or letters."""
    return _TYPESET.sub("", text)
