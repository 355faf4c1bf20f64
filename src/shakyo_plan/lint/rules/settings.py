"""Which rules count, how much, and what they are told: the council's choices."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from shakyo_plan.diagnostic import Severity
from shakyo_plan.lint.rules.record import Rule

ALWAYS = "P0"
"""A file that cannot be read as a plan cannot be clean, whatever is ignored."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Choices for a run; codes may be cut to a prefix: ``P2`` means the whole family."""

    select: tuple[str, ...] = ()
    """Only these; empty means all."""
    ignore: tuple[str, ...] = ()
    severities: Mapping[str, Severity] = field(default_factory=dict)
    """Other severities than the rules' own, by code or its beginning."""
    notation: tuple[tuple[str, ...], ...] = ()
    """Further groups of words that mean one thing (P506)."""

    def takes(self, rule: Rule) -> bool:
        """Whether the rule counts; where it is both selected and ignored, the longer prefix wins."""
        if rule.code.startswith(ALWAYS):
            return True
        selected = _longest(self.select, rule) if self.select else 0
        return selected > _longest(self.ignore, rule)

    def severity(self, rule: Rule) -> Severity:
        """Return how much a finding of the rule weighs here."""
        fitting = [prefix for prefix in self.severities if rule.code.startswith(prefix)]
        return self.severities[max(fitting, key=len)] if fitting else rule.severity


def _longest(prefixes: tuple[str, ...], rule: Rule) -> int:
    """Return the length of the longest prefix that the rule's code has; -1 where there is none."""
    return max((len(prefix) for prefix in prefixes if rule.code.startswith(prefix)), default=-1)
