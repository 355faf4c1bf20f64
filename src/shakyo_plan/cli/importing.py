"""What ``plan import`` does before and after it writes: reads the document, tells of its doubts."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from shakyo_plan.errors import UserError
from shakyo_plan.message import say

if TYPE_CHECKING:
    from shakyo_plan.cli.output import Output
    from shakyo_plan.cli.session import Session
    from shakyo_plan.documents.importing import Imported
    from shakyo_plan.model import Plan
    from shakyo_plan.values.fiscal_year import FiscalYear


def imported_from(
    document: str, year: str | None, previous: str | None, plans_dir: str | None, session: Session
) -> Imported:
    """Return the draft of a document, nothing written yet.

    Raises:
        UserError: the document cannot be read, or last year's plan that was named.
    """
    from shakyo_plan.documents.carriers.opening import open_document
    from shakyo_plan.documents.convention import convention_of_settings
    from shakyo_plan.documents.importing import import_carried
    from shakyo_plan.source.folder import parse_year

    wanted = parse_year(year) if year is not None else None
    with session.progress(say("Reading the pages")) as told:
        carried = open_document(Path(document), told)
    before = partial(_previous_plan, previous, plans_dir, session)
    convention = convention_of_settings(session.config.import_)
    return import_carried(carried, document, convention, before, wanted)


def tell_doubts(draft: Imported, target: str, output: Output, session: Session) -> None:
    """Print the doubts: as a table beside the results, or as results in the format asked for."""
    from shakyo_plan.cli.output import print_views, rendered, table_views
    from shakyo_plan.documents.account import doubt_table, import_json
    from shakyo_plan.output.formats import JSON, TABLE
    from shakyo_plan.output.terminal.table import terminal_table

    table = doubt_table(draft, session.tr)
    if output.format() is not TABLE:
        as_data = {JSON: lambda: import_json(draft, target, session.tr)}
        print_views({**table_views(table, output, session), **as_data}, output, session)
    elif draft.doubts:
        shown = rendered(lambda width: terminal_table(table, width), output, session)
        session.status(shown.rstrip("\n"))


def _previous_plan(
    named: str | None, plans_dir: str | None, session: Session, year: FiscalYear
) -> Plan | None:
    """Return last year's plan: the one named, else the one of the plans folder, else none.

    Raises:
        UserError: the one that was named is not there, or has errors.
    """
    from shakyo_plan.cli.which import Which, chosen_plan, named_version
    from shakyo_plan.source.loading import sound_plan

    if named is not None:
        return sound_plan(named_version(named, plans_dir, session.config))
    try:
        return chosen_plan(Which(year=str(year.number - 1), plans_dir=plans_dir), session.config)
    except UserError:
        return None
