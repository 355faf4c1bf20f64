"""The rows of the sheets that are read back, as they are shown."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import Any, NamedTuple

from shakyo_plan.documents.workbook.cells import holdable
from shakyo_plan.documents.workbook.columns import PROGRAM_COLUMNS, shown
from shakyo_plan.documents.workbook.lists import PROGRAMS, listings_of
from shakyo_plan.language import Translator
from shakyo_plan.model import Plan
from shakyo_plan.model.words import marks
from shakyo_plan.values.data_path import value_at

PROGRAMS_SHEET = "事業"
LISTINGS_SHEET = "掲載"


class ListingColumn(StrEnum):
    """The columns of the sheet of listings, by their heads."""

    PART = "掲載先"
    TITLE = "題名"
    GROUP = "各種事業"
    NAME = "事業名"
    MARKS = "区分等"


LISTING_WIDTHS = {
    ListingColumn.PART: 16,
    ListingColumn.TITLE: 36,
    ListingColumn.GROUP: 24,
    ListingColumn.NAME: 44,
    ListingColumn.MARKS: 24,
}
ONLY_SHOWN = (ListingColumn.TITLE, ListingColumn.MARKS)
"""What the listings repeat from elsewhere, and is changed there."""


class ListingRow(NamedTuple):
    """A citation, or a group without programs, as the sheet shows it."""

    part: str
    title: str
    group: str
    name: str
    marks: str


def program_row(program: Any) -> list[str]:
    """Return the row of a program of the file."""
    return [holdable(shown(column, program.get(column.key))) for column in PROGRAM_COLUMNS]


def program_rows(data: Any) -> Iterator[list[str]]:
    """Yield a row for each program, in printed order."""
    return map(program_row, data.get("programs", ()))


def listing_rows(plan: Plan, data: Any) -> Iterator[ListingRow]:
    """Yield a row for each citation, list by list in printed order."""
    japanese = Translator("ja")
    marked = {
        program.name: "・".join(
            marks(program.status, program.districts, program.commissioned_by, japanese)
        )
        for program in plan.registered
    }
    for listing in listings_of(data):
        names = [
            name
            for name in value_at(data, listing.owner).get(PROGRAMS, ())
            if isinstance(name, str)
        ]
        if listing.group and not names:
            names = [""]
        for name in names:
            shown_row = (listing.part, listing.title, listing.group, name, marked.get(name, ""))
            yield ListingRow(*map(holdable, shown_row))
