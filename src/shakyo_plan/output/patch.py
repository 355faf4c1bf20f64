"""The difference of two texts, as patch programs read it."""

from __future__ import annotations

import difflib
import io
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import PurePath

from shakyo_plan.output.escape import escape
from shakyo_plan.output.style import Style, plain

_CONTEXT = 2
"""Lines that are the same, around each change."""
_MOST_PAIRS = 1_000_000
"""Pairs of lines up to which difflib compares them; what lies between two anchors, and has more, is one change."""
_STYLES = {"+": "good", "-": "error", "@": "dim"}


def unified_diff(
    path: str,
    before: str,
    after: str,
    style: Style = plain,
    origin: str | None = None,
    *,
    exact: bool = False,
) -> str:
    """Return the difference of two texts of one file, as patch programs read it.

    ``origin`` is the file that the text before comes from, where that is another one. ``exact`` keeps
    the line ends of Windows, which a patch needs to fit; for the eye they show only where they are
    mixed, or change.
    """
    if not exact and {_all_windows(before), _all_windows(after)} == {True}:
        before, after = before.replace("\r\n", "\n"), after.replace("\r\n", "\n")
    # Patch programs want slashes, on Windows too.
    old, new = (escape(PurePath(name).as_posix()) for name in (origin or path, path))
    lines = _hunks(_lines(before), _lines(after))
    patch = [f"--- {old}\n", f"+++ {new}\n", *lines] if before != after else []
    return "".join(_shown(line, style, exact=exact) for line in patch)


def _hunks(before: Sequence[str], after: Sequence[str]) -> Iterator[str]:
    matcher = _Matcher(before, after)
    for group in matcher.get_grouped_opcodes(_CONTEXT):
        _, old_start, _, new_start, _ = group[0]
        _, _, old_end, _, new_end = group[-1]
        yield f"@@ -{_range(old_start, old_end)} +{_range(new_start, new_end)} @@\n"
        for tag, old_from, old_to, new_from, new_to in group:
            if tag == "equal":
                yield from (f" {line}" for line in before[old_from:old_to])
                continue
            yield from (f"-{line}" for line in before[old_from:old_to])
            yield from (f"+{line}" for line in after[new_from:new_to])


def _range(start: int, end: int) -> str:
    """Return a stretch of lines as a patch counts them: an empty one by the line before it."""
    length = end - start
    if length == 1:
        return str(start + 1)
    return f"{start + bool(length)},{length}"


class _Matcher(difflib.SequenceMatcher[str]):
    """Finds what two long texts have in common by the lines that stand once in each, and only between these
    as difflib does, whose time grows with the square of the lines.
    """

    def __init__(self, before: Sequence[str], after: Sequence[str]) -> None:
        """Take the lines of both texts."""
        super().__init__(None, before, after)
        self._before, self._after = before, after

    def get_matching_blocks(self) -> list[difflib.Match]:
        """Return the stretches in common, in order, and the end of both."""
        if len(self._before) * len(self._after) <= _MOST_PAIRS:
            return super().get_matching_blocks()
        blocks: list[difflib.Match] = []
        old = new = 0
        for old_at, new_at in [
            *_anchors(self._before, self._after),
            (len(self._before), len(self._after)),
        ]:
            if old_at > old and new_at > new:
                for start, other, size in _between(
                    self._before[old:old_at], self._after[new:new_at]
                ):
                    blocks.append(difflib.Match(old + start, new + other, size))
            if old_at < len(self._before) or new_at < len(self._after):
                blocks.append(difflib.Match(old_at, new_at, 1))
            old, new = old_at + 1, new_at + 1
        return [*_joined(blocks), difflib.Match(len(self._before), len(self._after), 0)]


def _anchors(before: Sequence[str], after: Sequence[str]) -> list[tuple[int, int]]:
    """Return where the lines stand that each text has once, as far as their order is the same in both."""
    once = {line for line, count in Counter(before).items() if count == 1}
    once &= {line for line, count in Counter(after).items() if count == 1}
    in_after = {line: number for number, line in enumerate(after) if line in once}
    pairs = [(number, in_after[line]) for number, line in enumerate(before) if line in once]
    # The longest chain in which both numbers rise (patience sorting).
    tops: list[int] = []
    chain: list[
        tuple[int, int | None]
    ] = []  # the pair at the top of each pile, and the one before it
    ends: list[int] = []
    for number, (_, place) in enumerate(pairs):
        pile = bisect_left(tops, place)
        chain.append((number, ends[pile - 1] if pile else None))
        if pile == len(tops):
            tops.append(place)
            ends.append(number)
        else:
            tops[pile], ends[pile] = place, number
    found: list[tuple[int, int]] = []
    at = ends[-1] if ends else None
    while at is not None:
        found.append(pairs[at])
        at = chain[at][1]
    return found[::-1]


def _between(before: Sequence[str], after: Sequence[str]) -> Iterable[difflib.Match]:
    if len(before) * len(after) > _MOST_PAIRS:
        return ()
    return difflib.SequenceMatcher(None, before, after, autojunk=False).get_matching_blocks()[:-1]


def _joined(blocks: Iterable[difflib.Match]) -> Iterator[difflib.Match]:
    """Yield the stretches with neighbours made one."""
    last: difflib.Match | None = None
    for block in blocks:
        if last and (last.a + last.size, last.b + last.size) == (block.a, block.b):
            last = difflib.Match(last.a, last.b, last.size + block.size)
            continue
        if last:
            yield last
        last = block
    if last:
        yield last


def _all_windows(text: str) -> bool:
    return text.count("\n") == text.count("\r") == text.count("\r\n")


def _lines(text: str) -> list[str]:
    return list(io.StringIO(text, newline="\n"))


def _shown(line: str, style: Style, *, exact: bool) -> str:
    end = "\r\n" if exact and line.endswith("\r\n") else "\n"
    shown = style(escape(line.removesuffix(end)), _STYLES.get(line[:1], "")) + end
    return shown if line.endswith("\n") else shown + "\\ No newline at end of file\n"
