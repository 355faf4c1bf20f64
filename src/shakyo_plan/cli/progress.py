"""How far long work is, on a terminal, from its second second on."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.progress import Progress

_SHORT = 1.0
"""Seconds that people wait without asking how long it will take."""


class ProgressBar:
    """A bar on standard error; what is done within a second never shows one, nor loads what draws it."""

    def __init__(self, words: str, *, colour: bool) -> None:
        """Take what is being done, in words."""
        self._words, self._colour = words, colour
        self._began = monotonic()
        self._bar: Progress | None = None

    def tell(self, done: int, total: int) -> None:
        """Show that so many of all are done, where the work has taken long enough."""
        if monotonic() - self._began < _SHORT:
            return
        if self._bar is None:
            self._bar = self._drawn()
            self._bar.add_task(self._words, total=total, completed=done)
            self._bar.start()
        self._bar.update(self._bar.task_ids[0], completed=done, total=total)

    def wait(self) -> None:
        """Show that something runs which is known to take long, and does not tell how far it is."""
        self._bar = self._drawn(known=False)
        self._bar.add_task(self._words, total=None)
        self._bar.start()

    def clear(self) -> None:
        """Take the bar off the terminal; the next word on how far the work is brings it back."""
        if self._bar is not None:
            self._bar.stop()
            self._bar = None

    def _drawn(self, *, known: bool = True) -> Progress:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

        return Progress(
            TextColumn("{task.description}", markup=False),
            BarColumn(),
            *([MofNCompleteColumn()] if known else []),
            console=Console(stderr=True, no_color=not self._colour),
            transient=True,
            # What is printed meanwhile takes the bar away first: `Session` sees to that.
            redirect_stdout=False,
            redirect_stderr=False,
        )
