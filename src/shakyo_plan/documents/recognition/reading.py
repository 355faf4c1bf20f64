"""Reads the blocks of a document into a sketch of its plan."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from shakyo_plan.documents.blocks import Block
from shakyo_plan.documents.convention import Convention
from shakyo_plan.documents.doubts import Code
from shakyo_plan.documents.furniture import furniture
from shakyo_plan.documents.ledger import Skipped
from shakyo_plan.documents.outline.headings import mended_headings
from shakyo_plan.documents.outline.legend import legends_of
from shakyo_plan.documents.outline.levels import Levels
from shakyo_plan.documents.outline.lines import Line, read_lines
from shakyo_plan.documents.outline.mark import Mark, Style, written_like
from shakyo_plan.documents.outline.part_words import Part
from shakyo_plan.documents.outline.parts import PartFinder, Segment
from shakyo_plan.documents.recognition.cover import read_cover, read_philosophy, take_title
from shakyo_plan.documents.recognition.figures import read_accounts
from shakyo_plan.documents.recognition.items import doubt_texts_in_lists
from shakyo_plan.documents.recognition.letter_check import doubt_odd_letters
from shakyo_plan.documents.recognition.management import read_management
from shakyo_plan.documents.recognition.new_programs import read_new_programs, read_told_programs
from shakyo_plan.documents.recognition.plans import read_plans
from shakyo_plan.documents.recognition.priorities import read_priorities
from shakyo_plan.documents.recognition.sketch import PartSketch, Sketch
from shakyo_plan.documents.recognition.sound import make_sound
from shakyo_plan.documents.recognition.table_parts import parted_at_tables
from shakyo_plan.documents.recognition.tables import names_programs_alone
from shakyo_plan.documents.recognition.units import take_units
from shakyo_plan.message import say

_PRIORITY_WORD = "重点"


def sketched(
    blocks: Sequence[Block], convention: Convention
) -> tuple[Sketch, dict[int, Skipped], Levels | None]:
    """Return the sketch, what was skipped as no part of the plan, and what was learnt of the levels."""
    sketch = Sketch()
    skipped = dict(furniture(blocks))
    left = [block for block in blocks if block.number not in skipped]
    legends = legends_of(left)
    for block, signs in legends.items():
        sketch.legend |= signs
        skipped[block.number] = Skipped.LEGEND
        _tell_legend(block, signs, sketch)
    lines = read_lines((block for block in left if block not in legends), sketch.legend)
    lines = mended_headings(lines, sketch)
    lines = take_units(lines, sketch)
    segments = PartFinder(convention.part_words, _priority_labels(lines)).segments(lines)
    segments = [part for segment in segments for part in parted_at_tables(segment)]
    tree: list[Line] = []
    for segment in segments:
        _tell_misprint(segment, sketch)
        _tell_guess(segment, sketch)
        if segment.heading is not None:
            take_title(segment.heading, sketch)
            sketch.headings.append(segment.heading)
        _read(segment, sketch, tree)
    if not tree:
        tree = _plans_in_policy(sketch)
    levels = read_plans(tree, sketch, convention.roles) if tree else None
    make_sound(sketch)
    if tree:
        _learn_words(sketch)
    doubt_odd_letters(sketch, lines)
    doubt_texts_in_lists(sketch)
    for line in (*sketch.headings,):
        skipped.setdefault(line.block.number, Skipped.HEADING)
    for line in sketch.table_heads:
        skipped[line.block.number] = Skipped.TABLE_HEAD
    return sketch, skipped, levels


def _priority_labels(lines: Sequence[Line]) -> set[str]:
    """Return the words before numbers that are those of priorities, and not of goals with plans below."""
    labels = {
        line.mark.label
        for line in lines
        if line.mark and line.mark.style is Style.LABEL and line.mark.parent is None
    }
    wanted = {label for label in labels if _PRIORITY_WORD in label}
    return wanted if labels - wanted else set()


def _tell_misprint(segment: Segment, sketch: Sketch) -> None:
    if segment.misprint_of and segment.heading is not None:
        sketch.doubt(
            Code.HEADING_MISPRINTED, segment.heading, segment.misprint_of,
            say("the heading was taken for “{known}”", known=segment.misprint_of),
        )  # fmt: skip


def _plans_in_policy(sketch: Sketch) -> list[Line]:
    """Take the policy from its first number on for the plans, in a document that has them nowhere else."""
    at = next((n for n, line in enumerate(sketch.policy) if line.mark is not None), None)
    if at is None or sketch.goals or sketch.plans:
        return []
    lines = sketch.policy[at:]
    sketch.policy = sketch.policy[:at]
    _tell_guess(Segment(Part.TREE, None, lines, opened_by=lines[0], is_guess=True), sketch)
    return lines


def _tell_legend(block: Block, signs: Mapping[str, str], sketch: Sketch) -> None:
    shown = "、".join(f"{sign} {word}" for sign, word in signs.items())
    sketch.doubt(
        Code.UNKNOWN_BRACKET, Line(block, None, block.text), shown,
        say("the legend was used to read the signs: as the status of a program, or else as a tag"),
    )  # fmt: skip


def _tell_guess(segment: Segment, sketch: Sketch) -> None:
    if segment.is_guess and segment.opened_by is not None:
        line = segment.opened_by
        if segment.goes_on:
            sketch.going_on.append(line)
        sketch.doubt(
            Code.UNKNOWN_HEADING, line, line.title,
            say("a heading that is not known; what follows was taken for the goals and plans"),
        )  # fmt: skip


def _read(segment: Segment, sketch: Sketch, tree: list[Line]) -> None:
    match segment.part:
        case Part.COVER:
            left = read_cover(segment.lines, sketch)
            tree += left
        case Part.PHILOSOPHY:
            tree += read_philosophy(segment.lines, sketch)
        case Part.BASED_ON:
            sketch.based_on += [line for line in segment.lines if not line.is_row]
        case Part.POLICY:
            # A table is never running text: it is told of as without a place.
            sketch.policy += [line for line in segment.lines if not line.is_row]
        case Part.PRIORITIES:
            read_priorities(segment.lines, segment.heading, sketch)
        case Part.NEW:
            read_new_programs(segment.lines, sketch)
        case Part.DISTRICTS:
            read_told_programs(segment.lines, sketch)
        case Part.TREE if tree and names_programs_alone(segment.lines):
            read_told_programs(segment.lines, sketch)
        case Part.TREE:
            tree += segment.lines
        case Part.MANAGEMENT:
            if segment.heading is not None:
                sketch.labels.setdefault("management", segment.heading.title)
            read_management(segment.lines, sketch)
        case Part.BUDGET:
            read_accounts(segment.lines, sketch)
        case Part.DEPARTMENTS:
            sketch.departments += segment.lines
        case Part.OTHER:
            pass


_NO_NUMBER = "なし"
_USUAL = {("section", Style.PAREN), ("priority", Style.ARABIC)}
"""Kinds of numbers that are printed where nothing else is said."""


def _numbered(sketch: Sketch) -> list[tuple[str, list[PartSketch]]]:
    """Return the parts that are numbered, level by level."""
    plans = [*sketch.plans, *(plan for goal in sketch.goals for plan in goal.parts)]
    sections = [section for plan in plans for section in plan.parts]
    return [
        ("priority", sketch.priorities),
        ("goal", sketch.goals),
        ("plan", plans),
        ("section", sections),
    ]


def _example(key: str, mark: Mark | None) -> str | None:
    """Return how the number 1 of a level is printed; None where it is as usual."""
    if mark is None or mark.style in (Style.BULLET, Style.BRACKET):
        return _NO_NUMBER
    if mark.style is Style.LABEL or (key, mark.style) in _USUAL:
        return None
    written = mark.written.strip("．.、,，:： 　")
    if mark.style is Style.DASHED and not written[0].isdigit():
        # Ⅰ-1 and Ａ－１: the letter counts the goals, the digits what stands under them.
        digits = re.sub(r"[0-9]+", "1", re.sub(r"[０-９]+", "１", written[1:]))
        return _first(written[0]) + digits if key == "plan" else None
    if mark.number not in (None, 1) and mark.parent is None:
        return written_like(mark, 1)
    return written


def _first(letter: str) -> str:
    """Return the first of the numbers that a letter belongs to: Ⅰ for Ⅲ, Ａ for Ｃ."""
    if "Ⅰ" <= letter <= "Ⅻ":
        return "Ⅰ"
    return "Ａ" if letter > "Z" else "A"


def _learn_words(sketch: Sketch) -> None:
    """Learn what the council calls its goals and plans, from the words before their numbers."""
    for key, parts in (
        ("goal", sketch.goals),
        ("plan", [*sketch.plans, *(plan for goal in sketch.goals for plan in goal.parts)]),
    ):
        labels = [
            part.line.mark.label
            for part in parts
            if part.line and part.line.mark and part.line.mark.style is Style.LABEL
        ]
        if labels:
            sketch.labels[key] = max(set(labels), key=labels.count)
    for key, parts in _numbered(sketch):
        marks = [part.line.mark for part in parts if part.line]
        if marks and (example := _example(key, marks[0])) is not None:
            sketch.numbering[key] = example
    priorities = [
        part.line.mark.label
        for part in sketch.priorities
        if part.line and part.line.mark and part.line.mark.style is Style.LABEL
    ]
    if priorities:
        sketch.labels["priority"] = priorities[0]
