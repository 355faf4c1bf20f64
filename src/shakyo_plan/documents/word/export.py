"""``plan export -o FILE.docx``: the printed plan in Word, in the council's template where it has one."""

from __future__ import annotations

from pathlib import Path

from shakyo_plan.documents.printed.document import printed_document
from shakyo_plan.documents.word.package import open_blank, open_template
from shakyo_plan.documents.word.styles import ALWAYS, CONTENTS
from shakyo_plan.model import Plan


def to_word(plan: Plan, *, template: Path | None = None, toc: bool = False) -> bytes:
    """Return the printed plan as a .docx file.

    Raises:
        UserError: the template cannot be read, or lacks a style.
    """
    from shakyo_plan.documents.word.writer import write

    uses = (*ALWAYS, *CONTENTS) if toc else ALWAYS
    document = open_template(template, uses) if template else open_blank()
    return write(printed_document(plan), document, toc=toc)
