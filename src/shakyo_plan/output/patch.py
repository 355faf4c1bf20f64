"""The difference of two texts, as patch programs read it."""

from __future__ import annotations

import difflib
import io
from pathlib import PurePath

from shakyo_plan.output.escape import escape
from shakyo_plan.output.style import Style, plain

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
    lines = difflib.unified_diff(_lines(before), _lines(after), old, new, n=2)
    return "".join(_shown(line, style, exact=exact) for line in lines)


def _all_windows(text: str) -> bool:
    return text.count("\n") == text.count("\r") == text.count("\r\n")


def _lines(text: str) -> list[str]:
    return list(io.StringIO(text, newline="\n"))


def _shown(line: str, style: Style, *, exact: bool) -> str:
    end = "\r\n" if exact and line.endswith("\r\n") else "\n"
    shown = style(escape(line.removesuffix(end)), _STYLES.get(line[:1], "")) + end
    return shown if line.endswith("\n") else shown + "\\ No newline at end of file\n"
