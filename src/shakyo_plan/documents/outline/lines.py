"""Lines: blocks with their number or bullet taken off, and the words before numbers learnt."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from shakyo_plan.documents.blocks import Block
from shakyo_plan.documents.characters import without_typeset_spaces
from shakyo_plan.documents.outline.mark import Mark, Style, kana_at
from shakyo_plan.documents.outline.numbering import is_part_word, read_label, read_mark
from shakyo_plan.likeness import likeness
from shakyo_plan.values.fiscal_year import ERAS

_SENTENCE_END = ("。", "．")
_LONGEST_TITLE = 60
_NO_LABEL = frozenset(
    (
        "第",
        "約",
        "全",
        "計",
        "表",
        "図",
        "資料",
        "別紙",
        "別表",
        "様式",
        "延べ",
        "年",
        "月",
        "のうち",
        "電話",
        "人生",
    )
) | frozenset(name for name, _, _ in ERAS)
_NEAR_LABEL = 0.6


@dataclass(frozen=True, slots=True)
class Line:
    """A block, with what its first letters say taken off."""

    block: Block
    mark: Mark | None
    title: str
    """The text behind the mark."""

    @property
    def is_row(self) -> bool:
        """Whether it is a row of a table."""
        return self.block.is_row

    @property
    def is_sentence(self) -> bool:
        """Whether it is running text, no title."""
        return (
            "。" in self.title
            or self.title.endswith(_SENTENCE_END)
            or len(self.title) > _LONGEST_TITLE
        )

    @property
    def is_bare(self) -> bool:
        """Whether nothing marks it: no number, no bullet, no heading style."""
        return self.mark is None and self.block.heading is None and not self.is_row


def read_lines(blocks: Iterable[Block], signs: Collection[str] = ()) -> tuple[Line, ...]:
    """Return the blocks as lines; ``signs`` are those of the document's legend, which belong to the text."""
    blocks = tuple(blocks)
    labels = learnt_labels(blocks)
    lines = [_with_sign(_line(block, labels), signs) for block in blocks]
    return tuple(_with_usual_digits(_with_lost_spaces(lines)))


def _with_sign(line: Line, signs: Collection[str]) -> Line:
    """Return a line that begins with a sign of the legend as an entry with that sign before its name."""
    mark = line.mark
    if mark is None or mark.style is not Style.BULLET or mark.label not in signs:
        return line
    return replace(line, mark=mark._replace(label=_ENTRY_BULLET), title=f"{mark.label}{line.title}")


_ENTRY_BULLET = "・"
_USUALLY = 5
_HALF_WIDTH = str.maketrans("０１２３４５６７８９", "0123456789")


def _with_usual_digits(lines: list[Line]) -> list[Line]:
    """Return the lines with half-width digits, in a document that nearly always has those."""
    text = "".join(line.block.text for line in lines)
    wide = sum(letter in "０１２３４５６７８９" for letter in text)
    half = sum(letter in "0123456789" for letter in text)
    if not wide or half < _USUALLY * wide:
        return lines
    return [replace(line, title=line.title.translate(_HALF_WIDTH)) for line in lines]


def _with_lost_spaces(lines: list[Line]) -> list[Line]:
    """Return the lines with kana read as numbers where the space behind them is lost: ア住民…, イ住民…."""
    found = list(lines)
    at = 0
    while at < len(found):
        end = at
        while (
            end < len(found)
            and found[end].mark is None
            and _starts_with_kana(found[end], end - at + 1)
        ):
            end += 1
        if end - at > 1:
            for number, line in enumerate(found[at:end], 1):
                mark = Mark(Style.KANA, number=number, written=kana_at(number))
                found[at + number - 1] = replace(line, mark=mark, title=line.title[1:].strip())
        at = max(end, at + 1)
    return found


def _starts_with_kana(line: Line, number: int) -> bool:
    return not line.is_row and len(line.title) > 2 and line.title[0] == kana_at(number)


def learnt_labels(blocks: Iterable[Block]) -> Mapping[str, str]:
    """Return the words that stand before numbers in this document (基本計画 1-1), each with itself.

    A word that stands there once and is nearly one of the others comes with that one: it is misprinted.
    """
    found: dict[tuple[str, bool], set[tuple[int | None, int | None]]] = defaultdict(set)
    headings: set[str] = set()
    for block in blocks:
        labelled = None if block.is_row else _labelled(block.text)
        if labelled and "。" not in block.text and labelled[0].label not in _NO_LABEL:
            mark = labelled[0]
            found[mark.label, mark.parent is not None].add((mark.parent, mark.number))
            if block.heading is not None:
                headings.add(mark.label)
    known = {
        label
        for (label, dashed), numbers in found.items()
        if (len(numbers) > 1 and (dashed or _rises(numbers) or label in headings))
        or is_part_word(label)
    }
    counts: dict[str, int] = defaultdict(int)
    for (label, _), numbers in found.items():
        counts[label] += len(numbers)
    labels = {label: label for label in known}
    for word, _ in list(found):
        often = [other for other in known if other != word and counts[other] > counts[word]]
        near = max(often, key=lambda other: likeness(word, other), default=None)
        if (
            near
            and counts[word] == 1
            and len(near) == len(word)
            and likeness(word, near) >= _NEAR_LABEL
        ):
            labels[word] = near
    return labels


def _rises(numbers: set[tuple[int | None, int | None]]) -> bool:
    own = sorted(number for _, number in numbers if number is not None)
    return own[:2] == [1, 2]


def _labelled(text: str) -> tuple[Mark, str] | None:
    marked = read_mark(text)
    if marked.mark and marked.mark.style in (Style.BRACKET, Style.BULLET):
        return read_label(marked.rest)
    return read_label(text) if marked.mark is None else None


def _line(block: Block, labels: Mapping[str, str]) -> Line:
    if block.is_row:
        return Line(block, None, block.text)
    text = without_typeset_spaces(block.text)
    labelled = _labelled(block.text)
    if labelled and labelled[0].label in labels and "。" not in block.text:
        mark, title = labelled
        meant = labels[mark.label]
        odd = mark.label if meant != mark.label else ""
        return Line(block, mark._replace(label=meant, odd=odd), without_typeset_spaces(title))
    marked = read_mark(block.text)
    if marked.mark is None:
        return Line(block, None, text)
    return Line(block, marked.mark, without_typeset_spaces(marked.rest))
