"""Make badly made Word documents of a printed plan, as they come from councils: ``python -m tools.bad_documents``.

No heading styles, numbers typed or automatic at random, sentences broken with Shift+Enter, spaces for
indents, blank cells where cells should be merged, paragraphs in tables that only place them, text boxes
twice, tracked changes, spaces between letters of titles. The same seed gives the same document.
"""

from __future__ import annotations

import argparse
import random
import re
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

_ENTRY = re.compile(r"^- (?:[ア-ン] )?(?P<text>.+)$")
_SHORT = 40
_MARKUP = re.compile(r"</?p>|\*\*")


def main() -> None:
    """Write the documents."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("text", help="the printed plan as a text file")
    parser.add_argument("output", help="the Word document to write")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--no-changes", action="store_true", help="no tracked changes, which LibreOffice prints"
    )
    options = parser.parse_args()
    lines = Path(options.text).read_text(encoding="utf-8").splitlines()
    chance = random.Random(options.seed)  # noqa: S311 - no secret
    bad_word(lines, chance, changes=not options.no_changes).save(options.output)


def bad_word(lines: list[str], chance: random.Random, *, changes: bool = True) -> Any:
    """Return a badly made document of the lines of a text."""
    document = docx.Document()
    rows: list[list[str]] = []
    for line in [*lines, ""]:
        if "\t" in line:
            rows.append(line.split("\t"))
            continue
        if rows and line.strip():
            _table(document, rows)
            rows = []
        if line.strip():
            _paragraph(document, _MARKUP.sub("", line), chance, changes=changes)
    if rows:
        _table(document, rows)
    return document


def _paragraph(document: Any, line: str, chance: random.Random, *, changes: bool) -> None:
    entry = _ENTRY.match(line)
    text = line.strip()
    if entry and chance.random() < 0.15:
        # A bullet of another maker, and full-width spaces to move it in.
        text = f"　　・{entry['text']}" if not re.match(r"- [ア-ン] ", line) else f"　　{line[2:]}"
    elif entry:
        text = "　" + (line[2:] if re.match(r"- [ア-ン] ", line) else f"・{entry['text']}")
    if "。" in text and chance.random() < 0.3:
        at = chance.randrange(5, len(text) - 3)
        _runs(document, [_run(text[:at]), "<w:r><w:br/></w:r>", _run(text[at:])])
    elif "。" in text and chance.random() < 0.1:
        _in_box(document, text)
    elif "。" in text and chance.random() < 0.1:
        document.add_table(rows=1, cols=1).cell(0, 0).text = text
    elif chance.random() < 0.08 and changes:
        _runs(
            document,
            [
                _run(text[:2]),
                f"<w:del w:id='1'><w:r><w:delText>旧{chance.randrange(9)}</w:delText></w:r></w:del>",
                f"<w:ins w:id='2'>{_run(text[2:])}</w:ins>",
            ],
        )
    elif len(text) < _SHORT and chance.random() < 0.2:
        _runs(document, [_run(letter) for letter in text])
    else:
        document.add_paragraph(text)
    if chance.random() < 0.3:
        document.add_paragraph("")


def _run(text: str) -> str:
    return f"<w:r><w:t xml:space='preserve'>{escape(text)}</w:t></w:r>"


def _runs(document: Any, runs: list[str]) -> None:
    document.element.body.insert(-1, parse_xml(f"<w:p {nsdecls('w')}>{''.join(runs)}</w:p>"))


def _in_box(document: Any, text: str) -> None:
    box = f"<w:txbxContent><w:p>{_run(text)}</w:p></w:txbxContent>"
    document.element.body.insert(
        -1,
        parse_xml(
            f"<w:p {nsdecls('w')} xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006'"
            " xmlns:v='urn:schemas-microsoft-com:vml'><w:r><mc:AlternateContent>"
            f"<mc:Choice Requires='wps'><w:drawing>{box}</w:drawing></mc:Choice>"
            f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback>"
            "</mc:AlternateContent></w:r></w:p>"
        ),
    )


def _table(document: Any, rows: list[list[str]]) -> None:
    table = document.add_table(rows=len(rows), cols=max(map(len, rows)))
    table.style = "Table Grid"
    for at, row in enumerate(rows):
        for column, text in enumerate(row):
            table.cell(at, column).text = _MARKUP.sub("", text)


if __name__ == "__main__":
    main()
