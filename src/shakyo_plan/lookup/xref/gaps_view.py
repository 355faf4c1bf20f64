"""What is missing in a plan, as a list."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from shakyo_plan.language import Translator
from shakyo_plan.lookup.columns import id_column
from shakyo_plan.lookup.headings import page_heading
from shakyo_plan.lookup.xref.gaps import Gap, GapKind
from shakyo_plan.message import Message, say, say_n
from shakyo_plan.model import Plan, terms
from shakyo_plan.model.kinds import PartKind
from shakyo_plan.model.not_found import without_any
from shakyo_plan.model.words import goal_words, priority_words
from shakyo_plan.output.table import Column, Line, Table

KINDS = {
    GapKind.UNCITED_PROGRAM: say("programs that no {plan} cites", plan=terms.PLAN),
    GapKind.PLAN_WITHOUT_PROGRAMS: say("{plans} without programs", plans=terms.PLANS),
    GapKind.PLAN_WITHOUT_PRIORITY: say(
        "{plans} that no {priority} reaches by its programs",
        plans=terms.PLANS,
        priority=terms.PRIORITY,
    ),
    GapKind.PRIORITY_WITHOUT_PROGRAMS: say(
        "{priorities} without programs", priorities=terms.PRIORITIES
    ),
    GapKind.DISTRICT_WITHOUT_PROGRAMS: say("districts without programs"),
    GapKind.NEW_WITHOUT_BUDGET: say("new programs without a budget"),
}


def gap_columns(tr: Translator) -> tuple[Column[Gap], ...]:
    """Return the columns of a list of gaps."""

    def cited_by(gap: Gap) -> str:
        return priority_words(gap.priorities, tr) if gap.priorities else ""

    def what(gap: Gap) -> str:
        of_priority = gap.kind is GapKind.PRIORITY_WITHOUT_PROGRAMS
        kind = PartKind.PRIORITY if of_priority else PartKind.PLAN
        return f"{tr.number(kind, gap.id)}  {gap.name}" if gap.id else gap.name

    return (
        Column("kind", tr(say("what is missing")), show=lambda gap: tr(KINDS[gap.kind])),
        id_column("id", tr(say("number"))),
        Column("name", tr(say("title"))),
        Column(
            "what",
            tr(say("where something is missing")),
            what,
        ),
        Column("priorities", tr(say("cited by")), show=cited_by),
        Column("path", tr(say("file"))),
        Column("line", tr(say("line")), right=True),
        Column("column", tr(say("column")), right=True),
        Column("where", tr(say("where to fix it")), lambda gap: f"{gap.path}:{gap.line}"),
    )


def gap_table(gaps: tuple[Gap, ...], plan: Plan, goal: int | None, tr: Translator) -> Table[Gap]:
    """Return what is missing, kind by kind."""
    what = tr(say("What is missing"))
    if goal is not None:
        what += "  " + goal_words(goal, tr)
    return Table(
        gap_columns(tr),
        tuple(_lines(gaps, tr)),
        f"{plan.year}  {what}",
        "\n".join(tr(words) for words in _footer(gaps, plan)),
        narrow=("what", "priorities", "where"),
        exported=("kind", "id", "name", "priorities", "path", "line"),
        subject=page_heading(plan, what),
    )


def _footer(gaps: tuple[Gap, ...], plan: Plan) -> Iterator[Message]:
    yield say_n("{n} gap", "{n} gaps", len(gaps)) if gaps else say("Nothing is missing")
    if lacking := without_any(plan, PartKind.PRIORITY):
        yield lacking


def _lines(gaps: tuple[Gap, ...], tr: Translator) -> Iterator[Line[Gap]]:
    for kind, each in groupby(gaps, lambda gap: gap.kind):
        of_kind = tuple(each)
        yield Line(heading=f"{tr(KINDS[kind])} ({len(of_kind)})")
        yield from (Line(gap, depth=1) for gap in of_kind)
