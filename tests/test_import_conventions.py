"""Other councils' conventions, each as a text and as a Word file: the tree is the one that a reader sees."""

from __future__ import annotations

import io
from pathlib import Path

import docx
import pytest

from shakyo_plan.documents.carriers.word import read_word
from shakyo_plan.documents.importing import Imported, import_carried
from tests.imports import imported, tree

CHAPTERS = (
    """\
令和6年度事業計画
試験町社会福祉協議会
第1章 地域福祉の推進
1 地域のつながりづくり
◎サロン活動
◎見守り活動（町受託）
2 担い手づくり
◎講座の開催（年2回）
第2章 在宅福祉の推進
1 介護保険
◎訪問介護
""",
    """\
目標 1 地域福祉の推進
  1-1 地域のつながりづくり
    サロン活動
    見守り活動
  1-2 担い手づくり
    講座の開催
目標 2 在宅福祉の推進
  2-1 介護保険
    訪問介護
""",
)

ROMAN_WITH_PLAIN_HEADINGS = (
    """\
平成26年度事業計画
試験区社会福祉協議会
Ⅰ 住民による地域福祉活動の支援
（１）地区社会福祉協議会活動の支援
地区社会福祉協議会活動への助成
①活動運営費
②広報紙発行助成金
運営・事業支援
①分科会（会長・事務局長合同会議）
（２）ボランティア活動の支援
①ボランティア講座の開催
Ⅱ 相談支援
（１）生活相談
①心配ごと相談
""",
    """\
目標 1 住民による地域福祉活動の支援
  1-1 地区社会福祉協議会活動の支援
    (1) 地区社会福祉協議会活動への助成
      活動運営費
      広報紙発行助成金
    (2) 運営・事業支援
      分科会（会長・事務局長合同会議）
  1-2 ボランティア活動の支援
    ボランティア講座の開催
目標 2 相談支援
  2-1 生活相談
    心配ごと相談
""",
)

FOUR_LEVELS = (
    """\
令和6年度事業計画
試験市社会福祉協議会
基本目標1 支え合うまち
基本計画1 つながりづくり
実施計画1 居場所づくり
・サロン活動
・子ども食堂
実施計画2 見守り
・見守り訪問
基本計画2 担い手づくり
実施計画1 講座
・入門講座
基本目標2 安心なまち
基本計画1 相談支援
実施計画1 総合相談
・心配ごと相談
""",
    """\
目標 1 支え合うまち
  1-1 つながりづくり
    (1) 居場所づくり
      サロン活動
      子ども食堂
    (2) 見守り
      見守り訪問
  1-2 担い手づくり
    (1) 講座
      入門講座
目標 2 安心なまち
  2-1 相談支援
    (1) 総合相談
      心配ごと相談
""",
)

NO_GOALS = (
    """\
平成30年度事業計画
試験地区社会福祉協議会
1 調査及び研究
 ・在宅の高齢者の実態把握
2 事業の企画及び実施
 ・配食サービス
 ・敬老のつどい（9月）
3 研修
 ・自主研修
""",
    """\
1 調査及び研究
  在宅の高齢者の実態把握
2 事業の企画及び実施
  配食サービス
  敬老のつどい
3 研修
  自主研修
""",
)

GOALS_RIGHT_OVER_PROGRAMS = (
    """\
令和5年度事業計画
社会福祉法人 試験市社会福祉協議会
基本目標１　広報、啓発活動
（１）広報紙の発行
年4回発行します。
（２）福祉大会の開催
11月に開きます。
基本目標２　地域活動
（１）地区社協への助成
活動費を助成します。
（２）サロン活動
""",
    """\
目標 1 広報、啓発活動
  広報紙の発行
  福祉大会の開催
目標 2 地域活動
  地区社協への助成
  サロン活動
""",
)

PLANS_WITHOUT_LISTS = (
    """\
令和4年度 事業計画
社会福祉法人 試験市社会福祉協議会
重点取組１　身近な地域のつながりの推進
1-1　支えあい活動の推進
地区の活動を支えます。
1ー2　担い手の育成
講座を開きます。
重点取組２　権利擁護の推進
2-1　成年後見の利用促進
相談に応じます。
""",
    """\
目標 1 身近な地域のつながりの推進
  1-1 支えあい活動の推進
  1-2 担い手の育成
目標 2 権利擁護の推進
  2-1 成年後見の利用促進
""",
)

PRIORITIES_ONLY = (
    """\
令和5年度事業計画
社会福祉法人 試験区社会福祉協議会
基本方針
地域のつながりを大切にします。
重点的な取り組み
・こども・若者応援基金の活用
・相談員の増員
""",
    """\
重点 1 こども・若者応援基金の活用
重点 2 相談員の増員
""",
)

NESTED_BULLETS = (
    """\
令和6年度事業計画
試験村社会福祉協議会
【地域福祉】
◆つながりづくり
○サロン活動（村受託）
○見守り活動【新規】
◆担い手づくり
○講座の開催
【在宅福祉】
◆介護
○訪問介護
""",
    """\
目標 1 地域福祉
  1-1 つながりづくり
    サロン活動
    見守り活動
  1-2 担い手づくり
    講座の開催
目標 2 在宅福祉
  2-1 介護
    訪問介護
""",
)

ALL = {
    "第1章 / 1 / ◎": CHAPTERS,
    "Ⅰ / (1) / heading / ①": ROMAN_WITH_PLAIN_HEADINGS,
    "four levels": FOUR_LEVELS,
    "no goals": NO_GOALS,
    "goals right over programs": GOALS_RIGHT_OVER_PROGRAMS,
    "重点取組 / 1-1": PLANS_WITHOUT_LISTS,
    "priorities only": PRIORITIES_ONLY,
    "【】 / ◆ / ○": NESTED_BULLETS,
}


def from_word(document: object) -> Imported:
    buffer = io.BytesIO()
    document.save(buffer)  # type: ignore[attr-defined]
    return import_carried(read_word(buffer.getvalue(), Path("plan.docx")), "plan.docx")


@pytest.mark.parametrize("shape", ALL)
def test_a_text_in_another_convention_gives_the_tree_that_a_reader_sees(shape: str):
    text, wanted = ALL[shape]
    draft = imported(text)
    assert tree(draft) == wanted.splitlines()
    assert draft.ledger.counts["unplaced"] == 0
    assert draft.doubts == ()


@pytest.mark.parametrize("shape", ALL)
def test_a_word_file_in_the_same_convention_gives_the_same_tree(shape: str):
    text, wanted = ALL[shape]
    document = docx.Document()
    for line in text.splitlines():
        document.add_paragraph(line)
    assert tree(from_word(document)) == wanted.splitlines()


def test_headings_without_numbers_are_told_by_word_s_styles():
    document = docx.Document()
    document.add_paragraph("令和6年度事業計画")
    document.add_paragraph("試験町社会福祉協議会")
    for level, text in (
        (1, "地域福祉の推進"), (2, "つながりづくり"), (0, "サロン活動"), (0, "見守り活動"), (2, "担い手づくり"), (0, "講座の開催"),
        (1, "在宅福祉の推進"), (2, "介護保険"), (0, "訪問介護"),
    ):  # fmt: skip
        document.add_paragraph(text, style=f"Heading {level}" if level else "List Bullet")
    assert tree(from_word(document)) == [
        "目標 1 地域福祉の推進",
        "  1-1 つながりづくり",
        "    サロン活動",
        "    見守り活動",
        "  1-2 担い手づくり",
        "    講座の開催",
        "目標 2 在宅福祉の推進",
        "  2-1 介護保険",
        "    訪問介護",
    ]


def test_a_table_of_programs_under_each_plan_and_over_pages():
    document = docx.Document()
    for line in ("令和6年度事業計画", "試験町社会福祉協議会", "1 地域福祉の推進"):
        document.add_paragraph(line)
    head = ("事業名", "事業内容", "実施時期", "予算額（千円）")
    rows = [
        head,
        ("サロン活動", "集いの場を開く", "毎月", "120"),
        head,
        ("見守り活動（新規）", "訪ねて話を聞く", "通年", "30"),
    ]
    table = document.add_table(rows=4, cols=4)
    for at, row in enumerate(rows):
        for column, text in enumerate(row):
            table.cell(at, column).text = text
    draft = from_word(document)
    assert tree(draft) == ["1 地域福祉の推進", "  サロン活動", "  見守り活動"]
    assert draft.data["programs"] == [
        {
            "name": "サロン活動",
            "content": "集いの場を開く",
            "schedule": "毎月",
            "budget": "120千円",
        },
        {
            "name": "見守り活動",
            "status": "new",
            "content": "訪ねて話を聞く",
            "schedule": "通年",
            "budget": "30千円",
        },
    ]
    assert draft.ledger.counts == {"total": 7, "recorded": 5, "skipped": 2, "unplaced": 0}
