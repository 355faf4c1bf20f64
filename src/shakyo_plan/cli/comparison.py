"""Compares what a person names, and prints what came of it."""

from __future__ import annotations

from shakyo_plan.cli.options import ListFormat
from shakyo_plan.cli.output import Output, put, rendered
from shakyo_plan.cli.session import Session
from shakyo_plan.cli.which import named_version
from shakyo_plan.diff import Comparison, compare_plans
from shakyo_plan.errors import UserError
from shakyo_plan.source.loading import BrokenPlan, LoadedFile, sound_plan


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
    return comparison_of(*versions, order=order)


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
    comparison: Comparison, output: Output, session: Session, *, stat: bool
) -> None:
    """Print a comparison in the format asked for, whole or as counts."""
    from shakyo_plan.diff.views import data as change_data
    from shakyo_plan.diff.views import page as comparison_page
    from shakyo_plan.diff.views import rows as change_rows

    tr = session.tr
    match output.format:
        case ListFormat.TABLE:
            from shakyo_plan.diff.views.terminal import change_table, stat_table

            text = rendered(
                lambda width: (
                    stat_table(comparison, tr) if stat else change_table(comparison, tr, width)
                ),
                output,
                session,
            )
        case ListFormat.JSON:
            text = change_data.to_json(comparison)
        case ListFormat.JSONL:
            text = change_data.to_jsonl(comparison)
        case ListFormat.CSV:
            text = change_rows.to_csv(comparison, tr)
        case ListFormat.MD:
            text = change_rows.to_markdown(comparison, tr)
        case ListFormat.HTML:
            text = comparison_page.comparison_page(comparison, tr)
    put(text, output, session)
