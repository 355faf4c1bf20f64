"""Letters of a page into lines, lines into paragraphs: over line breaks, columns and pages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from shakyo_plan.documents.carriers.pdf_page import Letter
from shakyo_plan.documents.characters import plain
from shakyo_plan.documents.furniture import is_head, is_page_number, squeezed
from shakyo_plan.documents.outline.numbering import begins_entry, begins_part, read_label
from shakyo_plan.values.fiscal_year import ERAS

_SAME_LINE = 0.4
"""So much of a letter's size may two letters of a line differ in height."""
_SPACE = 0.4
"""From so wide a gap on, there is a space; between Japanese and digits typesetting leaves a quarter."""
_JAPANESE_SPACE = 0.15
"""The same between two Japanese letters, beyond the gaps that a line filled to its edge has."""
_GUTTER = 1.8
_FEWEST = 6
"""Lines that each of two columns has at least."""
_KANA = re.compile(r"[ぁ-ヺー]+")
_RUBY = 0.62
_FULL = 3.0
"""So many letters may a full line end before the edge, where a sign may not begin the next line."""
_FULL_TITLE = 1.3
"""The same for a title or an entry, which seldom fills its line."""
_INDENTED = 0.6
_APART = 1.7
"""Lines so many times farther apart than usual are not of one paragraph."""
_FINISHED = ("】", "＞", ">", "：", ":")


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


@dataclass
class Paragraph:
    """Lines that are one paragraph."""

    lines: list[PrintedLine]

    @property
    def text(self) -> str:
        """Its text, the line breaks of the page gone."""
        return joined(line.text.strip() for line in self.lines)


def joined(lines: Iterator[str] | Sequence[str]) -> str:
    """Join lines of one paragraph: with a space only between Latin words."""
    text = ""
    for line in lines:
        latin = (
            text[-1:].isascii()
            and text[-1:].isalpha()
            and line[:1].isascii()
            and line[:1].isalpha()
        )
        text += f" {line}" if latin else line
    return text


def paragraphs(pages: Sequence[Sequence[PrintedLine]]) -> list[Paragraph]:
    """Put the lines of a run of pages together to paragraphs; heads and feet of pages stay apart."""
    found: list[Paragraph] = []
    held: Paragraph | None = None
    apart = furniture_of(pages)
    pitch = _usual_pitch(pages)
    for number, lines in enumerate(pages):
        for at, line in enumerate(lines):
            if (number, at) in apart:
                found.append(Paragraph([line]))
            elif held is not None and _goes_on(held, line, pitch):
                held.lines.append(line)
            else:
                held = Paragraph([line])
                found.append(held)
    return found


def furniture_of(pages: Sequence[Sequence[PrintedLine]]) -> set[tuple[int, int]]:
    """Return which lines are heads, feet and numbers of pages: the number of the page and of the line."""
    repeated: dict[str, list[tuple[int, int]]] = {}
    found = set()
    for number, lines in enumerate(pages):
        for at in {*range(min(2, len(lines))), *range(max(0, len(lines) - 2), len(lines))}:
            text = lines[at].text.strip()
            if is_page_number(text):
                found.add((number, at))
            else:
                repeated.setdefault(squeezed(text), []).append((number, at))
    for text, places in repeated.items():
        if text and is_head(text, len({page for page, _ in places}), len(pages)):
            found |= set(places)
    return found


def _usual_pitch(pages: Sequence[Sequence[PrintedLine]]) -> float:
    gaps = Counter(
        round(above.y - below.y)
        for lines in pages
        for above, below in pairwise(lines)
        if above.y > below.y
    )
    return float(gaps.most_common(1)[0][0]) if gaps else 0.0


def _in_brackets(text: str) -> bool:
    """Whether a bracket is open: what follows goes on, even where it looks like a number, ス）."""
    return sum(text.count(one) - text.count(other) for one, other in ("（）", "()", "「」")) > 0


def _short_of_edge(before: Paragraph) -> float:
    """Return how many letters before the edge a line of this paragraph may end, and still be full."""
    text = before.text
    running = ("。" in text or "、" in text) and not begins_part(plain(text))
    return _FULL if running else _FULL_TITLE


_TITLE = re.compile(
    rf"(?:{'|'.join(name for name, _, _ in ERAS)})[ 　]*[元0-9０-９]{{1,2}}[ 　]*年度[^。、]{{0,20}}"
)
"""A line of its own that names the fiscal year is a title."""
_MID_SENTENCE = tuple("、をはがにでとやのてし")


def _breaks_off(before: Paragraph) -> bool:
    """Whether running text was broken in the middle of a line, as Shift+Enter does."""
    text, last = before.text.rstrip(), before.lines[-1]
    if text.endswith("。") or read_label(plain(text)) or begins_entry(plain(text)):
        return False
    return last.right - last.left > (last.edge - last.left) / 4 and (
        "。" in text or text.endswith(_MID_SENTENCE)
    )


def _goes_on(before: Paragraph, line: PrintedLine, pitch: float) -> bool:
    first, last = before.lines[0], before.lines[-1]
    if _in_brackets(before.text) and last.right >= last.edge - _FULL * last.size:
        return True
    entry = begins_entry(plain(first.text.strip()))
    return not (
        begins_part(plain(line.text.strip()))
        or _TITLE.fullmatch(line.text.strip())
        or last.text.rstrip().endswith(_FINISHED)
        or abs(last.size - line.size) > 0.12 * last.size
        or (last.right < last.edge - _short_of_edge(before) * last.size and not _breaks_off(before))
        or (last.page == line.page and last.y - line.y > _APART * max(pitch, last.size))
        or (not entry and line.x > line.left + _INDENTED * line.size and line.x > last.x + 1)
        or (last.page != line.page and last.text.rstrip().endswith("。"))
    )
