"""Small numbers as people write them: 12, １２, 十二."""

from __future__ import annotations

DIGITS = "一二三四五六七八九"

NUMBER = rf"(?:\d{{1,2}}|[{DIGITS}十]{{1,3}})"
"""A pattern for a number of at most 99; ``number`` reads what it finds."""


def number(text: str) -> int:
    """Return the number: 12 for ``12`` and ``十二``, 20 for ``二十``.

    Raises:
        ValueError: the kanji are no number, as 一二 is none.
    """
    if text.isdigit():
        return int(text)
    tens, ten, ones = text.rpartition("十")
    if len(tens) > 1 or len(ones) > 1 or not set(tens + ones) <= set(DIGITS):
        raise ValueError(text)
    count = DIGITS.index(ones) + 1 if ones else 0
    if not ten:
        return count
    return (DIGITS.index(tens) + 1 if tens else 1) * 10 + count
