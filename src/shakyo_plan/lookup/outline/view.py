"""The outline of a plan: as a list with columns, and as plans print it."""

from __future__ import annotations

from collections import Counter

from shakyo_plan.language import Translator
from shakyo_plan.lookup.columns import commission_column, id_column, status_column
from shakyo_plan.lookup.outline.tree import Kind, Outline, OutlineRow
from shakyo_plan.message import say, say_n, translatable
from shakyo_plan.model import ProgramGroup
from shakyo_plan.model.words import goal_words, marks, with_marks
from shakyo_plan.output.escape import markdown, markdown_line
from shakyo_plan.output.table import Column, Line, Table

KINDS = {
    Kind.GOAL: translatable("goal"),
    Kind.PLAN: translatable("basic plan"),
    Kind.SECTION: translatable("section"),
    Kind.GROUP: translatable("group"),
    Kind.PROGRAM: translatable("program"),
}


def outline_columns(tr: Translator) -> tuple[Column[OutlineRow], ...]:
    """Return the columns of an outline."""
    return (
        Column("level", tr(say("level")), right=True),
        Column("kind", tr(say("kind")), show=lambda row: tr(KINDS[row.kind])),
        id_column("id", tr(say("number"))),
        Column("title", tr(say("title"))),
        Column("marks", tr(say("marks")), lambda row: outline_marks(row, tr)),
        Column("examples", tr(say("examples"))),
        status_column(tr),
        Column("district", tr(say("district"))),
        commission_column(tr),
        Column("goal", tr(say("goal")), right=True),
        id_column("plan", tr(say("basic plan"))),
        Column("group", tr(say("group"))),
    )


def outline_table(outline: Outline, tr: Translator) -> Table[OutlineRow]:
    """Return the outline as a table."""
    counts = Counter(row.kind for row in outline.rows)
    counted = (
        say_n("{n} goal", "{n} goals", counts[Kind.GOAL]),
        say_n("{n} basic plan", "{n} basic plans", counts[Kind.PLAN]),
        say_n("{n} section", "{n} sections", counts[Kind.SECTION]),
        say_n("{n} program cited", "{n} programs cited", counts[Kind.PROGRAM]),
    )
    present = [tr(each) for each in counted if dict(each.values)["n"]]
    return Table(
        outline_columns(tr),
        tuple(Line(row, depth=row.level - 1) for row in outline.rows),
        f"{outline.plan.year}  {outline.plan.council.name}",
        ("、" if tr.language == "ja" else ", ").join(present),
        narrow=("title", "marks"),
        exported=("kind", "id", "title", "marks", "examples", "goal", "plan"),
    )


def printed(row: OutlineRow, outline: Outline, tr: Translator) -> str:
    """Return a part of the plan as plans print it, with its number and marks."""
    match row.kind:
        case Kind.GOAL:
            return f"{goal_words(outline.plan, row.goal, tr)}  {row.title}"
        case Kind.PLAN:
            return f"{row.id}  {row.title}"
        case Kind.SECTION:
            return f"({row.id}) {row.title}"
        case Kind.GROUP:
            return ProgramGroup(row.title, row.examples).heading
        case Kind.PROGRAM:
            return with_marks(row.title, outline_marks(row, tr), tr)


def outline_markdown(outline: Outline, table: Table[OutlineRow], tr: Translator) -> str:
    """Return the outline as Markdown: headings, and lists below them."""
    parts = [f"# {markdown(table.title)}\n"]
    before: OutlineRow | None = None
    for row in outline.rows:
        text = markdown_line(printed(row, outline, tr))
        if row.kind in (Kind.GOAL, Kind.PLAN):
            parts.append(f"\n{'#' * (row.level + 1)} {text}\n")
        elif row.kind is Kind.SECTION:
            parts.append(("\n" if before and before.kind is not row.kind else "") + f"{text}  \n")
        else:
            gap = "\n" if before and before.kind not in (Kind.GROUP, Kind.PROGRAM) else ""
            parts.append(f"{gap}{'  ' * (row.level - 4)}- {text}\n")
        before = row
    return "".join(parts)


def outline_page(outline: Outline, table: Table[OutlineRow], tr: Translator) -> str:
    """Return the outline as an HTML page."""
    from shakyo_plan.output.html import html_page  # templates, for pages only

    return html_page(
        "lookup/outline/templates/outline.html",
        table.title,
        tr,
        rows=[(row, printed(row, outline, tr)) for row in outline.rows],
        footer=table.footer,
    )


def outline_marks(row: OutlineRow, tr: Translator) -> tuple[str, ...]:
    """Return the marks of a program; other parts have none."""
    return marks(row.status, row.district, row.commissioned_by, tr) if row.status else ()
