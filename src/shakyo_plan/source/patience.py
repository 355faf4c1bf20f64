"""Files that another program holds for a moment, as Windows lets it: virus scanners, OneDrive, Excel."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")

_HELD = (5, 32, 33)
"""Windows: access denied, sharing violation, lock violation."""
_PAUSES = (0.05, 0.1, 0.2, 0.4, 0.7)
"""Seconds between one try and the next; 1.5 in all, which people wait for without a thought."""


def patiently(act: Callable[[], T]) -> T:
    """Do it, and where another program holds the file, try again a few times.

    Raises:
        OSError: as it came, at once where waiting does not help, else after the last try.
    """
    for pause in _PAUSES:
        try:
            return act()
        except OSError as error:
            if getattr(error, "winerror", None) not in _HELD:
                raise
        from time import sleep

        sleep(pause)
    return act()
