"""Makes a sketch one that a plan file can hold: one kind of tree, each number once; each change is a doubt."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from shakyo_plan.documents.doubts import Code
from shakyo_plan.documents.outline.lines import Line
from shakyo_plan.documents.recognition.sketch import NO_TITLE, PartSketch, Sketch
from shakyo_plan.message import say


def make_sound(sketch: Sketch) -> None:
    """Put plans beside goals under a goal, number anew what comes twice, and doubt titles that are made up."""
    if sketch.goals and sketch.plans:
        _give_goal(sketch)
    for parts in _siblings(sketch):
        _number_once(parts, sketch)
    _doubt_untitled(sketch)


def _siblings(sketch: Sketch) -> Iterator[list[PartSketch]]:
    yield sketch.priorities
    yield sketch.goals
    yield sketch.plans
    yield sketch.management
    for goal in sketch.goals:
        yield goal.parts


def _give_goal(sketch: Sketch) -> None:
    goal = PartSketch(None, NO_TITLE, parts=sketch.plans)
    sketch.plans = []
    sketch.goals.append(goal)
    first = _first_line(goal)
    if first is not None:
        sketch.doubt(
            Code.INVENTED, first, NO_TITLE,
            say("it stands under no goal, though others do; write the title of its goal"),
        )  # fmt: skip


def _number_once(parts: Sequence[PartSketch], sketch: Sketch) -> None:
    used = {part.number for part in parts if part.number is not None}
    seen: set[int] = set()
    for at, part in enumerate(parts, 1):
        printed = part.number
        number = printed if printed is not None else at
        if number in seen or (printed is None and number in used):
            number = max(used | seen) + 1
            line = _first_line(part)
            if printed is not None and line is not None:
                sketch.doubt(
                    Code.NUMBER_ODD, line, part.title,
                    say(
                        "number {number} comes twice; {other} was written",
                        number=str(printed), other=str(number),
                    ),
                )  # fmt: skip
        seen.add(number)
        part.number = number


def _doubt_untitled(sketch: Sketch) -> None:
    told = {doubt.block.number for doubt in sketch.doubts if doubt.recorded == NO_TITLE}
    for parts in _siblings(sketch):
        for part in parts:
            line = _first_line(part)
            if part.title == NO_TITLE and line is not None and line.block.number not in told:
                told.add(line.block.number)
                sketch.doubt(
                    Code.INVENTED, line, NO_TITLE, say("it stands under no title; write one"),
                )  # fmt: skip


def _first_line(part: PartSketch) -> Line | None:
    """Return the first line of a part, of what it holds where it has none of its own."""
    if part.line is not None:
        return part.line
    held = [*part.texts[:1], *(item.line for item in (part.items or [])[:1])]
    if held:
        return held[0]
    return next((line for inner in part.parts if (line := _first_line(inner)) is not None), None)
