"""What Word, web pages and Markdown leave behind in a text that is pasted from them."""

from __future__ import annotations

import re

from shakyo_plan.values.characters import INVISIBLE
from shakyo_plan.values.lazy_pattern import lazy_pattern

# Besides what is never seen: stand-ins for objects and for lost characters, and what chooses a shape of
# emoji. The selectors of kanji are meant, as in names of persons and places.
_INVISIBLE = f"[{INVISIBLE}\ufe0e\ufe0f\ufffc\ufffd]"
LEFTOVERS = lazy_pattern(
    r"</?(?:p|br|b|i|u|span|div|strong|em|font|ul|ol|li|table|tr|td|a)\b[^<>]*>"
    rf"|&(?:nbsp|amp|lt|gt|quot|#\d{{1,7}}|#x[0-9a-f]{{1,6}});|\*\*|__+|^#+ |{_INVISIBLE}",
    re.IGNORECASE | re.MULTILINE,
)


def is_invisible(leftover: str) -> bool:
    """Whether nothing of it can be seen, so that it has to be named by its code point."""
    return re.fullmatch(_INVISIBLE, leftover) is not None


def without_leftovers(text: str) -> str:
    """Return the text as it was meant: ``&amp;`` as ``&``, what says nothing left out."""
    return LEFTOVERS.sub(_meant, text).replace("\u00a0", " ")


def _meant(match: re.Match[str]) -> str:
    # Imported where it is used: it brings a table of all entities, and few plans have one.
    import html

    return html.unescape(match[0]) if match[0].startswith("&") else ""
