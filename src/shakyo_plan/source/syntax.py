"""What a YAML parser's complaint means to someone who has never seen YAML."""

from __future__ import annotations

import re
from typing import Any

from ruamel.yaml.error import MarkedYAMLError

from shakyo_plan.diagnostic import Finding, Position, Span
from shakyo_plan.message import Message, say, translatable
from shakyo_plan.source.line_slips import LineSlip, begins_with_bullet, slip_in

# A part of the parser's words → what it means, what to do. The first that fits counts.
_EXPLAINED = (
    (
        "unexpected end of stream",
        translatable("A quotation mark is opened here and never closed"),
        translatable("Close it at the end of the text"),
    ),
    (
        "document separator",
        translatable("A quotation mark is opened here and never closed"),
        translatable("Close it at the end of the text"),
    ),
    (
        "did not find expected <block end>",
        translatable("The indentation does not fit the lines above"),
        translatable(
            "Begin the line in the same column as its neighbours; only spaces, two a level"
        ),
    ),
    (
        "did not find expected key",
        translatable("The indentation does not fit the lines above"),
        translatable(
            "Begin the line in the same column as its neighbours; only spaces, two a level"
        ),
    ),
    (
        "did not find expected '-' indicator",
        translatable("The indentation does not fit the lines above"),
        translatable(
            "Begin the line in the same column as its neighbours; only spaces, two a level"
        ),
    ),
    (
        "expected <block end>",
        translatable("The indentation does not fit the lines above"),
        translatable(
            "Begin the line in the same column as its neighbours; only spaces, two a level"
        ),
    ),
    (
        "block sequence entries are not allowed",
        translatable("A list entry (-) is not allowed here"),
        translatable("Put the list under its key, two columns further in"),
    ),
    (
        "cannot start any token",
        translatable("A text cannot begin with this character"),
        translatable("Put the whole text in quotes"),
    ),
    (
        "expected ',' or",
        translatable("A list or map in brackets is opened here and not closed in order"),
        translatable("Put a comma between the entries and close the bracket"),
    ),
    (
        "expected the node content",
        translatable("Something is missing before this character"),
        translatable("Write the text, or put it in quotes if it really begins so"),
    ),
    (
        "unknown escape character",
        translatable(
            "A backslash in double quotes makes a special character, and this one does not exist"
        ),
        translatable("Write \\\\ for a backslash, or use single quotes"),
    ),
    (
        "expected escape sequence",
        translatable(
            "A backslash in double quotes makes a special character, and this one does not exist"
        ),
        translatable("Write \\\\ for a backslash, or use single quotes"),
    ),
)

# An open quote or bracket is mended where it began, not where it was noticed.
_MENDED_WHERE_IT_BEGAN = (
    "unexpected end of stream",
    "document separator",
    "expected ',' or",
)


def explain(error: MarkedYAMLError, text: str) -> Finding:
    """Turn the error into a finding at the place that a person has to mend."""
    lines = text.split("\n")
    for mark in (error.problem_mark, error.context_mark):
        if mark is not None and mark.line < len(lines) and (slip := slip_in(lines[mark.line])):
            return _slip(slip, mark.line)
    words = f"{error.context or ''} {error.problem or ''}"
    if "mapping values are not allowed" in words:
        return _unexpected_colon(error.problem_mark, text)
    if "could not find expected ':'" in words:
        return _missing_sign((error.context_mark or error.problem_mark).line, lines)
    for part, meaning, advice in _EXPLAINED:
        if part in words:
            opened = part in _MENDED_WHERE_IT_BEGAN
            at = (
                (error.context_mark if opened else None) or error.problem_mark or error.context_mark
            )
            return _finding(say(meaning), say(advice), at, text)
    at = error.problem_mark or error.context_mark
    return _finding(say("This cannot be read as YAML"), None, at, text)


def _unexpected_colon(at: Any, text: str) -> Finding:
    """Tell the three slips apart that all end in a colon where YAML expects none."""
    lines = text.split("\n")
    before = lines[at.line][: at.column]
    if ": " not in before:
        above = at.line - 1
        while above > 0 and not lines[above].strip():
            above -= 1
        if above >= 0 and not re.search(r":(\s|$)", lines[above]):
            return _missing_sign(above, lines)
        line = above if _slipped_left(lines, above, at.line) else at.line
        indent = _indent(lines[line])
        start = Position(line + 1, indent + 1)
        end = Position(line + 1, max(len(lines[line].split(":")[0]), indent + 1) + 1)
        advice = say(
            "Begin the line in the same column as its neighbours; only spaces, two a level"
        )
        return Finding(
            "P004",
            say("The indentation does not fit the lines above"),
            Span(start, end),
            suggestion=advice,
        )
    message = say("There is a colon here that YAML takes for the end of a key")
    return _finding(message, say("Put the text after the first colon in quotes"), at, text)


def _missing_sign(line: int, lines: list[str]) -> Finding:
    """Tell a key without colon from a list entry without (the right) dash, and from a line of a text."""
    if slip := slip_in(lines[line]):
        return _slip(slip, line)
    if not re.match(r"(- )?[a-z_]", lines[line].strip()):
        return lost_dash(line, lines) if _is_entry(line, lines) else _stray_line(line, lines)
    advice = say("Write “key: text”, with a colon and a space")
    return _on_line(say("A colon is missing after the key"), advice, line, lines)


def _is_entry(line: int, lines: list[str]) -> bool:
    return begins_with_bullet(lines[line]) or lines[line].lstrip().startswith("-")


def _stray_line(line: int, lines: list[str]) -> Finding:
    """Say of a line without a key or dash that it may be the rest of what stands above."""
    message = say("This line has no key and no “- ”: it belongs to nothing")
    above = next((before for before in reversed(lines[:line]) if before.strip()), "")
    if above.lstrip().startswith("- "):
        advice = say(
            "If it is an entry of its own, begin it with “- ” under the one above; if it is the rest of "
            "that text, put it behind it, in the same line"
        )
    else:
        advice = say("If it is the rest of the text above, put it behind that, in the same line")
    return _on_line(message, advice, line, lines)


def _slip(slip: LineSlip, line: int) -> Finding:
    span = Span(Position(line + 1, slip.start + 1), Position(line + 1, slip.end + 1))
    return Finding("P004", slip.message, span, suggestion=slip.advice)


def lost_dash(line: int, lines: list[str]) -> Finding:
    """Say that a line (counted from 0) has lost the dash of a list entry."""
    message = say("This line does not begin with “- ” and is read as part of its neighbours")
    advice = say("Begin each entry with a half-width hyphen and a space; keep it on one line")
    return _on_line(message, advice, line, lines)


def misplaced_dash(line: int, lines: list[str]) -> Finding:
    """Say that a list entry (its line counted from 0) is indented unlike its neighbours."""
    message = say("The indentation does not fit the lines above")
    return _on_line(message, say("Put the dash (-) under the dash of the entry above"), line, lines)


def _on_line(message: Message, advice: Message, line: int, lines: list[str]) -> Finding:
    start = Position(line + 1, _indent(lines[line]) + 1)
    span = Span(start, Position(line + 1, len(lines[line].rstrip()) + 1))
    return Finding("P004", message, span, suggestion=advice)


def _slipped_left(lines: list[str], line: int, below: int) -> bool:
    """Tell whether a line stands too far left: its key opens a map, and the line below fits into it."""
    opener = line - 1
    while opener >= 0 and not lines[opener].strip():
        opener -= 1
    if opener < 0 or not lines[opener].rstrip().endswith(":"):
        return False
    return _indent(lines[line]) <= _indent(lines[opener]) < _indent(lines[below])


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _finding(message: Message, advice: Message | None, at: Any, text: str) -> Finding:
    """Place the finding on the mark, or at the end of the last line with text for a mark behind it."""
    lines = text.split("\n")
    line, column = (at.line, at.column) if at else (0, 0)
    while line > 0 and (line >= len(lines) or not lines[line].strip()):
        line -= 1
        column = len(lines[line].rstrip())
    start = Position(line + 1, column + 1)
    return Finding("P004", message, Span(start, Position(line + 1, column + 2)), suggestion=advice)
