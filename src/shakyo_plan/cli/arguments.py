"""What has to be known of a command line before it is parsed: help texts are in a language, too."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple


class Beginning(NamedTuple):
    """What the words of a command line tell of every command alike."""

    command: str = ""
    """The first word, where nothing but options of every command stands before it; else empty."""
    lang: str | None = None
    """What ``--lang`` asks for."""
    traceback: bool = False
    """Whether a bug is to show where it happened."""

    @classmethod
    def of(cls, arguments: Sequence[str]) -> Beginning:
        """Read the words of a command line, without the name of the program."""
        command, lang, traceback = None, None, False
        rest = iter(arguments)
        for argument in rest:
            option, _, value = argument.partition("=")
            if argument == "--":
                break
            if option == "--lang":
                given = value if "=" in argument else next(rest, None)
                lang = given if lang is None else lang
            elif argument == "--traceback":
                traceback = True
            elif command is None:
                command = "" if argument.startswith("-") else argument
        return cls(command or "", lang, traceback)
