"""Where a part of a document ends, though nobody knows the heading that ends it.

A heading of the same or of a higher level than the one that began the part ends it, whatever its words.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from shakyo_plan.documents.outline.growing import is_list_heading
from shakyo_plan.documents.outline.lines import Line
from shakyo_plan.documents.outline.mark import Style

_LONGEST = 40
_LONGEST_BARE = 20
"""A line without any mark is a heading only where it is as short as this."""
_HIGHEST = (Style.CHAPTER, Style.ROMAN)
"""Numbers of chapters: never within a part whose entries have lower ones."""


def ends_part(
    line: Line,
    opened_by: Line,
    within: Sequence[Line],
    counts: Mapping[tuple[Style, str], int],
    after: Line | None,
    *,
    lists: bool,
) -> bool:
    """Whether a line ends the part that ``opened_by`` began.

    ``within`` are the lines of the part up to here, ``counts`` the last number of each kind among them;
    ``lists`` says that the part has headings of its own.
    """
    if line.is_row or line.is_sentence or len(line.title) > _LONGEST or is_list_heading(line):
        return False
    if line.block.heading is not None:
        return _is_as_high(line.block.heading, opened_by)
    if line.mark is None:
        return _stands_out(line, opened_by, within, after)
    if line.mark.style is Style.BRACKET:
        same = opened_by.mark is not None and opened_by.mark.shape == line.mark.shape
        return same and (bool(counts) or not lists)
    if line.mark.number is None or line.mark.shape in counts:
        return False
    if opened_by.mark is not None and opened_by.mark.shape == line.mark.shape:
        return goes_on_from(opened_by, line)
    first_chapter = line.mark.style in _HIGHEST and line.mark.number == 1
    return first_chapter and opened_by.mark is None and (bool(counts) or not lists)


def goes_on_from(before: Line, line: Line) -> bool:
    """Whether the number of a heading is the next one of the same kind: １　基本方針, ２　くらしの応援."""
    one, other = before.mark, line.mark
    if one is None or other is None or one.number is None or other.shape != one.shape:
        return False
    return other.number == one.number + 1


def _is_as_high(level: int, opened_by: Line) -> bool:
    above = opened_by.block.heading
    return level <= above if above is not None else level == 1


def _stands_out(line: Line, opened_by: Line, within: Sequence[Line], after: Line | None) -> bool:
    """Whether a line without a mark stands out to the left of all that is in the part, over a list."""
    if after is None or len(line.title) > _LONGEST_BARE or opened_by.mark is not None or not within:
        return False
    out = line.block.indent <= opened_by.block.indent < min(there.block.indent for there in within)
    leads = after.is_row or (after.mark is not None and after.block.indent > line.block.indent)
    return out and leads
