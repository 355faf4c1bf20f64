"""``plan import FILE --into PLAN``: what a document adds to a plan that exists."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from shakyo_plan.message import say, say_n

if TYPE_CHECKING:
    from shakyo_plan.cli.output import Output
    from shakyo_plan.cli.session import Session


def merge_into(
    document: str,
    into: str,
    plans_dir: str | None,
    output: Output,
    session: Session,
    *,
    dry_run: bool,
) -> int:
    """Merge a document into a plan file; returns the exit code.

    Raises:
        UserError: the document or the plan cannot be read, or the plan cannot be edited safely.
    """
    from shakyo_plan.cli.importing import imported_from, tell_doubts
    from shakyo_plan.cli.which import named_version
    from shakyo_plan.documents.account import summary_line
    from shakyo_plan.documents.merging import merged
    from shakyo_plan.output.patch import unified_diff
    from shakyo_plan.source.loading import sound_plan
    from shakyo_plan.source.undo import Rewriting

    file = named_version(into, plans_dir, session.config)
    plan = sound_plan(file)
    session.speak_of(plan)
    draft = imported_from(document, str(plan.fiscal_year), file.path, plans_dir, session)
    after = merged(file, draft.data)
    before, text = file.document.text, after.file.document.text
    tell_doubts(draft, file.path, output, session)
    for part in after.left:
        session.info(say("Not in {path}, and left out: {part}", path=file.path, part=part))
    if dry_run:
        session.out(unified_diff(file.path, before, text, session.style))
    elif text != before:
        Rewriting("plan import --into").write(
            Path(file.path), file.document.file_text, after.file.document.file_text
        )
        session.info(say("Merged into {path}", path=file.path))
    else:
        session.info(say("{path} has all of it already", path=file.path))
    session.info(summary_line(draft))
    if draft.doubts:
        session.info(
            say_n("Look at {n} doubt", "Look at {n} doubts, one by one", len(draft.doubts))
        )
    return int(bool(draft.doubts))
