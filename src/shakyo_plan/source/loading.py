"""A plan file as loaded: its document, its plan where it is sound, and what the loading found."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from pathlib import Path

from shakyo_plan.diagnostic import START, Finding, Span
from shakyo_plan.errors import UserError
from shakyo_plan.message import Message, say
from shakyo_plan.model import Labels, Plan
from shakyo_plan.reading import TooLarge, read_file, same_name_in_other_letters, why_not
from shakyo_plan.source.document import MAX_BYTES, Document, read_document, too_large
from shakyo_plan.source.patience import patiently
from shakyo_plan.source.schema.check import check
from shakyo_plan.values.shell_word import shell_word

STDIN_NAME = "<stdin>"
"""What messages call a plan that comes in through a pipe, and that nobody gave another name."""
_LONGEST = 259
"""The longest path on a Windows that was not set up for longer ones; one that is longer is not found."""


@dataclass(frozen=True)
class LoadedFile:
    """One file; ``plan`` is None exactly when there are findings."""

    path: str
    document: Document
    plan: Plan | None = None
    findings: tuple[Finding, ...] = ()
    unreadable: bool = False
    """Whether the file could not even be read from the disk."""
    from_standard_input: bool = False
    """Whether it came through a pipe; there is nothing to write it to then."""


class BrokenPlan(UserError):
    """A plan was asked for, and its file has errors."""

    exit_code = 1

    def __init__(self, loaded: LoadedFile) -> None:
        """Name the file and its first error."""
        first = loaded.findings[0]
        self.loaded = loaded
        if loaded.unreadable:
            super().__init__(
                say("{path}: {message}", path=loaded.path, message=first.message), first.suggestion
            )
            self.exit_code = 2
            return
        super().__init__(
            say(
                "{path}:{line}:{column}: {message}",
                path=loaded.path,
                line=first.span.start.line,
                column=first.span.start.column,
                message=first.message,
            ),
            say(
                "This file has errors. “plan validate {path}” shows all of them",
                path=shell_word(loaded.path),
            ),
        )

    def __str__(self) -> str:
        """The error in English, for programmers; the words of the schema are Japanese in the message."""
        from shakyo_plan.language import Translator

        return Translator("en")(self.message)


def load_bytes(raw: bytes, path: str) -> LoadedFile:
    """Load the bytes of a plan file; ``path`` is what messages call it."""
    document = read_document(raw)
    findings = document.findings
    if not findings or document.data is not None:
        told = check(document)
        if any(finding.certain is not None for finding in findings):
            # Their places are those of the text with that mended; they are mended after it.
            told = tuple(finding._replace(certain=None) for finding in told)
        findings = tuple(sorted((*findings, *told), key=lambda finding: finding.span))
    if findings:
        labels = Labels.written(document.data)
        return LoadedFile(
            path, document, findings=tuple(finding.labelled(labels) for finding in findings)
        )
    return LoadedFile(path, document, Plan.read(document.data))


def reloaded(file: LoadedFile, text: str) -> LoadedFile:
    """Load a file anew with another text, not yet written; what else is known of it stays."""
    raw = file.document.with_text(text).file_text.encode("utf-8")
    return replace(load_bytes(raw, file.path), from_standard_input=file.from_standard_input)


def load_file(path: Path) -> LoadedFile:
    """Load a plan file from the disk; one that cannot be read gives a finding, not an exception."""
    shown = str(path)
    try:
        raw = patiently(lambda: read_file(path, MAX_BYTES))
    except TooLarge:
        return LoadedFile(shown, Document(""), findings=(too_large(),))
    except (OSError, ValueError, RuntimeError) as error:
        advice = _advice(path) if isinstance(error, FileNotFoundError) else None
        finding = Finding("P001", _why_not(path, error), Span(START, START), suggestion=advice)
        return LoadedFile(shown, Document(""), findings=(finding,), unreadable=True)
    return load_bytes(raw, shown)


def _why_not(path: Path, error: Exception) -> Message:
    if isinstance(error, FileNotFoundError) and _too_long_for_windows(path):
        return say("The path is longer than Windows takes: {n} letters", n=_LONGEST)
    return why_not(path, error)


def _too_long_for_windows(path: Path) -> bool:
    return os.name == "nt" and len(str(path.absolute())) > _LONGEST


def _advice(path: Path) -> Message:
    if path.is_symlink():
        return say("Make the link again, or delete it")
    other = same_name_in_other_letters(path)
    if other is not None:
        return say(
            "There is one whose letters are composed in another way: {path}", path=str(other)
        )
    return say("Check the path")


def sound_plan(loaded: LoadedFile) -> Plan:
    """Return the plan of a loaded file.

    Raises:
        BrokenPlan: the file has errors.
    """
    if loaded.plan is None:
        raise BrokenPlan(loaded)
    return loaded.plan


def load(path: str | Path) -> Plan:
    """Load the plan in the file at ``path``.

    Raises:
        BrokenPlan: the file cannot be read or has errors.
    """
    return sound_plan(load_file(Path(path)))
