"""How a comparison is told to people: each thing once, with the words that a board needs."""

from __future__ import annotations

import pytest

from shakyo_plan.diff import Comparison, compare_plans
from shakyo_plan.diff.telling import tell
from shakyo_plan.diff.views.board import board
from shakyo_plan.diff.views.summary import summary
from shakyo_plan.diff.views.words import describe
from shakyo_plan.language import Translator
from tests.test_diff import shown
from tests.test_which_is_which import plan

JA = Translator("ja")


def compared(old: str, new: str) -> Comparison:
    return compare_plans(plan(old), plan(new, 2025), "2024.yaml", "2025.yaml")


def told(old: str, new: str) -> list[str]:
    return [shown(change) for change in tell(compared(old, new)).comparison.changes]


PROGRAMS = "\n".join(f"{name}事業" for name in "甲乙丙丁戊己")
TWO_PLANS = f"1 共に生きる\n1-1 相談: 甲事業、乙事業\n1-2 見守り: 丙事業、丁事業、戊事業\n1-3 移動: 己事業\n{PROGRAMS}"
ONE_PLAN = f"1 共に生きる\n1-1 相談と見守り: 甲事業、乙事業、丙事業、丁事業、戊事業\n1-2 移動: 己事業\n{PROGRAMS}"


def test_a_plan_that_went_into_another_is_one_line():
    found = tell(compared(TWO_PLANS, ONE_PLAN)).comparison
    merged = next(change for change in found.changes if change.kind.value == "merged")
    words = describe(merged, found, JA)
    sides = ("".join(piece.text for piece in side) for side in (words.old, words.new))
    assert (*sides, words.measures) == ("1-1 相談", "1-1 相談と見守り", ("2事業",))
    kinds = [(change.kind.value, change.item.value) for change in found.changes]
    assert ("moved", "citation") not in kinds
    assert ("removed", "plan") not in kinds


def test_a_plan_that_came_out_of_another_is_one_line():
    found = tell(compared(ONE_PLAN, TWO_PLANS)).comparison
    kinds = [(change.kind.value, change.item.value) for change in found.changes]
    assert kinds.count(("split", "plan")) == 1
    assert ("moved", "citation") not in kinds
    assert ("added", "plan") not in kinds


def test_the_list_for_scripts_still_has_each_move():
    kinds = [change.kind.value for change in compared(TWO_PLANS, ONE_PLAN).changes]
    assert kinds.count("merged") == 1
    assert kinds.count("moved") + kinds.count("added") >= 2


def test_plans_behind_one_that_was_inserted_are_renumbered_in_one_line():
    old = "1 共\n1-1 相談: 甲事業\n1-2 見守り: 乙事業\n1-3 移動: 丙事業\n甲事業\n乙事業\n丙事業"
    new = "1 共\n1-1 防災: 丁事業\n1-2 相談: 甲事業\n1-3 見守り: 乙事業\n1-4 移動: 丙事業\n甲事業\n乙事業\n丙事業\n丁事業"
    assert told(old, new) == [
        "added plan 1-1 防災 | None → 防災",
        "renumbered plan 1-2～1-4 id | 1-1～1-3 → 1-2～1-4",
        "added program 丁事業 | None → 丁事業['1-1']",
    ]


def test_a_rename_by_alias_tells_its_alias_once():
    old = "1 共\n1-1 相談: 甲事業\n甲事業"
    new = "1 共\n1-1 相談: 乙事業\n乙事業 aliases: [甲事業]"
    assert told(old, new) == ["renamed program 乙事業 name | 甲事業 → 乙事業 (certain: alias)"]


def test_a_move_names_the_titles():
    old = "1 共\n1-1 相談: 甲事業、乙事業\n1-2 見守り: 丙事業\n甲事業\n乙事業\n丙事業"
    new = "1 共\n1-1 相談: 甲事業\n1-2 見守り: 丙事業、乙事業\n甲事業\n乙事業\n丙事業"
    comparison = compared(old, new)
    words = describe(comparison.changes[0], comparison, JA)
    assert (words.old[0].text, words.new[0].text) == ("1-1 相談", "1-2 見守り")


def test_the_number_of_a_plan_that_is_gone_is_last_year_s():
    old = "1 共\n1-1 児童福祉: 甲事業\n甲事業\n乙事業"
    new = "1 共\n1-1 移動手段: 乙事業\n甲事業\n乙事業"
    table = board(compared(old, new), JA)
    assert [group.below for group in table.groups] == [
        "1-1（前年度の番号） 児童福祉",
        "1-1 移動手段",
    ]


@pytest.mark.parametrize("routine", [False, True])
def test_what_the_year_alone_brings_is_counted_or_listed(routine: bool):
    old = "1 共\n1-1 相談: 甲事業\n甲事業 status: new, schedule: 令和7年1月"
    new = "1 共\n1-1 相談: 甲事業\n甲事業 schedule: 令和8年1月"
    found = tell(compared(old, new), routine=routine)
    assert len(found.comparison.changes) == (2 if routine else 0)
    assert dict(found.routine) == ({} if routine else {"status": 1, "schedule": 1})


def test_the_board_s_table_names_the_council_and_both_years_and_no_files():
    old = "1 共\n1-1 相談: 甲事業\n甲事業 budget: 1千円, aliases: [あ]"
    new = "1 共\n1-1 相談: 甲事業\n甲事業 budget: 2千円, schedule: 7月"
    table = board(compared(old, new), JA)
    assert table.title == "試験社協 事業計画 新旧対照表（令和6年度・令和7年度）"
    assert table.headings == ("変更の種類", "旧: 令和6年度", "新: 令和7年度", "備考")
    (group,) = table.groups
    (row,) = group.rows
    assert [change.words.field for change in row.changes] == ["実施時期", "予算額"]
    assert row.remarks == (("+1,000円、+100.0%", False),)


def test_the_purpose_of_what_is_added_stands_first():
    found = compared("1 共", "1 共\n1-1 相談: 甲事業\n甲事業 purpose: 孤立を防ぐ。, budget: 2千円")
    added = found.changes[-1]
    assert "".join(piece.text for piece in describe(added, found, JA).new).split("\n") == [
        "甲事業",
        "目的: 孤立を防ぐ。",
        "予算額: 2千円",
        "掲載: 1-1",
    ]


def test_the_summary_has_five_sentences_at_most():
    old = "1 共\n1-1 相談: 甲事業、乙事業、丙事業\n甲事業 budget: 1千円\n乙事業\n丙事業"
    new = "1 共\n1-1 相談: 甲事業、丁事業、丙事業の実施\n甲事業 budget: 9千円\n丁事業 status: new\n丙事業の実施"
    assert summary(compared(old, new), JA) == (
        "令和6年度（2024） → 令和7年度（2025）: 違い 4件（追加 1、削除 1、名称変更 1、変更 1）。",
        "始まるもの: 丁事業。",
        "終わるもの: 乙事業。",
        "大きな変更: 甲事業（+8,000円、+800.0%）。",
        "推定なので確認が必要なもの: 丙事業 → 丙事業の実施。",
    )
    assert summary(compared(old, old), JA) == (
        "令和6年度（2024） → 令和7年度（2025）: 違いはありません。",
    )
