"""How well two years are compared: thousands of edits that councils make, each to be told once, as what it is."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

import pytest

from shakyo_plan.diff import Change, Strength, compare
from shakyo_plan.model import Plan
from tests.council_edits import Pair, Told, pairs

SEED = 20_241_126


@dataclass
class Score:
    """How many edits there were, and how they were told."""

    edits: int = 0
    right: int = 0
    false: int = 0
    wrong_and_certain: int = 0


def told(change: Change) -> Told:
    """A change as the edits say it."""
    kind, item, name = change.kind.value, change.item.value, change.name or ""
    match kind:
        case "renamed" | "renumbered":
            return kind, item, str(change.old), str(change.new)
        case "added" | "merged" | "moved":
            return kind, item, "", name
        case "removed" | "split":
            return kind, item, name, ""
        case _:
            return kind, item, change.field or "", name


def score(pair: Pair, total: Score, missed: list[str]) -> None:
    changes = compare(Plan.read(pair.old), Plan.read(pair.new))
    found = Counter(map(told, changes))
    expected = Counter(line for edit in pair.told for line in edit)
    for edit in pair.told:
        total.edits += 1
        right = all(found[line] == expected[line] for line in edit)
        total.right += right
        missed += [] if right else [f"{edit}"]
    for change in changes:
        if told(change) not in expected:
            total.false += 1
            certain = change.evidence is not None and change.evidence.strength is Strength.CERTAIN
            total.wrong_and_certain += certain
            missed.append(f"false: {told(change)}")


def scored(edits: int) -> tuple[Score, list[str]]:
    total = Score()
    missed: list[str] = []
    for pair in pairs(SEED, edits):
        score(pair, total, missed)
    return total, missed


@pytest.mark.parametrize("edits", [200, pytest.param(2000, marks=pytest.mark.slow)])
def test_edits_are_told_once_and_as_what_they_are(edits: int):
    total, missed = scored(edits)
    assert total.right >= 0.98 * total.edits, missed
    assert total.false <= 0.01 * total.edits, missed
    assert total.wrong_and_certain == 0, missed
