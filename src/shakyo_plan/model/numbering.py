"""The numbers of a plan's parts as its council prints them; in the file, ids stay plain."""

from __future__ import annotations

import re
from collections.abc import Callable

from shakyo_plan.model.kinds import PartKind
from shakyo_plan.model.parts import Numbering
from shakyo_plan.values.numeral import NO_NUMBER, numeral, parted
from shakyo_plan.values.plan_id import fold_plan_id

_AS_USUAL = {PartKind.SECTION: "(1)"}
"""How kinds of parts are numbered that have no id of their own."""


def printed_number(numbering: Numbering, kind: PartKind, part_id: str | int) -> str:
    """Return the number of a part as printed, nothing where such parts have none.

    ``part_id`` is that of the file: 1, 1-5; of a section, its place from 1.
    """
    folded = fold_plan_id(str(part_id))
    example = getattr(numbering, kind.value) or _AS_USUAL.get(kind)
    if example is None:
        return folded
    if example in NO_NUMBER:
        return ""
    goal, _, number = folded.rpartition("-")
    if (parts := parted(example)) and goal:
        before, after = (numeral(part) for part in parts)
        if before and after and goal.isdigit() and number.isdigit():
            return before.of(int(goal)) + after.of(int(number))
        return folded
    shape = numeral(example)
    return shape.of(int(number)) if shape and number.isdigit() else folded


def number_alone(numbering: Numbering, kind: PartKind, part_id: str | int) -> str:
    """Return the number of a part that stands alone: as printed, with the goal's where only both say which.

    Where the council prints none, it is the id.
    """
    folded = fold_plan_id(str(part_id))
    number = printed_number(numbering, kind, folded)
    goal, hyphen, _ = folded.rpartition("-")
    example = numbering.plan
    if kind is not PartKind.PLAN or not hyphen or not number or not example or parted(example):
        return number or folded
    above = printed_number(numbering, PartKind.GOAL, goal)
    return f"{above}-{number}" if above and number[0].isalnum() else above + number


def number_in(numbering: Numbering) -> Callable[[str, str], str]:
    """Return how the parts of a plan are numbered where they stand alone, by kind and id."""
    return lambda kind, part_id: number_alone(numbering, PartKind(kind), part_id)


def as_it_should_be(example: str) -> bool:
    """Whether an example shows the first number of a kind that is known, or says that there is none."""
    parts = parted(example) or (example,)
    return example in NO_NUMBER or all(numeral(part) is not None for part in parts)


def same_number(written: str, number: str) -> bool:
    """Whether somebody's words are a printed number, brackets and spaces aside."""
    return bool(number) and _bare(written) == _bare(number)


def _bare(text: str) -> str:
    # Ⅰ-1(2) is not Ⅰ-12: a bracket behind a digit ends the number.
    parted = re.sub(r"(?<=\d)[-－]?[(（]", "|", text)
    return re.sub(r"[\s()（）.．、]", "", parted)
