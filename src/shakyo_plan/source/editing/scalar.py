"""A text as YAML, in the style of the one that it replaces."""

from __future__ import annotations

import json

from shakyo_plan.source.scalars import resolve
from shakyo_plan.values.lazy_pattern import lazy_pattern

_NEVER_FIRST = tuple("-?:,[]{}#&*!|>'\"%@` \t\u3000\u00a0")
_FLOW_SIGNS = lazy_pattern(r"[,\[\]{}]")
_ESCAPED = lazy_pattern(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
"""What a plan file may have only as an escape; json escapes just the first of these."""
_ENDS_PLAIN = lazy_pattern(r": |:$| #|\s$")


def scalar(text: str | int, old: str, *, in_flow: bool) -> str:
    """Return the text as YAML; ``old`` is the YAML that it replaces, which tells the style.

    Quotes stay quotes and a block stays a block. A plain text that YAML would take for something
    else, a number for example, is put in quotes.
    """
    if isinstance(text, int):
        return str(text)
    if old.startswith(("|", ">")):
        return _block(text, old)
    if old.startswith('"') or _ESCAPED.search(text):
        quoted = json.dumps(text, ensure_ascii=False)
        return _ESCAPED.sub(lambda match: f"\\u{ord(match[0]):04x}", quoted)
    if old.startswith("'") or not _is_plain(text, in_flow=in_flow):
        return "'" + text.replace("'", "''") + "'"
    return text


def _is_plain(text: str, *, in_flow: bool) -> bool:
    return (
        resolve(text) == text
        and not text.startswith(_NEVER_FIRST)
        and not text.startswith("---")
        and not _ENDS_PLAIN.search(text)
        and not (in_flow and _FLOW_SIGNS.search(text))
    )


def _block(text: str, old: str) -> str:
    """Lay the text out as a block that keeps its lines; a folded one would join them.

    A text that begins with spaces, or ends in empty lines, is put in quotes.
    """
    header, _, body = old.partition("\n")
    behind = header.lstrip("|>+-0123456789")
    after = body[len(body.rstrip("\n")) :] or "\n"
    if (
        text.startswith((" ", "\n"))
        or text.endswith("\n\n")
        or _ESCAPED.search(text.replace("\n", ""))
    ):
        return scalar(text, '"', in_flow=False) + behind + after
    first = next((line for line in body.split("\n") if line.strip()), "")
    indent = first[: len(first) - len(first.lstrip(" "))]
    lines = [indent + line if line else "" for line in text.removesuffix("\n").split("\n")]
    end = "" if text.endswith("\n") else "-"
    return f"|{end}{behind}\n" + "\n".join(lines) + after
