"""A comparison as rows: CSV for Excel, Markdown for documents and pull requests."""

from __future__ import annotations

from collections.abc import Iterator

from shakyo_plan.diff import Change, Comparison
from shakyo_plan.diff.account_changes import item_by_item
from shakyo_plan.diff.grouping import grouped
from shakyo_plan.diff.telling import Told
from shakyo_plan.diff.views.words import (
    Described,
    comparison_title,
    describe,
    group_text,
    routine_words,
    totals,
)
from shakyo_plan.diff.wording import Pieces
from shakyo_plan.language import Translator
from shakyo_plan.message import say, say_n
from shakyo_plan.output.csv_rows import csv_of
from shakyo_plan.output.escape import markdown
from shakyo_plan.output.markdown import markdown_head, markdown_row
from shakyo_plan.values.lazy_pattern import lazy_pattern

_ID = lazy_pattern(r"\d+-\d+")
"""Bare, 1-5 would become the fifth of January in Excel."""
_LONGEST = 60_000
"""A comment on GitHub holds 65,536 characters; a little is left for the closing words."""


def to_csv(comparison: Comparison, tr: Translator) -> str:
    """Return all changes as CSV, a line each."""
    headings = (
        say("change"),
        say("about"),
        say("number"),
        say("name"),
        say("field"),
        say("before"),
        say("after"),
        say("remarks"),
    )
    return csv_of(
        [tr(heading) for heading in headings],
        (
            _cells(change, describe(change, comparison, tr))
            for change in item_by_item(comparison.changes)
        ),
    )


def to_markdown(told: Told, tr: Translator) -> str:
    """Return the changes as Markdown that fits a comment on a pull request.

    What does not fit is counted at the end. Changed words are marked as in HTML, because Markdown's
    own marks do not work within Japanese sentences.
    """
    comparison = told.comparison
    parts = [f"### {markdown(comparison_title(comparison))}\n\n{tr(totals(comparison))}\n"]
    if left_out := routine_words(told.routine):
        parts.append(f"\n{markdown(tr(left_out))}\n")
    size = sum(map(len, parts))
    shown = 0
    for block, changes in _blocks(comparison, tr):
        size += len(block)
        if size > _LONGEST:
            left = len(comparison.changes) - shown
            more = say_n(
                "{n} more change is not shown here", "{n} more changes are not shown here", left
            )
            parts.append(f"\n{tr(more)}\n")
            break
        parts.append(block)
        shown += changes
    return "".join(parts)


def _cells(change: Change, words: Described) -> list[str]:
    number = "" if change.id is None else f"[{change.id}]"
    sides = (_excel(words.old), _excel(words.new))
    return [
        words.kind,
        words.item,
        number,
        change.name or "",
        words.field,
        *sides,
        "、".join(words.notes),
    ]


def _blocks(comparison: Comparison, tr: Translator) -> Iterator[tuple[str, int]]:
    """Yield the text piece by piece, each with the number of changes in it."""
    head = [
        tr(heading)
        for heading in (say("change"), say("about"), say("before"), say("after"), say("remarks"))
    ]
    top = None
    for group in grouped(comparison.changes):
        heading, below = group_text(group, tr)
        title = "" if heading == top else f"\n#### {markdown(heading)}\n"
        top = heading
        below_line = f"\n**{markdown(below)}**\n" if below else ""
        yield f"{title}{below_line}\n{markdown_head(head)}", 0
        for change in group.changes:
            yield markdown_row(_markdown_cells(change, comparison, tr)), 1


def _markdown_cells(change: Change, comparison: Comparison, tr: Translator) -> list[str]:
    words = describe(change, comparison, tr)
    about = " ".join(part for part in (words.item, words.subject, words.field) if part)
    return [
        words.kind,
        markdown(about),
        _marked(words.old, "del"),
        _marked(words.new, "ins"),
        markdown("、".join(words.notes)),
    ]


def _marked(pieces: Pieces, tag: str) -> str:
    mark_words = any(not piece.changed for piece in pieces)
    return "".join(
        f"<{tag}>{_inline(piece.text)}</{tag}>"
        if piece.changed and mark_words
        else _inline(piece.text)
        for piece in pieces
    )


def _inline(text: str) -> str:
    return "<br>".join(map(markdown, text.split("\n")))


def _excel(pieces: Pieces) -> str:
    """Return a side for a spreadsheet's cell: one line, and ids that Excel takes for no date."""
    plain = "".join(piece.text for piece in pieces).replace("\n", " / ")
    return f"[{plain}]" if _ID.fullmatch(plain) else plain
