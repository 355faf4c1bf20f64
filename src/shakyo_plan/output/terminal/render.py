"""From Rich's tables and texts to plain text of a given width."""

from __future__ import annotations

import io

from rich.cells import cell_len
from rich.console import Console, RenderableType
from rich.text import Text

from shakyo_plan.output.escape import escape, lines
from shakyo_plan.output.wrapping import wrapped

UNLIMITED = 100_000
"""The width of a pipe or a file: nothing is wrapped."""

NARROWEST = 40
"""A terminal that is narrower than this folds by itself; nothing is cut for it."""

WIDE = 120
"""From this width on, lists of ids stand in full beside the names; below, their number does."""


def render(*parts: RenderableType, width: int, colour: bool) -> str:
    """Return the parts as text of at most ``width`` columns."""
    text = io.StringIO()
    console = Console(
        file=text,
        width=width,
        force_terminal=colour,
        color_system="standard" if colour else None,
        no_color=not colour,
        legacy_windows=False,
        highlight=False,
        markup=False,
        emoji=False,
    )
    for part in parts:
        console.print(part, soft_wrap=False)
    return "".join(f"{line.rstrip()}\n" for line in text.getvalue().splitlines())


def folded(words: str, width: int, style: str = "") -> Text:
    """Return text from a plan file in lines of at most ``width`` columns, broken as Japanese is."""
    pieces = (piece for line in lines(words) for piece in wrapped(escape(line), width) or [""])
    return Text("\n".join(pieces), style=style, overflow="fold")


def hanging(words: str, lead: str, width: int, style: str = "") -> Text:
    """Return text from a plan file behind its lead, such as spaces; what is folded stands under its beginning."""
    indent = cell_len(lead)
    text = folded(words, max(width - indent, 2))
    return Text(lead + text.plain.replace("\n", "\n" + " " * indent), style=style)


def data_text(words: str, style: str = "") -> Text:
    """Return text from a plan file for Rich: never markup, and folded rather than cut."""
    return Text("\n".join(map(escape, lines(words))), style=style, overflow="fold")
