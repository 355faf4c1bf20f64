"""What a rule is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from shakyo_plan.diagnostic import Severity
from shakyo_plan.message import Message
from shakyo_plan.model import Plan
from shakyo_plan.values.place import Place


@dataclass(frozen=True, slots=True)
class Problem:
    """What a rule found: a place in the plan's data and a sentence; lint adds everything else."""

    place: Place
    message: Message
    suggestion: Message | None = None


Check: TypeAlias = Callable[[Plan], Iterator[Problem]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule's record; ``check`` is None for rules of the file, which the loader finds by itself."""

    code: str
    name: str
    severity: Severity
    summary: str
    """One English sentence, translated when it is shown."""
    check: Check | None = None
    fixable: bool = False
