"""What was learnt of a document's layout, in the form in which a council's settings can say it: ``[import]``."""

from __future__ import annotations

import json
from typing import Any

from shakyo_plan.documents.importing import Imported
from shakyo_plan.documents.outline.levels import Role
from shakyo_plan.documents.outline.mark import Mark, Style, written_like

_LEVELS = (Role.GOAL, Role.PLAN, Role.SECTION, Role.GROUP, Role.PROGRAM)


def convention_of(imported: Imported) -> dict[str, Any]:
    """Return what was learnt: for each level how its first number is printed, the words, the districts."""
    roles = imported.levels.roles if imported.levels else {}
    found: dict[str, Any] = {}
    for role in _LEVELS:
        shapes = [shape for shape, known in roles.items() if known is role]
        found[role.value] = example_of(shapes[0]) if shapes else None
    found["words"] = dict(imported.sketch.labels)
    found["districts"] = list(imported.sketch.districts)
    return found


def example_of(shape: tuple[Style, str]) -> str:
    """Return how the first number of a level is printed."""
    style, label = shape
    match style:
        case Style.LABEL | Style.CHAPTER:
            return written_like(Mark(style, label, 1), 1)
        case Style.BULLET | Style.BRACKET:
            return label
        case Style.HEADING:
            return f"heading {label}"
        case Style.DASHED:
            return "1-1"
        case Style.PLAIN:
            return "plain"
        case _:
            return written_like(Mark(style, label, 1), 1)


def as_settings(imported: Imported) -> str:
    """Return what was learnt as the table ``[import]`` of a settings file."""
    learnt = convention_of(imported)
    known = [role.value for role in _LEVELS if learnt[role.value] is not None]
    lines = ["[import]", *(f"{role} = {_text(learnt[role])}" for role in known)]
    if learnt["districts"]:
        lines.append(f"district-names = [{', '.join(map(_text, learnt['districts']))}]")
    return "".join(f"{line}\n" for line in lines)


def _text(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
