"""Which rules count: --select, --ignore, the configuration; the words that a council adds."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import SMALL, Run

WRONG = SMALL.replace("id: 1-1", "id: 1－1").replace("- name: 子育てサロン", "- name: 子育てｻﾛﾝ")
"""Breaks P104, P201 (and P209: nothing cites it) and P501."""


@pytest.fixture(autouse=True)
def _wrong_plan(plans: Path) -> None:
    (plans / "2024.yaml").write_text(WRONG, encoding="utf-8")


def codes(run: Run, *arguments: str) -> list[str]:
    out = run("validate", "--format", "concise", *arguments).out
    return [line.split()[2] for line in out.splitlines() if line.startswith("plans")]


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ([], ["P104", "P215", "P501"]),
        (["--select", "P1"], ["P104"]),
        (["--select", "P1,P501"], ["P104", "P501"]),
        (["--select", "p1", "--select", "P5"], ["P104", "P501"]),
        (["--ignore", "P1"], ["P215", "P501"]),
        (["--select", "P1,P5", "--ignore", "P104"], ["P501"]),
        (["--select", "P501", "--ignore", "P5"], ["P501"]),
        (["--select", "P4"], []),
    ],
)
def test_rules_are_chosen_by_code_or_its_beginning(
    run: Run, arguments: list[str], expected: list[str]
):
    assert codes(run, *arguments) == expected


def test_a_file_that_is_no_plan_is_never_clean(run: Run, plans: Path):
    (plans / "2024.yaml").write_text("programs: [\n", encoding="utf-8")
    assert codes(run, "--select", "P4", "--ignore", "P0") == ["P004"]


def test_a_rule_that_does_not_exist_cannot_be_chosen(run: Run):
    result = run("validate", "--ignore", "P2,P777")
    assert (result.code, result.out) == (2, "")
    assert result.err == (
        "plan: --ignore: 「P777」という規則はありません\n"
        "  → 「plan rule」で、すべての規則を一覧できます\n"
    )


def test_the_configuration_chooses_and_the_command_line_chooses_anew(run: Run, tmp_path: Path):
    (tmp_path / "shakyo-plan.toml").write_text('ignore = ["P104", "P215"]\n', encoding="utf-8")
    assert codes(run) == ["P501"]
    assert codes(run, "--ignore", "P5") == ["P104", "P215"]


def test_the_configuration_gives_rules_another_weight(run: Run, tmp_path: Path):
    (tmp_path / "shakyo-plan.toml").write_text(
        '[severity]\nP1 = "info"\nP215 = "warning"\n', encoding="utf-8"
    )
    result = run("validate")
    assert result.code == 0
    assert "1ファイルを確認しました（注意 2件、参考 1件）\n" in result.out


def test_a_weight_that_does_not_exist(run: Run, tmp_path: Path):
    path = tmp_path / "shakyo-plan.toml"
    path.write_text('severity = { P104 = "fatal" }\n', encoding="utf-8")
    result = run("validate")
    assert (result.code, result.out) == (2, "")
    assert result.err == (
        f"plan: 設定ファイル {path}: P104 の重要度に「fatal」は指定できません\n"
        "  → 書けるのは次のどれかです: error、warning、info\n"
    )


def test_a_council_adds_words_of_its_own(run: Run, plans: Path, tmp_path: Path):
    text = SMALL.replace(
        "goals:", "policy: 居場所をつくる。居場所を守る。いばしょを増やす。\ngoals:"
    )
    (plans / "2024.yaml").write_text(text, encoding="utf-8")
    assert codes(run) == []
    (tmp_path / "shakyo-plan.toml").write_text(
        'notation = [["居場所", "いばしょ"]]\n', encoding="utf-8"
    )
    assert run("validate", "--format", "concise").out == (
        "plans/2024.yaml:6:24: 注意 P506 「いばしょ」は、この計画では「居場所」とも書かれています（2回）\n"
        "1ファイルを確認しました（注意 1件）\n"
        "1件は --unsafe-fixes で自動修正できます。先に --diff で確認してください\n"
    )
