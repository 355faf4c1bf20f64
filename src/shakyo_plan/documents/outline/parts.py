"""Cuts a printed plan into its parts, at the headings whose words are known, and at those that end one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from shakyo_plan.documents.outline.ends import ends_part, goes_on_from
from shakyo_plan.documents.outline.lines import Line
from shakyo_plan.documents.outline.mark import Style
from shakyo_plan.documents.outline.part_words import (
    Part,
    heading_words,
    is_document_title,
    philosophy_in,
)
from shakyo_plan.likeness import likeness
from shakyo_plan.values.lazy_pattern import lazy_pattern

_LONGEST = 30
_NEAR = 0.7
"""From this likeness on, a heading is taken for a misprint of a known one."""
_HEADING_STYLES = frozenset(
    (
        Style.BRACKET,
        Style.ROMAN,
        Style.CHAPTER,
        Style.ARABIC,
        Style.KANJI,
        Style.ALPHA,
        Style.BULLET,
    )
)
_SUBORDINATE = frozenset(
    (Part.NEW, Part.DISTRICTS, Part.TREE, Part.POLICY, Part.PHILOSOPHY, Part.PRIORITIES)
)
"""Parts whose heading may also stand somewhere within the tree of plans, and is none there."""
_WITH_LISTS = frozenset((Part.PRIORITIES, Part.NEW, Part.DISTRICTS, Part.MANAGEMENT))
"""Parts that have headings of their own within."""
_DISTRICT_TABLE = lazy_pattern(
    r"(?:各)?地区(?:協議会|社協|社会福祉協議会|福祉会|別)?(?:等)?の?(?:主な|新規|改編|拡充|重点|・|及び|の)*事業"
)
_PRIORITIES = lazy_pattern(
    r"(?:最)?重点.{0,8}(?:事項|項目|目標|施策|取り?組み?(?:事項|項目)?|課題|方針)"
)
_NEW_PROGRAMS = lazy_pattern(r"(?:主な|主要な)?新規(?:事業|・(?:拡充|重点|改編)事業|項目|の事業)")


@dataclass
class Segment:
    """One part: its heading, and the lines up to the next."""

    part: Part
    heading: Line | None = None
    lines: list[Line] = field(default_factory=list)
    misprint_of: str = ""
    """The known heading that this one is nearly, where it is none itself."""
    opened_by: Line | None = None
    """The line that begins it, be it a heading only or its first entry too."""
    is_guess: bool = False
    """Whether it begins with a heading that nobody knows: taken for the plans, since the part before ends."""
    goes_on: bool = False
    """Whether the number of that heading goes on from the heading of the part before."""


class PartFinder:
    """Cuts a document into its parts."""

    def __init__(self, words: Mapping[Part, Sequence[str]], priority_labels: Iterable[str]) -> None:
        """Take the words of headings, and the words before numbers that are those of priorities."""
        self._by_word = {word: part for part, many in words.items() for word in many}
        self._priority_labels = frozenset(priority_labels)
        self._shapes: set[tuple[Style, str]] = set()
        self._last_number: dict[tuple[Style, str], int] = {}

    def segments(self, lines: Sequence[Line]) -> list[Segment]:
        """Return the parts in printed order; what stands before the first heading is the cover."""
        found = [Segment(Part.COVER)]
        counts: dict[tuple[Style, str], int] = {}
        for number, line in enumerate(lines):
            here = found[-1]
            after = lines[number + 1] if number + 1 < len(lines) else None
            part, misprint_of = self._part(line, here.part, counts, after)
            unknown = part is None and self._ends(line, here, counts, after)
            if unknown:
                goes_on = here.opened_by is not None and goes_on_from(here.opened_by, line)
                found.append(
                    Segment(Part.TREE, None, [line], opened_by=line, is_guess=True, goes_on=goes_on)
                )
                counts = {}
                continue
            if part is not None and (
                part is not here.part or part is Part.BUDGET or (after is not None and after.is_row)
            ):
                found.append(
                    Segment(
                        part,
                        line if self._is_only_heading(line, part) else None,
                        misprint_of=misprint_of,
                        opened_by=line,
                    )
                )
                if found[-1].heading is None:
                    found[-1].lines.append(line)
                counts = {}
                continue
            if line.mark and line.mark.number is not None:
                counts[line.mark.shape] = line.mark.number
            here.lines.append(line)
        return found

    def _ends(
        self,
        line: Line,
        here: Segment,
        counts: Mapping[tuple[Style, str], int],
        after: Line | None,
    ) -> bool:
        if here.opened_by is None or here.part in (Part.COVER, Part.TREE):
            return False
        return ends_part(
            line, here.opened_by, here.lines, counts, after, lists=here.part in _WITH_LISTS
        )

    def _is_only_heading(self, line: Line, part: Part) -> bool:
        """Whether a line is nothing but a heading, and not already the first goal or the words themselves."""
        labelled = line.mark is not None and line.mark.style is Style.LABEL
        return not labelled and not (part is Part.PHILOSOPHY and _names_philosophy(line))

    def _part(
        self, line: Line, here: Part, counts: Mapping[tuple[Style, str], int], after: Line | None
    ) -> tuple[Part | None, str]:
        if line.is_row or (line.is_sentence and not line.title.startswith("基本理念")):
            return None, ""
        if line.mark and line.mark.style is Style.LABEL:
            label = line.mark.label
            return (Part.PRIORITIES if label in self._priority_labels else Part.TREE), ""
        if _names_philosophy(line):
            return Part.PHILOSOPHY, ""
        if not self._may_head(line, here, counts):
            return None, ""
        part, near = self._by_words(line)
        if part is None:
            return None, ""
        if part is Part.DEPARTMENTS and not self._is_heading_like(line):
            return None, ""
        if here is Part.TREE and part in _SUBORDINATE and not self._is_heading_like(line):
            return None, ""
        if near and not self._is_heading_like(line):
            return None, ""
        if (
            part is Part.TREE
            and here is Part.COVER
            and is_document_title(line)
            and not _leads(after)
        ):
            return None, ""
        if line.mark is not None:
            self._shapes.add(line.mark.shape)
            if line.mark.number is not None:
                self._last_number[line.mark.shape] = line.mark.number
        return part, near

    def _may_head(self, line: Line, here: Part, counts: Mapping[tuple[Style, str], int]) -> bool:
        if len(line.title) > _LONGEST:
            return False
        if line.mark is None:
            return True
        if line.mark.style not in _HEADING_STYLES:
            return False
        if line.mark.style in (Style.BRACKET, Style.ROMAN, Style.CHAPTER):
            return True
        # 1, 一 and ■ number many things: those of the level of the parts, or nothing that counts already.
        expected = self._last_number.get(line.mark.shape, 0) + 1
        if (
            line.mark.number is not None
            and counts.get(line.mark.shape, 0) + 1 == line.mark.number != 1
        ):
            return False
        return (here is Part.COVER or line.mark.shape in self._shapes) and line.mark.number in (
            None,
            expected,
        )

    def _is_heading_like(self, line: Line) -> bool:
        if line.block.heading == 1:
            return True
        return line.mark is not None and (
            line.mark.style is Style.BRACKET or line.mark.shape in self._shapes
        )

    def _by_words(self, line: Line) -> tuple[Part | None, str]:
        bare = heading_words(line.title)
        if part := self._by_word.get(bare):
            return part, ""
        if _PRIORITIES.fullmatch(bare):
            return Part.PRIORITIES, ""
        if _NEW_PROGRAMS.fullmatch(bare):
            return Part.NEW, ""
        if _DISTRICT_TABLE.fullmatch(bare):
            return Part.DISTRICTS, ""
        if len(bare) >= 4 and (line.mark is not None or line.block.heading == 1):
            near = max(self._by_word, key=lambda word: (likeness(bare, word), len(word)))
            if likeness(bare, near) >= _NEAR and len(near) == len(bare):
                return self._by_word[near], near
        return None, ""


def _leads(after: Line | None) -> bool:
    """Whether what follows the title already is the plan itself."""
    return after is not None and after.mark is not None and after.mark.style is Style.LABEL


def _names_philosophy(line: Line) -> bool:
    """Whether a line is the word and the philosophy itself."""
    if line.is_row or line.block.heading is not None:
        return False
    bulleted = line.mark is not None and line.mark.style is Style.BULLET
    text = line.block.text if bulleted else line.title
    return (line.mark is None or bulleted) and philosophy_in(text) is not None
