"""What is wrong with one line of a plan file, for someone who has never seen YAML.

A parser complains where it stops; the slip is mostly in the line itself, and the line as it should
stand is the best advice.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from shakyo_plan.message import Message, say
from shakyo_plan.model.schema import every_key
from shakyo_plan.source.events import YAMLError, plain_events
from shakyo_plan.values.lazy_pattern import lazy_pattern

_KEY = lazy_pattern(
    r"(?P<before> *(?:- +)?(?P<key>[A-Za-z_]+))(?P<colon>: +|: *$|:|[ ]?：[ 　]*)(?P<text>.*)"
)
_ENTRY = lazy_pattern(r"(?P<before> *- +)(?P<text>.+)")
_SECOND_KEY = lazy_pattern(r"(?:^|[ 　])(?P<key>[a-z_]+)(?:: +|:$|[ ]?：[ 　]*)(?P<text>.*)")
_NO_COLON = lazy_pattern(
    r"(?P<before> *(?:- +)?(?P<key>[a-z_]+))(?P<text>$|[ 　]*[;；=＝][ 　]*.*|[ 　]+.*)"
)
_DASHED_KEY = lazy_pattern(r" *- +(?P<line>(?P<key>[a-z_]+):(?: .*)?)")
_COMMENT = lazy_pattern(r" +#.*$")
_FULL_WIDTH_COMMENT = lazy_pattern(r"(?P<before>[ 　]*)＃(?P<text>.*)")
_BULLET = lazy_pattern(
    r"[ 　]*(?:[・･●○◎■□◆◇▪•‣▶►＊※–—―－−‐①-⑳]|[0-9０-９]{1,2}[.．)）]|[(（][0-9０-９]{1,2}[)）])[ 　]*"
)
_REMARK = lazy_pattern(r"[ 　]*(?:※|//|[■◆★☆→＊])")
_TIGHT_DASH = lazy_pattern(r"[-ー]+[ 　]*(?=[^-ー\s\d])")
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


def slip_in(line: str, below: str = "") -> LineSlip | None:
    """Return what is wrong with a line on its own; None where nothing is. ``below`` is the next line."""
    line = line.rstrip()
    return (
        _full_width_comment(line)
        or _colon_slip(line)
        or _two_keys(line)
        or _text_slip(line, below)
        or _missing_colon(line)
    )


def _full_width_comment(line: str) -> LineSlip | None:
    comment = _FULL_WIDTH_COMMENT.fullmatch(line)
    if comment is None:
        return None
    start = len(comment["before"])
    return LineSlip(
        say("“＃” is full-width here; a comment begins with a half-width #"),
        like_this(f"{' ' * start}#{comment['text']}"),
        start,
        len(line),
    )


def _colon_slip(line: str) -> LineSlip | None:
    """Return what is wrong with the colon behind a key."""
    key = _KEY.fullmatch(line)
    if key is None:
        return None
    start = key.start("colon")
    mended = f"{key['before']}: {key['text']}".rstrip()
    if "：" in key["colon"]:
        message = say("The colon behind {key} is full-width", key=key["key"])
        return LineSlip(message, like_this(mended), start, key.end("colon"))
    if key["text"] and key["colon"] == ":" and not key["text"].startswith("//"):
        message = say("A space is missing behind the colon of {key}", key=key["key"])
        return LineSlip(message, like_this(mended), start, start + 1)
    return None


def _two_keys(line: str) -> LineSlip | None:
    """Return where a second key stands in the line of another."""
    key = _KEY.fullmatch(line)
    second = _SECOND_KEY.search(key["text"]) if key else None
    if (
        key is None
        or second is None
        or key["text"][0] in "\"'[{#"
        or second["key"] not in every_key()
    ):
        return None
    above = f"{key['before'].strip()}: {key['text'][: second.start()].strip()}"
    return LineSlip(
        say("Two keys stand in one line"),
        say(
            "Give each key a line of its own: {lines}",
            lines=(above, f"{second['key']}: {second['text']}".strip()),
        ),
        key.start("text") + second.start("key"),
        key.start("text") + second.end("key"),
    )


def _text_slip(line: str, below: str) -> LineSlip | None:
    """Return why the text of a line needs quotes, or another place."""
    key = _KEY.fullmatch(line)
    part = key if key and key["colon"].startswith(": ") else _ENTRY.fullmatch(line)
    if part is None or not part["text"] or _is_left_open(part["text"]) or _reads(line):
        return None
    start = part.start("text")
    if key and key["text"][0] in "|>" and _indent(below) > _indent(line):
        return LineSlip(
            say("Text goes on behind “{sign}”, which is for the lines below", sign=key["text"][0]),
            say(
                "Write “{key}: |”, and all of the text in the lines below it, indented alike: {line}",
                key=key["key"],
                line=key["text"][1:].strip(),
            ),
            start,
            len(line),
        )
    comment_at = _COMMENT.search(part["text"])
    text = part["text"][: comment_at.start()] if comment_at else part["text"]
    mended = line[:start] + quoted(text) + (comment_at[0] if comment_at else "")
    if not _reads(mended):
        return None
    if key and _goes_on(line, below):
        advice = say(
            "Write “{key}: |”, and all of the text in the lines below it, indented alike: {line}",
            key=key["key"],
            line=text,
        )
        return LineSlip(
            say("A text with a colon goes on in the next line"), advice, start, len(line)
        )
    # Of a colon in the text, itself is the place; else the whole text is.
    colon = _COLON.search(text) if text[0] not in "\"'[{" else None
    return LineSlip(
        _why_quoted(text, colon),
        like_this(mended),
        start + (colon.start() if colon else 0),
        start + (colon.start() + 1 if colon else len(text)),
    )


def _goes_on(line: str, below: str) -> bool:
    """Whether the line below is more of the text, and neither a key nor an entry."""
    is_text = _KEY.match(below) is None and not below.lstrip().startswith("- ")
    return is_text and _indent(below) > _indent(line)


def _missing_colon(line: str) -> LineSlip | None:
    """Return where the colon of a key is missing, or another sign stands for it."""
    found = _NO_COLON.fullmatch(line)
    if found is None or found["key"] not in every_key():
        return None
    text = found["text"].strip(" 　;；=＝")
    return LineSlip(
        say("A colon is missing after the key"),
        like_this(f"{found['before']}: {text}".rstrip()),
        found.start("before") + len(found["before"]) - len(found["key"]),
        len(line),
    )


def closed(line: str) -> Message | None:
    """Return the line with the quote or bracket closed that it leaves open; None if that does not do."""
    key = _KEY.fullmatch(line.rstrip())
    if key is None or not key["text"]:
        return None
    ends = {"[": "]", "{": "}"}.get(key["text"][0], key["text"][0])
    mended = line.rstrip().rstrip(",、") + ends
    return like_this(mended) if _reads(mended) else None


def as_quoted(line: str) -> Message | None:
    """Return the line with its text in quotes, where that begins with a sign of YAML's own; else None."""
    part = _KEY.fullmatch(line.rstrip()) or _ENTRY.fullmatch(line.rstrip())
    if (
        part is None
        or not part["text"]
        or part["text"][0] not in "&*!"
        or part["text"][1:2] in ("", "!")
    ):
        return None
    return like_this(line[: part.start("text")] + quoted(part["text"]))


def without_dash(line: str) -> Message | None:
    """Return the line of a key that has a dash before it, without that; None for any other line."""
    dashed = _DASHED_KEY.fullmatch(line.rstrip())
    if dashed is None or dashed["key"] not in every_key():
        return None
    return say("Leave out the “- ” before it: {line}", line=dashed["line"])


def stray_remark(line: str, above: str) -> LineSlip | None:
    """Return what is wrong with a remark among keys; ``above`` is the line before it."""
    key = _KEY.match(above)
    if key is None or not key["text"] or _REMARK.match(line) is None:
        return None
    if _indent(line) > key.start("key"):
        return None
    message = say("This line has no key and no “- ”: it belongs to nothing")
    return LineSlip(message, as_comment(line), _indent(line), len(line.rstrip()))


def as_comment(line: str) -> Message:
    """Return the line as a comment."""
    return say("If it is a remark for yourself, begin it with #: {line}", line=f"# {line.strip()}")


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
    """Return the text of an entry without what stands before it, a dash that lacks its space too."""
    sign = _BULLET.match(line) or _TIGHT_DASH.match(line.strip())
    return sign.string[sign.end() :].strip() if sign else line.strip()


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def like_this(line: str) -> Message:
    """Return the advice to write a line as it is given."""
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
