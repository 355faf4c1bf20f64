"""A council's own words for the parts of its plan: in every command, in both languages."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import Run

PLAN = """\
format: 1
fiscal_year: 2024
council:
  name: 試験社協
  districts: [常磐]
labels:
  priority: 力点
  goal: 事業区分
  plan: 施策
  section: 小項
  programs: 実施事業
  actions: 実践
  priority_programs: 力点事業
  management: 法人の運営
priorities:
  - id: 1
    title: つながり
    actions: [声をかけ合う]
    programs: [子育てサロン, 福祉バス]
  - {id: 3, title: 見守り, programs: []}
goals:
  - id: 1
    title: 共に生きる
    plans:
      - id: 1-1
        title: 子育て
        sections: [{title: 居場所}]
        programs: [子育てサロン]
      - {id: 2-3, title: 見守り, programs: []}
programs:
  - {name: 子育てサロン, status: new}
  - {name: 福祉バス}
  - {name: 男の料理教室, district: 常磐}
management:
  - {id: 1, title: 理事会, items: [年6回]}
  - {id: 3, title: 評議員会}
"""
NEXT = (
    PLAN.replace("2024", "2025")
    .replace("title: つながり", "title: 支え合い")
    .replace("[子育てサロン]", "[福祉バス]")
    .replace("title: 共に生きる", "title: 共に暮らす")
    .replace("年6回", "年7回")
)
DEFAULTS = {
    "ja": ("重点項目", "基本目標", "基本計画", "節", "主な事業", "取り組み", "組織運営"),
    "en": ("riorit", "Goal", "asic plan", "ection", "ain program", "ction", "anagement"),
}  # fmt: skip
COMMANDS = [
    *(["show", part] for part in ("事業区分1", "施策1-1", "力点1", "法人の運営1", "子育てサロン")),
    ["show", "1"],
    ["outline"],
    ["outline", "--format", "md"],
    ["summary"],
    ["programs"],
    ["programs", "--plan", "1-1"],
    *(["xref", table] for table in ("programs", "priorities", "districts", "status", "gaps")),
    ["xref", "programs", "--format", "html"],
    ["diff", "2024", "2025"],
    ["diff", "2024", "2025", "--format", "html"],
    ["history", "1-1"],
    ["history", "--all"],
    ["validate", "--format", "concise"],
    ["programs", "--plan", "9-9"],
    ["programs", "--goal", "9"],
    ["show", "力点9"],
]


@pytest.fixture
def labelled(plans: Path) -> None:
    for year, text in ((2024, PLAN), (2025, NEXT)):
        (plans / f"{year}.yaml").write_text(text, encoding="utf-8")


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("arguments", COMMANDS, ids=" ".join)
@pytest.mark.usefixtures("labelled")
def test_no_other_word_is_used_for_a_part(run: Run, arguments: list[str], language: str):
    result = run(*arguments, "--lang", language)
    said = result.out.partition("<body>")[2] or result.out + result.err
    assert said
    for word in DEFAULTS[language]:
        assert word not in said, said


def test_a_finding_speaks_in_the_words_of_its_own_plan(run: Run, plans: Path):
    (plans / "2024.yaml").write_text(PLAN, encoding="utf-8")
    found = run("validate", "--format", "concise").out
    assert "P103 力点 3 の前の番号が抜けています" in found
    assert "P102 施策 2-3 が、事業区分 1 の下にあります" in found
    assert "P210 「福祉バス」は力点だけに掲載され、どの施策にもありません" in found
    assert "P303 力点 3「見守り」に、事業がありません" in found


def test_words_that_are_the_usual_ones_are_translated(run: Run, plans: Path):
    usual = PLAN.replace("goal: 事業区分", "goal: 基本目標")
    (plans / "2024.yaml").write_text(usual, encoding="utf-8")
    assert "\nGoal 1  共に生きる\n" in run("outline", "--lang", "en").out
