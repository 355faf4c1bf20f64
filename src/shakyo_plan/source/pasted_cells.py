"""A row of Excel that was pasted into a plan file: its cells, each behind the key that it looks like."""

from __future__ import annotations

from collections.abc import Iterator

from shakyo_plan.model import Commission, Status
from shakyo_plan.model.spoken import spoken_choice
from shakyo_plan.source.line_slips import without_bullet
from shakyo_plan.values.fiscal_year import FiscalYear
from shakyo_plan.values.lazy_pattern import lazy_pattern
from shakyo_plan.values.money import yen
from shakyo_plan.values.schedule import read_schedule

_NAMED = lazy_pattern(r"(?:- *)?name:[ 　]*")
_ANY_YEAR = FiscalYear(2024)
_MOST_CELLS = 20


def lines_of_cells(line: str) -> tuple[str, ...]:
    """Return the cells of a line as lines of a program, the name first; nothing where it is no such row."""
    cells = [cell.strip() for cell in line.strip().split("\t")]
    cells = [cell for cell in cells if cell][:_MOST_CELLS]
    if cells and cells[0] in ("-", "- name:", "name:"):
        cells = cells[1:]
    if len(cells) < 2 or cells[0].endswith(":"):
        return ()
    return tuple(_with_keys(cells))


def _with_keys(cells: list[str]) -> Iterator[str]:
    yield f"- name: {without_bullet(_NAMED.sub('', cells[0], count=1))}"
    told = {"name"}
    for cell in cells[1:]:
        key = _key_of(cell)
        key = "notes" if key in told and "notes" not in told else key
        # What has no key of its own has to be given one: nothing that was pasted is left out.
        yield f"{'…' if key in told else key}: {_value_of(key, cell)}"
        told.add(key)


def _key_of(cell: str) -> str:
    if spoken_choice(Status, cell):
        return "status"
    if spoken_choice(Commission, cell):
        return "commissioned_by"
    if yen(cell) is not None:
        return "budget"
    return "schedule" if read_schedule(cell, _ANY_YEAR).months else "notes"


def _value_of(key: str, cell: str) -> str:
    kinds = {"status": Status, "commissioned_by": Commission}
    choice = spoken_choice(kinds[key], cell) if key in kinds else None
    return choice.value if choice else cell
