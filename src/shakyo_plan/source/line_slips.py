"""What is wrong with one line of a plan file, for someone who has never seen YAML.

A parser complains where it stops; the slip is mostly in the line itself, and the line as it should
stand is the best advice.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from shakyo_plan.message import Message, say
from shakyo_plan.source.events import YAMLError, plain_events
from shakyo_plan.values.lazy_pattern import lazy_pattern

_KEY = lazy_pattern(
    r"(?P<before> *(?:- +)?(?P<key>[A-Za-z_]+))(?P<colon>: +|: *$|:|[ ]?：[ 　]*)(?P<text>.*)"
)
_ENTRY = lazy_pattern(r"(?P<before> *- +)(?P<text>.+)")
_COMMENT = lazy_pattern(r" +#.*$")
_FULL_WIDTH_COMMENT = lazy_pattern(r"(?P<before>[ 　]*)＃(?P<text>.*)")
_BULLET = lazy_pattern(
    r"[ 　]*(?:[・･●○◎■□◆◇▪•‣▶►＊※–—―－−‐①-⑳]|[0-9０-９]{1,2}[.．)）]|[(（][0-9０-９]{1,2}[)）])[ 　]*"
)
_COLON = lazy_pattern(":(?= |$)")
_LONGEST_SHOWN = 200
"""Letters of a line that a message repeats."""
_WORD_QUOTES = "“”„‟＂〝〟"


class LineSlip(NamedTuple):
    """What is wrong with a line: from one column to before another, counted from 0, and what to write."""

    message: Message
    advice: Message
    start: int
    end: int


def slip_in(line: str) -> LineSlip | None:
    """Return what is wrong with a line on its own; None where nothing is."""
    line = line.rstrip()
    if comment := _FULL_WIDTH_COMMENT.fullmatch(line):
        start = len(comment["before"])
        return LineSlip(
            say("“＃” is full-width here; a comment begins with a half-width #"),
            _like_this(f"{' ' * start}#{comment['text']}"),
            start,
            len(line),
        )
    key = _KEY.fullmatch(line)
    if key and key["text"]:
        start = key.start("colon")
        mended = f"{key['before']}: {key['text']}"
        if "：" in key["colon"]:
            message = say("The colon behind {key} is full-width", key=key["key"])
            return LineSlip(message, _like_this(mended), start, key.end("colon"))
        if key["colon"] == ":" and not key["text"].startswith("//"):
            message = say("A space is missing behind the colon of {key}", key=key["key"])
            return LineSlip(message, _like_this(mended), start, start + 1)
    part = key if key and key["colon"].startswith(": ") else _ENTRY.fullmatch(line)
    if part is None or not part["text"] or _is_left_open(part["text"]) or _reads(line):
        return None
    comment_at = _COMMENT.search(part["text"])
    text = part["text"][: comment_at.start()] if comment_at else part["text"]
    mended = line[: part.start("text")] + quoted(text) + (comment_at[0] if comment_at else "")
    if not _reads(mended):
        return None
    start = part.start("text")
    # Of a colon in the text, itself is the place; else the whole text is.
    colon = _COLON.search(text) if text[0] not in "\"'[{" else None
    return LineSlip(
        _why_quoted(text, colon),
        _like_this(mended),
        start + (colon.start() if colon else 0),
        start + (colon.start() + 1 if colon else len(text)),
    )


def quoted(text: str) -> str:
    """Return a text in quotes as YAML reads it; the quotes that Word puts around it are no such quotes."""
    if len(text) > 1 and text[0] in _WORD_QUOTES and text[-1] in _WORD_QUOTES:
        text = text[1:-1]
    if '"' in text and "'" not in text:
        return f"'{text}'"
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def begins_with_bullet(line: str) -> bool:
    """Whether a line begins with ・, ●, １． or another sign that people write before entries."""
    return _BULLET.match(line) is not None


def without_bullet(line: str) -> str:
    """Return the text of an entry without what stands before it."""
    return _BULLET.sub("", line, count=1).strip()


def _like_this(line: str) -> Message:
    if len(line) > _LONGEST_SHOWN:
        return say("Put the whole text in quotes")
    return say("Write the whole line like this: {line}", line=line.strip())


def _is_left_open(text: str) -> bool:
    """Whether a quote or bracket goes on in the next line."""
    if text[0] in "[{":
        return not re.search(r"[]}]", text)
    return text[0] in "\"'" and text.count(text[0]) == 1


def _reads(line: str) -> bool:
    try:
        return all(True for _ in plain_events(line.strip() + "\n"))
    except YAMLError:
        return False


def _why_quoted(text: str, colon: re.Match[str] | None) -> Message:
    if text[0] in "\"'":
        return say("Text goes on behind the closing quotation mark, where YAML ends it")
    if text[0] in "[{":
        return say("Text goes on behind the closing bracket, where YAML ends the list")
    if colon:
        return say("There is a colon here that YAML takes for the end of a key")
    return say("A text cannot begin with “{sign}” without quotes", sign=text[0])
