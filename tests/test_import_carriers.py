"""What carries a printed plan: Word, PDF, Excel and text give the same blocks, well made or badly."""

from __future__ import annotations

import io
import tracemalloc
from pathlib import Path

import docx
import openpyxl
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from openpyxl.styles import Border
from openpyxl.worksheet.worksheet import Worksheet

from shakyo_plan.documents.blocks import Carrier
from shakyo_plan.documents.carriers.opening import kind_of
from shakyo_plan.documents.carriers.plain_text import read_text
from shakyo_plan.documents.carriers.sheet import read_sheet
from shakyo_plan.documents.carriers.word import read_word
from shakyo_plan.documents.characters import plain, without_typeset_spaces
from shakyo_plan.documents.importing import import_carried
from shakyo_plan.errors import UserError
from shakyo_plan.language import Translator

HERE = Path("plan")


def word(body: str) -> bytes:
    """Return a Word document with this XML in its body."""
    document = docx.Document()
    for element in parse_xml(
        f'<w:body {nsdecls("w")} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:v">{body}</w:body>'
    ):
        document.element.body.insert(-1, element)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def texts(raw: bytes) -> list[str]:
    return [block.text for block in read_word(raw, HERE).blocks]


def run(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


def test_word_keeps_what_every_library_loses():
    raw = word(
        f"<w:p>{run('事業の')}<w:ins w:id='1'>{run('新しい')}</w:ins><w:del w:id='2'><w:r><w:delText>古い</w:delText></w:r></w:del>{run('計画')}</w:p>"
        f"<w:p><w:r><w:ruby><w:rubyPr/><w:rt>{run('しえん')}</w:rt><w:rubyBase>{run('支援')}</w:rubyBase></w:ruby></w:r>{run('事業')}</w:p>"
        f"<w:p>{run('見える')}<w:r><w:rPr><w:vanish/></w:rPr><w:t>隠れた</w:t></w:r></w:p>"
    )
    assert texts(raw) == ["事業の新しい計画", "支援事業", "見える"]


def test_a_text_box_is_read_once():
    box = f"<w:txbxContent><w:p>{run('箱の中の事業')}</w:p></w:txbxContent>"
    raw = word(
        f"<w:p>{run('本文')}<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing>{box}</w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )
    assert texts(raw) == ["本文", "箱の中の事業"]


def test_shift_enter_in_a_sentence_is_no_new_entry_but_before_a_bullet_it_is():
    raw = word(
        f"<w:p>{run('地域で支え合う')}<w:r><w:br/></w:r>{run('仕組みをつくります。')}</w:p>"
        f"<w:p>{run('・子育てサロン')}<w:r><w:br/></w:r>{run('・見守り活動')}</w:p>"
    )
    assert texts(raw) == ["地域で支え合う仕組みをつくります。", "・子育てサロン", "・見守り活動"]


def test_cells_merged_down_and_tables_for_layout():
    def cell(text: str, merge: str = "") -> str:
        return f"<w:tc><w:tcPr>{merge}</w:tcPr><w:p>{run(text)}</w:p></w:tc>"

    start, goes_on = "<w:vMerge w:val='restart'/>", "<w:vMerge/>"
    raw = word(
        "<w:tbl>"
        f"<w:tr>{cell('地区名')}{cell('事業名')}</w:tr><w:tr>{cell('北', start)}{cell('サロン')}</w:tr><w:tr>{cell('', goes_on)}{cell('教室')}</w:tr>"
        f"</w:tbl><w:p/><w:tbl><w:tr>{cell('囲みの文章です。')}</w:tr></w:tbl>"
    )
    blocks = read_word(raw, HERE).blocks
    assert [block.cells for block in blocks] == [
        ("地区名", "事業名"),
        ("北", "サロン"),
        (None, "教室"),
        (),
    ]
    assert blocks[-1].text == "囲みの文章です。"


def test_a_workbook_with_any_head_becomes_programs():
    book = openpyxl.Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    for row in (
        ["令和7年度 事業一覧"], ["□□町社会福祉協議会"], [],
        ["No", "基本目標", "事業名", "内容", "実施時期", "予算額（千円）", "担当課", "区分"],
        [1, "1 支え合う地域", "ふれあいサロン", "集いの場を開く", "毎月", 120, "地域係", "継続"],
        [2, None, "見守り活動", "訪ねて話を聞く", "通年", 300, "地域係", "新規"],
        [3, "2 安心な暮らし", "心配ごと相談", None, "毎週水曜日", None, "総務係", "拡充"],
    ):  # fmt: skip
        sheet.append(row)
    sheet.merge_cells("B5:B6")
    buffer = io.BytesIO()
    book.save(buffer)
    carried = read_sheet(buffer.getvalue(), HERE)
    draft = import_carried(carried, "plan.xlsx")
    assert [(goal["id"], goal["title"], goal["programs"]) for goal in draft.data["goals"]] == [
        (1, "支え合う地域", ["ふれあいサロン", "見守り活動"]),
        (2, "安心な暮らし", ["心配ごと相談"]),
    ]
    assert draft.data["programs"][1] == {
        "name": "見守り活動", "status": "new", "department": "地域係", "content": "訪ねて話を聞く",
        "schedule": "通年", "budget": "300千円",
    }  # fmt: skip
    assert draft.ledger.counts == {"total": 6, "recorded": 5, "skipped": 1, "unplaced": 0}
    assert carried.blocks[3].where.cell == "A5"


def test_cells_of_a_workbook_that_only_have_a_border_cost_no_memory():
    book = openpyxl.Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.append(["事業名", "実施時期"])
    sheet.append(["ふれあいサロン", "毎月"])
    for row in range(3, 2_000):
        sheet.cell(row, 20).border = Border()
    buffer = io.BytesIO()
    book.save(buffer)
    tracemalloc.start()
    carried = read_sheet(buffer.getvalue(), HERE)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert [block.text for block in carried.blocks] == ["事業名\t実施時期", "ふれあいサロン\t毎月"]
    assert most < 10_000_000


@pytest.mark.parametrize("cell", ["A20001", "B40000", "GS2", "XFD3"])
def test_what_is_too_far_out_on_a_sheet_is_told_and_not_left_out(cell: str):
    book = openpyxl.Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet["A1"] = "事業名"
    sheet[cell] = "ここにも何か"
    buffer = io.BytesIO()
    book.save(buffer)
    with pytest.raises(UserError) as error:
        read_sheet(buffer.getvalue(), HERE)
    assert Translator("ja")(error.value.message) == (
        "plan を取り込めません。シート「Sheet」が 20000行または 200列を超えています"
    )


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "cp932", "euc_jp", "utf-16"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_text_file_is_read_however_it_was_saved(codec: str, end: str):
    raw = end.join(["令和7年度事業計画", "", "・子育てサロン"]).encode(codec)
    assert [block.text for block in read_text(raw, HERE).blocks] == [
        "令和7年度事業計画",
        "・子育てサロン",
    ]


def test_lines_that_a_converter_broke_are_paragraphs_again():
    whole = "地域の人々が互いに支え合いながら安心して暮らすことのできるまちをつくるために、取り組みを進めます。"
    text = "\n".join(["・サロン", *[whole[:36] + "\n" + whole[36:]] * 9])
    blocks = read_text(text.encode(), HERE).blocks
    assert [block.text for block in blocks] == ["・サロン", *[whole] * 9]
    assert [block.where.line for block in blocks[:3]] == [1, 2, 4]


def test_letters_that_only_look_like_others_are_made_plain():
    assert plain("⾼齢者の⽣活⽀援") == "高齢者の生活支援"
    assert plain("ﾎﾞﾗﾝﾃｨｱ･\u200bセンター\u00ad") == "ボランティア・センター"
    assert plain("か\u3099くしゅう") == "がくしゅう"
    assert plain("㈱①") == "㈱①"
    assert without_typeset_spaces("令和 6 年度 事業 A 型") == "令和6年度 事業A型"


def test_a_file_is_what_its_first_bytes_say():
    assert kind_of(b"%PDF-1.7\n", Path("a.docx")) is Carrier.PDF
    assert kind_of("令和7年度".encode(), Path("a.pdf")) is Carrier.TEXT
