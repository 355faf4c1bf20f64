"""New programs told of at length: a title each, with headings for its content, schedule, amount."""

from __future__ import annotations

from shakyo_plan.documents.doubts import Code
from shakyo_plan.documents.names.forms import without_tail
from shakyo_plan.documents.outline.growing import Node, grow
from shakyo_plan.documents.outline.lines import Line
from shakyo_plan.documents.recognition.fact_words import FACTS, TEXTS
from shakyo_plan.documents.recognition.items import check_numbers
from shakyo_plan.documents.recognition.sketch import Fact, Sketch
from shakyo_plan.documents.recognition.tables import read_table
from shakyo_plan.message import say
from shakyo_plan.values.lazy_pattern import lazy_pattern

_BEHIND = lazy_pattern(
    r"[ 　]*[：:][ 　]*(?P<a>\S.*)|[ 　]+(?P<b>\S.*)|(?P<c>(?:[0-9０-９]|令和|通年|随時|毎).*)"
)
"""The value on the line of its heading: behind a colon or a space, or a number right away."""


def read_new_programs(lines: list[Line], sketch: Sketch, *, status: str | None = "new") -> None:
    """Sketch what a part says of single programs."""
    root = grow(lines)
    for table in _tables(root):
        _read_rows(table, sketch)
    for line in root.texts:
        sketch.doubt(
            Code.UNPLACED, line, "", say("text before the first program has no place in the file")
        )
    check_numbers(root.children, sketch)
    for node in root.children:
        sketch.facts.append(_fact(node, sketch, status))


def read_told_programs(lines: list[Line], sketch: Sketch) -> None:
    """Sketch programs of districts, or of all lists, from tables or told of at length."""
    read_new_programs(lines, sketch, status=None)


def _read_rows(table: list[Line], sketch: Sketch) -> None:
    facts = read_table(table, sketch)
    if facts is None:
        for line in table:
            sketch.doubt(Code.UNPLACED, line, "", say("a table whose head names no programs"))
        return
    for fact in facts:
        _tell_purpose_first(fact)
        sketch.facts.append(fact)
        if fact.district and fact.district not in sketch.districts:
            sketch.districts.append(fact.district)


def _tell_purpose_first(fact: Fact) -> None:
    """Take the first paragraph of what a table tells of a program for what it is held for."""
    if "purpose" not in fact.values and "content" in fact.values:
        first, _, rest = fact.values.pop("content").partition("\n")
        fact.values["purpose"] = first
        if rest:
            fact.values["content"] = rest


def _tables(root: Node) -> list[list[Line]]:
    return [table for node in root.walk() for table in node.tables]


def _fact(node: Node, sketch: Sketch, status: str | None) -> Fact:
    assert node.line is not None  # noqa: S101 - only the root has no line
    fact = Fact(node.line, without_tail(node.title), status=status, lines=[node.line])
    texts = [*node.texts, *node.loose]
    if texts:
        fact.values["purpose"] = "\n".join(line.title for line in texts)
        fact.lines += texts
    check_numbers(node.children, sketch)
    for child in node.children:
        _take_field(child, fact, sketch)
    return fact


def _take_field(node: Node, fact: Fact, sketch: Sketch) -> None:
    assert node.line is not None  # noqa: S101 - only the root has no line
    lines = [
        line
        for below in node.walk()
        for line in (*([below.line] if below.line else []), *below.texts, *below.loose)
    ]
    fact.lines += lines
    written = [line.title for line in lines[1:]]
    key, value = _field(node.title)
    if key is None:
        key, value = "content", node.title
        sketch.doubt(
            Code.HEADING_MISPRINTED, node.line, node.title,
            say("a heading that is not known; what is under it was taken for the content"),
        )  # fmt: skip
    if value:
        written.insert(0, value)
    joint = "\n" if key in TEXTS else ""
    text = joint.join(written).strip()
    if text:
        fact.values[key] = "\n".join(filter(None, (fact.values.get(key), text)))


def _field(title: str) -> tuple[str | None, str | None]:
    """Return the key of the plan file that a heading means, and the value that stands behind it."""
    for key, pattern in FACTS.items():
        if pattern.fullmatch(title):
            return key, None
        found = pattern.match(title)
        behind = _BEHIND.fullmatch(title[found.end() :]) if found and found.end() else None
        if behind:
            return key, behind["a"] or behind["b"] or behind["c"]
    return None, None
