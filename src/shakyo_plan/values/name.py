"""Program names, folded for comparison. What a person wrote is never rewritten by this."""

from __future__ import annotations

import unicodedata

_DROPPED = str.maketrans("", "", "()[]{}<>「」『』【】〔〕〈〉《》")


def fold_name(text: str) -> str:
    """Return the name without what people vary without noticing.

    Full and half width, upper and lower case, spaces and brackets are folded:
    ``自立支援事業 あんしんサポート`` and ``自立支援事業（あんしんサポート）`` become one.
    """
    return "".join(unicodedata.normalize("NFKC", text).casefold().translate(_DROPPED).split())
