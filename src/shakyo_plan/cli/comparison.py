"""Compares what a person names, and prints what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shakyo_plan.cli.output import Output, Views, print_table, print_views, rendered
from shakyo_plan.cli.session import Session
from shakyo_plan.cli.which import named_version
from shakyo_plan.diff import Comparison, compare_plans
from shakyo_plan.diff.telling import tell
from shakyo_plan.errors import UserError
from shakyo_plan.output import formats
from shakyo_plan.output.escape import markdown
from shakyo_plan.source.loading import BrokenPlan, LoadedFile, sound_plan

if TYPE_CHECKING:
    from rich.console import RenderableType


class NotCompared(UserError):
    """One of the two has errors, so nothing is compared; 1 would say that there are differences."""

    exit_code = 2


def compared(
    old: str, new: str, plans_dir: str | None, session: Session, *, order: bool
) -> Comparison:
    """Compare two plans, each named by a year, a path, or a revision and path.

    Raises:
        UserError: one of them is not there, or has errors.
    """
    versions = [named_version(named, plans_dir, session.config) for named in (old, new)]
    found = comparison_of(*versions, order=order)
    session.speak_of(sound_plan(versions[1]))
    return found


def comparison_of(old: LoadedFile, new: LoadedFile, *, order: bool = False) -> Comparison:
    """Compare two loaded files.

    Raises:
        NotCompared: one of them has errors; the message has the first.
    """
    try:
        plans = sound_plan(old), sound_plan(new)
    except BrokenPlan as broken:
        raise NotCompared(broken.message, broken.advice) from None
    return compare_plans(*plans, old.path, new.path, order=order)


def print_comparison(
    comparison: Comparison, output: Output, session: Session, *, routine: bool
) -> None:
    """Print a comparison in the format asked for.

    JSON and CSV have every change; ``routine`` tells also elsewhere what the year alone brings.
    """
    tr = session.tr
    told = tell(comparison, routine=routine)

    def on_terminal(width: int) -> list[RenderableType]:
        from shakyo_plan.diff.views.terminal import change_table

        return change_table(told, tr, width)

    def page() -> str:
        from shakyo_plan.diff.views.page import comparison_page

        return comparison_page(comparison, tr, routine=routine)

    def as_document() -> bytes:
        from shakyo_plan.documents.comparison.word import to_word

        return to_word(comparison, tr)

    def as_workbook() -> bytes:
        from shakyo_plan.documents.comparison.workbook import to_workbook

        return to_workbook(comparison, tr)

    from shakyo_plan.diff.views import rows

    views: Views = {
        formats.TABLE: lambda: rendered(on_terminal, output, session),
        **_as_data(comparison),
        formats.CSV: lambda: rows.to_csv(comparison, tr),
        formats.MARKDOWN: lambda: rows.to_markdown(told, tr),
        formats.HTML: page,
        formats.DOCX: as_document,
        formats.XLSX: as_workbook,
    }
    print_views(views, output, session)


def print_counts(
    comparison: Comparison, output: Output, session: Session, *, routine: bool
) -> None:
    """Print how many changes there are; as data, the whole comparison, whose summary has the counts."""
    from shakyo_plan.diff.views.counts import counts_table

    table = counts_table(tell(comparison, routine=routine), session.tr)
    print_table(table, output, session, own=_as_data(comparison))


def _as_data(comparison: Comparison) -> Views:
    from shakyo_plan.diff.views import data

    return {
        formats.JSON: lambda: data.to_json(comparison),
        formats.JSONL: lambda: data.to_jsonl(comparison),
    }


def print_summary(comparison: Comparison, output: Output, session: Session) -> None:
    """Print a comparison in a few sentences, one a line."""
    from shakyo_plan.diff.views.summary import summary
    from shakyo_plan.output.terminal.render import folded

    sentences = summary(comparison, session.tr)
    views = {
        formats.TABLE: lambda: rendered(
            lambda width: [folded(sentence, width) for sentence in sentences], output, session
        ),
        formats.MARKDOWN: lambda: "".join(f"- {markdown(sentence)}\n" for sentence in sentences),
    }
    print_views(views, output, session)
