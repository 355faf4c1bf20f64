"""Fits a sketch to what the schema can hold: lists and plans that stand where it has no key for them."""

from __future__ import annotations

from shakyo_plan.documents.recognition.sketch import PartSketch, Sketch
from shakyo_plan.model.schema import schema

_TITLE = "事業計画"


def fit(sketch: Sketch) -> None:
    """Move lists and plans to the nearest part that may have them, in printed order."""
    if "plans" not in schema()["properties"] and sketch.plans:
        sketch.goals.append(PartSketch(None, _TITLE, len(sketch.goals) + 1, parts=sketch.plans))
        sketch.plans = []
    for goal in sketch.goals:
        if goal.items is not None and not _may_have_programs("goal"):
            goal.parts.insert(0, PartSketch(None, goal.title, None, items=goal.items))
            goal.items = None
        for plan in goal.parts:
            _fit_sections(plan)


def _fit_sections(plan: PartSketch) -> None:
    if _may_have_programs("section"):
        return
    for section in plan.parts:
        if section.items is not None:
            plan.items = (plan.items or []) + section.items
            section.items = None


def _may_have_programs(part: str) -> bool:
    return "programs" in schema()["$defs"][part]["properties"]
