"""Break any one line of the real plan in an editor: validate names that line."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from shakyo_plan.source.loading import load_bytes
from tests.amount import every
from tests.conftest import REAL

STEP = 7
"""Every seventh line is broken: all of them take minutes, and have been tried with STEP = 1."""

LINES = REAL.read_text(encoding="utf-8").splitlines()


def _key(line: str) -> re.Match[str] | None:
    return re.match(r"(\s*(?:- )?)([a-z_]+):(.*)$", line)


def misspelled(line: str) -> str | None:
    """The key loses its last letter."""
    match = _key(line)
    return f"{match[1]}{match[2][:-1]}:{match[3]}" if match else None


def colon_lost(line: str) -> str | None:
    """The colon after a key that has a text is deleted."""
    match = _key(line)
    return f"{match[1]}{match[2]}{match[3]}" if match and match[3].strip() else None


def wide_colon(line: str) -> str | None:
    """The colon is typed in full width."""
    match = _key(line)
    return f"{match[1]}{match[2]}：{match[3].strip()}" if match and match[3].strip() else None


def tab_typed(line: str) -> str | None:
    """The line is indented with the Tab key."""
    return "\t" + line if line.strip() and not line.startswith("#") else None


def quote_opened(line: str) -> str | None:
    """A quotation mark is opened and not closed."""
    match = _key(line)
    return f'{match[1]}{match[2]}: "{match[3].strip()}' if match and match[3].strip() else None


def bracket_opened(line: str) -> str | None:
    """The text begins with a half-width bracket that nothing closes."""
    match = _key(line)
    if match is None or not match[3].strip() or "[" in match[3]:
        return None
    return f"{match[1]}{match[2]}: [{match[3].strip()}"


def emptied(line: str) -> str | None:
    """The text after the key is deleted."""
    match = _key(line)
    return f"{match[1]}{match[2]}:" if match and match[3].strip() else None


def moved_right(line: str) -> str | None:
    """A list entry that has a neighbour above is indented too far."""
    return "  " + line if line.lstrip().startswith("- ") and not _key(line) else None


@pytest.mark.parametrize(
    "slip",
    [misspelled, colon_lost, wide_colon, tab_typed, quote_opened, bracket_opened, emptied],
)
def test_a_slip_is_named_at_its_line(slip: Callable[[str], str | None]):
    possible = [
        (number, broken)
        for number, line in enumerate(LINES, 1)
        if (broken := slip(line)) is not None
    ]
    assert len(possible) > 100
    for number, broken in possible[:: every(STEP)]:
        text = "\n".join([*LINES[: number - 1], broken, *LINES[number:]]) + "\n"
        findings = load_bytes(text.encode(), "x.yaml").findings
        assert number in {each.span.start.line for each in findings}, (number, broken, findings[:2])


def test_a_list_entry_indented_too_far_never_melts_into_the_one_above():
    entries = [
        number
        for number, line in enumerate(LINES, 1)
        if moved_right(line) and moved_right(LINES[number - 2]) and "group:" not in line
    ]
    assert len(entries) > 100
    for number in entries[:: every(STEP)]:
        text = "\n".join([*LINES[: number - 1], "  " + LINES[number - 1], *LINES[number:]]) + "\n"
        findings = load_bytes(text.encode(), "x.yaml").findings
        assert {each.span.start.line for each in findings} <= {number, number + 1}, number
        assert findings, number
