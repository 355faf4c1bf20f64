"""What a person can mend: wrong usage, a missing file, a configuration that cannot be read."""

from __future__ import annotations

from shakyo_plan.message import Message


class UserError(Exception):
    """Stops a command with one sentence and, where there is one, advice on what to do."""

    exit_code = 2

    def __init__(self, message: Message, advice: Message | None = None) -> None:
        """Hold the sentence and the advice, neither yet in a language."""
        super().__init__(message.template)
        self.message = message
        self.advice = advice
