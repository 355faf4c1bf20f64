"""What changes in the plans of other councils is told once, where it stands, and no more than differs."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Run

Told = Callable[..., list[str]]
FOLDER = Path(__file__).parent / "councils"


@pytest.fixture
def told(run: Run, tmp_path: Path) -> Told:
    """Compare a council's plan with one that was changed, and return the lines below the heading."""

    def compared(name: str, *edits: tuple[str, str]) -> list[str]:
        text = (FOLDER / f"{name}.yaml").read_text(encoding="utf-8")
        (tmp_path / "old.yaml").write_text(text, encoding="utf-8")
        for old, new in edits:
            assert old in text
            text = text.replace(old, new, 1)
        (tmp_path / "new.yaml").write_text(text, encoding="utf-8")
        out = run("diff", "old.yaml", "new.yaml").out
        return [line.strip() for line in out.splitlines()[2:-2]]

    return compared


def test_the_target_of_an_indicator(told: Told) -> None:
    assert told("mie/2016", ("value: 23", "value: 24")) == [
        "基本目標 1 （基本目標1）",
        "1 地域のたすけあい、ささえあいの推進",
        "変更  基本計画  指標:",
        "旧  …進基礎組織設置市町数 目標値: 【23】 令和2年度（2020）",
        "新  …進基礎組織設置市町数 目標値: 【24】 令和2年度（2020）",
    ]


def test_an_amount_and_a_total_of_the_accounts(told: Told) -> None:
    assert told(
        "kosugaya/2018",
        ("amount: 225,000円", "amount: 230,000円"),
        ("income_total: 1,906,991円", "income_total: 1,911,991円"),
    ) == [
        "計画全体",
        "変更  計画全体  収入 区社協他補助金・助成金",
        "会計: 225,000円 → 230,000円（+5,000円、+2.2%）",
        "変更  計画全体  収入の計",
        "会計: 1,906,991円 → 1,911,991円（+5,000円、+0.3%）",
    ]


def test_a_program_that_moves_to_another_section(told: Told) -> None:
    line = "              - あったかほどがや助成金\n"
    last = "              - 地区社会福祉協議会分科会"
    assert told("hodogaya/2014", (line, ""), (last, line + last)) == [
        "Ⅰ 住民による地域福祉活動の支援",
        "Ⅰ(1) 地区社会福祉協議会活動の支援",
        "移動  掲載  あったかほどがや助成金",
        "(1) 地区社会福祉協議会活動への助成 → (2) 地区社協運営・事業支援",
    ]


def test_a_plan_without_goals_has_its_own_heading_and_each_change_once(
    told: Told, run: Run
) -> None:
    lines = told(
        "kosugaya/2018",
        ("          - いちご会\n", ""),
        ("      - 在宅の高齢者（70歳以上）の実態把握\n", "      - いちご会\n"),
    )
    assert lines[:2] == ["事業計画", "1 地域福祉を推進するための調査及び研究"]
    assert "重点項目" not in "".join(lines)
    changes = json.loads(run("diff", "old.yaml", "new.yaml", "--format", "json").out)["changes"]
    assert sorted((each["kind"], each["item"], each["name"]) for each in changes) == [
        ("moved", "citation", "いちご会"),
        ("removed", "citation", "在宅の高齢者（70歳以上）の実態把握"),
    ]


def test_departments_tags_and_numbering(told: Told) -> None:
    assert told("yokohama/2022", ("- 財務課", "- 経理課"), ("- 重点事業", "- 最重点事業")) == [
        "計画全体",
        "変更  社協    社会福祉法人 横浜市社会福祉協議会",
        "担当部署の一覧: 財務課 → 経理課",
        "",
        "重点取組 1 身近な地域での住民のつながり・支えあい活動の推進",
        "1-1 身近な地域のつながり・支えあい活動推進事業の推進",
        "変更  事業名  独自の印: 重点事業 → 最重点事業",
    ]
    assert told("hodogaya/2014", ("goal: Ⅰ", "goal: 1")) == [
        "計画全体",
        "変更  計画全体  番号の書き方: 基本目標の番号: Ⅰ → 基本目標の番号: 1",
    ]


def test_a_program_that_stays_when_its_section_goes_is_told(told: Told, run: Run) -> None:
    assert told(
        "hodogaya/2014",
        (
            "          - title: 地区社協運営・事業支援\n            programs:\n"
            "              - 地区社会福祉協議会分科会（会長・事務局長合同会議）\n",
            "        programs:\n          - 地区社会福祉協議会分科会（会長・事務局長合同会議）\n",
        ),
    )
    changes = json.loads(run("diff", "old.yaml", "new.yaml", "--format", "json").out)["changes"]
    assert [(each["kind"], each["item"]) for each in changes] == [
        ("removed", "section"),
        ("moved", "citation"),
    ]
