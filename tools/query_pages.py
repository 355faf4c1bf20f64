"""What the pages on queries, docs/query.md and docs/query.ja.md, take from the code: answers and tables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from shakyo_plan import load
from shakyo_plan.language import Translator
from shakyo_plan.lookup.query.answering import PlanOfFile, answer
from shakyo_plan.lookup.query.guard import FUNCTIONS
from shakyo_plan.lookup.query.tables import EVERYWHERE, TABLES, QueryColumn
from shakyo_plan.lookup.query.view import answer_table
from shakyo_plan.message import say
from shakyo_plan.output.escape import markdown
from shakyo_plan.output.markdown import markdown_table
from shakyo_plan.output.terminal.render import render
from shakyo_plan.output.terminal.table import terminal_table

ROOT = Path(__file__).parent.parent
PAGES = {"query.md": "en", "query.ja.md": "ja"}
"""The pages, each with its language."""
QUESTION = re.compile(r"```sql\n(.*?)```\n\n```text\n(.*?)```", re.DOTALL)
"""A query, and the block after it with the answer."""
_MADE = re.compile(r"(<!-- (\w+): made[^\n]*-->\n).*?(<!-- end of \2 -->)", re.DOTALL)
_WIDTH = 80


def page(name: str) -> str:
    """Return the page with its answers and its reference made anew."""
    tr = Translator(PAGES[name])
    text = (ROOT / "docs" / name).read_text(encoding="utf-8")
    text = QUESTION.sub(lambda found: _answered(found[1], tr), text)
    made = {"tables": "".join(_tables(tr)), "functions": f"{_functions()}\n"}
    return _MADE.sub(lambda found: f"{found[1]}\n{made[found[2]]}\n{found[3]}", text)


def _answered(sql: str, tr: Translator) -> str:
    plan = PlanOfFile("2024.yaml", load(ROOT / "plans" / "2024.yaml"))
    shown = terminal_table(answer_table(answer([plan], sql), tr), _WIDTH)
    return f"```sql\n{sql}```\n\n```text\n{render(*shown, width=_WIDTH, colour=False)}```"


def _tables(tr: Translator) -> Iterator[str]:
    yield f"{tr(say('Every table has these columns:'))}\n\n{_columns(EVERYWHERE, tr)}"
    for table in TABLES:
        yield f"\n### `{table.name}`\n\n{tr(table.meaning)}\n\n{_columns(table.own, tr)}"


def _columns(columns: tuple[QueryColumn, ...], tr: Translator) -> str:
    headings = [tr(say("column")), tr(say("type")), tr(say("meaning"))]
    rows = ((column.name, column.type, tr(column.meaning)) for column in columns)
    return markdown_table(headings, (list(map(markdown, row)) for row in rows))


def _functions() -> str:
    return ", ".join(f"`{name}`" for name in FUNCTIONS)
