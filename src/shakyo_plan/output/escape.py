"""Text from plan files made harmless: it is data, and never acts on a terminal or in a spreadsheet."""

from __future__ import annotations

import re

from shakyo_plan.values.lazy_pattern import lazy_pattern

# Controls (C0, DEL, C1), the line separators, the marks that turn the direction of writing or shape
# letters, those of annotations, and lone surrogates: Linux has them in file names that are no UTF-8,
# and no encoding takes them.
_ACTING = lazy_pattern(
    "[\x00-\x1f\x7f-\x9f\u061c\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u206f\ufeff\ufff9-\ufffb"
    "\ud800-\udfff]"
)
_PICTURES = 0x2400
"""Where Unicode has the pictures of the control characters, in their order."""
_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
_NUMBER = lazy_pattern(r"-\d+(?:\.\d+)?")
_MARKDOWN = lazy_pattern(r"([\\`*_{}\[\]<>|#~&$]|:(?=//)|(?<=www)\.)", re.IGNORECASE)
_TAKEN_FOR_A_NAME = lazy_pattern(r"@(?=\w)|\\#(?=\d)|:(?=[\w+-]+:)")
"""A team or a person that services would call, an issue, a picture such as ``:100:``."""

_LINE_START = lazy_pattern(r"^(\d+)(?=[.)])|^(?=[-+=])")
_LEADING_BLANKS = lazy_pattern(r"^ +")

_COMMAND_OF_A_LINE = lazy_pattern(r"^(?=[^\S\n]*::)", re.MULTILINE)
_FIRST_FIELD = lazy_pattern(r"^([^\S\n]*::[^,\r\n]*)", re.MULTILINE)
_COMMAND_ANYWHERE = lazy_pattern(r"##(?=\w*\[)")


def escape(text: str) -> str:
    """Return the text with what would act shown as a sign: a tab as ``␉``, others as ``\\u202e``."""
    return _ACTING.sub(lambda match: _sign(ord(match[0])), text)


def _sign(code: int) -> str:
    return chr(_PICTURES + code) if code < 0x20 else f"\\u{code:04x}"


def for_log(text: str) -> str:
    """Return text for people in which no CI service finds a command, whatever stands in a plan.

    GitHub obeys a line that begins with ``::``, blanks of any kind before it or not, and ``##[`` anywhere;
    Azure Pipelines ``##vso[``, TeamCity ``##teamcity[``. A mark in front shows that it is text.
    """
    if "::" not in text and "##" not in text:
        return text
    return _COMMAND_ANYWHERE.sub("# #", _COMMAND_OF_A_LINE.sub(r"\\", text))


def json_text(text: str) -> str:
    """Return JSON text with what json leaves unescaped, and a terminal or a CI service would obey, escaped."""
    shown = _ACTING.sub(
        lambda match: match[0] if match[0] == "\n" else f"\\u{ord(match[0]):04x}", text
    )
    return _COMMAND_ANYWHERE.sub(r"\\u0023#", shown)


def csv_text(text: str) -> str:
    """Return CSV text in which no line begins as a command of a CI service: its first field is in quotes."""
    return _FIRST_FIELD.sub(r'"\1"', text)


def cell(text: str) -> str:
    """Return the text for a spreadsheet's cell; what Excel would run as a formula becomes text.

    A negative number is none.
    """
    shown = escape(text)
    formula = shown.lstrip().startswith(_FORMULA) and not _NUMBER.fullmatch(shown)
    return f"'{shown}" if formula else shown


def markdown(text: str) -> str:
    """Return the text for a Markdown table's cell, with every mark that Markdown reads escaped."""
    marked = _MARKDOWN.sub(r"\\\1", escape(text))
    return _TAKEN_FOR_A_NAME.sub(r"\g<0><!-- -->", marked)


def markdown_code(text: str) -> str:
    """Return the text as code in a Markdown table's cell: services turn ``:100:`` elsewhere into a picture."""
    shown = escape(text).replace("|", r"\|")
    fence = "`" * (max(map(len, re.findall("`+", shown)), default=0) + 1)
    space = " " if shown.startswith("`") or shown.endswith("`") else ""
    return f"{fence}{space}{shown}{space}{fence}"


def markdown_line(text: str) -> str:
    """Return the text for the beginning of a line of Markdown, where - and 1. would begin a list, and
    four blanks code.
    """
    line = _LINE_START.sub(r"\1\\", markdown(text))
    return _LEADING_BLANKS.sub(lambda blanks: "&nbsp;" * len(blanks[0]), line)


def lines(text: str) -> list[str]:
    """Return the lines of a text that is written over several; the last one has no end."""
    return text.rstrip("\n").split("\n")
