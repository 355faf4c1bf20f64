"""The outline of a plan: as a list with columns, and as plans print it."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from shakyo_plan.language import Translator
from shakyo_plan.lookup.columns import commission_column, id_column, status_column
from shakyo_plan.lookup.headings import page_heading
from shakyo_plan.lookup.outline.tree import Outline, OutlineRow
from shakyo_plan.message import say
from shakyo_plan.model import Numbering, ProgramGroup, terms
from shakyo_plan.model.headings import heading, titled
from shakyo_plan.model.kinds import KIND_WORDS, PartKind
from shakyo_plan.model.words import counted_part, marks, with_marks
from shakyo_plan.output.escape import markdown, markdown_line
from shakyo_plan.output.table import Column, Line, Table, bracketed

HEADINGS = frozenset({PartKind.PRIORITY, PartKind.GOAL, PartKind.PLAN, PartKind.MANAGEMENT})
"""The parts that are headings on pages and in documents."""


def shift_of(outline: Outline) -> int:
    """Return by how much plans stand higher than their level: where no goal stands above them."""
    return int(not outline.plan.goals)


def outline_columns(tr: Translator) -> tuple[Column[OutlineRow], ...]:
    """Return the columns of an outline."""
    return (
        Column("level", tr(say("level")), right=True),
        Column("kind", tr(say("kind")), show=lambda row: tr(KIND_WORDS[row.kind])),
        id_column("id", tr(say("number"))),
        Column("title", tr(say("title"))),
        Column("marks", tr(say("marks")), lambda row: outline_marks(row, tr)),
        Column("examples", tr(say("examples"))),
        status_column(tr),
        Column("district", tr(say("district"))),
        commission_column(tr),
        Column(
            "number",
            tr(say("number as printed")),
            # Excel would take (1) for minus one.
            spreadsheet=lambda row: bracketed([row.number]) if row.number else "",
        ),
        Column("tags", tr(say("own marks"))),
        Column("districts", tr(say("districts"))),
        Column("section", tr(terms.SECTION), right=True),
        Column("goal", tr(terms.GOAL), right=True),
        id_column("plan", tr(terms.PLAN)),
        Column("group", tr(say("group"))),
    )


def outline_table(outline: Outline, tr: Translator) -> Table[OutlineRow]:
    """Return the outline as a table."""
    counts = Counter(row.kind for row in outline.rows)
    counted = (
        counted_part(counts[PartKind.PRIORITY], terms.PRIORITY, terms.PRIORITIES),
        counted_part(counts[PartKind.GOAL], terms.GOAL, terms.GOALS),
        counted_part(counts[PartKind.PLAN], terms.PLAN, terms.PLANS),
        counted_part(counts[PartKind.SECTION], terms.SECTION, terms.SECTIONS),
        say("{n} {programs} cited", n=counts[PartKind.PROGRAM], programs=terms.MAIN_PROGRAMS),
    )
    present = [tr(each) for each in counted if dict(each.values)["n"]]
    return Table(
        outline_columns(tr),
        tuple(Line(row, depth=row.level - 1) for row in outline.rows),
        f"{outline.plan.year}  {outline.plan.council.name}",
        ("、" if tr.language == "ja" else ", ").join(present),
        narrow=("title", "marks"),
        exported=("kind", "id", "title", "marks", "examples", "goal", "plan"),
        subject=page_heading(outline.plan, tr(say("Outline"))),
    )


def printed(row: OutlineRow, numbering: Numbering, tr: Translator) -> str:
    """Return a part of the plan as plans print it, with its number and marks."""
    match row.kind:
        case PartKind.GROUP:
            return ProgramGroup(row.title, row.examples).heading
        case PartKind.PROGRAM:
            head = ""
        case PartKind.PLAN:
            head = row.number or ""
        case _:
            head = heading(numbering, row.kind, row.id or "", tr)
    between = " " if row.kind is PartKind.SECTION else "  "
    return titled(head, with_marks(row.title, outline_marks(row, tr), tr), between)


def outline_markdown(outline: Outline, table: Table[OutlineRow], tr: Translator) -> str:
    """Return the outline as Markdown: headings, and lists below them."""
    parts = [f"# {markdown(table.title)}\n"]
    before: OutlineRow | None = None
    shift = shift_of(outline)
    for row in outline.rows:
        if begins_own_list(row, before):
            parts.append(f"\n{markdown(tr(terms.MAIN_PROGRAMS))}\n\n")
        text = markdown_line(printed(row, outline.plan.numbering, tr))
        if row.kind in HEADINGS:
            parts.append(f"\n{'#' * (row.level + 1 - shift)} {text}\n")
        elif row.kind is PartKind.SECTION:
            parts.append(("\n" if before and before.kind is not row.kind else "") + f"{text}  \n")
        else:
            gap = "\n" if before and before.kind not in (PartKind.GROUP, PartKind.PROGRAM) else ""
            parts.append(f"{gap}{'  ' * (row.level - 4)}- {text}\n")
        before = row
    return "".join(parts)


def begins_own_list(row: OutlineRow, before: OutlineRow | None) -> bool:
    """Whether a plan's own list begins behind that of its last section, which it would seem to go on with."""
    return (
        row.kind in (PartKind.GROUP, PartKind.PROGRAM)
        and row.section is None
        and before is not None
        and before.kind in (PartKind.GROUP, PartKind.PROGRAM)
        and before.section is not None
    )


def outline_page(outline: Outline, table: Table[OutlineRow], tr: Translator) -> str:
    """Return the outline as an HTML page."""
    from shakyo_plan.output.html import html_page  # templates, for pages only

    return html_page(
        "lookup/outline/templates/outline.html",
        table.subject,
        tr,
        rows=[
            (row, printed(row, outline.plan.numbering, tr), begins_own_list(row, before))
            for before, row in pairwise((None, *outline.rows))
            if row
        ],
        own_list=tr(terms.MAIN_PROGRAMS),
        footer=table.footer,
    )


def outline_marks(row: OutlineRow, tr: Translator) -> tuple[str, ...]:
    """Return the marks of a program, and the council's own marks of any part."""
    own = marks(row.status, row.districts, row.commissioned_by, tr) if row.status else ()
    return (*own, *row.tags)
