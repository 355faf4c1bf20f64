"""Text in cells: what Excel cannot hold, and how it writes what XML cannot."""

from __future__ import annotations

from shakyo_plan.values.lazy_pattern import lazy_pattern

LONGEST = 32_767
"""Letters that Excel keeps in a cell (its specifications and limits)."""

_NOT_IN_XML = lazy_pattern("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_ESCAPE = lazy_pattern(r"_(x[0-9A-Fa-f]{4}_)")
_ESCAPED = lazy_pattern(r"_x([0-9A-Fa-f]{4})_")


def holdable(text: str) -> str:
    """Return the text as a cell can hold it: some letters become a ``\ufffd``, a long text is cut."""
    if text.isprintable() and len(text) <= LONGEST:
        return text  # as nearly all are
    text = _NOT_IN_XML.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"


def written(text: str) -> str:
    """Return a text as it stands in the file: Excel reads ``_x0041_`` as a letter (ECMA-376, ST_Xstring)."""
    return _ESCAPE.sub(r"_x005F_\1", text) if "_x" in text else text


def unwritten(text: str) -> str:
    """Return the text that a cell of the file means."""
    if "_x" in text:
        text = _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text)
    return text.replace("\r\n", "\n").replace("\r", "\n")
