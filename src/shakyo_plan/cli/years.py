"""The plans of all years, for commands that look through them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shakyo_plan.errors import UserError
from shakyo_plan.message import say
from shakyo_plan.source.folder import plan_files, yearly
from shakyo_plan.source.loading import load_file, sound_plan

if TYPE_CHECKING:
    from pathlib import Path

    from shakyo_plan.lookup.history.through_years import Year


def all_years(folder: Path) -> tuple[Year, ...]:
    """Load the plan of every year of the folder, the oldest first.

    Raises:
        BrokenPlan: a file has errors; half a history would be a wrong one.
        UserError: two files are for one year, and neither is named by it alone.
    """
    from shakyo_plan.lookup.history.through_years import Year

    years: dict[int, Year] = {}
    for file in yearly(plan_files(folder)):
        year = Year(sound_plan(load_file(file.path)), str(file.path))
        if (other := years.setdefault(year.plan.fiscal_year, year)) is not year:
            raise UserError(
                say(
                    "{year} has several files: {names}",
                    year=str(year.plan.year),
                    names=(other.path, year.path),
                ),
                say(
                    "Keep one of them in {folder}, or name it by the year alone", folder=str(folder)
                ),
            )
    return tuple(years[number] for number in sorted(years))
