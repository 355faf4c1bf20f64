"""Tables that name the parts of a plan themselves, in columns for goals and plans, or begin them."""

from __future__ import annotations

from collections.abc import Sequence

from shakyo_plan.documents.outline.lines import Line
from shakyo_plan.documents.outline.numbering import read_label, read_mark
from shakyo_plan.documents.outline.part_words import Part
from shakyo_plan.documents.outline.parts import Segment
from shakyo_plan.documents.recognition.sketch import NO_TITLE, PartSketch, Sketch
from shakyo_plan.documents.recognition.tables import item_of, read_columns, read_table


def parts_of_table(
    rows: Sequence[Line], sketch: Sketch
) -> tuple[list[PartSketch], list[PartSketch]] | None:
    """Return goals and plans of a table that has columns for them, each with its programs.

    Plans without goals above them come second; None for a table that names no plans.
    """
    facts = read_table(rows, sketch, parts=True)
    if facts is None:
        return None
    goals: dict[str, PartSketch] = {}
    plans: dict[tuple[str, str], PartSketch] = {}
    for fact in facts:
        goal = fact.values.pop("goal", "").replace("\n", "")
        plan = fact.values.pop("plan", "").replace("\n", "")
        if (goal, plan) not in plans:
            plans[goal, plan] = _named_part(plan, len(plans))
            if goal:
                goals.setdefault(goal, _named_part(goal, len(goals))).parts.append(
                    plans[goal, plan]
                )
        part = plans[goal, plan]
        part.items = [*(part.items or []), item_of(fact, sketch)]
    for written, part in goals.items():
        for (goal, plan), there in list(plans.items()):
            if goal == written and not plan:
                # Programs right under a goal, with no plan between.
                part.parts.remove(there)
                part.items = there.items
    flat = [part for (goal, plan), part in plans.items() if not goal]
    return list(goals.values()), flat


def sections_of_table(rows: Sequence[Line], sketch: Sketch) -> list[PartSketch]:
    """Return what a column of a table names as the parts below a heading (部門), where it names several."""
    columns = next(filter(None, (read_columns(row.block.cells) for row in rows[:3])), None)
    if columns is None or "plan" not in columns.keys or "goal" in columns.keys:
        return []
    at = columns.at("plan")
    named = {
        row.block.cells[at] for row in rows[1:] if at is not None and at < len(row.block.cells)
    }
    if len(named - {None, ""}) < 2:
        return []
    parts = parts_of_table(rows, sketch)
    return parts[1] if parts is not None else []


def _named_part(written: str, at: int) -> PartSketch:
    labelled = read_label(written)
    marked = read_mark(written)
    mark, title = (labelled if labelled else (marked.mark, marked.rest)) if written else (None, "")
    return PartSketch(None, title or NO_TITLE, (mark.number if mark else None) or at + 1)


def parted_at_tables(segment: Segment) -> list[Segment]:
    """Return a part of running text, and from its first table of programs on what is none: the plans."""
    if segment.part not in (Part.PHILOSOPHY, Part.BASED_ON, Part.POLICY):
        return [segment]
    lines = segment.lines
    at = next(
        (n for n, line in enumerate(lines) if line.is_row and read_columns(line.block.cells)), None
    )
    if at is None:
        return [segment]
    begin = at
    while begin and _may_head_table(lines[begin - 1]):
        begin -= 1
    rest = Segment(Part.TREE, None, lines[begin:], opened_by=lines[begin], is_guess=True)
    segment.lines = lines[:begin]
    return [segment, rest]


def _may_head_table(line: Line) -> bool:
    return not line.is_row and not line.is_sentence and (
        line.mark is not None or line.block.heading is not None or len(line.title) <= 20
    )  # fmt: skip
