"""What a person can mend: wrong usage, a missing file, a configuration that cannot be read."""

from __future__ import annotations

from typing import NamedTuple

from shakyo_plan.message import Message


class Excerpt(NamedTuple):
    """A line of what a person typed, and the stretch of it that is meant, in characters from 0."""

    line: str
    start: int
    end: int
    number: int | None = None
    """Which line it is, where there are several."""


class UserError(Exception):
    """Stops a command with one sentence and, where there is one, advice on what to do."""

    exit_code = 2

    def __init__(
        self, message: Message, advice: Message | None = None, excerpt: Excerpt | None = None
    ) -> None:
        """Hold the sentence, the advice and the place, none yet in a language."""
        super().__init__(str(message))
        self.message = message
        self.advice = advice
        self.excerpt = excerpt
