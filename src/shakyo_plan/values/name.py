"""Program names, folded for comparison. What a person wrote is never rewritten by this."""

from __future__ import annotations

from shakyo_plan.values.characters import fold_characters

_DROPPED = str.maketrans("", "", "()[]{}<>（）［］｛｝＜＞「」『』【】〔〕〈〉《》")


def fold_name(text: str) -> str:
    """Return the name without what people vary without noticing.

    Full and half width, upper and lower case, spaces and brackets are folded, and so are characters
    that look the same (see `characters.fold_characters`): ``自立支援事業 あんしんサポート`` and
    ``自立支援事業（あんしんサポート）`` become one.
    """
    letters = "".join(text.translate(_DROPPED).split())
    # Folding width brings brackets out of ㈱.
    return "".join(fold_characters(letters).casefold().translate(_DROPPED).split())
