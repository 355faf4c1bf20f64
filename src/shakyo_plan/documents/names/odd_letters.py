"""Letters that may be misread: where others stand between the same neighbours all over the document.

The document itself is the dictionary: a letter whose pair with a neighbour stands nowhere else, at a
spot where another letter is printed again and again, is worth a look.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

_OFTEN = 3
_JAPANESE = ("\u3041", "\u9fff")
_EDGE = "\n"


class Letters:
    """How often letters stand side by side in a document."""

    def __init__(self, texts: Iterable[str]) -> None:
        """Count the pairs and triples of letters of all texts."""
        self._pairs: Counter[str] = Counter()
        self._between: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for text in texts:
            framed = f"{_EDGE}{text}{_EDGE}"
            for at in range(len(framed) - 1):
                self._pairs[framed[at : at + 2]] += 1
            for one, letter, other in zip(framed, framed[1:], framed[2:], strict=False):
                self._between[one + other][letter] += 1

    def odd_spots(self, text: str, times: int) -> list[tuple[int, str]]:
        """Return the spots of a text, printed so many times, where another letter is usual; with that letter."""
        framed = f"{_EDGE}{text}{_EDGE}"
        found = []
        for at in range(1, len(framed) - 1):
            letter, one, other = framed[at], framed[at - 1], framed[at + 1]
            if not _JAPANESE[0] <= letter <= _JAPANESE[1]:
                continue
            if self._pairs[one + letter] > times or self._pairs[letter + other] > times:
                continue
            usual, count = self._usual(one, letter, other)
            if usual and count >= _OFTEN:
                found.append((at - 1, usual))
        return found

    def _usual(self, one: str, letter: str, other: str) -> tuple[str, int]:
        best = max(
            (
                (count, known)
                for known, count in self._between[one + other].items()
                if known != letter
            ),
            default=(0, ""),
        )
        return best[1], best[0]
