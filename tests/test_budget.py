"""``plan budget``: what programs cost, added up, and the accounts of the council."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.conftest import SMALL, Run

PLAN = """\
format: 1
fiscal_year: 2024
council:
  name: 試験社協
  districts: [常磐, 内郷]
  departments:
    - {name: 地域福祉課, short: 地}
labels: {goal: 事業区分, plan: 施策}
priorities:
  - {id: 1, title: 見守り, programs: [見守り事業]}
goals:
  - id: 1
    title: 共に生きる
    plans:
      - {id: 1-1, title: 子育て, programs: [子育てサロン, 福祉バス]}
      - {id: 1-2, title: 見守り, programs: [子育てサロン]}
programs:
  - name: 子育てサロン
    status: new
    tags: [重点]
    district: [常磐, 内郷]
    commissioned_by: town
    department: 地
    budget: 50,000円×2地区（計100,000円）
    funding:
      - {source: 補助金, amount: 60千円}
      - {source: 会費, amount: 40千円}
  - {name: 見守り事業, department: 地域福祉課, budget: 30千円}
  - {name: 福祉バス, budget: 若干}
  - name: 会食会
    funding:
      - {source: 会費, amount: 5千円}
"""
ACCOUNTS = """\
accounts:
  - division: 法人運営事業
    income:
      - {item: 会費, amount: 130千円}
      - {item: 補助金, amount: 若干}
    income_total: 130千円
    expenses:
      - {item: 人件費, amount: '100,000円（うち賞与20,000円）'}
      - {item: 収支差額, amount: △5千円}
    expenses_total: 96千円
  - income:
      - {item: 受託金, amount: 1200万円}
"""
LATER = (
    (PLAN + ACCOUNTS)
    .replace("fiscal_year: 2024", "fiscal_year: 2025")
    .replace("  - id: 1\n", "  - id: 3\n")
    .replace("id: 1-", "id: 3-")
    .replace("budget: 30千円", "budget: 45千円")
    .replace("amount: 130千円", "amount: 140千円")
    .replace("人件費", "職員給与")
)


@pytest.fixture
def costly(plans: Path) -> Path:
    (plans / "2024.yaml").write_text(PLAN, encoding="utf-8")
    return plans


@pytest.fixture
def two_years(costly: Path) -> Path:
    (costly / "2024.yaml").write_text(PLAN + ACCOUNTS, encoding="utf-8")
    (costly / "2025.yaml").write_text(LATER, encoding="utf-8")
    return costly


def rows(run: Run, *arguments: str) -> list[tuple[object, ...]]:
    data = json.loads(run("budget", "--format", "json", *arguments).out)
    assert data["total_yen"] == 135000
    return [(row["id"], row["budget_yen"], row["without_amount"]) for row in data["rows"]]


@pytest.mark.usefixtures("costly")
def test_budgets_are_added_up_by_what_is_asked_for(run: Run):
    assert rows(run) == [("1", 100000, ["福祉バス"]), (None, 35000, [])]
    assert rows(run, "--by", "plan") == [
        ("1-1", 100000, ["福祉バス"]), ("1-2", 100000, []), (None, 35000, []),
    ]  # fmt: skip
    assert rows(run, "--by", "priority") == [("1", 30000, []), (None, 105000, ["福祉バス"])]
    assert rows(run, "--by", "district") == [
        ("常磐", 100000, []), ("内郷", 100000, []), (None, 35000, ["福祉バス"]),
    ]  # fmt: skip
    assert rows(run, "--by", "commission") == [("town", 100000, []), (None, 35000, ["福祉バス"])]
    assert rows(run, "--by", "department") == [
        ("地域福祉課", 130000, []), (None, 5000, ["福祉バス"]),
    ]  # fmt: skip
    assert rows(run, "--by", "tag") == [("重点", 100000, []), (None, 35000, ["福祉バス"])]
    assert rows(run, "--by", "status") == [("new", 100000, []), ("continued", 35000, ["福祉バス"])]


def test_departments_and_tags_of_a_plan_count_for_its_programs(run: Run, costly: Path):
    text = PLAN.replace("title: 子育て,", "title: 子育て, department: 総務課, tags: [柱],")
    (costly / "2024.yaml").write_text(text, encoding="utf-8")
    assert rows(run, "--by", "department") == [
        ("地域福祉課", 130000, []), ("総務課", None, ["福祉バス"]), (None, 5000, []),
    ]  # fmt: skip
    assert rows(run, "--by", "tag") == [
        ("柱", 100000, ["福祉バス"]), ("重点", 100000, []), (None, 35000, []),
    ]  # fmt: skip


@pytest.mark.usefixtures("costly")
def test_by_source_each_source_has_its_part_and_what_no_source_pays_the_rest(run: Run):
    assert rows(run, "--by", "source") == [
        ("補助金", 60000, []), ("会費", 45000, []), (None, 30000, ["福祉バス"]),
    ]  # fmt: skip


def test_what_the_sources_leave_of_a_budget_stands_under_none(run: Run, costly: Path):
    text = PLAN.replace("40千円}", "30千円}")
    (costly / "2024.yaml").write_text(text, encoding="utf-8")
    assert rows(run, "--by", "source")[-1] == (None, 40000, ["福祉バス"])


def test_sources_that_come_to_more_than_the_budget_are_told(run: Run, costly: Path):
    text = PLAN.replace("40千円}", "50千円}")
    (costly / "2024.yaml").write_text(text, encoding="utf-8")
    assert "内訳の計は145,000円" in run("budget", "--by", "source").out


@pytest.mark.usefixtures("costly")
@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("事業区分", "goal"),
        ("基本目標", "goal"),
        ("地区別", "district"),
        ("財源", "source"),
        ("担当", "department"),
    ],
)
def test_what_to_add_up_by_may_be_said_in_words(run: Run, word: str, kind: str):
    assert run("budget", "--by", word).out == run("budget", "--by", kind).out


@pytest.mark.usefixtures("costly")
def test_what_budgets_cannot_be_added_up_by_is_told(run: Run):
    result = run("budget", "--by", "財原")
    assert (result.code, result.out) == (2, "")
    assert result.err == (
        "plan: --byに「財原」とは書けません\n"
        "  → 書けるのは次のどれかです: goal（事業区分）、plan（施策）、priority（重点項目）、district（地区）、"
        "commission（委託元）、source（財源）、department（担当部署）、tag（印）、status（区分）\n"
    )


@pytest.mark.usefixtures("costly")
def test_programs_are_a_list_with_their_total(run: Run):
    assert run("budget", "--by", "plan").out == (
        "令和6年度（2024）  試験社協\n\n"
        "施策              事業  予算額（円）  額なし  備考\n"
        "施策 1-1  子育て     2       100,000       1  「若干」は金額として読めません（福祉バス）\n"
        "施策 1-2  見守り     1       100,000\n"
        "どれにもない事業     2        35,000\n"
        "計                   4       135,000       1  "
        "いくつもの行にある事業が1件あります。合計では1回だけ数えます\n\n"
        "予算額のない事業が1件あります: 福祉バス\n"
    )


@pytest.mark.usefixtures("two_years")
def test_the_accounts_stand_below_beside_those_of_the_year_before(run: Run):
    assert run("budget", "--compare", "2024").out == (
        "令和7年度（2025）  試験社協\n\n"
        "項目                      事業  予算額（円）  令和6年度（2024）（円）  差（円）  額なし  備考\n"
        "事業の予算（事業区分別）\n"
        "  事業区分 3  共に生きる     2       100,000                  100,000         0       1  "
        "「若干」は金額として読めません（福祉バス）\n"
        "  どれにもない事業           2        50,000                   35,000   +15,000\n"
        "  計                         4       150,000                  135,000   +15,000       1\n"
        "法人運営事業  収入\n"
        "  会費                               140,000                  130,000   +10,000\n"
        "  補助金                                                                                 "
        "「若干」は金額として読めません\n"
        "  計                                 130,000                  130,000         0\n"
        "法人運営事業  支出\n"
        "  職員給与                           100,000                                             "
        "記載: 100,000円（うち賞与20,000円）\n"
        "  収支差額                            -5,000                   -5,000         0\n"
        "  人件費                                                      100,000                    "
        "令和6年度（2024）のみ\n"
        "  計                                  96,000                   96,000         0          "
        "内訳の計は95,000円\n"
        "収支差引                              34,000                   34,000         0\n"
        "協議会全体  収入\n"
        "  受託金                          12,000,000               12,000,000         0\n"
        "  科目の計                        12,000,000               12,000,000         0\n\n"
        "予算額のない事業が1件あります: 福祉バス\n"
    )


TABLE = """\
一覧,拠点区分,番号,項目,事業,予算額（円）,令和6年度（2024）（円）,差（円）,予算額のない事業,備考
事業の予算,,[3],事業区分 3  共に生きる,2,100000,100000,0,福祉バス,「若干」は金額として読めません（福祉バス）
事業の予算,,,どれにもない事業,2,50000,35000,15000,,
事業の予算,,,計,4,150000,135000,15000,福祉バス,
収入,法人運営事業,,会費,,140000,130000,10000,,
収入,法人運営事業,,補助金,,,,,,「若干」は金額として読めません
収入,法人運営事業,,計,,130000,130000,0,,
支出,法人運営事業,,職員給与,,100000,,,,"記載: 100,000円（うち賞与20,000円）"
支出,法人運営事業,,収支差額,,-5000,-5000,0,,
支出,法人運営事業,,人件費,,,100000,,,令和6年度（2024）のみ
支出,法人運営事業,,計,,96000,96000,0,,"内訳の計は95,000円"
収支差引,法人運営事業,,収支差引,,34000,34000,0,,
収入,,,受託金,,12000000,12000000,0,,
収入,,,科目の計,,12000000,12000000,0,,
"""


@pytest.mark.usefixtures("two_years")
def test_csv_is_one_table_in_which_each_line_says_what_it_belongs_to(run: Run):
    out = run("budget", "--compare", "2024", "--format", "csv").out
    assert out.removeprefix("\ufeff").replace("\r\n", "\n") == TABLE


@pytest.mark.usefixtures("two_years")
def test_excel_and_markdown_have_the_same_table(run: Run, tmp_path: Path):
    expected = list(csv.reader(io.StringIO(TABLE)))
    assert run("budget", "--compare", "2024", "-o", "予算.xlsx").code == 0
    sheet = load_workbook(tmp_path / "予算.xlsx").active
    assert sheet is not None
    written = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert written[4] == [
        "収入", "法人運営事業", None, "会費", None, 140000, 130000, 10000, None, None,
    ]  # fmt: skip
    shown = [["" if cell is None else str(cell) for cell in row] for row in written]
    expected[1][2] = "3"
    assert shown == expected
    lines = run("budget", "--compare", "2024", "--format", "md").out.splitlines()
    assert len(lines) == len(expected) + 1
    assert (
        lines[3] == "| 事業の予算 |  |  | どれにもない事業 | 2 | 50,000 | 35,000 | +15,000 |  |  |"
    )
    assert lines[9].startswith("| 支出 | 法人運営事業 |  | 収支差額 |  | -5,000 |")


@pytest.mark.usefixtures("two_years")
def test_the_page_has_headings_totals_and_notes(run: Run):
    page = run("budget", "--compare", "2024", "--format", "html").out
    assert '<th scope="row" colspan="7">法人運営事業  収入</th>' in page
    assert '<td class="depth-1">計</td>' in page
    assert "<td>内訳の計は95,000円</td>" in page
    assert "<p>予算額のない事業が1件あります: 福祉バス</p>" in page


@pytest.mark.usefixtures("two_years")
def test_data_has_the_accounts_item_by_item(run: Run):
    data = json.loads(run("budget", "--compare", "2024", "--format", "json").out)
    assert data["compared_total_yen"] == 135000
    assert data["rows"][0] == {
        "by": "goal",
        "id": "3",
        "title": "共に生きる",
        "programs": ["子育てサロン", "福祉バス"],
        "budget_yen": 100000,
        "without_amount": ["福祉バス"],
        "compared_yen": 100000,
        "unreadable": [{"program": "福祉バス", "amount": "若干"}],
        "only_compared": False,
    }
    company, whole = data["accounts"]
    assert company["income"][1] == {
        "item": "補助金",
        "amount": "若干",
        "amount_yen": None,
        "compared_yen": None,
    }
    assert company["balance_yen"] == 34000
    assert (whole["division"], whole["income_total"], whole["income_yen"]) == (None, None, 12000000)


@pytest.mark.usefixtures("two_years")
def test_json_lines_have_every_line_of_the_table(run: Run):
    out = run("budget", "--compare", "2024", "--format", "jsonl").out
    lines = [json.loads(line) for line in out.splitlines()]
    assert [line["part"] for line in lines] == (
        ["programs"] * 3 + ["income"] * 3 + ["expenses"] * 4 + ["balance"] + ["income"] * 2
    )
    assert [line["budget_yen"] for line in lines if line["total"]] == [
        150000, 130000, 96000, 34000, 12000000,
    ]  # fmt: skip


@pytest.mark.usefixtures("two_years")
def test_sorting_leaves_each_part_and_its_total_where_it_is(run: Run):
    out = run("budget", "--sort", "budget_yen", "--columns", "title,budget_yen", "--format", "csv")
    assert [line.split(",")[0] for line in out.out.splitlines()[1:]] == [
        "どれにもない事業", "事業区分 3  共に生きる", "計",
        "会費", "補助金", "計", "収支差額", "職員給与", "計", "収支差引", "受託金", "科目の計",
    ]  # fmt: skip


def test_what_only_the_other_year_has_is_told(run: Run, two_years: Path):
    text = (two_years / "2025.yaml").read_text(encoding="utf-8")
    two_years.joinpath("2025.yaml").write_text(text.replace("[常磐, 内郷]", "[常磐]"), "utf-8")
    out = run("budget", "--by", "district", "--compare", "2024", "--format", "csv").out
    assert "\n事業の予算,,内郷,0,,100000,,,令和6年度（2024）のみ\r\n" in out


def test_accounts_that_only_the_other_year_has_are_told(run: Run, two_years: Path):
    text = (two_years / "2025.yaml").read_text(encoding="utf-8").partition("accounts:\n")[0]
    two_years.joinpath("2025.yaml").write_text(text, "utf-8")
    columns = ("--columns", "division,title,compared_yen,note", "--format", "csv")
    lines = run("budget", "--compare", "2024", *columns).out.splitlines()
    assert lines[4:7] == [
        "法人運営事業,会費,130000,令和6年度（2024）のみ",
        "法人運営事業,補助金,,令和6年度（2024）のみ",
        "法人運営事業,計,130000,令和6年度（2024）のみ",
    ]


def test_a_goal_is_compared_with_itself_whatever_its_number(run: Run, two_years: Path):
    text = (two_years / "2025.yaml").read_text(encoding="utf-8")
    other = "goals:\n  - {id: 1, title: 法人の基盤を固める, plans: []}\n"
    two_years.joinpath("2025.yaml").write_text(text.replace("goals:\n", other), "utf-8")
    data = json.loads(run("budget", "--compare", "2024", "--format", "json").out)
    assert [(row["id"], row["compared_yen"]) for row in data["rows"]] == [
        ("1", None), ("3", 100000), (None, 35000),
    ]  # fmt: skip


def test_a_plan_without_amounts_says_so(run: Run, plans: Path):
    assert run("budget").out == (
        "令和6年度（2024）  試験社協\n\n"
        "基本目標                事業  予算額（円）  額なし\n"
        "基本目標 1  共に生きる     1                     1\n"
        "計                         1                     1\n\n"
        "予算額のある事業はありません\n"
    )


def test_a_flat_plan_is_added_up_by_its_plans_and_a_list_of_priorities_by_those(
    run: Run, plans: Path
):
    head, _ = SMALL.split("goals:\n")
    programs = "programs:\n  - {name: 子育てサロン, budget: 3千円}\n"
    flat = f"{head}plans:\n  - {{id: 1, title: 子育て, programs: [子育てサロン]}}\n{programs}"
    (plans / "2024.yaml").write_text(flat, encoding="utf-8")
    assert "\n基本計画 1  子育て     1         3,000\n" in run("budget").out
    (plans / "2024.yaml").write_text(flat.replace("plans:", "priorities:"), encoding="utf-8")
    assert "\n重点項目 1  子育て     1         3,000\n" in run("budget").out


def test_accounts_alone_are_a_list_too(run: Run, plans: Path):
    head, _ = SMALL.split("goals:\n")
    text = head + "priorities: []\nprograms: []\n" + ACCOUNTS
    (plans / "2024.yaml").write_text(text, encoding="utf-8")
    assert run("budget").out.startswith(
        "令和6年度（2024）  試験社協\n\n"
        "項目                予算額（円）  備考\n"
        "法人運営事業  収入\n"
        "  会費                   130,000\n"
    )


def test_the_rules_read_the_accounts_as_the_table_does(run: Run, plans: Path):
    text = PLAN + ACCOUNTS.replace("若干", "3千円").replace("収支差額", "当期収支差額")
    text = text.replace("budget: 若干", "budget: 9千円")
    (plans / "2024.yaml").write_text(text, encoding="utf-8")
    found = run("validate", "--format", "concise", "--select", "P404,P407,P408").out
    assert "P404" not in found
    assert "P407 科目の合計は95,000円ですが、計は96,000円と書かれています" in found
