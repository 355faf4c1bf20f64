"""How far long work is: whoever does it tells whoever cares."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeAlias, TypeVar

T = TypeVar("T")

Told: TypeAlias = Callable[[int, int], None]
"""Hears how many of how many things are done."""


def nobody(_done: int, _total: int) -> None:
    """Hear it, and tell nobody."""


def counted(things: Iterable[T], total: int, told: Told) -> Iterator[T]:
    """Yield the things, and tell after each how many of them are done."""
    for done, thing in enumerate(things, 1):
        yield thing
        told(done, total)
