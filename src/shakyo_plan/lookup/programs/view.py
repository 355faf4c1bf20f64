"""Programs as a table."""

from __future__ import annotations

from collections.abc import Iterator

from shakyo_plan.language import Translator
from shakyo_plan.lookup.columns import (
    budget_column,
    commission_column,
    plans_column,
    priorities_column,
    status_column,
)
from shakyo_plan.lookup.programs.filtering import Listing, ProgramRow
from shakyo_plan.message import say, say_n
from shakyo_plan.model import Citation
from shakyo_plan.model.words import marks
from shakyo_plan.output.table import Column, Line, Table, lines_of
from shakyo_plan.values.fiscal_year import FiscalYear


def program_columns(tr: Translator) -> tuple[Column[ProgramRow], ...]:
    """Return the columns of a list of programs."""
    return (
        Column("name", tr(say("program"))),
        Column(
            "marks",
            tr(say("marks")),
            lambda row: marks(row.status, row.district, row.commissioned_by, tr),
            style="cyan",
        ),
        status_column(tr),
        Column("district", tr(say("district"))),
        commission_column(tr),
        Column("schedule", tr(say("schedule"))),
        budget_column(tr),
        Column("goals", tr(say("goals"))),
        plans_column(tr),
        Column("plan_count", tr(say("plans")), lambda row: len(row.plans), right=True),
        priorities_column(tr),
        Column("group", tr(say("group"))),
        Column("aliases", tr(say("aliases"))),
        Column("formerly", tr(say("former names"))),
        Column("other_names", tr(say("other names")), lambda row: (*row.aliases, *row.formerly)),
    )


def program_table(listing: Listing, year: FiscalYear, tr: Translator) -> Table[ProgramRow]:
    """Return the programs; a printed list keeps its groups as headings."""
    title = str(year)
    if listing.basic_plan:
        plan = listing.basic_plan
        title += "  " + tr(say("Basic plan {id} {title}", id=plan.id, title=plan.title))
    return Table(
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
