"""When programs are held: what people write, and the months that it means."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shakyo_plan.values.fiscal_year import FiscalYear
from shakyo_plan.values.schedule import read_schedule
from shakyo_plan.values.schedule.meaning import read_written
from shakyo_plan.values.schedule.month import counted_months
from shakyo_plan.values.schedule.periods import SEASONS, SEASONS_IN_MONTHS
from shakyo_plan.values.schedule.plain import read_plain

REIWA_6 = FiscalYear(2024)
ALL_YEAR = "04 05 06 07 08 09 10 11 12 01 02 03"


def months(text: str) -> str:
    read = read_schedule(text, REIWA_6)
    assert (read.outside, read.impossible, read.unread) == ((), (), ())
    assert all(month.year == 2024 + (month.month <= 3) for month in read.months)
    return " ".join(f"{month.month:02}" for month in read.months)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("7月", "07"),
        ("５月・１０月", "05 10"),
        ("6月・10月・令和7年2月", "06 10 02"),
        ("令和7年1月", "01"),
        ("R7年1月", "01"),
        ("令和6年度2月", "02"),
        ("4月～9月", "04 05 06 07 08 09"),
        ("10～12月", "10 11 12"),
        ("12月〜翌年2月", "12 01 02"),
        ("10月から3月まで", "10 11 12 01 02 03"),
        ("7月10日・11日", "07"),
        ("９月　上旬", "09"),
        ("6月及び9月", "06 09"),
        ("上半期", "04 05 06 07 08 09"),
        ("奇数月", "05 07 09 11 01 03"),
        ("通年（月1回）", ALL_YEAR),
        ("毎月第2水曜", ALL_YEAR),
        ("月2回（第1・第3水曜）", ALL_YEAR),
        ("年6回程度", ""),
        ("準備室で5月と8月", "05 08"),
        ("受付会場：5月、8月", "05 08"),
        ("案内所 5月、8月", "05 08"),
        ("申込書配布5月、実施8月", "08"),
        ("案内状送付 6月、開催8月", "08"),
        ("準備委員会 6月、本番10月", "10"),
        ("隔年", ""),
        ("随時", ""),
    ],
)
def test_months_of_what_people_write(text: str, expected: str):
    assert months(text) == expected


def test_january_of_the_named_year_before_lies_outside():
    read = read_schedule("令和6年1月・7月", REIWA_6)
    assert [str(month) for month in read.months] == ["2024-07"]
    assert [str(month) for month in read.outside] == ["2024-01"]


@pytest.mark.parametrize("text", ["13月", "0月", "2月30日", "2月29日", "13月～14月", "6/31"])
def test_months_and_days_that_do_not_exist(text: str):
    read = read_schedule(text, REIWA_6)
    assert read.impossible == (text,)
    assert read.months == ()


def test_a_leap_day_exists_in_its_year():
    assert read_schedule("2月29日", FiscalYear(2023)).impossible == ()


@pytest.mark.parametrize("text", ["いつか", "7月ごろか9月ごろ", "3月～5月", "午後のみ"])
def test_what_cannot_be_read_is_told(text: str):
    assert read_schedule(text, REIWA_6).unread == (text,)


def test_months_beside_words_that_only_begin_like_a_preparation_are_told():
    read = read_schedule("募集ポスター掲示6月、開催8月", REIWA_6)
    assert ([str(month) for month in read.months], read.unread) == (
        ["2024-08"],
        ("募集ポスター掲示",),
    )


@given(st.text())
def test_any_text_is_read_or_told(text: str):
    read = read_schedule(text, REIWA_6)
    assert list(read.months) == sorted(set(read.months))


@given(st.text(alphabet="0123456789月日年度から除く（）・、～第水曜火毎週夏休み　 R.千円"))
def test_what_is_told_stands_in_what_was_written(text: str):
    read = read_schedule(text, REIWA_6)
    assert all(part in text for part in (*read.unread, *read.impossible))


@given(st.text(alphabet="0123456789月日年度令和平成R～から・、翌上下旬半期通随時毎週回第水（） "))
def test_months_lie_in_the_fiscal_year(text: str):
    read = read_schedule(text, REIWA_6)
    assert all((2024, 4) <= month <= (2025, 3) for month in read.months)


@given(
    st.lists(
        st.sampled_from(["4月", "10月", "令和7年2月", "1月", "令和6年9月"]), min_size=1, max_size=4
    ),
    st.sampled_from([2023, 2024]),
)
def test_the_short_way_reads_what_the_grammar_reads(months: list[str], year: int):
    text = "・".join(months)
    assert read_plain(text, FiscalYear(year)) in (None, read_written(text, FiscalYear(year)))


@pytest.mark.parametrize("text", ["通年", "通年（月1回）", "通年（月２回）", "3月", "5月・10月"])
def test_what_most_plans_write_goes_the_short_way(text: str):
    assert read_plain(text, REIWA_6) == read_written(text, REIWA_6)


@pytest.mark.parametrize(("season", "example"), SEASONS_IN_MONTHS.items())
def test_the_example_for_a_season_is_read_as_months_that_it_may_mean(season: str, example: str):
    read = read_schedule(example, REIWA_6)
    assert read.unread == ()
    assert set(read.months) <= counted_months(2024, SEASONS[season])
