"""What councils print is read as it is meant, or a finding says that it is not."""

from __future__ import annotations

import pytest

from shakyo_plan.values.fiscal_year import FiscalYear
from shakyo_plan.values.schedule import read_schedule
from tests.printed import Reading, amounts, schedules


@pytest.mark.parametrize("readings", [schedules(), amounts()], ids=["schedules", "amounts"])
def test_nothing_is_read_wrongly_in_silence(readings: list[Reading]):
    assert [reading.text for reading in readings if reading.is_silently_wrong] == []


@pytest.mark.parametrize("readings", [schedules(), amounts()], ids=["schedules", "amounts"])
def test_nearly_all_are_read_as_they_are_meant(readings: list[Reading]):
    wrong = [reading.text for reading in readings if not reading.is_right]
    assert len(wrong) <= len(readings) // 50, wrong


@pytest.mark.parametrize(
    ("text", "unread"),
    [
        ("5月または6月", "5月または6月"),
        ("7月→8月", "7月→8月"),
        ("～9月", "～9月"),
        ("３月まで", "３月まで"),
        ("9月30日（月）必着", "9月30日（月）必着"),
        ("年3回（6月・12月など）", "12月など"),
        ("毎月1回、10月はまつり", "10月はまつり"),
        ("秋　頃", "秋　頃"),
        ("春（5月）・秋", "秋"),
        ("毎月（年10回）", "年10回"),
        ("10月（雨天時は11月）", "雨天時は11月"),
        ("7月、15", "15"),
        ("夏休みを除く毎週火曜", "夏休み"),
        ("10月の終わりから、暖かくなるまで", "暖かくなるまで"),
    ],
)
def test_the_part_that_is_not_understood_is_told_as_it_is_written(text: str, unread: str):
    assert unread in read_schedule(text, FiscalYear(2024)).unread


@pytest.mark.parametrize(
    ("text", "months"),
    [
        # What is taken out is what stands beside the word, and no more.
        ("毎月第2土曜（7月は第3土曜、8月休み）", "4 5 6 7 9 10 11 12 1 2 3"),
        ("4月～12月、8月を除く", "4 5 6 7 9 10 11 12"),
        ("毎週水曜（8月第2週を除く）", "4 5 6 7 8 9 10 11 12 1 2 3"),
        ("月～金（8月13日～15日を除く）", "4 5 6 7 8 9 10 11 12 1 2 3"),
        ("毎月第2土曜日（10月のみ第3土曜日）", "4 5 6 7 8 9 10 11 12 1 2 3"),
        ("隔月（4月～）", "4 6 8 10 12 2"),
    ],
)
def test_what_is_said_beside_months_takes_out_no_other(text: str, months: str):
    schedule = read_schedule(text, FiscalYear(2024))
    assert " ".join(str(month.month) for month in schedule.months) == months
    assert schedule.unread == ()
