"""A card: everything about one thing, as facts with their names and as lists with headings."""

from __future__ import annotations

from dataclasses import dataclass

from shakyo_plan.language import Translator
from shakyo_plan.output import html
from shakyo_plan.output.escape import lines, markdown, markdown_line
from shakyo_plan.output.rows import csv_of


@dataclass(frozen=True, slots=True)
class Item:
    """An entry of a list, what is to be known about it, and how far it is moved in."""

    words: str
    note: str = ""
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Block:
    """A list with its heading."""

    heading: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """What is shown of one thing: its title, facts (name and value), and lists."""

    title: str
    facts: tuple[tuple[str, str], ...] = ()
    blocks: tuple[Block, ...] = ()


def card_markdown(card: Card) -> str:
    """Return a card as Markdown."""
    parts = [f"# {markdown(card.title)}\n"]
    if card.facts:
        parts.append("\n")
        for name, value in card.facts:
            # Two spaces at the end of a line of Markdown keep the line.
            words = "  \n  ".join(map(markdown, lines(value)))
            parts.append(f"- **{markdown(name)}**: {words}\n")
    for block in card.blocks:
        parts.append(f"\n## {markdown(block.heading)}\n\n")
        for item in block.items:
            note = f" — {markdown(item.note)}" if item.note else ""
            indent = "  " * item.depth
            words = f"  \n{indent}  ".join(map(markdown_line, lines(item.words)))
            parts.append(f"{indent}- {words}{note}\n")
    return "".join(parts)


def card_csv(card: Card, headings: tuple[str, str, str]) -> str:
    """Return a card as CSV: which list, the entry or the fact's name, the note or value."""
    rows = [("", name, " ".join(lines(value))) for name, value in card.facts]
    rows += [
        (block.heading, " ".join(lines(item.words)), item.note)
        for block in card.blocks
        for item in block.items
    ]
    return csv_of(headings, [("", card.title, ""), *rows])


def card_page(card: Card, tr: Translator) -> str:
    """Return a card as an HTML page."""
    parts = []
    if card.facts:
        parts.append(
            html.html_table(
                (),
                (
                    [html.Cell(name, "nowrap", header=True), html.Cell(value)]
                    for name, value in card.facts
                ),
            )
        )
    for block in card.blocks:
        parts.append(f"<h2>{html.text(block.heading)}</h2>\n<ul>\n")
        for item in block.items:
            note = f' <span class="quiet">{html.text(item.note)}</span>' if item.note else ""
            deeper = f' style="margin-left: {1.2 * item.depth:.1f}rem"' if item.depth else ""
            words = "<br>".join(map(html.text, lines(item.words)))
            parts.append(f"<li{deeper}>{words}{note}</li>\n")
        parts.append("</ul>\n")
    return html.page(card.title, "".join(parts), tr)
