"""Findings that a plan accepts on purpose, and suppressions that have nothing to say."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from shakyo_plan.likeness import Patience
from shakyo_plan.lint.rules import BY_CODE
from shakyo_plan.lint.rules.record import Problem
from shakyo_plan.lint.rules.suppressions import EXPIRED, UNKNOWN, UNUSED
from shakyo_plan.message import say
from shakyo_plan.model import Plan, Suppression
from shakyo_plan.values.data_path import DataPath, names_at
from shakyo_plan.values.fiscal_year import FiscalYear

NEVER_ACCEPTED = ("P0", "P9")
"""A file that is no plan, and suppressions that say nothing, are mended at once."""


class Suppressions:
    """The suppressions of one plan; remembers which of them accepted something."""

    def __init__(self, plan: Plan, data: Mapping[str, Any], not_run: tuple[str, ...] = ()) -> None:
        """Take what still counts: neither past nor of an unknown rule.

        ``not_run`` are beginnings of the codes of rules that had nothing to look at.
        """
        self._plan = plan
        self._not_run = not_run
        self._data = data
        self._used: set[DataPath] = set()
        self._live: defaultdict[tuple[str, str], list[Suppression]] = defaultdict(list)
        for suppression in plan.suppress:
            if suppression.until >= plan.fiscal_year and _may_be_suppressed(suppression.rule):
                self._live[suppression.rule, suppression.item].append(suppression)
        self._rules = frozenset(rule for rule, _ in self._live)

    def names(self, code: str) -> bool:
        """Whether any of them speaks of the rule."""
        return code in self._rules

    def accept(self, code: str, place: DataPath) -> Suppression | None:
        """Return the suppression that a finding at ``place`` is accepted by, if one is."""
        if code not in self._rules:
            return None
        accepting = [
            suppression
            for name in names_at(self._data, place)
            for suppression in self._live.get((code, name), ())
        ]
        self._used.update(suppression.place for suppression in accepting)
        return accepting[0] if accepting else None

    def problems(self) -> Iterator[tuple[str, Problem]]:
        """Yield what is wrong with the suppressions themselves, after all findings were seen."""
        items: set[str] | None = None
        patience = Patience()
        for suppression in self._plan.suppress:
            if suppression.place in self._used:
                continue
            items = items or set(_all_names(self._data))
            if not _may_be_suppressed(suppression.rule):
                yield UNKNOWN, _unknown_rule(suppression)
            elif suppression.item not in items:
                near = patience.nearest(suppression.item, items, 1)
                yield (
                    UNKNOWN,
                    Problem(
                        (*suppression.place, "item"),
                        say("The plan has no item “{item}”", item=suppression.item),
                        say("Did you mean “{nearest}”?", nearest=near[0])
                        if near
                        else say("Write an id such as 1-5, or a program's name"),
                    ),
                )
            elif suppression.until < self._plan.fiscal_year:
                yield (
                    EXPIRED,
                    Problem(
                        (*suppression.place, "until"),
                        say(
                            "This suppression expired with {year}",
                            year=str(FiscalYear(suppression.until)),
                        ),
                        say("Delete it, or review the finding and write a new year"),
                    ),
                )
            elif not suppression.rule.startswith(self._not_run):
                yield (
                    UNUSED,
                    Problem(
                        (*suppression.place, "rule"),
                        say("No finding of {rule} here to suppress", rule=suppression.rule),
                        say("Delete this entry"),
                    ),
                )


def _may_be_suppressed(code: str) -> bool:
    return code in BY_CODE and not code.startswith(NEVER_ACCEPTED)


def _unknown_rule(suppression: Suppression) -> Problem:
    place = (*suppression.place, "rule")
    if suppression.rule in BY_CODE:
        return Problem(
            place,
            say("{rule} cannot be suppressed", rule=suppression.rule),
            say("Fix what it finds"),
        )
    return Problem(
        place,
        say("Unknown rule “{rule}”", rule=suppression.rule),
        say("“plan rule” lists all rules"),
    )


def _all_names(data: Any) -> Iterator[str]:
    if isinstance(data, dict):
        yield from data
        for key, value in data.items():
            if key in ("id", "name", "group"):
                yield str(value)
            if key != "suppress":
                yield from _all_names(value)
    elif isinstance(data, list):
        for value in data:
            yield from _all_names(value)
    elif isinstance(data, str):
        yield data
