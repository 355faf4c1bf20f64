"""Numbers and texts that a comma parts in two where it was to stand in them: ``{value: 9,600回}``.

Between { } and [ ] a comma ends an entry of YAML. What a person wrote is put together again, so
that it is told once, with the line as it should stand, and not as an unknown key ``600回``.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from shakyo_plan.diagnostic import Finding, Position, Span
from shakyo_plan.message import say
from shakyo_plan.source.line_slips import like_this, quoted
from shakyo_plan.values.lazy_pattern import lazy_pattern

_THOUSANDS = lazy_pattern(r"\d,\d{3}(?!\d)")
_ENTRIES = lazy_pattern(r",(?!\d{3})")
_KEY_OF_PLANS = lazy_pattern("[a-z_]+")
_NOT_PLAIN = ("", '"', "'", "[", "{")


class PartedTexts:
    """Collects them while the events of a text go by."""

    def __init__(self, lines: list[str]) -> None:
        """Begin with the lines of the text."""
        self._lines = lines
        self._parted: list[Span] = []

    def goes_on(self, before: Span | None, event: Any, *, in_map: bool) -> bool:
        """Whether what an event begins belongs to the plain text before it, in a map or list in brackets.

        In a list only the thousands of a number do: other texts are entries there.
        """
        begin, end = event.start_mark, event.end_mark
        if before is None or not before.start.line == before.end.line == begin.line + 1:
            return False
        if begin.line != end.line:
            return False
        line = self._lines[begin.line]
        first = line[before.start.column - 1 : before.end.column - 1]
        between = line[before.end.column - 1 : begin.column]
        if first[:1] in _NOT_PLAIN or between.strip() != ",":
            return False
        if between == "," and _THOUSANDS.match(line, begin.column - 2):
            return True
        # A key without a colon was to be none, unless its value is what is missing.
        following = line[end.column :].lstrip()[:1]
        return (
            in_map
            and following in ("}", ",")
            and line[begin.column] not in _NOT_PLAIN
            and not _KEY_OF_PLANS.fullmatch(line[begin.column : end.column])
        )

    def joined(self, before: Span, end: Position) -> tuple[str, Span]:
        """Return the text from the start of its first part to an end, and where it stands."""
        whole = Span(before.start, end)
        if self._parted and self._parted[-1].start == before.start:
            self._parted.pop()
        self._parted.append(whole)
        return self._written(whole), whole

    def findings(self) -> Iterator[Finding]:
        """Yield a finding for each, with its line as it stands when all of the line are in quotes."""
        for span in self._parted:
            text = self._written(span)
            message = say(
                "The comma in “{text}” parts it in two: inside {{ }} and [ ] it ends an entry",
                text=text,
            )
            advice = like_this(self._mended(span.start.line))
            # What is no number may also be a key that lacks its colon.
            certain = None if _ENTRIES.search(text) else quoted(text)
            yield Finding("P016", message, span, None, advice, certain)

    def _written(self, span: Span) -> str:
        return self._lines[span.start.line - 1][span.start.column - 1 : span.end.column - 1]

    def _mended(self, number: int) -> str:
        line = self._lines[number - 1]
        on_line = (span for span in self._parted if span.start.line == number)
        for span in sorted(on_line, reverse=True):
            start, end = span.start.column - 1, span.end.column - 1
            line = line[:start] + quoted(line[start:end]) + line[end:]
        return line
