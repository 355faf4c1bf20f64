"""Write what is made from the code: the pages of the rules, and what those on queries take from it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from shakyo_plan.language import Translator
from shakyo_plan.lint.rule_page import markdown_page
from shakyo_plan.lint.rules import RULES
from shakyo_plan.model.words import SEVERITY
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
        "`plan validate` の規則の一覧です。`plan rule P201` と打つと、同じ説明を端末で読めます。",
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


def main() -> None:
    """Write all pages, and remove those of rules that are no longer made."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    made = dict(pages())
    for old in set(FOLDER.glob("*.md")) - made.keys():
        old.unlink()
    for path, text in made.items():
        path.write_text(text, encoding="utf-8", newline="\n")
    for name in query_pages.PAGES:
        (ROOT / "docs" / name).write_text(query_pages.page(name), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
