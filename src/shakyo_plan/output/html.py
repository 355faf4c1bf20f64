"""Self-contained HTML pages: no script, nothing loaded from elsewhere, made to be printed on A4."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape as html_escape
from typing import TypeVar

from shakyo_plan.language import Translator
from shakyo_plan.output.escape import escape, lines
from shakyo_plan.output.table import Table

R = TypeVar("R")

_STYLE = """\
:root { color-scheme: light; }
body { margin: 2rem auto; padding: 0 1.5rem; max-width: 76rem; color: #1b1b1b; background: #fff;
  font: 16px/1.65 "Noto Sans JP", "Noto Sans CJK JP", "Hiragino Sans", "Yu Gothic", Meiryo, sans-serif; }
h1 { font-size: 1.45rem; line-height: 1.4; margin: 0 0 1rem;
  padding-bottom: .4rem; border-bottom: 3px solid #2b5f75; }
h2 { font-size: 1.15rem; margin: 1.8rem 0 .6rem; break-after: avoid; }
h3 { font-size: 1rem; margin: 1.2rem 0 .4rem; break-after: avoid; }
p { margin: .5rem 0; }
table { border-collapse: collapse; margin: .6rem 0 1.4rem; font-size: .875rem; line-height: 1.45; }
caption { text-align: left; font-weight: bold; padding: .3rem 0; }
th, td { border: 1px solid #9aa7ad; padding: .25rem .5rem; vertical-align: top; text-align: left;
  overflow-wrap: anywhere; }
thead th, th.total, td.total { background: #e9f0f3; }
thead th { vertical-align: bottom; }
tbody th { font-weight: normal; }
tr.heading > * { background: #f5f1e6; font-weight: bold; }
.right { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.center { text-align: center; white-space: nowrap; }
.nowrap { white-space: nowrap; }
.quiet { color: #5b666b; }
footer { margin-top: 2rem; font-size: .75rem; color: #5b666b; }
@page { size: A4 PAGE; margin: 14mm 12mm 16mm;
  @bottom-right { content: counter(page) " / " counter(pages); font-size: 8pt; } }
@media print {
  body { margin: 0; padding: 0; max-width: none; font-size: 10pt; line-height: 1.45; }
  table { font-size: 8.5pt; }
  thead { display: table-header-group; }
  tr, li { break-inside: avoid; }
  th, td { padding: .15rem .3rem; }
  thead th, th.total, td.total, tr.heading > * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
"""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table: its text and its classes (right, center, nowrap, total, quiet)."""

    text: str
    classes: str = ""
    header: bool = False
    """Whether it names its row or column."""
    span: int = 1
    """How many columns it takes."""
    depth: int = 0
    """How far it is moved in."""


def page(title: str, body: str, tr: Translator, *, landscape: bool = False, style: str = "") -> str:
    """Return a whole page; ``body`` is HTML, ``title`` a text, ``style`` more CSS for this page."""
    css = _STYLE.replace("PAGE", "landscape" if landscape else "portrait") + style
    return (
        "<!DOCTYPE html>\n"
        f'<html lang="{tr.language}">\n<head>\n<meta charset="utf-8">\n'
        # Whatever a plan says, the page never runs or loads anything.
        '<meta http-equiv="Content-Security-Policy" '
        "content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{text(title)}</title>\n<style>\n{css}</style>\n</head>\n"
        f"<body>\n<h1>{text(title)}</h1>\n{body}</body>\n</html>\n"
    )


def text(words: str) -> str:
    """Return a text for HTML: nothing in it is markup, and nothing in it acts."""
    return html_escape(escape(words))


def paragraph(words: str, classes: str = "") -> str:
    """Return a paragraph of plain text, or nothing for none."""
    return f"<p{_class(classes)}>{text(words)}</p>\n" if words else ""


def html_table(
    head: Iterable[Sequence[Cell]], rows: Iterable[Sequence[Cell]], *, caption: str = ""
) -> str:
    """Return a table; printed over several pages, its head is repeated. A row of one cell is a heading."""
    parts = ["<table>\n"]
    if caption:
        parts.append(f"<caption>{text(caption)}</caption>\n")
    parts += ["<thead>\n", *(_row(row, "col") for row in head), "</thead>\n<tbody>\n"]
    parts += [*(_row(row, "row") for row in rows), "</tbody>\n</table>\n"]
    return "".join(parts)


def table_page(table: Table[R], tr: Translator) -> str:
    """Return a table as a page."""
    columns = table.on_screen(wide=True)
    head = [Cell(each.heading, "right" if each.right else "", header=True) for each in columns]
    rows = []
    for line in table.lines:
        if line.record is None:
            rows.append([Cell(line.heading, header=True, span=len(columns), depth=line.depth)])
            continue
        shown = [(column, column.text(line.record)) for column in columns]
        rows.append(
            [
                Cell(words, "right" if column.right else "", depth=0 if number else line.depth)
                for number, (column, words) in enumerate(shown)
            ]
        )
    body = html_table([head], rows) if table.lines else ""
    return page(table.title, body + paragraph(table.footer), tr, landscape=len(columns) > 6)


def _row(cells: Sequence[Cell], scope: str) -> str:
    heading = len(cells) == 1 and cells[0].span > 1
    return f"<tr{_class('heading' if heading else '')}>{''.join(_cell(each, scope) for each in cells)}</tr>\n"


def _cell(cell: Cell, scope: str) -> str:
    tag = "th" if cell.header else "td"
    attributes = f' scope="{scope}"' if cell.header else ""
    attributes += _class(cell.classes)
    if cell.span > 1:
        attributes += f' colspan="{cell.span}"'
    if cell.depth:
        attributes += f' style="padding-left: {0.5 + 1.2 * cell.depth:.1f}rem"'
    words = "<br>".join(map(text, lines(cell.text)))
    return f"<{tag}{attributes}>{words}</{tag}>"


def _class(names: str) -> str:
    return f' class="{names}"' if names else ""
