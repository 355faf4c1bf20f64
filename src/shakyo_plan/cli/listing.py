"""Prints lists in the format asked for."""

from __future__ import annotations

from shakyo_plan.cli.options import ListFormat
from shakyo_plan.cli.session import Session
from shakyo_plan.programs import Listing
from shakyo_plan.values.fiscal_year import FiscalYear


def print_programs(
    listing: Listing, year: FiscalYear, output: ListFormat, session: Session
) -> None:
    """Print programs."""
    from shakyo_plan.report import rows
    from shakyo_plan.tables import UNLIMITED, program_columns, program_table, render

    match output:
        case ListFormat.TABLE:
            width = session.terminal_width or UNLIMITED
            table = program_table(listing, year, session.tr, width)
            session.out(render(*table, width=width, colour=session.colour))
        case ListFormat.JSON:
            session.out_data(rows.to_json(listing.rows))
        case ListFormat.JSONL:
            session.out_data(rows.to_jsonl(listing.rows))
        case ListFormat.CSV:
            session.out_data(rows.to_csv(listing.rows, program_columns(session.tr, for_excel=True)))
        case ListFormat.MD:
            session.out_data(
                rows.to_markdown(listing.rows, program_columns(session.tr, for_excel=False))
            )
