"""Lines of pages into paragraphs: over line breaks, columns and pages; heads and feet stay apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from shakyo_plan.documents.carriers.pdf_lines import PrintedLine
from shakyo_plan.documents.characters import plain
from shakyo_plan.documents.furniture import is_head, is_page_number, squeezed
from shakyo_plan.documents.outline.numbering import begins_entry, begins_part, read_label
from shakyo_plan.values.fiscal_year import ERAS
from shakyo_plan.values.lazy_pattern import lazy_pattern

_FULL = 3.0
"""So many letters may a full line end before the edge, where a sign may not begin the next line."""
_FULL_TITLE = 1.3
"""The same for a title or an entry, which seldom fills its line."""
_INDENTED = 0.6
_APART = 1.7
"""Lines so many times farther apart than usual are not of one paragraph."""
_FINISHED = ("】", "＞", ">", "：", ":")


@dataclass
class Paragraph:
    """Lines that are one paragraph."""

    lines: list[PrintedLine]

    @property
    def text(self) -> str:
        """Its text, the line breaks of the page gone."""
        return joined(line.text.strip() for line in self.lines)


def joined(lines: Iterable[str]) -> str:
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


_TITLE = lazy_pattern(
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
