"""新旧対照表: a comparison as an HTML page, old and new side by side, to be read and printed on A4."""

from __future__ import annotations

from collections.abc import Iterator

from shakyo_plan.diff import Change, ChangeKind, Comparison
from shakyo_plan.diff.grouping import grouped
from shakyo_plan.diff.views.words import comparison_title, describe, group_text, totals
from shakyo_plan.diff.wording import Pieces
from shakyo_plan.language import Translator
from shakyo_plan.message import say
from shakyo_plan.output.html import page, paragraph, text
from shakyo_plan.values.fiscal_year import FiscalYear

_STYLE = """\
table.changes { width: 100%; table-layout: fixed; }
table.changes col.kind { width: 6.5em; }
table.changes col.remarks { width: 18%; }
tr.goal > th { background: #dfe9ee; font-weight: bold; font-size: 1.05em; }
tr.below > th { background: #f5f1e6; font-weight: bold; }
tr.goal, tr.below { break-after: avoid; }
del { color: #9b1c1c; background: #fdecec; text-decoration: line-through; }
ins { color: #14532d; background: #e5f5e9; text-decoration: underline; }
.about { color: #5b666b; }
.none { color: #8a9499; }
.guess { color: #8a4b00; }
@media print {
  del, ins, tr.goal > th, tr.below > th { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
"""


def comparison_page(comparison: Comparison, tr: Translator) -> str:
    """Return the page. Deleted words stand out in the old text, inserted ones in the new."""
    title = tr(say("Old and new compared: {versions}", versions=comparison_title(comparison)))
    body = [paragraph(tr(totals(comparison)))]
    if comparison.changes:
        body += ['<table class="changes">\n<colgroup><col class="kind"><col><col>']
        body += ['<col class="remarks"></colgroup>\n', _head(comparison, tr), "<tbody>\n"]
        body += [*_rows(comparison, tr), "</tbody>\n</table>\n"]
    return page(title, "".join(body), tr, landscape=True, style=_STYLE)


def _head(comparison: Comparison, tr: Translator) -> str:
    versions = (comparison.old, comparison.new)
    old, new = (f"{FiscalYear(version.fiscal_year)} {version.path}" for version in versions)
    headings = (
        tr(say("change")),
        tr(say("old: {version}", version=old)),
        tr(say("new: {version}", version=new)),
        tr(say("remarks")),
    )
    cells = "".join(f'<th scope="col">{text(heading)}</th>' for heading in headings)
    return f"<thead>\n<tr>{cells}</tr>\n</thead>\n"


def _rows(comparison: Comparison, tr: Translator) -> Iterator[str]:
    top = None
    for group in grouped(comparison.changes):
        heading, below = group_text(group, tr)
        if heading != top:
            yield _heading(heading, "goal")
            top = heading
        if below:
            yield _heading(below, "below")
        for change in group.changes:
            yield _row(change, comparison, tr)


def _heading(words: str, kind: str) -> str:
    return f'<tr class="{kind}"><th scope="rowgroup" colspan="4">{text(words)}</th></tr>\n'


def _row(change: Change, comparison: Comparison, tr: Translator) -> str:
    words = describe(change, comparison, tr)
    about = " ".join(part for part in (words.subject, words.field) if part)
    sides = (
        _side(words.old, "del", about, tr, there=change.kind is not ChangeKind.ADDED),
        _side(words.new, "ins", about, tr, there=change.kind is not ChangeKind.REMOVED),
    )
    kind = f'{text(words.kind)}<br><span class="about">{text(words.item)}</span>'
    notes = [*map(text, words.measures)]
    if words.ground:
        ground = text(words.ground)
        notes.append(f'<span class="guess">{ground}</span>' if words.guess else ground)
    cells = "".join(f"<td>{cell}</td>" for cell in (kind, *sides, "<br>".join(notes)))
    return f"<tr>{cells}</tr>\n"


def _side(pieces: Pieces, tag: str, about: str, tr: Translator, *, there: bool) -> str:
    """Return one side of a change; what it is about stands above it where there is something."""
    if not there:
        return _none(tr)
    shown = "".join(
        f"<{tag}>{_lines(piece.text)}</{tag}>" if piece.changed else _lines(piece.text)
        for piece in pieces
    )
    head = f'<span class="about">{text(about)}</span><br>' if about else ""
    return head + (shown or _none(tr))


def _none(tr: Translator) -> str:
    return f'<span class="none">{text(tr(say("(none)")))}</span>'


def _lines(words: str) -> str:
    return "<br>".join(map(text, words.split("\n")))
