"""A word as it is typed at a shell, for advice that people copy."""

from __future__ import annotations

from shakyo_plan.values.lazy_pattern import lazy_pattern

_PLAIN = lazy_pattern(r"[\w./\\:~+=,@-]+")


def shell_word(text: str) -> str:
    """Return the text so that a shell takes it for one word: in quotes where it has blanks or signs.

    Double quotes, which cmd, PowerShell and the shells of Linux all know; single ones only where the text
    holds what double ones leave alive.
    """
    if _PLAIN.fullmatch(text):
        return text
    if any(sign in text for sign in '"$`\\!'):
        return "'" + text.replace("'", "'\\''") + "'"
    return f'"{text}"'
