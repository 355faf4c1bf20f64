"""A council's own words for the parts of its plan: in every command, in both languages."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from shakyo_plan.cli import complete
from shakyo_plan.cli.app import COMMANDS
from shakyo_plan.cli.session import open_session
from shakyo_plan.config import Config
from shakyo_plan.documents.carriers.word import read_word
from shakyo_plan.language import Translator
from shakyo_plan.lint.engine import lint
from shakyo_plan.lint.rules import RULES
from shakyo_plan.lookup.budget.kinds import BudgetBy
from shakyo_plan.lookup.xref.kinds import XrefKind
from shakyo_plan.message import Message
from shakyo_plan.model.terms import schema_word
from shakyo_plan.source.loading import load, load_bytes
from tests.conftest import Run
from tests.labelled import FLAT, LABELS, OWN, UNDER_GOALS, usual_words, year_after

REPORTS = ("full", "concise", "json", "html", "md", "github", "gitlab", "junit")
LISTS = ("md", "html", "csv")
ASKED = [
    *(["validate", "--format", form] for form in REPORTS),
    *(["show", part] for part in ("1", "1-1(1)", "力点1", "柱1", "施策1", "運営体制1")),
    *(["show", part] for part in ("計画書", "子育てサロン", "東", "力点9", "施策9-9", "ない")),
    *(["show", "力点1", "--format", form] for form in LISTS),
    ["outline"],
    *(["outline", "--format", form] for form in LISTS),
    ["outline", "--goal", "9"],
    ["programs"],
    *(["programs", "--format", form] for form in LISTS),
    ["programs", "--columns", "name,goals,plans,plan_count,priorities,group"],
    *(["programs", "--plan", plan] for plan in ("1", "1-1", "9-9")),
    ["programs", "--goal", "9"],
    *(["programs", "--priority", priority] for priority in ("1", "9")),
    ["programs", "--uncited"],
    ["summary"],
    *(["summary", "--format", form] for form in LISTS),
    *(["xref", table] for table in XrefKind),
    *(["xref", "priorities", "--format", form] for form in LISTS),
    ["xref", "programs", "--only-empty"],
    ["xref", "status", "--transpose"],
    ["xref", "programs", "--columns", "9-9"],
    ["query", "SELECT * FROM management"],
    ["diff", "2024", "2025", "--order"],
    *(["diff", "2024", "2025", "--format", form] for form in LISTS),
    *(["diff", "2024", "2025", view] for view in ("--summary", "--stat")),
    ["git-diff", "a.yaml", "plans/2024.yaml", "0", "0", "plans/2025.yaml", "0", "0"],
    *(["history", name] for name in ("1", "1-1", "子育てサロン", "9-9", "--all")),
    ["new", "2026"],
    *(["budget", "--by", by] for by in BudgetBy),
    *(["budget", "--format", form] for form in LISTS),
    ["budget", "--compare", "2024"],
    ["import", "printed.txt", "--into", "2025", "--dry-run"],
    ["export", "-o", "計画.html"],
    ["rename", "子育てサロン", "子育て広場"],
    ["rename", "ない", "ある"],
    ["undo"],
    ["fmt"],
]
OF_NO_PLAN = {
    "rule": "tells every council what a rule finds",
    "schema": "is about keys, for editors",
    "init": "makes a plan that has no words yet",
}
"""The commands that speak of no council's plan, and why."""


@pytest.mark.parametrize("plan", [UNDER_GOALS, FLAT], ids=["under goals", "flat"])
@pytest.mark.parametrize("width", [None, 80], ids=["to a pipe", "on a terminal"])
@pytest.mark.parametrize("language", ["ja", "en"])
def test_no_command_has_another_word_for_a_part(
    run: Run,
    plans: Path,
    monkeypatch: pytest.MonkeyPatch,
    plan: str,
    width: int | None,
    language: str,
):
    def session(lang: str | None, environment: Any) -> Any:
        return replace(open_session(lang, environment), terminal_width=width)

    monkeypatch.setattr("shakyo_plan.cli.main.open_session", session)
    (plans / "2024.yaml").write_text(plan, encoding="utf-8")
    (plans / "2025.yaml").write_text(year_after(plan), encoding="utf-8")
    Path("printed.txt").write_text("令和7年度事業計画書\n", encoding="utf-8")
    found = {}
    for arguments in ASKED if width is None else [asked for asked in ASKED if len(asked) == 2]:
        result = run(*arguments, "--lang", language)
        said = result.out.partition("<body>")[2] or result.out + result.err
        assert said
        assert result.code < 3, said
        if usual := usual_words(said, language):
            found[" ".join(arguments)] = usual
    assert found == {}
    # What is printed is Japanese, whatever the reader's language.
    page = Path("計画.html")
    assert width or usual_words(page.read_text(encoding="utf-8"), "ja") == []


def test_every_command_was_asked():
    assert {words[0] for words in ASKED} | OF_NO_PLAN.keys() == {each.name for each in COMMANDS}


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("code", [rule.code for rule in RULES if rule.code != "P001"])
def test_no_finding_has_another_word_for_a_part(code: str, language: str):
    folder = Path(__file__).parent / "rules" / code
    written = (folder / "bad.yaml").read_bytes()
    beginning, year, rest = written.partition(b"fiscal_year")
    # A plan that is broken, or that is of no year, says all the same what it calls its parts.
    labelled = written + LABELS.encode() if not year else beginning + LABELS.encode() + year + rest
    before = folder / "previous.yaml"
    previous = {"2024.yaml": load(before)} if before.exists() else None
    tr = Translator(language)
    for found in lint([load_bytes(labelled, "2024.yaml")], previous=previous).diagnostics:
        for sentence in filter(None, (found.message, found.suggestion)):
            told = tr(without_data(sentence))
            assert usual_words(told, language) == [], told


def without_data(message: Message) -> Message:
    """Return a sentence without what it repeats of the plan, which may have any word."""
    values = (
        (name, without_data(v) if isinstance(v, Message) else "") for name, v in message.values
    )
    own = message.template == "{label}"
    return message if own or message.plural else message._replace(values=tuple(values))


def test_every_key_is_told_in_the_words_of_the_council():
    ja = Translator("ja").labelled(OWN)
    assert ja(schema_word("主な実施事業")) == "力点のしごと"
    assert ja(schema_word("組織運営の前文")) == "運営体制の前文"
    assert (
        Translator("en")(schema_word("組織運営の前文"))
        == "management of the organisation: opening words"
    )


@pytest.mark.usefixtures("plans")
def test_the_tab_key_offers_headings_in_the_words_of_the_council(plans: Path):
    (plans / "2024.yaml").write_text(UNDER_GOALS, encoding="utf-8")
    for language in ("ja", "en"):
        session = SimpleNamespace(tr=Translator(language), config=Config())
        for command in ("programs", "outline", "history", "xref"):
            ctx = SimpleNamespace(params={}, info_name=command, obj=session)
            offered = "\n".join(heading for _, heading in complete.columns(ctx, ""))
            assert usual_words(offered, language) == []


def test_the_word_document_has_the_words_of_the_council(run: Run, plans: Path):
    (plans / "2024.yaml").write_text(UNDER_GOALS, encoding="utf-8")
    run("export", "-o", "計画.docx")
    printed = "\n".join(
        block.text for block in read_word(Path("計画.docx").read_bytes(), Path("計画.docx")).blocks
    )
    assert usual_words(printed, "ja") == []
    for word in ("力点", "手だて", "力点のしごと", "＜実施項目＞", "運営体制"):
        assert f"{word}" in printed


def test_the_workbook_has_the_words_of_the_council(run: Run, plans: Path):
    import openpyxl

    (plans / "2024.yaml").write_text(UNDER_GOALS, encoding="utf-8")
    run("export", "-o", "計画.xlsx")
    cells = [
        str(value)
        for sheet in openpyxl.load_workbook("計画.xlsx")
        if not sheet.title.startswith("_plan")
        for row in sheet.iter_rows(values_only=True)
        for value in row
    ]
    assert usual_words("\n".join(cells), "ja") == []
    assert "力点 1" in cells


def test_the_tables_of_queries_are_described_in_the_words_of_the_council(run: Run, plans: Path):
    (plans / "2024.yaml").write_text(UNDER_GOALS, encoding="utf-8")
    described = run("query", "--tables").out
    assert usual_words(described, "ja") == []
    assert "力点のしごと。事業が掲載されるごとに1行" in described
    # In English, the tables themselves are called so.
    assert "the number of the 力点" in run("query", "--tables", "--lang", "en").out


def test_a_finding_speaks_in_the_words_of_its_own_plan(run: Run, plans: Path):
    (plans / "2024.yaml").write_text(UNDER_GOALS, encoding="utf-8")
    found = run("validate", "--format", "concise").out
    assert "P103 力点 3 の前の番号が抜けています" in found
    assert "P102 施策 2-3 が、柱 1 の下にあります" in found
    assert "P210 「福祉バス」は力点だけに掲載され、どの施策にもありません" in found
    assert "P303 力点 3「見守り」に、事業がありません" in found


def test_a_broken_plan_speaks_in_its_words_too(run: Run, plans: Path):
    broken = UNDER_GOALS.replace("id: 1-1", "id: 一の一").replace("    title: つながり\n", "")
    (plans / "2024.yaml").write_text(broken, encoding="utf-8")
    assert "「一の一」は施策の番号になっていません" in run("validate", "--format", "concise").out
    assert "力点 1 に title（名称）がありません" in run("outline").err


def test_words_that_are_the_usual_ones_are_translated(run: Run, plans: Path):
    usual = UNDER_GOALS.replace("goal: 柱", "goal: 基本目標").replace("goal: Ⅰ, ", "")
    (plans / "2024.yaml").write_text(usual, encoding="utf-8")
    assert "\nGoal 1  共に生きる (強調)\n" in run("outline", "--lang", "en").out


def test_a_document_without_parts_is_doubted_in_the_words_of_the_plan_it_goes_into(
    run: Run, plans: Path
):
    (plans / "2024.yaml").write_text(UNDER_GOALS, encoding="utf-8")
    Path("printed.txt").write_text("令和6年度事業計画書\n", encoding="utf-8")
    into = run("import", "printed.txt", "--into", "2024", "--dry-run").err
    assert "文書のどこにも、柱、施策、事業が見つかりませんでした" in into
    # A new draft has no words yet.
    alone = run("import", "printed.txt", "--year", "R6", "--dry-run", "--previous", "2024").err
    assert "文書のどこにも、基本目標、基本計画、事業が見つかりませんでした" in alone
