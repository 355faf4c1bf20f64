"""Mending a plan file: the edits that rules know, made until nothing more is to be done."""

from __future__ import annotations

from collections.abc import Iterable
from copy import deepcopy
from dataclasses import dataclass
from math import inf
from typing import Any

from shakyo_plan.diagnostic import Diagnostic
from shakyo_plan.likeness import Patience
from shakyo_plan.lint.engine import check_file
from shakyo_plan.lint.rules import BY_CODE
from shakyo_plan.lint.rules.record import Fix
from shakyo_plan.lint.rules.settings import Settings
from shakyo_plan.source.certain import with_certain
from shakyo_plan.source.editing.apply import apply
from shakyo_plan.source.loading import LoadedFile, reloaded
from shakyo_plan.source.schema.shape import conforms
from shakyo_plan.values.data_path import DataPath, value_at

_MOST_ROUNDS = 100
"""One fix makes room for the next, on the same line for example; two or three rounds are usual."""
_COMPARISONS = 3_000_000
"""Names compared in all rounds together, to find what was meant; it takes about a second."""


@dataclass(frozen=True)
class FixResult:
    """A file with what could be mended in it, and what was; nothing is written yet."""

    file: LoadedFile
    fixed: tuple[Diagnostic, ...] = ()


def fix(file: LoadedFile, settings: Settings, *, unsafe: bool) -> FixResult:
    """Mend what the program can; ``unsafe`` also where words that people chose are changed.

    Of a file that cannot be read as a plan, only what has one meaning is mended.
    """
    fixed: list[Diagnostic] = []
    patience = Patience(_COMPARISONS)
    for _ in range(_MOST_ROUNDS):
        if file.plan is None:
            later = reloaded(file, with_certain(file.document.text, file.findings))
            if not _is_mended(file, later):
                break
            told = check_file(file, settings).diagnostics
            fixed += [diagnostic for diagnostic in told if diagnostic.fixable]
            file = later
            continue
        known = [
            (diagnostic, edits)
            for diagnostic, edits in check_file(file, settings, most=inf, patience=patience).edits
            if unsafe or BY_CODE[diagnostic.code].fix is Fix.SAFE
        ]
        text, made = apply(
            file.document, [edits for _, edits in known], sound=conforms, keeps_comments=True
        )
        if not made:
            break
        fixed += [known[number][0] for number in made]
        file = reloaded(file, text)
    return FixResult(file, tuple(fixed))


def _is_mended(file: LoadedFile, later: LoadedFile) -> bool:
    """Whether a file that was broken reads as before, but for what was certain, and lost that."""
    mended = {(each.code, each.span.start) for each in file.findings if each.certain is not None}
    if not mended or mended & {(each.code, each.span.start) for each in later.findings}:
        return False
    places = {each.place for each in file.findings if each.certain is not None and each.place}
    before, after = _without(file.document.data, places), _without(later.document.data, places)
    if isinstance(before, dict) and isinstance(after, dict):
        return all(key in after and after[key] == before[key] for key in before)
    return before is None


def _without(data: Any, places: Iterable[DataPath]) -> Any:
    """Return data with nothing at the places."""
    left = deepcopy(data)
    for place in places:
        parent = value_at(left, place[:-1])
        if isinstance(parent, (dict, list)):
            parent[place[-1]] = None  # type: ignore[index]
    return left
