"""Colour and width as something that is handed in: reports say what a text is, the edge how it looks."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple, TypeAlias

Style: TypeAlias = Callable[[str, str], str]
"""Colours a text in a style: error, warning, info, good, dim, or none for an empty one."""


def plain(text: str, style: str) -> str:  # noqa: ARG001 - a Style
    """Leave the text uncoloured."""
    return text


class Screen(NamedTuple):
    """How a text is shown to people."""

    style: Style = plain
    width: int | None = None
    """Columns that a line may have; None where nothing is broken, as in a pipe or a file."""

    def lines(self, lead: str, words: str, indent: int | None = None) -> list[str]:
        """Return the words behind their lead, in as many lines as they need.

        What follows the first line stands ``indent`` columns in; else under the beginning of the words.
        """
        if self.width is None:
            return [lead + words]
        from shakyo_plan.output.wrapping import hanging  # Rich's table of widths

        return hanging(lead, words, self.width, indent)


ADVICE = "→"
"""What stands before the words that say what to do, wherever a finding or an error is told."""
PIPE = Screen()
"""No colour, and each thing on one line, however long."""
