"""What a YAML parser's complaint means to someone who has never seen YAML."""

from __future__ import annotations

import re
from typing import Any

from ruamel.yaml.error import MarkedYAMLError

from shakyo_plan.diagnostic import Finding, Position, Span
from shakyo_plan.message import Message, say, translatable
from shakyo_plan.source.line_slips import (
    LineSlip,
    as_comment,
    begins_with_bullet,
    closed,
    slip_in,
    without_bullet,
    without_dash,
)
from shakyo_plan.values.lazy_pattern import lazy_pattern

_TEXT_OF_A_PART = lazy_pattern(r"(?P<key>council|labels|numbering): +(?P<text>[^\s#].*)")
_REMARK = lazy_pattern(r"\s*(?://|[=~*_＝～＊\-ー―─━]{2,}|[★☆→⇒])")
_ENTRY_OF_KEYS = lazy_pattern(r"(?P<dash> *- +)[a-z_]+:")
_KEY_WITH_TEXT = lazy_pattern(r"\s*(?:- +)?([a-z_]+): +[^\s|>]")
_PIPE = lazy_pattern(r": +[|>][+-]?$")

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
        if mark is not None and mark.line < len(lines) and (slip := _slip_at(mark.line, lines)):
            return _slip(slip, mark.line)
    words = f"{error.context or ''} {error.problem or ''}"
    if "mapping values are not allowed" in words:
        return _unexpected_colon(error.problem_mark, text)
    if told := _dash_before_key(error.problem_mark, lines):
        return told
    if "could not find expected ':'" in words:
        return _missing_sign((error.context_mark or error.problem_mark).line, lines)
    for part, meaning, advice in _EXPLAINED:
        if part in words:
            opened = part in _MENDED_WHERE_IT_BEGAN
            at = (
                (error.context_mark if opened else None) or error.problem_mark or error.context_mark
            )
            mended = closed(lines[at.line]) if opened and at and at.line < len(lines) else None
            return _finding(say(meaning), mended or say(advice), at, text)
    at = error.problem_mark or error.context_mark
    return _finding(say("This cannot be read as YAML"), None, at, text)


def _slip_at(line: int, lines: list[str]) -> LineSlip | None:
    return slip_in(lines[line], next((below for below in lines[line + 1 :] if below.strip()), ""))


def _dash_before_key(at: Any, lines: list[str]) -> Finding | None:
    """Tell a key of the entry above that has a dash of its own."""
    if at is None or not 0 < at.line < len(lines):
        return None
    above = next((before for before in reversed(lines[: at.line]) if before.strip()), "")
    advice = without_dash(lines[at.line])
    opened = _ENTRY_OF_KEYS.match(above)
    column = opened.end("dash") if opened else _indent(above)
    if advice is None or column != _indent(lines[at.line]):
        return None
    message = say("A “- ” begins an entry, but the lines above are keys of one")
    return _on_line(message, advice, at.line, lines)


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
        if part := _TEXT_OF_A_PART.match(lines[above]):
            advice = say(
                "Write “{key}:” alone in this line, and below it: {line}",
                key=part["key"],
                line=f"{'name' if part['key'] == 'council' else '…'}: {part['text']}",
            )
            message = say(
                "{key} has keys below it, so that its text needs one too", key=part["key"]
            )
            return _on_line(message, advice, above, lines)
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
    if slip := _slip_at(line, lines):
        return _slip(slip, line)
    if not re.match(r"(- )?[a-z_]", lines[line].strip()):
        return lost_dash(line, lines) if _is_entry(line, lines) else _stray_line(line, lines)
    advice = say("Write “key: text”, with a colon and a space")
    return _on_line(say("A colon is missing after the key"), advice, line, lines)


def _is_entry(line: int, lines: list[str]) -> bool:
    """Whether a line is meant for an entry of the list that it stands in."""
    above = next((before for before in reversed(lines[:line]) if before.strip()), "")
    among_keys = _ENTRY_OF_KEYS.match(above) or not above.lstrip().startswith("-")
    if among_keys and not above.rstrip().endswith(":"):
        # There a line without a key is a remark, whatever sign it begins with.
        return begins_with_bullet(above)
    in_list = _indent(lines[line]) >= _indent(above)
    return in_list and (begins_with_bullet(lines[line]) or lines[line].lstrip().startswith("-"))


def _stray_line(line: int, lines: list[str]) -> Finding:
    """Say of a line without a key or dash that it may be the rest of what stands above."""
    message = say("This line has no key and no “- ”: it belongs to nothing")
    above = next((before for before in reversed(lines[:line]) if before.strip()), "")
    if _REMARK.match(lines[line]) or begins_with_bullet(lines[line]):
        advice = as_comment(lines[line])
    elif _PIPE.search(above):
        advice = say(
            "Indent the lines of the text two columns further than “{above}”", above=above.strip()
        )
    elif above.lstrip().startswith("- "):
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
    if slip := _slip_at(line, lines):
        return _slip(slip, line)
    message = say("This line does not begin with “- ” and is read as part of its neighbours")
    advice = say(
        "Begin each entry with a half-width hyphen and a space; keep it on one line: {line}",
        line=f"- {without_bullet(lines[line])}",
    )
    return _on_line(message, advice, line, lines)


def misplaced_dash(line: int, lines: list[str]) -> Finding:
    """Say that a list entry (its line counted from 0) is indented unlike its neighbours."""
    message = say("The indentation does not fit the lines above")
    if key := _KEY_WITH_TEXT.match(lines[line - 1]):
        message = say("“{key}:” holds a text, below which no list can stand", key=key[1])
        advice = say(
            "Above the list, write the line of its key, such as “programs:”, under “{key}:”",
            key=key[1],
        )
        return _on_line(message, advice, line, lines)
    below = lines[line + 1] if line + 1 < len(lines) else ""
    if below.lstrip().startswith("- ") and _indent(below) == _indent(lines[line]):
        advice = say(
            "Put the dashes (-) under the dash above. If that is the heading of a group, write it as "
            "“- group: {above}”, and “  programs:” below it",
            above=lines[line - 1].strip().removeprefix("- "),
        )
        return _on_line(message, advice, line, lines)
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
