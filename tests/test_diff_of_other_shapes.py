"""Comparing plans of other shapes: without goals, with accounts, in the council's own words."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import Run

FLAT = """\
format: 1
fiscal_year: {year}
council: {{name: 白嶺村社会福祉協議会}}
labels: {{plan: 部門}}
numbering: {{plan: （1）}}
plans:
  - {{id: 1, title: 法人運営, programs: [理事会]}}
  - {{id: 2, title: 地域福祉, programs: [敬老会, {other}]}}
programs:
  - {{name: 理事会}}
  - {{name: 敬老会, budget: {budget}}}
  - {{name: {other}}}
"""
ACCOUNTS = """\
format: 1
fiscal_year: {year}
council: {{name: 白嶺村社会福祉協議会}}
plans: [{{id: 1, title: 法人運営, programs: [理事会]}}]
programs: [{{name: 理事会}}]
accounts:
"""
OLD_ACCOUNTS = """\
  - division: 法人運営
    income:
      - {item: 会費, amount: "6,200千円"}
      - {item: 寄附金, amount: 300千円}
    expenses: [{item: 人件費, amount: "6,500千円"}]
    income_total: 6,500千円
  - {division: 介護, income: [{item: 収支差額, amount: △200千円}]}
"""
NEW_ACCOUNTS = """\
  - division: 法人運営
    income:
      - {item: 会費, amount: "6,500千円"}
    expenses:
      - {item: 人件費, amount: "6,500千円"}
      - {item: 予備費, amount: 50千円}
    income_total: 6,500千円
  - {division: 介護, income: [{item: 収支差額, amount: △100千円}]}
"""


@pytest.fixture
def flat(plans: Path) -> None:
    (plans / "2025.yaml").write_text(
        FLAT.format(year=2025, other="料理教室", budget="20千円"), encoding="utf-8"
    )
    (plans / "2026.yaml").write_text(
        FLAT.format(year=2026, other="お茶会", budget="25千円"), encoding="utf-8"
    )


@pytest.fixture
def accounts(plans: Path) -> None:
    for year, written in ((2025, OLD_ACCOUNTS), (2026, NEW_ACCOUNTS)):
        text = ACCOUNTS.format(year=year) + written
        (plans / f"{year}.yaml").write_text(text, encoding="utf-8")


@pytest.mark.usefixtures("flat")
def test_plans_without_goals_stand_under_their_own_word_and_change_once(run: Run):
    assert (
        run("diff", "2025", "2026").out
        == """\
令和7年度（2025） → 令和8年度（2026）

部門
  （2） 地域福祉
    変更  事業  敬老会
                予算額: 20千円 → 25千円（+5,000円、+25.0%）
    削除  事業  料理教室
                掲載: （2）
    追加  事業  お茶会
                掲載: （2）

違い 3件（追加 1、削除 1、変更 1）
"""
    )


@pytest.mark.usefixtures("accounts")
def test_accounts_are_told_item_by_item_with_the_difference(run: Run):
    assert (
        run("diff", "2025", "2026").out
        == """\
令和7年度（2025） → 令和8年度（2026）

計画全体
    変更  計画全体  法人運営 収入 会費
                    会計: 6,200千円 → 6,500千円（+300,000円、+4.8%）
    削除  計画全体  法人運営 収入 寄附金
                    会計: 300千円
    追加  計画全体  法人運営 支出 予備費
                    会計: 50千円
    変更  計画全体  介護 収入 収支差額
                    会計: △200千円 → △100千円（+100,000円）

違い 4件（追加 1、削除 1、変更 2）
"""
    )


@pytest.mark.usefixtures("accounts")
def test_a_spreadsheet_has_a_line_for_each_item_of_the_accounts(run: Run):
    lines = run("diff", "2025", "2026", "--format", "csv").out.splitlines()
    assert [line.split(",")[3] for line in lines[1:]] == [
        "法人運営 収入 会費",
        "法人運営 収入 寄附金",
        "法人運営 支出 予備費",
        "介護 収入 収支差額",
    ]


def test_a_changed_word_for_a_part_is_called_by_the_usual_word(run: Run, plans: Path):
    for year, word in ((2025, "中項目"), (2026, "中柱")):
        text = ACCOUNTS.format(year=year).replace("accounts:\n", f"labels: {{plan: {word}}}\n")
        (plans / f"{year}.yaml").write_text(text, encoding="utf-8")
    assert "基本計画の呼び名: 中項目 → 中柱" in run("diff", "2025", "2026").out
