"""Looking plans of other shapes up: what is missing is said, and nothing stands where it does not belong."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from shakyo_plan.values.schedule.by_place import names_a_place, schedule_at
from tests.conftest import Run

FLAT = """\
format: 1
fiscal_year: 2025
council: {name: 白嶺村社会福祉協議会}
labels: {plan: 部門}
plans:
  - {id: 1, title: 法人運営, programs: [理事会]}
  - {id: 2, title: 地域福祉, programs: [敬老会, 料理教室]}
programs:
  - {name: 理事会, budget: 5千円}
  - {name: 敬老会, budget: 人件費に含む}
  - {name: 料理教室}
"""
LEVELS = """\
format: 1
fiscal_year: 2025
council:
  name: 東都区社会福祉協議会
  districts: [中央, 西]
  departments: [{name: 地域福祉課, short: 地}, 総務課]
labels: {priority: 重点事項, goal: 大項目, plan: 中項目, section: 小項目}
numbering: {goal: Ⅰ, plan: Ⅰ-1, section: (1)}
priorities:
  - {id: 1, title: 相談, tags: [重点], programs: [相談]}
goals:
  - id: 1
    title: つながり
    programs: [まつり]
    plans:
      - id: 1-1
        title: 見守り
        department: 地
        sections:
          - {title: 集い, programs: [サロン, {group: 各種講座の開催, examples: [手話], programs: [講座]}]}
          - {title: 訪問, programs: [相談]}
        programs: [広報]
      - {id: 1-2, title: 担い手, programs: [合同研修]}
programs:
  - {name: まつり, district: [中央, 西], schedule: 6月・11月（中央）、7月（西）, budget: 10千円}
  - {name: サロン, budget: 20千円}
  - {name: 講座, tags: [新型], budget: 5千円}
  - {name: 相談}
  - {name: 広報, department: 総務課}
  - {name: 合同研修, department: 地域福祉課・総務課, budget: 30千円}
"""


@pytest.fixture
def flat(plans: Path) -> None:
    (plans / "2025.yaml").write_text(FLAT, encoding="utf-8")


@pytest.fixture
def levels(plans: Path) -> None:
    (plans / "2025.yaml").write_text(LEVELS, encoding="utf-8")


@pytest.mark.usefixtures("flat")
def test_a_plan_without_priorities_misses_none(run: Run):
    assert (
        run("xref", "gaps").out
        == """\
令和7年度（2025）  計画の抜け

抜けはありません
重点項目のない計画です
"""
    )


@pytest.mark.usefixtures("flat")
@pytest.mark.parametrize(
    ("kind", "output"),
    [
        (
            "priorities",
            "令和7年度（2025）  重点項目と部門に共通する事業の数\n\n重点項目のない計画です\n",
        ),
        ("districts", "令和7年度（2025）  地区と部門ごとの事業の数\n\n地区のない計画です\n"),
        ("tags", "令和7年度（2025）  印と部門ごとの事業の数\n\n印のない計画です\n"),
        (
            "departments",
            "令和7年度（2025）  担当と部門ごとの事業の数\n\n担当部署のない計画です\n",
        ),
    ],
)
def test_a_table_by_what_the_plan_has_none_of_says_so(run: Run, kind: str, output: str):
    assert run("xref", kind).out == output
    assert run("xref", kind, "--transpose").out == output


@pytest.mark.usefixtures("flat")
def test_a_budget_by_goals_says_that_there_are_none(run: Run):
    assert "\n基本目標のない計画です\n" in run("budget", "--by", "goal").out


@pytest.mark.usefixtures("flat")
def test_a_summary_tells_what_its_sum_leaves_out_and_counts_no_parts_of_nothing(run: Run):
    assert (
        run("summary").out
        == """\
白嶺村社会福祉協議会  令和7年度（2025）

重点項目          0
部門              2  節 0  主な事業 3  各種事業 0
事業              3  部門にある事業 3
受託事業          0
地区の事業        0
予算額のある事業  2  合わせて 5,000円  読み取れないため含まない額 1件
組織運営          0

部門ごとの主な事業の数:
  1: 1  2: 2
"""
    )


@pytest.mark.usefixtures("flat")
def test_a_list_has_no_column_for_priorities_that_there_are_none_of(run: Run):
    assert (
        run("programs").out
        == """\
令和7年度（2025）

事業      区分等  部門
理事会            1
敬老会            2
料理教室          2

3事業
"""
    )


@pytest.mark.usefixtures("levels")
def test_the_outline_shows_whose_each_list_is(run: Run):
    assert (
        run("outline", "--goal", "1").out
        == """\
令和7年度（2025）  東都区社会福祉協議会

Ⅰ  つながり
  ・まつり（中央）（西）
  Ⅰ-1  見守り
    (1) 集い
      ・サロン
      ・各種講座の開催（手話等）
        ・講座（新型）
    (2) 訪問
      ・相談
    ・広報
  Ⅰ-2  担い手
    ・合同研修

大項目 1、中項目 2、小項目 2、主な事業 のべ6
"""
    )
    assert run("outline", "--goal", "1", "--format", "md").out.endswith(
        "(2) 訪問  \n\n- 相談\n\n主な事業\n\n- 広報\n\n### Ⅰ-2  担い手\n\n- 合同研修\n"
    )


@pytest.mark.usefixtures("levels")
@pytest.mark.parametrize("words", ["1-1(2)", "Ⅰ-1(2)", "Ⅰ-1-(2)", "中項目Ⅰ-1（2）"])
def test_a_section_is_found_by_its_number_as_printed(run: Run, words: str):
    listed = run("programs", "--plan", words).out
    assert listed.splitlines()[0] == "令和7年度（2025）  Ⅰ-1 見守り  (2) 訪問"
    assert [line.split()[0] for line in listed.splitlines()[3:-2]] == ["相談"]
    assert run("show", words).out.startswith("(2) 訪問\n")


@pytest.mark.usefixtures("levels")
def test_a_section_that_is_not_there_is_named_whole(run: Run):
    assert run("programs", "--plan", "1-1(9)").err == (
        "plan: 「1-1(9)」という中項目はありません\n  → 指定できるもの: 1-1、1-2\n"
    )


@pytest.mark.usefixtures("levels")
def test_a_plan_that_is_not_there_is_no_part_of_another_kind(run: Run):
    assert run("programs", "--plan", "99").err == (
        "plan: 「99」という中項目はありません\n  → 指定できるもの: 1-1、1-2\n"
    )


@pytest.mark.usefixtures("levels")
def test_a_department_finds_what_it_does_with_another(run: Run):
    found = json.loads(run("programs", "--department", "総務課", "--format", "json").out)
    assert [program["name"] for program in found] == ["広報", "合同研修"]


@pytest.mark.usefixtures("levels")
def test_a_group_is_shown_where_it_stands(run: Run):
    assert run("show", "各種講座の開催").out.startswith("(1) 集い\n")


@pytest.mark.usefixtures("levels")
def test_a_tag_that_only_a_priority_has_is_said_to_be_its(run: Run):
    assert run("programs", "--tag", "重点").err == (
        "plan: 「重点」という印の事業はありません（重点事項 1の印です）\n"
        "  → その事業は「plan programs --priority 1」で見られます\n"
    )


@pytest.mark.usefixtures("levels")
def test_budgets_by_department_take_that_of_the_plan_and_know_several(run: Run):
    rows = json.loads(run("budget", "--by", "department", "--format", "json").out)["rows"]
    assert [(row["id"], row["programs"], row["budget_yen"]) for row in rows] == [
        ("地域福祉課", ["サロン", "講座", "相談", "合同研修"], 55_000),
        ("総務課", ["広報", "合同研修"], 30_000),
        (None, ["まつり"], 10_000),
    ]


@pytest.mark.usefixtures("levels")
def test_a_month_counts_in_the_district_that_the_schedule_names(run: Run):
    def found(district: str, month: str) -> bool:
        words = ("--district", district, "--month", month, "--format", "json")
        return bool(json.loads(run("programs", *words).out))

    assert [found("西", month) for month in ("6", "7", "11")] == [False, True, False]
    assert [found("中央", month) for month in ("6", "7", "11")] == [True, False, True]


def test_a_schedule_that_does_not_tell_districts_apart_is_said_to(run: Run, plans: Path):
    unclear = LEVELS.replace("、7月（西）", "、西は夏にも")
    (plans / "2025.yaml").write_text(unclear, encoding="utf-8")
    assert run("programs", "--district", "西", "--month", "6").out.endswith(
        "\n1事業\n地区ごとの時期を読み分けられないため、全地区の実施月で選びました: まつり\n"
    )


@pytest.mark.parametrize(
    ("schedule", "at_west"),
    [
        ("6月・11月（中央）、7月（西）", "7月"),
        ("6月（中央・東）、7月（東・西）、9月（西地区）", "7月、9月"),
        ("中央：6月・11月、西：7月", "7月"),
        ("中央支所 6月、西支所・東支所 7月", "7月"),
        ("6月（中央）", None),
        ("6月、7月（西）", None),
        ("6月（中央）、毎月第2水曜（祝日を除く）（西）", "毎月第2水曜（祝日を除く）"),
        ("6月（中央公民館）、7月（西）", None),
        ("6月（中央）、5月（西公民館）、7月（西）", None),
        ("6月（中央）、7月", None),
        ("通年、西：7月", None),
        ("6月・11月", None),
    ],
)
def test_what_of_a_schedule_is_for_one_of_several_districts(schedule: str, at_west: str | None):
    assert schedule_at(schedule, "西", ("中央", "西"), ("中央", "東", "西")) == at_west


def test_districts_with_their_kind_in_their_names_are_told_apart():
    places = ("中央地区", "西地区")
    assert schedule_at("6月（中央地区）、7月（西地区）", "中央地区", places, places) == "6月"


def test_a_program_is_not_lost_where_a_venue_stands_beside_its_month(run: Run, plans: Path):
    venue = LEVELS.replace("6月・11月（中央）", "6月（中央公民館）")
    assert venue != LEVELS
    (plans / "2025.yaml").write_text(venue, encoding="utf-8")
    assert run("programs", "--district", "中央", "--month", "6").out.endswith(
        "\n1事業\n地区ごとの時期を読み分けられないため、全地区の実施月で選びました: まつり\n"
    )


def test_a_schedule_names_a_district_or_not():
    assert names_a_place("7月（西）", ("中央", "西"))
    assert not names_a_place("7月", ("中央", "西"))
