"""Days with their weekdays, and times beside months: what is found, and what a new year asks."""

from __future__ import annotations

from pathlib import Path

import pytest

from shakyo_plan.lint.engine import lint
from shakyo_plan.source.loading import load_bytes
from shakyo_plan.values.fiscal_year import FiscalYear
from shakyo_plan.values.schedule.days import days_in
from shakyo_plan.values.schedule.times import times_in
from tests.conftest import SMALL, Run


@pytest.mark.parametrize(
    ("schedule", "wrong"),
    [
        ("5月20日（水）", ["5月20日（水）"]),
        ("５月２０日（水）１９：００", ["５月２０日（水）"]),
        ("5月13日(火)･20日(水)･27日(火)", ["20日(水)"]),
        ("10/26（土）", ["10/26（土）"]),
        ("令和8年1月17日（日）", ["令和8年1月17日（日）"]),
        ("5月20日火曜日、6月3日水曜", ["6月3日水曜"]),
        ("5月20日（水）～22日（木）", ["5月20日（水）"]),
        # These are right, or say no weekday of that day.
        ("5月20日（火）、7月21日（月・祝）", []),
        ("1月17日（土）", []),
        ("11月3日（祝）", []),
        ("9月13日（土・日）", []),
        ("毎月20日（土日祝の場合は翌平日）", []),
        ("12月27日（土）～1月5日（月）", []),
        ("毎月第2火曜（5月は13日（火））", []),
        ("2月30日（日）", []),
        ("通年（月1回）", []),
    ],
)
def test_a_weekday_is_that_of_its_day_in_the_year_of_the_plan(schedule: str, wrong: list[str]):
    days = days_in(schedule, FiscalYear(2025))
    assert [day.part for day in days if day.is_another_weekday] == wrong


@pytest.mark.parametrize(
    ("schedule", "fits"),
    [
        ("年4回（6月・9月・12月）", False),
        ("年３回（5月、9月）", False),
        ("年三回（五月・九月）", False),
        ("5月・9月（年1回）", False),
        ("年4回（6月・9月）", True),
        ("年3回（5・9・1月）", True),
        # It is not said plainly how many times are meant.
        ("年5回（5月～9月）", None),
        ("年3～4回（5月・9月）", None),
        ("年3回程度（5月・9月）", None),
        ("年4回（6月2回、9月、12月）", None),
        ("年2回（10月5日、12日、19日）", None),
        ("年2回", None),
    ],
)
def test_times_and_months_fit_where_each_month_may_have_as_many(schedule: str, fits: bool | None):
    found = times_in(schedule)
    assert (found and found.fit) is fits


def test_the_draft_of_a_year_asks_for_the_days_of_last_year(run: Run, tmp_path: Path):
    schedules = {
        "子育てサロン": "10月26日（日）",
        "ふくしの教室": "令和7年8月5日",
        "福祉まつり": "4月1日～3月31日",
        "相談会": "毎月第2水曜",
    }
    programs = "".join(
        f"  - name: {name}\n    schedule: {when}\n" for name, when in schedules.items()
    )
    plan = SMALL.replace("2024", "2025").replace("  - name: 子育てサロン\n", programs)
    path = tmp_path / "plans" / "2025.yaml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(plan, encoding="utf-8")
    lines = [line.strip() for line in run("new", "2026", "--dry-run").out.splitlines()]
    start = lines.index("日にちの書いてある実施時期: この年度は何日ですか")
    assert lines[start + 1 : start + 3] == [
        "子育てサロン: 10月26日（日）（この年度の10月26日は月曜日です）",
        "ふくしの教室: 令和8年8月5日",
    ]
    assert not any("福祉まつり" in line or "相談会" in line for line in lines[start:])


def codes(text: str) -> set[str]:
    return {found.code for found in lint([load_bytes(text.encode(), "2024.yaml")]).diagnostics}


@pytest.mark.parametrize(
    ("name", "has_unit"),
    [
        ("サロン実施か所数", True),
        ("相談件数（年間）", True),
        ("延べ人数", True),
        ("訪問実施率", True),
        ("登録者数（人）", True),
        ("参加者数", False),
        ("サロン登録数", False),
        ("満足度", False),
    ],
)
def test_a_name_that_says_in_what_it_counts_needs_no_unit(name: str, has_unit: bool):
    target = "target: {value: 150, year: 2026}"
    plan = SMALL + f"    indicators:\n      - name: {name}\n        {target}\n"
    assert ("P305" not in codes(plan)) is has_unit


def test_a_suspended_program_may_stand_in_a_list_that_says_so():
    suspended = SMALL + "    status: suspended\n"
    assert "P213" in codes(suspended)
    assert "P213" not in codes(suspended + "    notes: 休止（システム更新のため）\n")
    assert "P213" not in codes(suspended + "    schedule: 休止\n")
    assert "P213" in codes(suspended + "    content: 休止中の活動を再開する\n")
    assert "P213" in codes(suspended + "    schedule: 通年（8月は休止）\n")
    discontinued = suspended.replace("suspended", "discontinued")
    assert "P213" in codes(discontinued + "    notes: 休止のあと廃止\n")
