"""Letters of a page into lines, from top to bottom, the left of two columns before the right one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from shakyo_plan.documents.carriers.pdf_page import Letter
from shakyo_plan.values.lazy_pattern import lazy_pattern

_SAME_LINE = 0.4
"""So much of a letter's size may two letters of a line differ in height."""
_SPACE = 0.4
"""From so wide a gap on, there is a space; between Japanese and digits typesetting leaves a quarter."""
_JAPANESE_SPACE = 0.15
"""The same between two Japanese letters, beyond the gaps that a line filled to its edge has."""
_FEWEST = 6
"""Lines that each of two columns has at least."""
_KANA = lazy_pattern(r"[ぁ-ヺー]+")
_RUBY = 0.62


@dataclass
class PrintedLine:
    """A line as printed."""

    letters: list[Letter]
    page: int
    x: float = field(init=False)
    right: float = field(init=False)
    y: float = field(init=False)
    size: float = field(init=False)
    left: float = 0
    """Where the lines of its column begin."""
    edge: float = 0
    """Where the full lines of its column end."""

    def __post_init__(self) -> None:
        """Measure it."""
        self.letters.sort(key=lambda letter: letter.x)
        shown = [letter for letter in self.letters if letter.text.strip()] or self.letters
        self.x, self.right = shown[0].x, max(letter.right for letter in shown)
        self.y = shown[0].y
        self.size = Counter(round(letter.size, 1) for letter in shown).most_common(1)[0][0]

    @property
    def text(self) -> str:
        """Its text, with a space where there is a gap."""
        return text_of(self.letters)


def text_of(letters: Sequence[Letter]) -> str:
    """Return letters of one line as text, with a space where there is a gap."""
    parts: list[str] = []
    before: Letter | None = None
    gaps = sorted(
        other.x - one.right for one, other in pairwise(letters) if _is_wide(one) and _is_wide(other)
    )
    usual = max(0.0, gaps[len(gaps) // 2]) if gaps else 0.0
    for letter in letters:
        gap = letter.x - before.right if before is not None and letter.text.strip() else 0.0
        least = _SPACE
        if before is not None and _is_wide(before) and _is_wide(letter):
            least, gap = _JAPANESE_SPACE, gap - usual
        if gap > least * letter.size and parts and parts[-1].strip():
            parts.append("　" if gap > 0.9 * letter.size else " ")
        parts.append(letter.text)
        before = letter
    return "".join(parts).replace("\r", "").replace("\n", "")


def _is_wide(letter: Letter) -> bool:
    return bool(letter.text) and letter.text >= "\u3000"


def lines_of(letters: Sequence[Letter], page: int) -> list[PrintedLine]:
    """Return the lines of a page from top to bottom, the left of two columns before the right one."""
    rows = _rows(letters)
    gutter = _gutter(rows)
    if gutter is None:
        return _column(_without_ruby(rows), page)
    head: list[list[Letter]] = []
    left: list[list[Letter]] = []
    right: list[list[Letter]] = []
    for row in _without_ruby(rows):
        sides = (
            [letter for letter in row if letter.x < gutter],
            [letter for letter in row if letter.x >= gutter],
        )
        crosses = any(letter.x < gutter < letter.right for letter in row)
        if crosses or (not (left or right) and not all(sides)):
            head.append(row)
            continue
        for side, taken in zip(sides, (left, right), strict=True):
            if side:
                taken.append(side)
    return [line for rows in (head, left, right) for line in _column(rows, page)]


def _column(rows: list[list[Letter]], page: int) -> list[PrintedLine]:
    """Return the lines of one column, each knowing where it begins and ends."""
    lines = [PrintedLine(row, page) for row in rows]
    for line in lines:
        line.left = min(other.x for other in lines)
        line.edge = max(other.right for other in lines)
    return lines


def _rows(letters: Sequence[Letter]) -> list[list[Letter]]:
    rows: list[list[Letter]] = []
    for letter in sorted(letters, key=lambda letter: (-letter.y, letter.x)):
        if (
            rows
            and abs(rows[-1][0].y - letter.y)
            <= _SAME_LINE * max(rows[-1][0].size, letter.size) * 0.8
        ):
            rows[-1].append(letter)
        else:
            rows.append([letter])
    return [row for row in rows if any(letter.text.strip() for letter in row)]


def _without_ruby(rows: list[list[Letter]]) -> list[list[Letter]]:
    """Leave out kana in small print right above a line: how to read its ideographs."""
    kept = []
    for at, row in enumerate(rows):
        below = rows[at + 1] if at + 1 < len(rows) else []
        text = "".join(letter.text for letter in row if letter.text.strip())
        small = below and max(letter.size for letter in row) <= _RUBY * max(
            letter.size for letter in below
        )
        if small and _KANA.fullmatch(text) and row[0].y - below[0].y < 1.5 * below[0].size:
            continue
        kept.append(row)
    return kept


def _gutter(rows: list[list[Letter]]) -> float | None:
    """Return where the white between two columns is; None for a page of one column."""
    spans = [(letter.x, letter.right) for row in rows for letter in row if letter.text.strip()]
    if not spans:
        return None
    low, high = min(x for x, _ in spans), max(right for _, right in spans)
    size = sum(letter.size for row in rows for letter in row) / max(1, sum(map(len, rows)))
    best: tuple[int, float] | None = None
    for step in range(35, 66):
        at = low + (high - low) * step / 100
        crossing = sum(
            any(x < at + size / 2 and right > at - size / 2 for x, right in _spans(row))
            for row in rows
        )
        left = sum(
            any(right <= at for _, right in _spans(row)) and any(x >= at for x, _ in _spans(row))
            for row in rows
        )
        if (
            left >= _FEWEST
            and crossing <= 0.15 * len(rows)
            and (best is None or left - crossing > best[0])
        ):
            best = left - crossing, at
    if best is None:
        return None
    return best[1] if _starts_together(rows, best[1], size) else None


def _starts_together(rows: list[list[Letter]], at: float, size: float) -> bool:
    """Whether what stands right of the white begins at one place, as a column does."""
    starts = [
        min(x for x, _ in _spans(row) if x >= at)
        for row in rows
        if any(x >= at for x, _ in _spans(row))
    ]
    usual = Counter(round(x / size) for x in starts).most_common(2)
    return sum(count for _, count in usual) >= 0.6 * len(starts)


def _spans(row: list[Letter]) -> list[tuple[float, float]]:
    return [(letter.x, letter.right) for letter in row if letter.text.strip()]
