"""新旧対照表: a comparison as an HTML page, old and new side by side, to be read and printed on A4."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from shakyo_plan.diff import Change, ChangeKind, Comparison
from shakyo_plan.diff.grouping import grouped
from shakyo_plan.diff.views.words import (
    Described,
    comparison_title,
    describe,
    group_text,
    totals,
)
from shakyo_plan.language import Translator
from shakyo_plan.message import say
from shakyo_plan.output.html import html_page
from shakyo_plan.values.fiscal_year import FiscalYear


class _Row(NamedTuple):
    """A change in words, what it is about, and on which sides there is something."""

    words: Described
    about: str
    was_there: bool
    is_there: bool


class _Group(NamedTuple):
    """The changes below a heading, and one below that; no heading where it is that of the group before."""

    heading: str
    below: str
    rows: tuple[_Row, ...]


def comparison_page(comparison: Comparison, tr: Translator) -> str:
    """Return the page. Deleted words stand out in the old text, inserted ones in the new."""
    return html_page(
        "diff/views/templates/comparison.html",
        tr(say("Old and new compared: {versions}", versions=comparison_title(comparison))),
        tr,
        landscape=True,
        totals=tr(totals(comparison)),
        headings=_headings(comparison, tr),
        groups=tuple(_groups(comparison, tr)),
        nothing=tr(say("(none)")),
    )


def _headings(comparison: Comparison, tr: Translator) -> tuple[str, ...]:
    versions = (comparison.old, comparison.new)
    old, new = (f"{FiscalYear(version.fiscal_year)} {version.path}" for version in versions)
    return (
        tr(say("change")),
        tr(say("old: {version}", version=old)),
        tr(say("new: {version}", version=new)),
        tr(say("remarks")),
    )


def _groups(comparison: Comparison, tr: Translator) -> Iterator[_Group]:
    before = None
    for group in grouped(comparison.changes):
        heading, below = group_text(group, tr)
        rows = tuple(_row(change, comparison, tr) for change in group.changes)
        yield _Group("" if heading == before else heading, below, rows)
        before = heading


def _row(change: Change, comparison: Comparison, tr: Translator) -> _Row:
    words = describe(change, comparison, tr)
    about = " ".join(part for part in (words.subject, words.field) if part)
    return _Row(
        words, about, change.kind is not ChangeKind.ADDED, change.kind is not ChangeKind.REMOVED
    )
