"""Programs as a table."""

from __future__ import annotations

from collections.abc import Iterator

from shakyo_plan.language import Translator
from shakyo_plan.lookup.columns import citation_columns, program_columns_of
from shakyo_plan.lookup.headings import page_heading
from shakyo_plan.lookup.programs.data import row_data
from shakyo_plan.lookup.programs.filtering import Criteria, Listing, ProgramRow
from shakyo_plan.lookup.programs.heading import list_words
from shakyo_plan.message import Message, say, say_n
from shakyo_plan.model import Citation, Plan, Program, terms
from shakyo_plan.model.fields import field_of
from shakyo_plan.model.kinds import PartKind
from shakyo_plan.model.words import marks_of, plan_words
from shakyo_plan.output.table import Column, Line, Table, Total, lines_of


def program_columns(tr: Translator) -> tuple[Column[ProgramRow], ...]:
    """Return the columns of a list of programs: all keys of a program, and what cites it."""
    columns: tuple[Column[ProgramRow], ...] = program_columns_of(tr, lambda row: row.program)
    return (
        columns[0],
        Column("marks", tr(say("marks")), lambda row: marks_of(row.program, tr), style="cyan"),
        *columns[1:],
        *citation_columns(tr, lambda row: row.citations),
        Column(
            "plan_count",
            tr(say("no. of {plans}", plans=terms.PLANS_SHORT)),
            lambda row: len(row.citations.plans),
            right=True,
        ),
        Column("group", tr(say("group"))),
        Column(
            "other_names",
            tr(say("other names")),
            lambda row: (*row.program.aliases, *row.program.formerly),
        ),
        Column(
            "found_in",
            tr(say("found in")),
            show=lambda row: "・".join(tr(field_of(Program, key).word) for key in row.found_in),
        ),
    )


def program_table(
    listing: Listing, plan: Plan, criteria: Criteria, tr: Translator
) -> Table[ProgramRow]:
    """Return the programs; a printed list keeps its groups as headings."""
    title = str(plan.year)
    if listing.basic_plan:
        title += "  " + f"{plan_words(listing.basic_plan.id, tr)} {listing.basic_plan.title}"
    if listing.section:
        number = tr.number(PartKind.SECTION, criteria.section or 0)
        title += f"  {number} {listing.section.title}"
    found = ("found_in",) if any(row.found_in for row in listing.rows) else ()
    priorities = ("priorities",) if plan.priorities else ()
    return Table(
        program_columns(tr),
        tuple(_printed(listing)) if listing.printed is not None else lines_of(listing.rows),
        title,
        "\n".join(tr(words) for words in _footer(listing)),
        narrow=("name", "marks", "plan_count", *priorities, *found),
        wide=("name", "marks", "plans", *priorities, *found),
        exported=(
            *("name", "status", "district", "commissioned_by", "schedule", "budget_yen"),
            *("goals", "plans", "priorities", "group", "other_names", *found),
        ),
        data=row_data,
        subject=page_heading(plan, tr(list_words(plan, criteria))),
        total=_total(listing, tr),
    )


def _footer(listing: Listing) -> Iterator[Message]:
    yield say_n("{n} program", "{n} programs", len(listing.rows))
    if listing.unclear:
        yield say(
            "By the months of all its districts, as the schedule does not tell them apart: {names}",
            names=listing.unclear,
        )


def _total(listing: Listing, tr: Translator) -> Total | None:
    """Return the sum of the budgets, a program counted once; None where there is no amount."""
    programs = {row.name: row.program for row in listing.rows}.values()
    amounts = [each.budget_yen for each in programs if each.budget_yen is not None]
    if not amounts:
        return None
    total, left_out = sum(amounts), len(programs) - len(amounts)
    note = say_n(
        "Not in the total: {n} program whose amount is not known",
        "Not in the total: {n} programs whose amounts are not known",
        left_out,
    )
    return Total(
        tr(say("total")),
        {"budget": tr(say("{n} yen", n=f"{total:,}")), "budget_yen": total},
        tr(note) if left_out else "",
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
