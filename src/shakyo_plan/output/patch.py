"""The difference of two texts, as patch programs read it."""

from __future__ import annotations

import difflib
import io

from shakyo_plan.output.escape import escape
from shakyo_plan.output.style import Style, plain

_STYLES = {"+": "good", "-": "error", "@": "dim"}


def unified_diff(
    path: str, before: str, after: str, style: Style = plain, origin: str | None = None
) -> str:
    """Return the difference of two texts of one file, as patch programs read it.

    ``origin`` is the file that the text before comes from, where that is another one. Line ends show
    only where they are mixed, or change.
    """
    if {_all_windows(before), _all_windows(after)} == {True}:
        before, after = before.replace("\r\n", "\n"), after.replace("\r\n", "\n")
    names = escape(origin or path), escape(path)
    lines = difflib.unified_diff(_lines(before), _lines(after), *names, n=2)
    return "".join(_shown(line, style) for line in lines)


def _all_windows(text: str) -> bool:
    return text.count("\n") == text.count("\r") == text.count("\r\n")


def _lines(text: str) -> list[str]:
    return list(io.StringIO(text, newline="\n"))


def _shown(line: str, style: Style) -> str:
    shown = style(escape(line.removesuffix("\n")), _STYLES.get(line[:1], "")) + "\n"
    return shown if line.endswith("\n") else shown + "\\ No newline at end of file\n"
