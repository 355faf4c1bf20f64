"""``plan budget``: what programs cost, added up, and the accounts of the council."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.conftest import SMALL, Run

PROGRAMS = """\
programs:
  - name: 子育てサロン
    district: [常磐, 内郷]
    commissioned_by: town
    budget: 50,000円×2地区（計100,000円）
    funding:
      - {source: 補助金, amount: 60千円}
      - {source: 会費, amount: 40千円}
  - name: 見守り事業
    budget: 30千円
  - name: 福祉バス
accounts:
  - income:
      - {item: 会費, amount: 130千円}
    income_total: 130千円
"""
PLAN = SMALL.replace("programs:\n  - name: 子育てサロン\n", PROGRAMS).replace(
    "          - 子育てサロン\n", "          - 子育てサロン\n          - 福祉バス\n"
)


@pytest.fixture
def costly(plans: Path) -> Path:
    (plans / "2024.yaml").write_text(PLAN, encoding="utf-8")
    later = PLAN.replace("fiscal_year: 2024", "fiscal_year: 2025").replace("30千円", "45千円")
    (plans / "2025.yaml").write_text(later, encoding="utf-8")
    return plans


def rows(run: Run, *arguments: str) -> list[tuple[object, ...]]:
    data = json.loads(run("budget", "--year", "2024", "--format", "json", *arguments).out)
    return [(row["id"], row["budget_yen"], row["without_amount"]) for row in data["rows"]]


@pytest.mark.usefixtures("costly")
def test_budgets_are_added_up_by_what_is_asked_for(run: Run):
    assert rows(run) == [("1", 100000, ["福祉バス"]), (None, 30000, [])]
    assert rows(run, "--by", "plan") == [("1-1", 100000, ["福祉バス"]), (None, 30000, [])]
    assert rows(run, "--by", "district") == [
        ("常磐", 100000, []), ("内郷", 100000, []), (None, 30000, ["福祉バス"]),
    ]  # fmt: skip
    assert rows(run, "--by", "commission") == [("town", 100000, []), (None, 30000, ["福祉バス"])]
    assert rows(run, "--by", "source") == [
        ("補助金", 60000, []), ("会費", 40000, []), (None, 30000, ["福祉バス"]),
    ]  # fmt: skip


@pytest.mark.usefixtures("costly")
def test_what_stands_in_several_rows_counts_once_in_the_total(run: Run):
    data = json.loads(run("budget", "--by", "district", "--format", "json").out)
    assert data["total_yen"] == 145000
    out = run("budget", "--by", "district").out
    assert (
        "合わせて 145,000円\nいくつもの行にある事業が1件あります。合計では1回だけ数えます\n" in out
    )


@pytest.mark.usefixtures("costly")
def test_another_year_stands_beside_it(run: Run):
    result = run("budget", "--compare", "2024", "--format", "csv")
    assert result.out.splitlines()[1:] == [
        "[1],基本目標 1  共に生きる,2,100000,100000,0,福祉バス",
        ",どれにもない事業,1,45000,30000,15000,",
    ]


@pytest.mark.usefixtures("costly")
def test_the_accounts_stand_below(run: Run):
    out = run("budget", "--year", "2024").out
    assert "\n協議会全体  収入  130千円\n" in out
    assert "  会費  130千円\n" in out
    data = json.loads(run("budget", "--year", "2024", "--format", "json").out)
    assert data["accounts"][0]["income"] == [{"item": "会費", "amount": "130千円"}]


def test_a_plan_without_amounts_says_so(run: Run, plans: Path):
    assert run("budget").out.endswith("\n予算額のある事業はありません\n")
