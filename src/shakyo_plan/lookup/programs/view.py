"""Programs as a table."""

from __future__ import annotations

from collections.abc import Iterator

from shakyo_plan.language import Translator
from shakyo_plan.lookup.columns import citation_columns, program_columns_of
from shakyo_plan.lookup.programs.data import row_data
from shakyo_plan.lookup.programs.filtering import Listing, ProgramRow
from shakyo_plan.message import say, say_n
from shakyo_plan.model import Citation, terms
from shakyo_plan.model.words import marks_of, plan_words
from shakyo_plan.output.table import Column, Line, Table, lines_of
from shakyo_plan.values.fiscal_year import FiscalYear


def program_columns(tr: Translator) -> tuple[Column[ProgramRow], ...]:
    """Return the columns of a list of programs: all keys of a program, and what cites it."""
    columns: tuple[Column[ProgramRow], ...] = program_columns_of(tr, lambda row: row.program)
    return (
        columns[0],
        Column("marks", tr(say("marks")), lambda row: marks_of(row.program, tr), style="cyan"),
        *columns[1:],
        *citation_columns(tr, lambda row: row.citations),
        Column(
            "plan_count", tr(terms.PLANS_SHORT), lambda row: len(row.citations.plans), right=True
        ),
        Column("group", tr(say("group"))),
        Column(
            "other_names",
            tr(say("other names")),
            lambda row: (*row.program.aliases, *row.program.formerly),
        ),
    )


def program_table(listing: Listing, year: FiscalYear, tr: Translator) -> Table[ProgramRow]:
    """Return the programs; a printed list keeps its groups as headings."""
    title = str(year)
    if listing.basic_plan:
        plan = listing.basic_plan
        title += "  " + f"{plan_words(plan.id, tr)} {plan.title}"
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
        data=row_data,
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
