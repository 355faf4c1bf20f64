"""Tells what was changed in a workbook: what was exported, what it says, and what the plan says now."""

from __future__ import annotations

from typing import Any

from shakyo_plan.documents.workbook.changes import Changes
from shakyo_plan.documents.workbook.listing_changes import ListingChanges
from shakyo_plan.documents.workbook.program_changes import ProgramChanges
from shakyo_plan.documents.workbook.reading import EditedWorkbook


def changes_of(workbook: EditedWorkbook, data: Any, *, remove: bool) -> Changes:
    """Return the changes of a workbook against the data of the plan file as it is now.

    ``remove`` says that what a row stood for goes where the row is gone.
    """
    programs = ProgramChanges(workbook, data, remove=remove)
    listings = ListingChanges(workbook, data, programs, remove=remove)
    return Changes(
        edits=(*programs.found.edits, *listings.found.edits),
        conflicts=(*programs.found.conflicts, *listings.found.conflicts),
        refused=(*programs.found.refused, *listings.found.refused),
        missing=(*programs.found.missing, *listings.found.missing),
    )
