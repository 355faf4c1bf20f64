"""Lists and cards as Markdown, for documents and for comments on a change."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeVar

from shakyo_plan.language import Translator
from shakyo_plan.output.card import Card
from shakyo_plan.output.escape import lines, markdown, markdown_line
from shakyo_plan.output.table import Table, figure

R = TypeVar("R")


def table_md(table: Table[R], tr: Translator) -> str:  # noqa: ARG001 - as all writers of tables
    """Return the records of a table, a row each."""
    columns = table.for_documents()
    rows = [[column.text(record) for column in columns] for record in table.records]
    total = table.total_cells(columns)
    rows += [list(map(figure, total))] if total else []
    written = markdown_table(
        [column.heading for column in columns],
        (list(map(markdown, row)) for row in rows),
        numbers=[number for number, column in enumerate(columns) if column.right],
    )
    note = table.total.note if table.total and total else ""
    return f"{written}\n{markdown_line(note)}\n" if note else written


def card_md(card: Card, tr: Translator) -> str:  # noqa: ARG001 - as all writers of cards
    """Return a card: its facts as a list, then its lists below their headings."""
    parts = [f"# {markdown(card.title)}\n"]
    if card.facts:
        parts.append("\n")
        for name, value in card.facts:
            # Two spaces at the end of a line of Markdown keep the line.
            words = "  \n  ".join(map(markdown, lines(value)))
            parts.append(f"- **{markdown(name)}**: {words}\n")
    for block in card.lists:
        parts.append(f"\n## {markdown(block.heading)}\n\n")
        for entry in block.entries:
            note = f" — {markdown(entry.note)}" if entry.note else ""
            indent = "  " * entry.depth
            words = f"  \n{indent}  ".join(map(markdown_line, lines(entry.words)))
            parts.append(f"{indent}- {words}{note}\n")
    return "".join(parts)


def markdown_table(
    headings: Sequence[str], rows: Iterable[Sequence[str]], *, numbers: Sequence[int] = ()
) -> str:
    """Return a table; headings are plain, cells are Markdown already (see `markdown_row`).

    ``numbers`` are the columns, counted from 0, whose cells stand to the right.
    """
    return markdown_head(headings, numbers=numbers) + "".join(map(markdown_row, rows))


def markdown_head(headings: Sequence[str], *, numbers: Sequence[int] = ()) -> str:
    """Return the two lines that a table begins with."""
    rules = ["--:" if column in numbers else "---" for column in range(len(headings))]
    return markdown_row(list(map(markdown, headings))) + markdown_row(rules)


def markdown_row(cells: Sequence[str]) -> str:
    """Return a row of cells that are Markdown already: escaped (`escape.markdown`), or code."""
    return f"| {' | '.join(cells)} |\n"
