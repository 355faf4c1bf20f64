"""Slips of someone who never saw YAML: each is told with what to write, and what is told leads on.

Of each slip: what is written, the finding, what its advice makes of it. No advice lowers the number of
entries that a person wrote, and a draft with slips in several parts is told of all of them at once.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest

from shakyo_plan.language import Translator
from shakyo_plan.lint.engine import lint
from shakyo_plan.lint.fixing import fix
from shakyo_plan.lint.rules.settings import Settings
from shakyo_plan.source.loading import load_bytes
from tests.conftest import Run

JA = Translator("ja")
PLAN = """\
format: 1
fiscal_year: 2024
council:
  name: みなと市社会福祉協議会
  districts: [中央, 東山, 西浜]
policy: 住民とともに進める。
priorities:
  - id: 1
    title: つながりづくり
    actions:
      - 見守りを広げる
      - 居場所を増やす
    programs:
      - 子育てサロン
goals:
  - id: 1
    title: 支え合うまち
    plans:
      - id: 1-1
        title: 相談の充実
        programs:
          - 子育てサロン
          - 世代間交流事業
programs:
  - name: 子育てサロン
    status: new
    purpose: 孤立を防ぐ。
    schedule: 7月
    budget: 960千円
  - name: 世代間交流事業
    notes: 確認済み
"""
ACTIONS = "      - 見守りを広げる\n      - 居場所を増やす"


class Slip(NamedTuple):
    right: str
    """What stands in the plan."""
    written: str
    """What is written instead."""
    told: str
    advice: str
    """What the advice holds; its words stand in what comes next."""
    next: str | None = None
    """What is written then; the line that is right, where nothing else is said."""


SLIPS = [
    Slip(ACTIONS, "      ・ 見守りを広げる\n      ・ 居場所を増やす", "11 P022", "- 見守りを広げる、- 居場所を増やす"),
    Slip(ACTIONS, "      ●見守りを広げる\n      ●居場所を増やす", "11 P022", "- 見守りを広げる、- 居場所を増やす"),
    Slip(ACTIONS, "      - 見守りを広げる\n      ・ 居場所を増やす", "12 P004", "1件ごとに半角の「-」と半角スペースで始め"),
    Slip(ACTIONS, "      - 見守りを広げる\n        ① 居場所を増やす", "12 P004", "1件ごとに半角の「-」と半角スペースで始め"),
    Slip("          - 子育てサロン\n          - 世代間", "          ● 子育てサロン\n          ● 世代間", "22 P022", "- 子育てサロン、- 世代間交流事業"),
    Slip("title: つながりづくり", 'title: "居場所"づくり', "9 P004", """title: '"居場所"づくり'""", """title: '"居場所"づくり'"""),
    Slip("title: つながりづくり", "title: [重点]居場所", "9 P004", 'title: "[重点]居場所"', 'title: "[重点]居場所"'),
    Slip("進める。\n", "進める。\n地域の力を高める。\n", "7 P004", "上の行の終わりにつなげて", "進める。地域の力を高める。\n"),
    Slip("見守りを広げる\n", "見守りを広げる\nさらに続ける\n", "12 P004", "別の1件なら、上の行の「- 」にそろえて", "見守りを広げる\n      - さらに続ける\n"),
    Slip("policy: 住民とともに進める。", "policy: 住民と取り組む: つながる", "6 P004", 'policy: "住民と取り組む: つながる"', 'policy: "住民と取り組む: つながる"'),
    Slip("policy: 住民とともに進める。", "policy: “住民と取り組む: つながる”", "6 P004", 'policy: "住民と取り組む: つながる"', 'policy: "住民と取り組む: つながる"'),
    Slip("policy: 住民とともに進める。", "policy: 「取り組む: つながる」", "6 P004", 'policy: "「取り組む: つながる」"', 'policy: "「取り組む: つながる」"'),
    Slip("policy: 住民とともに進める。", "policy: ＂取り組む: つながる＂", "6 P004", 'policy: "取り組む: つながる"', 'policy: "取り組む: つながる"'),
    Slip("          - 世代間交流事業", "          - name: 世代間交流事業", "23 P022", "「- 世代間交流事業」"),
    Slip("  - name: 世代間交流事業\n    notes: 確認済み", "  - 世代間交流事業", "30 P022", "「- name: 世代間交流事業」", "  - name: 世代間交流事業"),
    Slip("[中央, 東山, 西浜]", "【中央、東山、西浜】", "5 P022", "districts: [中央, 東山, 西浜]"),
    Slip("[中央, 東山, 西浜]", "中央・東山・西浜", "5 P022", "districts: [中央, 東山, 西浜]"),
    Slip("[中央, 東山, 西浜]", "[中央・東山・西浜]", "5 P508", "[中央, 東山, 西浜]"),
    Slip("    notes: 確認済み", "    commissioned_by: 市", "31 P023", "「city」（市受託", "    commissioned_by: city"),
    Slip("    notes: 確認済み", "    commissioned_by: 国", "31 P023", "「state」（国受託", "    commissioned_by: state"),
    Slip("status: new", "status: 新規事業", "26 P023", "「new」（新規"),
    Slip("status: new", "status:", "26 P025", "new（新規）、expanded（拡充）"),
    Slip("    notes: 確認済み", "    commissioned_by:", "31 P025", "city（市受託）", "    commissioned_by: city"),
    Slip("    title: つながりづくり", "    title:つながりづくり", "9 P004", "title: つながりづくり"),
    Slip("    title: つながりづくり", "    title：つながりづくり", "9 P004", "title: つながりづくり"),
    Slip("notes: 確認済み", "notes: !要確認", "31 P004", 'notes: "!要確認"', 'notes: "!要確認"'),
    Slip("notes: 確認済み", "notes: >要確認", "31 P004", 'notes: ">要確認"', 'notes: ">要確認"'),
    Slip("notes: 確認済み", "notes: |要確認", "31 P004", 'notes: "|要確認"', 'notes: "|要確認"'),
    Slip("notes: 確認済み", "notes: - 別紙", "31 P004", 'notes: "- 別紙"', 'notes: "- 別紙"'),
    Slip("notes: 確認済み", "notes: #要検討", "31 P025", 'notes: "#要検討"', 'notes: "#要検討"'),
    Slip("notes: 確認済み\n", "notes: 確認済み\n＃ あとで\n", "32 P004", "# あとで", "notes: 確認済み\n# あとで\n"),
    Slip("id: 1-1", "id: 1.1", "19 P022", "1-1"),
    Slip("id: 1-1", "id: 11", "19 P106", "1-1"),
    Slip("960千円", "960", "29 P022", "960千円"),
    Slip("  - name: 世代間交流事業\n    notes: 確認済み", "  - {name: 世代間交流事業, budget: 1,906,991円}", "30 P016", '"1,906,991円"', '  - {name: 世代間交流事業, budget: "1,906,991円"}'),
    Slip("7月", "7", "28 P022", "7月"),
    Slip("fiscal_year: 2024", "fiscal_year: 令和６年度", "2 P022", "2024"),
    Slip("    notes: 確認済み", "    content:\n      - 体験\n      - 交流", "32 P022", "content: |", "    content: |\n      体験\n      交流"),
    Slip("7月", "2月30日", "28 P403", "日はその月の終わりの日まで"),
    Slip("7月", "年2回（6月・12月など）", "28 P401", "6月・12月", "年2回（6月・12月）"),
    Slip("    title: つながりづくり", "    Title: つながりづくり", "9 P021", "title"),
    Slip("    title: つながりづくり", "    題名: つながりづくり", "9 P021", "title"),
    Slip("    notes: 確認済み", "    funding: [{source: 会費, amount: 6,200千円}]", "31 P016", 'funding: [{source: 会費, amount: "6,200千円"}]', '    funding: [{source: 会費, amount: "6,200千円"}]'),
    Slip("    notes: 確認済み", "    indicators: [{name: 利用者, target: {value: 9,600人, year: 2024}}]", "31 P016", 'target: {value: "9,600人", year: 2024}', '    indicators: [{name: 利用者, target: {value: "9,600人", year: 2024}}]'),
    Slip("    notes: 確認済み", "    aliases: [1,204人交流会]", "31 P016", 'aliases: ["1,204人交流会"]', '    aliases: ["1,204人交流会"]'),
    Slip("  name: みなと市社会福祉協議会\n  districts: [中央, 東山, 西浜]", "  {name: みなと市, 社会福祉協議会, districts: [中央, 東山, 西浜]}", "4 P016", '{name: "みなと市, 社会福祉協議会", districts:', '  {name: "みなと市, 社会福祉協議会", districts: [中央, 東山, 西浜]}'),
    Slip("  - id: 1\n    title: つながり", "  - id: １\n    title: つながり", "8 P022", "1 と書いてください"),
    Slip("  - id: 1\n    title: 支え", "  - id: Ⅰ\n    title: 支え", "16 P022", "1 と書いてください"),
    Slip("  - id: 1\n    title: 支え", "  - id: 基本目標1\n    title: 支え", "16 P022", "1 と書いてください"),
    Slip("  - id: 1\n    title: 支え", "  - title: 支え", "16 P020", "id: 1"),
    Slip("  - id: 1\n    title: つながり", "    id: 1\n    title: つながり", "8 P022", "- id: 1"),
    Slip("id: 1-1", "id: ①-①", "19 P024", "1-1"),
    Slip("id: 1-1", "id: (1)", "19 P024", "1-1"),
    Slip(ACTIONS, "      -見守りを広げる\n      -居場所を増やす", "11 P022", "- 見守りを広げる、- 居場所を増やす"),
    Slip("      - 見守り", "      ー 見守り", "11 P004", "- 見守りを広げる"),
    Slip("title: つながりづくり", "title つながりづくり", "9 P004", "title: つながりづくり"),
    Slip("title: つながりづくり", "title = つながりづくり", "9 P004", "title: つながりづくり"),
    Slip("\nprograms:\n", "\nprograms\n", "24 P004", "programs:"),
    Slip("\ncouncil:\n", "\ncouncil\n", "3 P004", "council:"),
    Slip("    actions:\n", "    actions：\n", "10 P004", "actions:"),
    Slip("title: つながりづくり", 'title: "つながりづくり', "9 P004", 'title: "つながりづくり"'),
    Slip("[中央, 東山, 西浜]", "[中央, 東山, 西浜", "5 P004", "districts: [中央, 東山, 西浜]"),
    Slip("[中央, 東山, 西浜]", "中央 東山 西浜", "5 P022", "districts: [中央, 東山, 西浜]"),
    Slip("    notes: 確認済み", "    district: 中央、東山", "31 P212", "district: [中央, 東山]", "    district: [中央, 東山]"),
    Slip("    status: new\n    purpose: 孤立を防ぐ。", "    status: new purpose: 孤立を防ぐ。", "26 P004", "status: new、purpose: 孤立を防ぐ。"),
    Slip("    schedule: 7月\n", "    schedule: [7月, 8月]\n", "28 P022", "schedule: 7月、8月", "    schedule: 7月、8月\n"),
    Slip("    schedule: 7月\n", "    schedule:\n      - 7月\n      - 8月\n", "29 P022", "schedule: 7月、8月", "    schedule: 7月、8月\n"),
    Slip("status: new", "status: [new]", "26 P022", "new（新規）"),
    Slip("status: new", "status: 継続中", "26 P023", "continued", "status: continued"),
    Slip("    notes: 確認済み", "    commissioned_by: みなと市", "31 P023", "city", "    commissioned_by: city"),
    Slip("      - 見守りを広げる", "      - 見守り: 広げる", "11 P022", '- "見守り: 広げる"', '      - "見守り: 広げる"'),
    Slip("notes: 確認済み", "notes: {未定}", "31 P022", 'notes: "{未定}"', 'notes: "{未定}"'),
    Slip("notes: 確認済み", "notes: &要確認", "31 P009", 'notes: "&要確認"', 'notes: "&要確認"'),
    Slip("notes: 確認済み", "notes: *要確認", "31 P010", 'notes: "*要確認"', 'notes: "*要確認"'),
    Slip("    notes: 確認済み", "    - notes: 確認済み", "31 P004", "notes: 確認済み"),
    Slip("    notes: 確認済み", "    ※ あとで\n    notes: 確認済み", "31 P004", "# ※ あとで", "    # ※ あとで\n    notes: 確認済み"),
    Slip("\nprograms:\n", "\n■ 事業一覧\nprograms:\n", "24 P004", "# ■ 事業一覧", "\n# ■ 事業一覧\nprograms:\n"),
    Slip("council:\n  name: みなと市社会福祉協議会", "council: みなと市社会福祉協議会", "3 P004", "name: みなと市社会福祉協議会"),
    Slip("    notes: 確認済み", "    content: ・体験\n      ・交流", "32 P505", "content: |", "    content: |\n      ・体験\n      ・交流"),
    Slip("    notes: 確認済み", "    content: |\n    体験\n    交流", "32 P004", "2つ分下げて", "    content: |\n      体験\n      交流"),
    Slip("  - name: 世代間交流事業\n    notes: 確認済み", "  - name: 世代間交流事業\t継続\t7月\t960千円", "30 P005", "- name: 世代間交流事業、status: continued、schedule: 7月、budget: 960千円", "  - name: 世代間交流事業\n    status: continued\n    schedule: 7月\n    budget: 960千円"),
    Slip("          - 子育てサロン\n          - 世代間", "          - 各種事業の開催:\n            - 子育てサロン\n            - 世代間", "22 P022", "- group: 各種事業の開催", "          - group: 各種事業の開催\n            programs:\n            - 子育てサロン\n            - 世代間"),
    Slip("    programs:\n      - 子育てサロン\n", "    主な事業:\n      - 子育てサロン\n", "13 P021", "programs"),
    Slip(ACTIONS, "      -\t見守りを広げる\n      - 居場所を増やす", "11 P005", "半角スペース"),
    Slip("        title: 相談の充実\n        programs:\n", "        title: 相談の充実\n", "21 P004", "「programs:」のような項目の行を、「title:」とそろえて"),
    Slip("    notes: 確認済み", "    district: 東山地区", "31 P212", "「東山」", "    district: 東山"),
    Slip("\nprograms:\n", "\n事業一覧:\n", "24 P021", "programs"),
    Slip("    title: つながりづくり", "　　title: つながりづくり", "9 P015", "半角スペース4つ"),
]  # fmt: skip


def found(text: str) -> list[tuple[str, str]]:
    return [
        (f"{each.span.start.line} {each.code}", JA(each.suggestion) if each.suggestion else "")
        for each in lint([load_bytes(text.encode(), "2024.yaml")]).diagnostics
    ]


def entries(text: str) -> int:
    """How many lines a person wrote as entries, with whatever sign before them."""
    return sum(line.lstrip()[:1] in "-・●①" for line in text.splitlines() if line.strip())


CERTAIN = [
    ("  - id: 1\n    title: つながり", "  - id: １\n    title: つながり"),
    ("  - id: 1\n    title: 支え", '  - id: "１"\n    title: 支え'),
    ("  - id: 1\n    title: 支え", "  - id: ①\n    title: 支え"),
    ("id: 1-1", "id: １－１"),
    ("id: 1-1", 'id: "１ー１"'),
    ("fiscal_year: 2024", "fiscal_year: 令和６年度"),
    ("format: 1", "format: １"),
    ("status: new", "status: 新規"),
    ("status: new", "status: ｎｅｗ"),
    ("title: つながりづくり", "title：つながりづくり"),
    ("title: つながりづくり", "title:つながりづくり"),
    ("    actions:\n", "    actions：\n"),
    ("      - 見守り", "　　　-　見守り"),
]
"""What has one meaning: `--fix` writes it."""


@pytest.mark.parametrize(("right", "written"), CERTAIN)
def test_what_has_one_meaning_is_fixed(right: str, written: str):
    text = PLAN.replace(right, written, 1)
    (told,) = lint([load_bytes(text.encode(), "2024.yaml")]).diagnostics[:1]
    assert told.fixable
    mended = fix(load_bytes(text.encode(), "2024.yaml"), Settings(), unsafe=False)
    assert mended.file.document.text.replace('"', "") == PLAN


NO_NUMBER = [
    ("status: new", "until: 2年間で終了", "2024 のように西暦で書いてください"),
    ("status: new", "until: 令和100年度", "2024 のように西暦で書いてください"),
    ("fiscal_year: 2024", "fiscal_year: 6.0", "2024 のように西暦で書いてください"),
    ("  - id: 1\n    title: 支え", "  - id: 一般\n    title: 支え", "1 以上の数を書いてください"),
    (
        "  - id: 1\n    title: 支え",
        "  - id: 令和6年度の重点\n    title: 支え",
        "1 以上の数を書いてください",
    ),
    ("  - id: 1\n    title: 支え", "  - id: 五十音\n    title: 支え", "1 以上の数を書いてください"),
    ("  - id: 1\n    title: 支え", "  - id: ０\n    title: 支え", "1 以上の数を書いてください"),
    (
        "  - id: 1\n    title: 支え",
        "  - id: 重点項目1\n    title: 支え",
        "1 以上の数を書いてください",
    ),
]
"""What says more than a number, or one that cannot stand there: a person decides."""


@pytest.mark.parametrize(("right", "written", "advice"), NO_NUMBER)
def test_a_number_is_not_guessed_from_a_text(right: str, written: str, advice: str):
    text = PLAN.replace(right, written, 1)
    file = load_bytes(text.encode(), "2024.yaml")
    assert {JA(each.suggestion) for each in file.findings if each.suggestion} == {advice}
    mended = fix(file, Settings(), unsafe=True)
    assert (mended.fixed, mended.file.document.text) == ((), text)


@pytest.mark.parametrize(
    ("right", "written", "meant"),
    [
        ("status: new", "until: 令和8年度", "until: 2026"),
        ("status: new", "until: Ｒ８", "until: 2026"),
        ("notes: 確認済み", "indicators: [{name: 利用者, target: {value: 9人, year: 令和８年度}}]", "indicators: [{name: 利用者, target: {value: 9人, year: 2026}}]"),
        ("  - id: 1\n    title: 支え", "  - id: 基本目標１\n    title: 支え", "  - id: 1\n    title: 支え"),
        ("  - id: 1\n    title: つながり", "  - id: （１）\n    title: つながり", "  - id: 1\n    title: つながり"),
    ],
)  # fmt: skip
def test_years_and_numbers_with_their_word_are_read(right: str, written: str, meant: str):
    text = PLAN.replace(right, written, 1)
    mended = fix(load_bytes(text.encode(), "2024.yaml"), Settings(), unsafe=False)
    assert mended.file.document.text == PLAN.replace(right, meant, 1)


def test_all_wrong_colons_are_told_and_fixed_at_once():
    slipped = PLAN.replace("7月", "7")
    text = slipped.replace(": ", "：")
    told = found(text)
    assert [each[0].split()[1] for each in told].count("P004") == text.count("：")
    assert [each[0] for each in told if "P004" not in each[0]] == ["28 P022"]
    mended = fix(load_bytes(text.encode(), "2024.yaml"), Settings(), unsafe=False)
    assert mended.file.document.text == slipped


@pytest.mark.parametrize("end", ["\r", "\r\n"])
@pytest.mark.parametrize(("right", "written"), CERTAIN)
def test_whatever_ends_the_lines_the_same_is_fixed(right: str, written: str, end: str):
    text = ("# メモ\r# 続き\n" + PLAN.replace(right, written, 1)).replace("\n", end)
    mended = fix(load_bytes(text.encode(), "2024.yaml"), Settings(), unsafe=False)
    expected = ("# メモ\r# 続き\n" + PLAN).replace("\n", end)
    assert mended.file.document.text.replace('"', "") == expected
    assert mended.fixed


WITHIN = [
    "content: |+\n      text：あいう",
    "content: |2\n      text：あいう",
    "content: > # 折り返し\n      text：あいう",
    'target: "あ\n text：あいう"',
    "target: 'あ\n      text：あいう'",
    "content: |\n" + "      行\n" * 230 + "      text：あいう",
]


@pytest.mark.parametrize("written", WITHIN, ids=lambda written: written[:12])
def test_what_stands_within_a_text_is_no_slip(written: str):
    text = PLAN.replace("status: new", written)
    assert [code for _, code in (each[0].split() for each in found(text)) if code in ("P004", "P015")] == []  # fmt: skip
    slipped = text.replace("title: 支え", "title：支え")
    mended = fix(load_bytes(slipped.encode(), "2024.yaml"), Settings(), unsafe=False)
    assert mended.file.document.text == text


def test_spaces_of_a_text_are_none_that_yaml_counts():
    text = PLAN.replace("status: new", "content: |\n      　-　項目")
    assert [each for each in found(text) if "P015" in each[0]] == []


def test_a_line_end_of_another_kind_does_not_move_what_is_fixed():
    text = PLAN.replace("協議会\n", "協議会 # メモ\r").replace(
        "id: 1\n    title: 支", "id：１\n    title: 支"
    )
    mended = fix(load_bytes(text.encode(), "2024.yaml"), Settings(), unsafe=False)
    assert mended.file.document.text == PLAN.replace("協議会\n", "協議会 # メモ\r")
    assert [each.code for each in mended.fixed] == ["P004", "P022"]


def test_a_number_that_stands_there_already_is_not_given_twice():
    twice = PLAN.replace("programs:\n  - name", "programs:\n  - name", 1).replace(
        "goals:\n", "  - id: １\n    title: 二つ目\ngoals:\n"
    )
    mended = fix(load_bytes(twice.encode(), "2024.yaml"), Settings(), unsafe=True)
    assert mended.file.document.text == twice


@pytest.mark.parametrize("slip", SLIPS, ids=lambda slip: slip.written.strip().splitlines()[-1])
def test_no_fix_takes_an_entry_away(slip: Slip):
    text = PLAN.replace(slip.right, slip.written)
    mended = fix(load_bytes(text.encode(), "2024.yaml"), Settings(), unsafe=True)
    assert entries(mended.file.document.text) >= entries(text)


def test_of_two_lists_under_one_key_both_are_kept():
    twice = PLAN.replace(ACTIONS, f"{ACTIONS}\n    actions:\n      - 三つ目")
    assert found(twice) == [
        ("13 P006", "この actions: の下の行を1回目の actions: の下に移し、この行を消してください")
    ]
    assert found(twice.replace("\n    actions:\n      - 三つ目", "\n      - 三つ目")) == []


def test_the_plan_itself_is_sound():
    assert found(PLAN) == []


@pytest.mark.parametrize("slip", SLIPS, ids=lambda slip: slip.written.strip().splitlines()[-1])
def test_a_slip_is_told_with_what_to_write_and_that_is_sound(slip: Slip):
    assert PLAN.count(slip.right) == 1
    told = found(PLAN.replace(slip.right, slip.written))
    assert [each[0] for each in told] == [slip.told]
    assert slip.advice in told[0][1]
    after = PLAN.replace(slip.right, slip.right if slip.next is None else slip.next)
    assert found(after) == []
    written = PLAN.replace(slip.right, slip.written)
    # A list that belongs into a text becomes lines of that text, and a key is no entry.
    if slip.written.startswith("    - notes"):
        return
    assert entries(after) >= entries(written) or "content: |" in after or "7月、8月" in after


@pytest.mark.parametrize("slip", SLIPS, ids=lambda slip: slip.written.strip().splitlines()[-1])
def test_no_fix_lowers_the_number_of_entries(slip: Slip, run: Run, tmp_path: Path):
    path = tmp_path / "2024.yaml"
    written = PLAN.replace(slip.right, slip.written)
    path.write_text(written, encoding="utf-8")
    run("validate", str(path), "--fix", "--unsafe-fixes")
    assert entries(path.read_text(encoding="utf-8")) == entries(written)


def test_slips_in_several_parts_are_told_in_one_run():
    text = (
        PLAN.replace("name: みなと市", "nmae: みなと市")
        .replace("title: つながりづくり", 'title: "居場所"づくり')
        .replace("title: 支え合うまち", "title:支え合うまち")
        .replace("status: new", "sttus: new")
    )
    assert [told for told, _ in found(text)] == ["4 P021", "9 P004", "17 P004", "26 P021"]


def test_a_top_level_key_of_another_name_is_told_beside_what_cannot_be_read():
    text = PLAN.replace("title: 支え合うまち", "title:支え合うまち").replace(
        "\nprograms:", "\n事業:"
    )
    assert [told for told, _ in found(text)] == ["17 P004", "24 P021"]


def test_of_one_part_at_most_one_syntax_error_is_told():
    text = PLAN.replace("title: つながりづくり", 'title: "居場所"づくり').replace(
        "      - 見守りを広げる", "      - [重点]見守り"
    )
    assert [told for told, _ in found(text)] == ["9 P004"]


def test_of_other_entries_what_is_wrong_with_a_line_is_told_too():
    text = (
        PLAN.replace("    schedule: 7月\n", "    schedule: 7月 budget: 9千円\n", 1)
        .replace("    budget: 960千円\n", "")
        .replace("notes: 確認済み", 'notes: "社協だより"を配る')
    )
    assert [told for told, _ in found(text)] == ["28 P004", "30 P004"]
    third = text + "  - name: 広報紙\n    schedule: 4月\n    ※ あとで\n"
    assert [told for told, _ in found(third)] == ["28 P004", "30 P004", "33 P004"]


@pytest.mark.parametrize(
    ("right", "written", "advice"),
    [
        ("    schedule: 7月", "\tschedule: 7月", "半角スペース4つ"),
        ("      - 居場所を増やす", "\t- 居場所を増やす", "上下の行と同じ数"),
        ("    purpose: 孤立", "    　purpose: 孤立", "半角スペース4つ"),
        ("    purpose: 孤立", "　purpose: 孤立", "半角スペース4つ"),
    ],
)
def test_a_line_that_begins_wrongly_is_told_where_its_neighbours_begin(
    right: str, written: str, advice: str
):
    text = PLAN.replace(right, written)
    ((_, told),) = found(text)
    assert advice in told
    mended = fix(load_bytes(text.encode(), "2024.yaml"), Settings(), unsafe=False)
    assert mended.file.document.text in (PLAN, text)


def test_a_part_that_cannot_be_read_is_not_also_missed():
    text = PLAN.replace("goals:\n  - id: 1\n    title: 支え", "goals:\n  - id: 1\n    title:支え")
    assert [told for told, _ in found(text)] == ["17 P004"]


def test_a_number_that_a_comma_parts_is_put_in_quotes_and_a_text_is_left(run: Run, tmp_path: Path):
    path = tmp_path / "2024.yaml"
    numbers = (
        "    funding: [{source: 会費, amount: 6,200千円}, {source: 県, 国, amount: 1,234,567円}]"
    )
    path.write_text(PLAN.replace("    notes: 確認済み", numbers), encoding="utf-8")
    run("validate", str(path), "--fix")
    assert (
        '[{source: 会費, amount: "6,200千円"}, {source: 県, 国, amount: "1,234,567円"}]'
        in path.read_text(encoding="utf-8")
    )


def test_what_a_comma_parts_does_not_hide_the_rest():
    text = PLAN.replace("status: new", "sttus: new").replace(
        "notes: 確認済み", "aliases: [1,204人の会]"
    )
    assert [told for told, _ in found(text)] == ["26 P021", "31 P016"]


@pytest.mark.parametrize("slip", SLIPS[::4], ids=lambda slip: slip.written.strip()[:20])
def test_line_ends_change_nothing_and_fixing_twice_is_fixing_once(slip: Slip):
    written = PLAN.replace(slip.right, slip.written)
    once = fix(load_bytes(written.encode(), "2024.yaml"), Settings(), unsafe=False).file
    for end in ("\r", "\r\n"):
        file = load_bytes(written.replace("\n", end).encode(), "2024.yaml")
        mended = fix(file, Settings(), unsafe=False).file
        assert mended.document.text == once.document.text.replace("\n", end)
        assert fix(mended, Settings(), unsafe=False).fixed == ()
