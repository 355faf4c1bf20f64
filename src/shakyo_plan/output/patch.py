"""What fixing did, or would do."""

from __future__ import annotations

import difflib
import io
from collections import Counter
from collections.abc import Iterator

from shakyo_plan.diagnostic import Diagnostic
from shakyo_plan.language import Translator
from shakyo_plan.message import say
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


def fixed_lines(path: str, fixed: tuple[Diagnostic, ...], tr: Translator) -> Iterator[str]:
    """Yield a line that counts what was fixed in a file, by rule; nothing where nothing was."""
    if fixed:
        counts = Counter(each.code for each in fixed)
        rules = tuple(say("{code}: {n}", code=code, n=n) for code, n in sorted(counts.items()))
        yield tr(say("{path}: {n} fixed ({rules})", path=escape(path), n=len(fixed), rules=rules))
