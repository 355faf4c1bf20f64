"""What other councils write rightly is not found fault with; what does not fit is."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import SMALL, Run

PROGRAM = "  - name: 子育てサロン\n"


def found(run: Run, plans: Path, text: str) -> list[str]:
    (plans / "2024.yaml").write_text(text, encoding="utf-8")
    lines = run("validate", "--format", "concise").out.splitlines()
    return [line.split(": ", 1)[1] for line in lines if line.startswith("plans")]


def with_program(lines: str) -> str:
    council = "  districts: [常磐, 内郷]\n  departments: [{name: 地域課, short: 地}, 総務・企画課, 相談課]\n"
    return SMALL.replace("  districts: [常磐, 内郷]\n", council) + lines


@pytest.mark.parametrize(
    "department",
    [
        *("地域課", "地", "地域課・総務・企画課", "地域課（主担当）", "地域課ほか", "各課"),
        *("地域課と相談課", "地域課及び相談課", "全課", "全部署"),
    ],
)
def test_departments_of_the_legend_are_known_however_they_are_joined(
    run: Run, plans: Path, department: str
):
    assert found(run, plans, with_program(f"    department: {department}\n")) == []


def test_a_department_that_the_legend_lacks_is_found(run: Run, plans: Path):
    (line,) = found(run, plans, with_program("    department: 地・会計課\n"))
    assert line == "注意 P219 協議会に「会計課」という担当部署はありません"


def test_a_department_whose_name_begins_like_all_of_them_is_found_too(run: Run, plans: Path):
    (line,) = found(run, plans, with_program("    department: 全国事業係\n"))
    assert line == "注意 P219 協議会に「全国事業係」という担当部署はありません"


@pytest.mark.parametrize(
    "indicator",
    [
        "{name: 登録者数（人）, target: {value: 20}}",
        "{name: 実施率, target: {value: 50%}}",
        "{name: 件数, baseline: {value: －}, target: {value: 20件}}",
        "{name: 設置の有無, target: {value: 有}}",
        "{name: 参加者, unit: 人, target: {value: 20}}",
    ],
)
def test_an_indicator_says_in_its_own_way_what_it_counts_in(run: Run, plans: Path, indicator: str):
    assert found(run, plans, SMALL + f"    indicators: [{indicator}]\n") == []


def test_an_indicator_without_unit_and_with_a_target_in_the_past_is_found(run: Run, plans: Path):
    text = "{name: 参加者, baseline: {value: 10, year: 2023}, target: {value: 20, year: 2022}}"
    assert found(run, plans, SMALL + f"    indicators: [{text}]\n") == [
        "注意 P305 指標「参加者」に単位がありません",
        "注意 P305 「参加者」の目標の年度は令和4年度（2022）で、現状値の令和5年度（2023）より前です",
    ]


def test_what_ended_by_its_own_entry_is_a_record(run: Run, plans: Path):
    past = found(run, plans, SMALL + "    until: 2023\n")
    assert past == ["注意 P304 「子育てサロン」は令和5年度（2023）までの事業ですが、まだあります"]
    ended = SMALL.replace("          - 子育てサロン\n", "          []\n")
    ended += "    until: 2023\n    status: discontinued\n"
    assert not any("P304" in line for line in found(run, plans, ended))


def test_without_goals_a_number_has_none_of_theirs(run: Run, plans: Path):
    flat = SMALL.split("goals:")[0] + (
        "numbering: {plan: Ⅰ-1}\nplans:\n  - {id: 1, title: 子育て, programs: [子育てサロン]}\n"
        "programs:\n" + PROGRAM
    )
    assert found(run, plans, flat) == [
        "誤り P108 「Ⅰ-1」には基本目標の番号がありますが、この計画には基本目標がありません"
    ]
