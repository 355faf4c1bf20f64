"""``pytest --accept``: golden texts that differ become what the program prints now.

Of an ``assert printed == "…"`` that fails, the text on the right is looked for in the test's file and
put in anew; of ``accept_file``, the file is written. What was changed is shown as a difference, for a
person to look at before it is committed. A text that is not written out as one literal is named, for
mending by hand.
"""

from __future__ import annotations

import ast
import difflib
import os
from pathlib import Path

ROOT = Path(__file__).parent.parent


def replaced(source: str, old: str, new: str) -> str | None:
    """Return the source with the literal whose text is ``old`` put as ``new``; None where it is not once there."""
    found = [
        node
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Constant) and node.value == old and "\n" in old
    ]
    if len(found) != 1:
        return None
    (node,) = found
    assert node.end_lineno is not None
    assert node.end_col_offset is not None
    raw = source.encode()
    lines = [0]
    for line in raw.splitlines(keepends=True):
        lines.append(lines[-1] + len(line))
    begin = lines[node.lineno - 1] + node.col_offset
    end = lines[node.end_lineno - 1] + node.end_col_offset
    return (raw[:begin] + literal(new).encode() + raw[end:]).decode()


def literal(text: str) -> str:
    """Return a text as a literal of Python whose lines stand below one another."""
    whole = text.replace("\\", "\\\\").replace('"""', '\\"\\"\\"')
    hidden = any(not letter.isprintable() and letter not in "\n　" for letter in text)
    if hidden or " \n" in text:
        return "(\n" + "".join(f"    {line!r}\n" for line in text.splitlines(keepends=True)) + ")"
    return f'"""\\\n{whole}"""'


class Accepting:
    """What a run with ``--accept`` did."""

    def __init__(self) -> None:
        """Nothing yet."""
        self.differences: list[str] = []
        self.by_hand: list[str] = []

    def compared(self, printed: object, expected: object) -> None:
        """Take what the running test printed in the place of what it expected, in tuples and lists too."""
        if isinstance(printed, (tuple, list)) and isinstance(expected, (tuple, list)):
            for one, other in zip(printed, expected, strict=False):
                self.compared(one, other)
        elif isinstance(printed, str) and isinstance(expected, str) and printed != expected:
            self._take(printed, expected)

    def _take(self, printed: str, expected: str) -> None:
        test = os.environ["PYTEST_CURRENT_TEST"].split(" ")[0]
        path = ROOT / test.split("::")[0]
        source = path.read_text(encoding="utf-8")
        new = replaced(source, expected, printed)
        if new is None:
            self.by_hand.append(test)
        else:
            self.write(path, new)

    def write(self, path: Path, text: str) -> None:
        """Write a file anew, and keep the difference."""
        old = path.read_text(encoding="utf-8") if path.exists() else ""
        name = path.relative_to(ROOT).as_posix()
        self.differences += difflib.unified_diff(
            old.splitlines(), text.splitlines(), name, name, lineterm="", n=1
        )
        path.write_text(text, encoding="utf-8", newline="\n")
