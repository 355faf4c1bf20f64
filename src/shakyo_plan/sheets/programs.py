"""Programs as a sheet."""

from __future__ import annotations

from collections.abc import Iterator

from shakyo_plan.language import Translator
from shakyo_plan.message import say, say_n
from shakyo_plan.model import Citation, Commission, Status
from shakyo_plan.programs import Listing, ProgramRow
from shakyo_plan.report.sheet import Column, Line, Sheet, bracketed, lines_of
from shakyo_plan.values.fiscal_year import FiscalYear
from shakyo_plan.words import commission_word, marks, status_word


def program_columns(tr: Translator) -> tuple[Column[ProgramRow], ...]:
    """Return the columns of a list of programs."""

    def commission(row: ProgramRow) -> str:
        return tr(commission_word(row.commissioned_by)) if row.commissioned_by else ""

    return (
        Column("name", tr(say("program"))),
        Column(
            "marks",
            tr(say("marks")),
            lambda row: marks(row.status, row.district, row.commissioned_by, tr),
            style="cyan",
        ),
        Column(
            "status",
            tr(say("status")),
            show=lambda row: tr(status_word(row.status)),
            order=lambda row: tuple(Status).index(row.status),
        ),
        Column("district", tr(say("district"))),
        Column(
            "commissioned_by",
            tr(say("commissioned by")),
            show=commission,
            order=lambda row: (
                tuple(Commission).index(row.commissioned_by) if row.commissioned_by else None
            ),
        ),
        Column("schedule", tr(say("schedule"))),
        Column(
            "budget_yen",
            tr(say("budget (yen)")),
            show=lambda row: "" if row.budget_yen is None else f"{row.budget_yen:,}",
            spreadsheet=lambda row: "" if row.budget_yen is None else str(row.budget_yen),
            right=True,
        ),
        Column("goals", tr(say("goals"))),
        Column(
            "plans",
            tr(say("basic plans")),
            show=lambda row: " ".join(row.plans),
            spreadsheet=lambda row: bracketed(row.plans),
        ),
        Column("plan_count", tr(say("plans")), lambda row: len(row.plans), right=True),
        Column(
            "priorities",
            tr(say("priorities")),
            show=lambda row: " ".join(map(str, row.priorities)),
            short=tr(say("prio.")),
        ),
        Column("group", tr(say("group"))),
        Column("aliases", tr(say("aliases"))),
        Column("formerly", tr(say("former names"))),
        Column("other_names", tr(say("other names")), lambda row: (*row.aliases, *row.formerly)),
    )


def program_sheet(listing: Listing, year: FiscalYear, tr: Translator) -> Sheet[ProgramRow]:
    """Return the programs; a printed list keeps its groups as headings."""
    title = str(year)
    if listing.basic_plan:
        plan = listing.basic_plan
        title += "  " + tr(say("Basic plan {id} {title}", id=plan.id, title=plan.title))
    return Sheet(
        program_columns(tr),
        tuple(_printed(listing)) if listing.printed is not None else lines_of(listing.rows),
        title,
        tr(say_n("{n} program", "{n} programs", len(listing.rows))),
        narrow=("name", "marks", "plan_count", "priorities"),
        wide=("name", "marks", "plans", "priorities"),
        exported=(
            *("name", "status", "district", "commissioned_by", "schedule", "budget_yen"),
            *("goals", "plans", "priorities", "group", "other_names"),
        ),
    )


def _printed(listing: Listing) -> Iterator[Line[ProgramRow]]:
    by_name = {row.name: row for row in listing.rows}
    if not by_name:
        return
    for listed in listing.printed or ():
        if isinstance(listed, Citation):
            if listed.name in by_name:
                yield Line(by_name[listed.name])
            continue
        yield Line(heading=listed.heading)
        for citation in listed.programs:
            if citation.name in by_name:
                yield Line(by_name[citation.name], depth=1)
