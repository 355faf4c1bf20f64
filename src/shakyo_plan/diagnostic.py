"""What is found in a plan file, and where."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from shakyo_plan.message import Message, with_labels
from shakyo_plan.values.data_path import DataPath


class Severity(StrEnum):
    """How much a finding weighs: an error has to be mended before the plan is submitted."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Position(NamedTuple):
    """A point in a text; both numbers count from 1, columns in characters."""

    line: int
    column: int


START = Position(1, 1)


class Span(NamedTuple):
    """A stretch of text from ``start`` up to, not including, ``end``."""

    start: Position
    end: Position


class Finding(NamedTuple):
    """What a reader, the schema or a rule found: the rule's code, a sentence and where.

    ``suggestion`` says what to write instead; ``place`` is None where the text is not yet data.
    ``certain`` is what belongs there for ``span``, where no other meaning is possible.
    """

    code: str
    message: Message
    span: Span
    place: DataPath | None = None
    suggestion: Message | None = None
    certain: str | None = None

    def labelled(self, labels: Mapping[str, str]) -> Finding:
        """Return it in a council's own words for the parts of its plan, by their keys."""
        advice = self.suggestion and with_labels(self.suggestion, labels)
        return self._replace(message=with_labels(self.message, labels), suggestion=advice)


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """A finding with everything that a report needs; made by `lint` only."""

    path: str
    span: Span
    code: str
    name: str
    severity: Severity
    message: Message
    suggestion: Message | None = None
    fixable: bool = False
    item: str | None = None
    """The id or name of the part of the plan that it speaks of."""
    place: DataPath | None = None
    source_line: str = ""
    """The line of the file that it begins on."""
    about: str | None = None
    """What a baseline knows it by: the part of the plan, or in a list the entry's words."""

    @property
    def order(self) -> tuple[str, Span, str, str]:
        """The order of reports: by file, then by position, then by code."""
        return self.path, self.span, self.code, self.message.template


class Suppressed(NamedTuple):
    """A finding that is left out on purpose: by the plan's own ``suppress``, or by a baseline."""

    diagnostic: Diagnostic
    reason: str | None = None
    """Why, as the plan says; None for a baseline, which gives no reasons."""
    entry: Span | None = None
    """Where the plan says so."""
