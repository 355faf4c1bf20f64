"""Write what is made from the code: the pages of the rules, and what those on queries take from it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from shakyo_plan.language import Translator
from shakyo_plan.lint.rule_page import markdown_page
from shakyo_plan.lint.rules import RULES
from shakyo_plan.lookup.show.data import NUMBERED
from shakyo_plan.message import say
from shakyo_plan.model import BasicPlan, Goal, ManagementSection, Plan, Priority, Program, Section
from shakyo_plan.model.fields import fields_of
from shakyo_plan.model.words import SEVERITY
from shakyo_plan.output.markdown import markdown_table
from tools import query_pages

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "docs" / "rules"


def pages() -> Iterator[tuple[Path, str]]:
    """Yield each page with its text."""
    translators = Translator("ja"), Translator("en")
    for rule in RULES:
        yield FOLDER / f"{rule.code}.md", markdown_page(rule, translators)
    yield FOLDER / "README.md", _index(*translators)


def _index(ja: Translator, en: Translator) -> str:
    lines = [
        "# 規則 · Rules",
        "",
        "`plan validate` の規則の一覧です。`plan rule P201` と入力すると、同じ説明をターミナルで読めます。",
        "All rules of `plan validate`; `plan rule P201 --lang en` shows the same page on a terminal.",
        "",
        "| | | |",
        "|---|---|---|",
    ]
    for rule in RULES:
        link = f"[{rule.code}]({rule.code}.md) {rule.name}"
        what = f"{_cell(ja(rule.what))}<br>{_cell(en(rule.what))}"
        lines.append(f"| {link} | {ja(SEVERITY[rule.severity])} | {what} |")
    return "\n".join(lines) + "\n"


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("<", "&lt;").replace("*", "\\*")


_SHOWN: Mapping[str, tuple[type, frozenset[str]]] = {
    "document": (Plan, NUMBERED),
    "goal": (Goal, frozenset({"plans", "programs"})),
    "plan": (BasicPlan, frozenset({"programs"})),
    "section": (Section, frozenset({"programs"})),
    "priority": (Priority, frozenset({"programs"})),
    "program": (Program, frozenset()),
    "management": (ManagementSection, frozenset()),
}
"""The kinds of parts that `plan show` has in JSON, without the keys that it puts otherwise."""
_KEYS = re.compile(r"(<!-- keys: made[^\n]*-->\n).*?(<!-- end of keys -->)", re.DOTALL)


def output_page() -> str:
    """Return docs/output.md with its tables of keys made anew."""
    en = Translator("en")
    tables = "".join(
        f"\n`{kind}`\n\n"
        + markdown_table(
            ("key", "means"),
            (
                (f"`{field.key}`", en(say(field.description)))
                for field in fields_of(part)
                if field.key not in but
            ),
        )
        for kind, (part, but) in _SHOWN.items()
    )
    text = (ROOT / "docs" / "output.md").read_text(encoding="utf-8")
    return _KEYS.sub(lambda found: f"{found[1]}{tables}\n{found[2]}", text)


def main() -> None:
    """Write all pages, and remove those of rules that are no longer made."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    made = dict(pages())
    for old in set(FOLDER.glob("*.md")) - made.keys():
        old.unlink()
    for path, text in made.items():
        path.write_text(text, encoding="utf-8", newline="\n")
    page = ROOT / "docs" / "output.md"
    page.write_text(output_page(), encoding="utf-8", newline="\n")
    for name in query_pages.PAGES:
        (ROOT / "docs" / name).write_text(query_pages.page(name), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
