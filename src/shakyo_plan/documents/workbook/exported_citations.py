"""Finds the citations that were exported in the lists of the plan as they are now."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from shakyo_plan.documents.workbook.cells import holdable
from shakyo_plan.documents.workbook.rows import ListingRow


def numbers_of_exported(
    exported: Mapping[str, list[str]],
    entries: Mapping[tuple[str, str], Sequence[Any]],
    other_names: Mapping[str, tuple[str, ...]],
) -> Mapping[str, int]:
    """Return the number that each exported citation has in its list now, by its key.

    ``entries`` are those of each list, by its part and group as shown; ``other_names`` what a program
    may be called by now. Of several citations of one name the first is the first that was exported.
    """
    now = {shown: _numbers_by_name(some) for shown, some in entries.items()}
    found: dict[str, int] = {}
    taken: Counter[tuple[str, str, str]] = Counter()
    for key, texts in exported.items():
        row = ListingRow(*texts)
        numbers = now.get((row.part, row.group), {})
        for name in dict.fromkeys((row.name, *other_names[key])):
            same_name = numbers.get(name, ())
            if taken[row.part, row.group, name] < len(same_name):
                found[key] = same_name[taken[row.part, row.group, name]]
                taken[row.part, row.group, name] += 1
                break
    return found


def _numbers_by_name(entries: Sequence[Any]) -> Mapping[str, list[int]]:
    """Return the numbers of the entries that are citations, by what they show."""
    numbers: dict[str, list[int]] = {}
    for number, entry in enumerate(entries):
        if isinstance(entry, str):
            numbers.setdefault(holdable(entry), []).append(number)
    return numbers
