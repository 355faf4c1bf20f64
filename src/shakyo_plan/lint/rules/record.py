"""What a rule is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from enum import StrEnum
from typing import NamedTuple, TypeAlias

from shakyo_plan.diagnostic import Severity
from shakyo_plan.lint.rules.context import RuleContext
from shakyo_plan.message import Message
from shakyo_plan.source.editing.edit import Edit
from shakyo_plan.values.data_path import DataPath


class Fix(StrEnum):
    """Whether findings of a rule can be mended by the program."""

    NONE = "none"
    SAFE = "safe"
    """The mended file means what was meant; ``--fix`` does it."""
    UNSAFE = "unsafe"
    """Words that people chose are changed; only ``--unsafe-fixes`` does it."""


class Problem(NamedTuple):
    """What a rule found: a place in the plan's data and a sentence; lint adds everything else."""

    place: DataPath
    message: Message
    suggestion: Message | None = None
    edits: tuple[Edit, ...] = ()
    """What mends it, where the rule knows; empty where a person has to decide."""
    substring: str | None = None
    """The piece of the text at ``place`` that is meant, where it is not the whole."""


Check: TypeAlias = Callable[[RuleContext], Iterator[Problem]]


class Rule(NamedTuple):
    """A rule's record and its page: what it finds, why that matters, a bad and a good example.

    ``check`` is None where something else finds it: the loader (P0) or lint itself (P9).
    """

    code: str
    name: str
    severity: Severity
    what: str
    """One English sentence, translated when it is shown."""
    why: str
    """A few English sentences, translated when they are shown."""
    bad: str
    """The lines of a plan file that break the rule; what they leave out does not matter."""
    good: str
    """The same lines, mended."""
    previous: str = ""
    """The lines of last year's plan file that both are beside; empty where only one plan is looked at."""
    check: Check | None = None
    fix: Fix = Fix.NONE
