"""Tables of a printed plan beside its lists: programs, indicators, the budget; and what is wrong in them."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import docx
import pytest

from shakyo_plan.documents.carriers.word import read_word
from shakyo_plan.documents.importing import Imported, import_carried
from shakyo_plan.language import Translator

Rows = list[list[str]]


def imported(*parts: str | Rows) -> Imported:
    """Import a Word document with these paragraphs and tables; # and ## before a heading."""
    document = docx.Document()
    for part in ("令和6年度事業計画書", "□□市社会福祉協議会", "# 令和6年度事業計画", *parts):
        if isinstance(part, str):
            level = len(part) - len(part.lstrip("#"))
            if level:
                document.add_heading(part.lstrip("# "), level)
            else:
                document.add_paragraph(part)
            continue
        table = document.add_table(len(part), len(part[0]))
        for row, cells in zip(table.rows, part, strict=True):
            for cell, text in zip(row.cells, cells, strict=True):
                first, *others = text.split("\n")
                cell.text = first
                for paragraph in others:
                    cell.add_paragraph(paragraph)
    buffer = io.BytesIO()
    document.save(buffer)
    return import_carried(read_word(buffer.getvalue(), Path("plan.docx")), "plan.docx")


PLAN = ("## 基本目標 1 支え合い", "### 基本計画 1-1 見守りの充実")
LIST = ("＜主な事業＞", "・見守り活動", "・配食サービス")
TOLD = "# 令和6年度事業の内容"


def told(cell: str, head: str = "事業内容", *more: str) -> dict[str, Any]:
    """Return what is recorded of a program with this text in its cell."""
    columns = [column.split("：") for column in more]
    rows = [
        ["事業名", head, *(column[0] for column in columns)],
        ["見守り活動", cell, *(column[1] for column in columns)],
    ]
    draft = imported(*PLAN, *LIST, TOLD, rows)
    assert draft.ledger.unplaced == ()
    program: dict[str, Any] = draft.data["programs"][0]
    assert draft.data["programs"][1] == {"name": "配食サービス"}
    assert draft.data["goals"][0]["plans"][0]["programs"] == ["見守り活動", "配食サービス"]
    return program


def test_a_table_behind_the_plans_tells_of_their_programs_and_is_no_plan():
    draft = imported(*PLAN, *LIST, TOLD, [["事業名", "実施時期"], ["見守り活動", "毎月"]])
    assert [goal["title"] for goal in draft.data["goals"]] == ["支え合い"]
    assert "plans" not in draft.data
    assert draft.data["programs"] == [
        {"name": "見守り活動", "schedule": "毎月"},
        {"name": "配食サービス"},
    ]


def test_what_a_cell_names_goes_where_it_belongs_and_a_text_goes_on_over_its_lines():
    cell = "ひとり暮らしの人を訪ねる。\n財源：市補助金 500千円、参加費 1,200円\n最終年度：令和8年度\n今後の展開：地区を増やす。\n担い手も増やす。"
    assert told(cell) == {
        "name": "見守り活動",
        "until": 2026,
        "purpose": "ひとり暮らしの人を訪ねる。",
        "follow_up": "地区を増やす。\n担い手も増やす。",
        "funding": [
            {"source": "市補助金", "amount": "500千円"},
            {"source": "参加費", "amount": "1,200円"},
        ],
    }


def test_what_is_told_twice_stays_as_it_is_printed():
    program = told("目的：孤立を防ぐ。\n実施時期：7月", "事業内容", "実施時期：8月")
    assert program["schedule"] == "8月"
    assert program["purpose"] == "孤立を防ぐ。"
    assert program["content"] == "実施時期：7月"


@pytest.mark.parametrize(
    ("cell", "notes"),
    [("財源：市と県から", "財源の内訳：市と県から"), ("最終年度：未定", "最終年度：未定")],
)
def test_a_value_that_cannot_be_read_stays_in_the_notes(cell: str, notes: str):
    assert told(cell) == {"name": "見守り活動", "notes": notes}


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        (
            "指標：出席 現状値 8人 目標値 9人（令和7年度） 設定理由 増えている",
            [
                {
                    "name": "出席",
                    "baseline": {"value": "8人"},
                    "target": {"value": "9人", "year": 2025},
                    "reason": "増えている",
                }
            ],
        ),
        (
            "成果指標：サロンの数　目標値 12\n参加者数 現状値 10 目標値 20（令和8年度）",
            [
                {"name": "サロンの数", "target": {"value": "12"}},
                {
                    "name": "参加者数",
                    "baseline": {"value": "10"},
                    "target": {"value": "20", "year": 2026},
                },
            ],
        ),
        ("指標：満足度", [{"name": "満足度"}]),
    ],
)
def test_indicators_in_a_cell_are_read_where_they_are_plain(
    printed: str, read: list[dict[str, Any]]
):
    assert told(f"孤立を防ぐ。\n{printed}\n会場：公民館") == {
        "name": "見守り活動",
        "purpose": "孤立を防ぐ。",
        "venue": "公民館",
        "indicators": read,
    }


@pytest.mark.parametrize(
    "printed",
    [
        "参加者20人以上",
        "参加者数、満足度",
        "参加者数\n満足度",
        "回数 目標値12回\n住民が集う。",
        "回数 目標値12回\n回数 目標値13回",
        "回数 目標値12回、参加者 目標値20人",
        "回数 目標値12回 現状値10回",
        "回数 目標値12回。住民が集う。",
    ],
)
def test_indicators_that_are_not_plain_stay_as_they_are_printed_and_are_told(printed: str):
    rows = [["事業名", "事業内容"], ["見守り活動", f"孤立を防ぐ。\n指標：{printed}"]]
    draft = imported(*PLAN, *LIST, TOLD, rows)
    assert draft.data["programs"][0] == {
        "name": "見守り活動",
        "purpose": "孤立を防ぐ。",
        "notes": f"指標：{printed}",
    }
    assert [(doubt.code.value, Translator("ja")(doubt.reason)) for doubt in draft.doubts] == [
        ("D303", f"「{printed}」は指標として読めないので、備考に入れました")
    ]


def test_a_column_of_indicators_stands_in_the_notes_beside_its_figures():
    draft = imported(
        *PLAN, *LIST, TOLD, [["事業名", "評価指標", "実績"], ["見守り活動", "訪問数", "10件"]]
    )
    assert draft.data["programs"][0] == {
        "name": "見守り活動",
        "notes": "評価指標：訪問数\n実績：10件",
    }
    assert [doubt.code.value for doubt in draft.doubts] == ["D305"]


def test_a_label_above_its_text_tells_what_the_text_is():
    assert told("目的：\n孤立を防ぐ。\n内容の文。") == {
        "name": "見守り活動",
        "purpose": "孤立を防ぐ。\n内容の文。",
    }


INDICATORS = [
    ["成果指標", "単位", "現状値（令和5年度）", "目標値"],
    ["サロンの数", "か所", "12", "20（令和8年度）"],
]


def test_indicators_of_a_plan_have_their_values_with_the_years():
    draft = imported(*PLAN, INDICATORS, *LIST)
    plan = draft.data["goals"][0]["plans"][0]
    assert plan["indicators"] == [
        {
            "name": "サロンの数",
            "unit": "か所",
            "baseline": {"value": "12", "year": 2023},
            "target": {"value": "20", "year": 2026},
        }
    ]
    assert plan["programs"] == ["見守り活動", "配食サービス"]
    assert draft.ledger.unplaced == ()


@pytest.mark.parametrize("column", ["担当", "現状値"])
def test_a_table_of_indicators_with_another_column_is_told_and_not_read_by_halves(column: str):
    rows = [[*INDICATORS[0], column], [*INDICATORS[1], "9"]]
    draft = imported(*PLAN, rows, *LIST)
    assert "indicators" not in draft.data["goals"][0]["plans"][0]
    assert [doubt.code for doubt in draft.doubts] == ["D401"]
    assert len(draft.ledger.unplaced) == 2


BUDGET = [
    ["収入", "金額", "支出", "金額"],
    ["会費収入", "1,000千円", "人件費", "700千円"],
    ["補助金", "500千円", "事業費", "800千円"],
    ["計", "1,500千円", "計", "1,500千円"],
]


def test_the_budget_has_income_beside_expenses_under_its_division():
    draft = imported(*PLAN, *LIST, "# 令和6年度収支予算", "## 法人運営拠点", BUDGET)
    assert draft.data["accounts"] == [
        {
            "division": "法人運営拠点",
            "income": [
                {"item": "会費収入", "amount": "1,000千円"},
                {"item": "補助金", "amount": "500千円"},
            ],
            "expenses": [
                {"item": "人件費", "amount": "700千円"},
                {"item": "事業費", "amount": "800千円"},
            ],
            "income_total": "1,500千円",
            "expenses_total": "1,500千円",
        }
    ]
    assert draft.ledger.unplaced == ()


@pytest.mark.parametrize(
    "rows",
    [
        [BUDGET[0], ["会費収入", "", "人件費", "700千円"]],
        [["科目", "予算額", "前年度", "増減"], BUDGET[1]],
    ],
)
def test_a_budget_that_is_laid_out_otherwise_is_told_and_not_read_by_halves(rows: Rows):
    draft = imported(*PLAN, *LIST, "# 令和6年度収支予算", rows)
    assert "accounts" not in draft.data
    assert len(draft.ledger.unplaced) == 2
    assert [doubt.code for doubt in draft.doubts] == ["D401"]


def test_the_plan_above_has_its_owner_and_its_period():
    draft = imported(
        "## 【上位計画】",
        "・活動計画（社会福祉法人 □□市社会福祉協議会、令和3年度～令和7年度）",
        *PLAN,
    )
    assert draft.data["based_on"] == [
        {
            "name": "活動計画",
            "owner": "社会福祉法人 □□市社会福祉協議会",
            "period": "令和3年度～令和7年度",
        }
    ]


def test_departments_have_the_short_names_that_their_legend_tells():
    draft = imported(*PLAN, *LIST, "# 担当", "・地域：地域福祉課", "・総務：総務課")
    assert draft.data["council"]["departments"] == [
        {"name": "地域福祉課", "short": "地域"},
        {"name": "総務課", "short": "総務"},
    ]
    assert [goal["title"] for goal in draft.data["goals"]] == ["支え合い"]
