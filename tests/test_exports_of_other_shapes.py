"""Exports of plans of other shapes: their own words and numbers, and what a format does not hold."""

from __future__ import annotations

import html
import json
import re
from pathlib import Path

import openpyxl
import pytest

from shakyo_plan.documents.web.page import to_page
from shakyo_plan.source.loading import load
from tests.conftest import Run

PLAN = """\
format: 1
fiscal_year: 2025
council: {name: 瀬々川市社会福祉協議会, districts: [中央, 西]}
labels: {goal: 課, plan: 項目}
numbering: {goal: 第1, plan: 1}
policy: 方針です。
goals:
  - id: 1
    title: 総務課
    plans:
      - {id: 1-1, title: 会務, tags: [重点], programs: [理事会]}
  - id: 2
    title: 地域課
    programs: [サロン（西）]
    plans:
      - {id: 2-1, title: 交流, programs: [つどい]}
programs:
  - {name: 理事会, indicators: [{name: 出席, baseline: {value: 8人}, target: {value: 9人, year: 2025}}]}
  - {name: サロン（西）, district: 西}
  - {name: つどい, district: [中央, 西], schedule: 6月（中央）、7月（西）, budget: 5千円×12回（計60千円）}
accounts:
  - division: 本部
    income: [{item: 会費, amount: 60千円}]
    expenses: [{item: 事業費, amount: 70千円}]
    expenses_total: 70千円
"""


@pytest.fixture
def page(plans: Path) -> str:
    (plans / "2025.yaml").write_text(PLAN, encoding="utf-8")
    return to_page(load(plans / "2025.yaml")).decode("utf-8")


def test_the_page_says_the_councils_words_over_its_tables(page: str):
    assert "基本目標" not in page
    assert re.findall(r'<a href="#(?:plan|goal)-[0-9-]+">([^<]+)</a>', page)[-3:] == [
        "第1-1",
        "第2",
        "第2-1",
    ]


def test_the_page_finds_a_program_by_the_months_of_the_district(page: str):
    written = re.findall(r"data-facets='([^']+)'", page)
    facets = [json.loads(html.unescape(each)) for each in written]
    assert facets[-1]["month"] == ["6", "7"]
    assert facets[-1]["months_in"] == {"中央": ["6"], "西": ["7"]}
    assert facets[0]["months_in"] == {}


def test_a_workbook_has_the_accounts_and_says_what_it_lacks(run: Run, plans: Path, tmp_path: Path):
    (plans / "2025.yaml").write_text(PLAN, encoding="utf-8")
    made = tmp_path / "計画.xlsx"
    assert run("export", "-o", str(made)).err.splitlines()[1:] == [
        "ブックにないもの（計画ファイルで直します）: 事業方針、課・項目・節の文章と印と指標"
    ]
    rows = openpyxl.load_workbook(made)["会計"].iter_rows(min_row=2, values_only=True)
    assert list(rows) == [
        ("本部", "収入", "会費", "60千円", 60000),
        ("本部", "支出", "事業費", "70千円", 70000),
        ("本部", "支出", "計", "70千円", 70000),
    ]


def test_a_card_says_which_value_is_the_target_and_how_an_amount_is_written(run: Run, plans: Path):
    (plans / "2025.yaml").write_text(PLAN, encoding="utf-8")
    assert "指標  出席 現状値 8人 目標値 9人 令和7年度（2025）\n" in run("show", "理事会").out
    amount = "60,000円（60千円）  記載: 5千円×12回（計60千円）\n"
    assert amount in run("show", "つどい").out


def test_a_name_that_ends_with_its_district_does_not_get_it_again(run: Run, plans: Path):
    (plans / "2025.yaml").write_text(PLAN, encoding="utf-8")
    assert "\n  ・サロン（西）\n" in run("outline").out
