"""The formats that a plan is exported to, by the ending of the file's name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from shakyo_plan.source.loading import LoadedFile, sound_plan


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """What a person asked for beside the format."""

    template: Path | None = None
    """The Word document whose page and styles are taken."""
    toc: bool = False
    """Whether a table of contents stands after the cover."""


Export: TypeAlias = Callable[[LoadedFile, ExportOptions], bytes]


def _to_word(file: LoadedFile, options: ExportOptions) -> bytes:
    from shakyo_plan.documents.word.export import to_word

    return to_word(sound_plan(file), template=options.template, toc=options.toc)


def _to_page(file: LoadedFile, options: ExportOptions) -> bytes:  # noqa: ARG001 - as all exports
    from shakyo_plan.documents.web.page import to_page

    return to_page(sound_plan(file))


def _to_workbook(file: LoadedFile, options: ExportOptions) -> bytes:  # noqa: ARG001 - it has none
    from shakyo_plan.documents.workbook.export import to_workbook

    return to_workbook(file)


def _to_pdf(file: LoadedFile, options: ExportOptions) -> bytes:
    from shakyo_plan.documents.pdf import to_pdf

    return to_pdf(_to_word(file, options))


EXPORTS: Mapping[str, Export] = {
    ".docx": _to_word,
    ".xlsx": _to_workbook,
    ".html": _to_page,
    ".pdf": _to_pdf,
}
"""Each format makes the whole file, or raises a `UserError`; its library loads only there."""

LAID_OUT = (".docx", ".pdf")
"""The formats that are printed from the Word document, and take a template and a contents."""
