"""Plain scalars of the YAML 1.2 core schema (yaml.org/spec/1.2.2, 10.3.2).

One deviation, for people who write ids and dates: a number with leading zeros (``08``) stays text.
"""

from __future__ import annotations

from typing import TypeAlias

from shakyo_plan.values.lazy_pattern import lazy_pattern

Scalar: TypeAlias = str | int | float | bool | None

_INTEGER = lazy_pattern(r"[-+]?(?:0|[1-9][0-9]*)")
_OCTAL = lazy_pattern(r"0o[0-7]+")
_HEXADECIMAL = lazy_pattern(r"0x[0-9a-fA-F]+")
_FLOAT = lazy_pattern(r"[-+]?(?:\.[0-9]+|(?:0|[1-9][0-9]*)(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
_WORDS: dict[str, Scalar] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
    **dict.fromkeys((".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF"), float("inf")),
    **dict.fromkeys(("-.inf", "-.Inf", "-.INF"), float("-inf")),
    **dict.fromkeys((".nan", ".NaN", ".NAN"), float("nan")),
}
_LONGEST_NUMBER = 18
"""Digits beyond which no plan has a number; such a text stays text, and costs no time to convert."""


def resolve(text: str) -> Scalar:
    """Return what a plain scalar means: ``no``, ``1-5``, ``10:30``, ``2024-04-01``, ``08`` are text."""
    if text in _WORDS:
        return _WORDS[text]
    if len(text) > _LONGEST_NUMBER or text[0] not in "+-.0123456789":
        return text
    if _INTEGER.fullmatch(text):
        return int(text)
    if _OCTAL.fullmatch(text):
        return int(text[2:], 8)
    if _HEXADECIMAL.fullmatch(text):
        return int(text[2:], 16)
    return float(text) if _FLOAT.fullmatch(text) else text
