"""``plan export -o FILE.xlsx``: the plan as a workbook for reading and editing."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from itertools import count
from typing import TYPE_CHECKING

from shakyo_plan.documents.workbook import looking
from shakyo_plan.documents.workbook.cells import holdable
from shakyo_plan.documents.workbook.columns import KEY, PROGRAM_COLUMNS, choices
from shakyo_plan.documents.workbook.lists import listings_of
from shakyo_plan.documents.workbook.record import SHEET, Record, hash_of
from shakyo_plan.documents.workbook.rows import (
    LISTING_WIDTHS,
    LISTINGS_SHEET,
    PROGRAMS_SHEET,
    listing_rows,
    program_rows,
)
from shakyo_plan.documents.workbook.sheets import Choices, Head, add_sheet, hide, set_font
from shakyo_plan.model import Plan
from shakyo_plan.source.loading import LoadedFile, sound_plan

if TYPE_CHECKING:
    from openpyxl import Workbook


def to_workbook(file: LoadedFile) -> bytes:
    """Return the plan as an .xlsx file.

    Raises:
        BrokenPlan: the file has errors.
    """
    import openpyxl

    plan = sound_plan(file)
    workbook = openpyxl.Workbook()
    del workbook["Sheet"]
    set_font(workbook)
    record = _add_edited(workbook, plan, file)
    looking.add_calendar(workbook, plan)
    looking.add_budget(workbook, plan)
    looking.add_accounts(workbook, plan)
    _add_record(workbook, record)
    workbook.properties.title = f"{plan.year.era}事業計画"
    workbook.properties.creator = holdable(plan.council.name)
    made = io.BytesIO()
    workbook.save(made)
    return made.getvalue()


def _add_edited(workbook: Workbook, plan: Plan, file: LoadedFile) -> Record:
    data = file.document.data
    programs = _keyed("p", program_rows(data))
    listings = _keyed("c", listing_rows(plan, data))
    offered = Choices(
        {
            "区分": choices("status"),
            "委託元": choices("commissioned_by"),
            "地区": list(plan.council.districts),
            "掲載先": list(dict.fromkeys(listing.part for listing in listings_of(data))),
        }
    )
    heads = [Head(column.head, column.width) for column in PROGRAM_COLUMNS]
    registry = add_sheet(
        workbook, PROGRAMS_SHEET, [Head(KEY, 0), *heads], _with_keys(programs), frozen=2
    )
    offered.offer(
        registry, {number: column.head for number, column in enumerate(PROGRAM_COLUMNS, 2)}
    )
    heads = [Head(column.value, width) for column, width in LISTING_WIDTHS.items()]
    sheet = add_sheet(
        workbook, LISTINGS_SHEET, [Head(KEY, 0), *heads], _with_keys(listings), frozen=2
    )
    offered.offer(sheet, {2: "掲載先"})
    offered.offer_column(sheet, 5, registry, 2)
    offered.add_to(workbook)
    return Record(
        plan.fiscal_year,
        plan.council.name,
        hash_of(file.document.file_text.encode("utf-8", "surrogatepass")),
        programs,
        listings,
    )


def _keyed(letter: str, rows: Iterable[Sequence[str]]) -> dict[str, list[str]]:
    return {f"{letter}{number}": list(row) for number, row in zip(count(1), rows, strict=False)}


def _with_keys(rows: dict[str, list[str]]) -> Iterable[list[str]]:
    return ([key, *row] for key, row in rows.items())


def _add_record(workbook: Workbook, record: Record) -> None:
    sheet = workbook.create_sheet(SHEET)
    hide(sheet)
    for number, chunk in enumerate(record.chunks(), 1):
        sheet.cell(number, 1, chunk)
