"""Tags and departments: programs have their own, and those of the parts that they stand under."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Run

PLAN = """\
format: 1
fiscal_year: 2024
council:
  name: 試験社協
  districts: [東, 西]
  departments: [{name: 地域課, short: 地}, 総務・企画課]
priorities:
  - {id: 1, title: つながり, tags: [重点], programs: [配食]}
goals:
  - id: 1
    title: 共に
    tags: [重点]
    programs: [福祉まつり]
    plans:
      - {id: 1-1, title: 子育て, department: 地・総務・企画課, programs: [子育てサロン, 相談]}
  - id: 2
    title: 支え
    plans:
      - id: 2-1
        title: 見守り
        tags: [担い手]
        sections:
          - {title: 声, tags: [モデル], programs: [相談]}
        programs: [配食]
programs:
  - {name: 福祉まつり, department: 総務・企画課, district: [東, 西]}
  - {name: 子育てサロン}
  - {name: 相談, department: 地域課}
  - {name: 配食, tags: [新型], department: 会計課}
  - {name: 広報, tags: [重点]}
"""


@pytest.fixture
def asked(run: Run, plans: Path) -> Any:
    """Run a command on the plan and read its JSON."""
    (plans / "2024.yaml").write_text(PLAN, encoding="utf-8")
    return lambda *words: json.loads(run(*words, "--format", "json").out)


def test_tags_by_plan_and_goal(asked: Any):
    table = asked("xref", "tags")
    assert table["rows"] == ["重点", "担い手", "モデル", "新型"]
    assert table["columns"] == ["1-1", "1", "2-1"]
    assert dict(zip(map(tuple, table["cells"]), table["programs"], strict=True)) == {
        ("重点", "1-1"): ["子育てサロン", "相談"],
        ("重点", "1"): ["福祉まつり"],
        ("担い手", "2-1"): ["相談", "配食"],
        ("モデル", "2-1"): ["相談"],
        ("新型", "2-1"): ["配食"],
    }
    assert table["row_different"] == [3, 2, 1, 1]


def test_departments_by_their_names_in_the_legend(asked: Any):
    table = asked("xref", "departments", "--transpose")
    assert table["columns"] == ["地域課", "総務・企画課", "会計課"]
    assert dict(zip(map(tuple, table["cells"]), table["programs"], strict=True)) == {
        ("1-1", "地域課"): ["子育てサロン", "相談"],
        ("1-1", "総務・企画課"): ["子育てサロン"],
        ("1", "総務・企画課"): ["福祉まつり"],
        ("2-1", "地域課"): ["相談"],
        ("2-1", "会計課"): ["配食"],
    }


def test_a_program_of_several_districts_stands_in_each_and_counts_once(asked: Any):
    table = asked("xref", "districts")
    assert (table["cells"], table["total"], table["different"]) == (
        [["東", "1"], ["西", "1"]],
        2,
        1,
    )


def test_a_program_straight_under_a_goal_has_a_place_in_every_table(asked: Any, run: Run):
    assert ["福祉まつり", "1"] in asked("xref", "programs")["cells"]
    shown = run("xref", "programs", "--goal", "1").out.splitlines()
    assert shown[2].split() == ["事業", "1-1", "1", "計"]
    assert "何もないもの" not in "".join(shown)


@pytest.mark.parametrize(
    ("option", "word", "found"),
    [
        ("--tag", "重点", ["福祉まつり", "子育てサロン", "相談", "広報"]),
        ("--tag", "モデル", ["相談"]),
        ("--department", "地", ["子育てサロン", "相談"]),
        ("--department", "総務・企画課", ["福祉まつり", "子育てサロン"]),
        ("--department", "会計課", ["配食"]),
    ],
)
def test_programs_are_listed_by_both(asked: Any, option: str, word: str, found: list[str]):
    assert [row["name"] for row in asked("programs", option, word)] == found


@pytest.mark.usefixtures("asked")
def test_what_is_not_there_is_told_with_what_is(run: Run):
    assert run("programs", "--tag", "ない").err == (
        "plan: 「ない」という印はありません\n  → 指定できるもの: 重点、担い手、モデル、新型\n"
    )
    assert "「地域課」のことですか" in run("programs", "--department", "地域科").err


@pytest.mark.usefixtures("asked")
def test_the_legend_is_heeded_where_a_department_has_a_dot_in_its_name(run: Run):
    found = run("validate", "--format", "concise").out
    assert [line for line in found.splitlines() if "P219" in line] == [
        "plans/2024.yaml:29:40: 注意 P219 協議会に「会計課」という担当部署はありません"
    ]


def test_without_goals_status_stands_by_plan(run: Run, plans: Path):
    flat = PLAN.split("priorities:")[0] + (
        "plans:\n  - {id: 1, title: 子育て, programs: [相談]}\nprograms:\n  - {name: 相談}\n"
    )
    (plans / "2024.yaml").write_text(flat, encoding="utf-8")
    assert run("xref", "status").out.startswith(
        "令和6年度（2024）  区分と基本計画ごとの事業の数\n\n区分  1  計 実数\n"
    )
    assert json.loads(run("xref", "status", "--format", "json").out)["cells"] == [
        ["continued", "1"]
    ]
