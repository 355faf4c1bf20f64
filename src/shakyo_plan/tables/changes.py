"""What became of a plan, on a terminal: under the headings of the printed plan, as a board reads."""

from __future__ import annotations

from collections.abc import Iterator

from rich.cells import cell_len
from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from shakyo_plan.diff import Comparison, Item, Kind
from shakyo_plan.diff.grouping import Group, grouped
from shakyo_plan.diff.wording import Pieces, shortened
from shakyo_plan.language import Translator
from shakyo_plan.message import say
from shakyo_plan.report.change_words import (
    ITEMS,
    KINDS,
    Described,
    comparison_title,
    describe,
    group_text,
    totals,
)
from shakyo_plan.tables.render import data_text

_STYLES = {Kind.ADDED: "green", Kind.REMOVED: "red", Kind.CHANGED: ""}
_QUIET = "bright_black"
_ONE_LINE = 50
"""So many columns, and old and new stand in one line with an arrow between."""
_AROUND = 16
"""So many unchanged letters are shown beside a changed word."""


def change_table(comparison: Comparison, tr: Translator) -> list[RenderableType]:
    """Return the changes; nothing of a name is ever cut."""
    parts: list[RenderableType] = [data_text(comparison_title(comparison), "bold"), Text()]
    widths = _widths(comparison, tr)
    shown = None
    for group in grouped(comparison.changes):
        heading, below = group_text(group, tr)
        if heading != shown:
            if shown is not None:
                parts.append(Text())
            parts.append(data_text(heading, "bold"))
            shown = heading
        if below:
            parts.append(Padding(data_text(below, "underline"), (0, 0, 0, 2)))
        parts.append(Padding(_rows(group, comparison, tr, widths), (0, 0, 0, 4 if below else 2)))
    if comparison.changes:
        parts.append(Text())
    return [*parts, data_text(tr(totals(comparison)))]


def stat_table(comparison: Comparison, tr: Translator) -> list[RenderableType]:
    """Return how many changes there are, by what they are about and what happened."""
    parts: list[RenderableType] = [data_text(comparison_title(comparison), "bold"), Text()]
    kinds = [kind for kind in Kind if comparison.kinds[kind]]
    if kinds:
        counts = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="bold")
        counts.add_column("")
        for kind in kinds:
            counts.add_column(tr(KINDS[kind]), justify="right")
        for item in Item:
            of_item = [change.kind for change in comparison.changes if change.item is item]
            if of_item:
                numbers = (str(of_item.count(kind) or "") for kind in kinds)
                counts.add_row(tr(ITEMS[item]), *numbers)
        parts += [counts, Text()]
    return [*parts, data_text(tr(totals(comparison)))]


def _widths(comparison: Comparison, tr: Translator) -> tuple[int, int]:
    """Return how wide the words are for what happened, and to what; alike under all headings."""
    kinds = (cell_len(tr(KINDS[change.kind])) for change in comparison.changes)
    items = (cell_len(tr(ITEMS[change.item])) for change in comparison.changes)
    return max(kinds, default=0), max(items, default=0)


def _rows(group: Group, comparison: Comparison, tr: Translator, widths: tuple[int, int]) -> Table:
    rows = Table.grid(padding=(0, 2, 0, 0), pad_edge=False)
    rows.add_column(no_wrap=True, min_width=widths[0])
    rows.add_column(no_wrap=True, min_width=widths[1])
    rows.add_column(overflow="fold")
    before = None
    for change in group.changes:
        words = describe(change, comparison, tr)
        # Several fields of one part are told one below the other.
        about = (change.kind, change.item, change.name) if words.subject else None
        repeated = about is not None and about == before
        before = about
        lines = [*_lines(words, change.kind, tr)]
        if words.subject and not repeated:
            lines.insert(0, data_text(words.subject))
        rows.add_row(
            Text("" if repeated else words.kind, style=_STYLES.get(change.kind, "cyan")),
            Text("" if repeated else words.item),
            Text("\n", overflow="fold").join(lines),
        )
    return rows


def _lines(words: Described, kind: Kind, tr: Translator) -> Iterator[Text]:
    """Yield the lines of one change: old and new, how much and on what ground."""
    old, new = _plain(words.old), _plain(words.new)
    field = tr(say("{field}: ", field=words.field)) if words.field else ""
    notes = tr(say(" ({notes})", notes=words.notes)) if words.notes else ""
    if kind in (Kind.ADDED, Kind.REMOVED) or not (old or new):
        if old or new or notes:
            yield _several_lines(field + (old or new)) + data_text(notes, _QUIET)
        return
    none = tr(say("(none)"))
    if cell_len(old + new) <= _ONE_LINE and "\n" not in old + new:
        sides = f"{field}{old or none} → {new or none}"
        yield data_text(sides) + data_text(notes, _QUIET)
        return
    if field:
        yield data_text(field.rstrip())
    yield _side(tr(say("before")), words.old, "red") if old else data_text(none)
    yield _side(tr(say("after")), words.new, "green") if new else data_text(none)
    if notes:
        yield data_text(notes.strip(), _QUIET)


def _side(label: str, pieces: Pieces, style: str) -> Text:
    """Return the label and one side of a longer text; changed words stand in 【】 and in colour."""
    text = Text(f"{label}  ", overflow="fold")
    cut = shortened(pieces, _AROUND)
    mark_words = any(not piece.changed for piece in cut)
    for piece in cut:
        shown = f"【{piece.text}】" if piece.changed and mark_words else piece.text
        shown = shown.replace("\n", "\n" + " " * cell_len(text.plain[: len(label) + 2]))
        text.append_text(_several_lines(shown, style if piece.changed else ""))
    return text


def _several_lines(words: str, style: str = "") -> Text:
    """Return a text that may have several lines."""
    return Text("\n", overflow="fold").join(data_text(line, style) for line in words.split("\n"))


def _plain(pieces: Pieces) -> str:
    return "".join(piece.text for piece in pieces)
