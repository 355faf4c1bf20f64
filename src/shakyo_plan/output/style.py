"""Colour as something that is handed in: reports say what a piece of text is, the edge how it looks."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

Style: TypeAlias = Callable[[str, str], str]
"""Colours a text in a style: error, warning, info, good, dim, or none for an empty one."""


def plain(text: str, style: str) -> str:  # noqa: ARG001 - a Style
    """Leave the text uncoloured."""
    return text
