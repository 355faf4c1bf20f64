"""Imports for tests: a text as a file, and what came of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from shakyo_plan.documents.carriers.plain_text import read_text
from shakyo_plan.documents.importing import Imported, import_carried
from shakyo_plan.model import Plan
from shakyo_plan.values.fiscal_year import FiscalYear


def imported(
    text: str, previous_of: Callable[[FiscalYear], Plan | None] = lambda _: None
) -> Imported:
    """Return what an import of the text gives."""
    carried = read_text(text.encode("utf-8"), Path("plan.txt"))
    return import_carried(carried, "plan.txt", None, previous_of)


def tree(draft: Imported) -> list[str]:
    """Return the draft as a reader sees it: a line a part or program, moved in by its depth."""
    data = draft.data
    lines: list[str] = []

    def listed(programs: Sequence[Any], depth: int) -> None:
        for entry in programs:
            if isinstance(entry, dict):
                lines.append(
                    "  " * depth + f"［{entry['group']}］{'・'.join(entry.get('examples', ()))}"
                )
                listed(entry["programs"], depth + 1)
            else:
                lines.append("  " * depth + str(entry))

    def plan(part: Mapping[str, Any], depth: int) -> None:
        lines.append("  " * depth + f"{part['id']} {part['title']}")
        for number, section in enumerate(part.get("sections", ()), 1):
            lines.append("  " * (depth + 1) + f"({number}) {section['title']}")
            listed(section.get("programs", []), depth + 2)
        listed(part.get("programs", []), depth + 1)

    for priority in data.get("priorities", ()):
        lines.append(f"重点 {priority['id']} {priority['title']}")
        lines += [f"  取り組み {action}" for action in priority.get("actions", ())]
        listed(priority.get("programs", []), 1)
    for goal in data.get("goals", ()):
        lines.append(f"目標 {goal['id']} {goal['title']}")
        listed(goal.get("programs", []), 1)
        for part in goal.get("plans", ()):
            plan(part, 1)
    for part in data.get("plans", ()):
        plan(part, 0)
    for section in data.get("management", ()):
        lines.append(f"運営 {section['id']} {section['title']}")
        lines += [f"  {item}" for item in section.get("items", ())]
    return lines
