"""Schedules that are read in part or not at all: which part is told, and what to write."""

from __future__ import annotations

import pytest

from shakyo_plan.language import Translator
from shakyo_plan.lint.engine import lint
from shakyo_plan.source.loading import load_bytes
from tests.conftest import SMALL

JA = Translator("ja")
ONE_OF = (
    "月が決まったら、その月だけを書いてください。"
    "決まるまでは「未定」と書き、候補の月は notes（備考）に書いてください"
)


def told(schedule: str, code: str) -> list[tuple[str, str]]:
    plan = SMALL.replace("2024", "2025") + f'    schedule: "{schedule}"\n'
    return [
        (JA(found.message), JA(found.suggestion) if found.suggestion else "")
        for found in lint([load_bytes(plan.encode(), "2025.yaml")]).diagnostics
        if found.code == code
    ]


@pytest.mark.parametrize(
    ("schedule", "part", "advice"),
    [
        ("～9月", "～9月", "始まりの月も書いてください（例: 4月～9月）"),
        ("9月末まで", "9月末まで", "始まりの月も書いてください（例: 4月～9月末）"),
        ("申込みは5月まで", "5月まで", "始まりの月も書いてください（例: 4月～5月）"),
        ("夏季", "夏季", "人によって指す月が違うので、月も添えて書いてください（例: 夏季（7月・8月））"),
        ("冬期間", "冬期間", "人によって指す月が違うので、月も添えて書いてください（例: 冬期間（12月～2月））"),
        ("春休み", "春休み", "人によって指す月が違うので、月も添えて書いてください（例: 春休み（3月・4月））"),
        ("5月、6月のいずれか", "5月、6月のいずれか", ONE_OF),
        ("5月、6月または7月", "5月、6月または7月", ONE_OF),
        ("春・夏・冬休み", "春", "ほかの部分は 7月・8月・12月・1月 と読み取りました。月をすべて書き、月でないことは notes に書いてください"),
        ("5月、6月のいずれか、10月", "5月、6月のいずれか", "ほかの部分は 10月 と読み取りました。月をすべて書き、月でないことは notes に書いてください"),
    ],
)  # fmt: skip
def test_what_is_not_said_clearly_is_told_with_what_to_write(schedule: str, part: str, advice: str):
    assert told(schedule, "P401") == [(f"「{part}」からは、何月のことかを読み取れません", advice)]


@pytest.mark.parametrize(
    "schedule",
    [
        "4月～9月末",
        "4月～5月",
        "夏季（7月・8月）",
        "冬期間（12月～2月）",
        "春休み（3月・4月）",
        "未定",
    ],
)
def test_what_the_advice_shows_is_read(schedule: str):
    assert told(schedule, "P401") == []
