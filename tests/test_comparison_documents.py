"""``plan diff OLD NEW -o FILE.docx|.xlsx``: the 新旧対照表 for a board."""

from __future__ import annotations

import zipfile
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from openpyxl import load_workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock

from tests.conftest import Run

OLD = """\
format: 1
fiscal_year: 2024
council: {name: 試験社協, districts: [常磐]}
goals:
  - id: 1
    title: 共に生きる
    plans:
      - id: 1-1
        title: 子育て
        programs: [子育てサロン, 親子バスハイク, 会食会]
      - id: 1-2
        title: 学び
        programs: [福祉体験学習事業]
programs:
  - name: 子育てサロン
    purpose: 親子が集い、悩みを話せる場をつくる。
    schedule: 7月
    budget: 100千円
  - name: 親子バスハイク
  - name: 会食会
  - name: 福祉体験学習事業
suppress:
  - {rule: P303, item: "1", reason: 予定, until: 2024}
"""
NEW = """\
format: 1
fiscal_year: 2025
council: {name: 試験社協, districts: [常磐]}
goals:
  - id: 1
    title: 共に生きる
    plans:
      - id: 1-1
        title: 子育て
        programs: [子育てサロン, 会食会, 出張ひろば]
      - id: 1-2
        title: 学び
        programs: [福祉体験学習会事業]
programs:
  - name: 子育てサロン
    aliases: [サロン]
    purpose: 親子が気軽に集い、悩みを話せる場をつくる。
    schedule: 8月
    budget: 120千円
  - name: 会食会
    status: suspended
  - name: 出張ひろば
    status: new
    district: 常磐
  - name: 福祉体験学習会事業
"""
WORDS = [
    ["旧: 令和6年度", "新: 令和7年度", "備考"],
    ["基本目標 1 共に生きる"],
    ["1-1 子育て"],
    [
        "子育てサロン\n目的: 親子が集い、悩みを話せる場をつくる。\n実施時期: 7月\n予算額: 100千円",
        "子育てサロン\n目的: 親子が気軽に集い、悩みを話せる場をつくる。\n実施時期: 8月\n予算額: 120千円",
        "事業: 変更\n7月を削除\n8月を追加\n+20,000円、+20.0%",
    ],
    ["親子バスハイク\n掲載: 1-1", "（なし）", "事業: 削除"],
    ["会食会\n区分: 継続", "会食会\n区分: 休止", "事業: 変更"],
    ["（なし）", "出張ひろば（新規・常磐）\n掲載: 1-1", "事業: 追加"],
    ["1-2 学び"],
    ["福祉体験学習事業", "福祉体験学習会事業", "事業: 名称変更（推定）"],
]
UNDERLINED = [
    "7月", "100千円", "気軽に", "8月", "120千円", "親子バスハイク", "掲載: 1-1", "継続", "休止",
    "出張ひろば（新規・常磐）", "掲載: 1-1", "福祉体験学習事業", "福祉体験学習会事業",
]  # fmt: skip


@pytest.fixture
def years(tmp_path: Path) -> Path:
    folder = tmp_path / "plans"
    folder.mkdir()
    (folder / "2024.yaml").write_text(OLD, encoding="utf-8")
    (folder / "2025.yaml").write_text(NEW, encoding="utf-8")
    return folder


def document_of(run: Run, folder: Path) -> Document:
    result = run("diff", "2024", "2025", "-o", "新旧対照表.docx")
    assert (result.code, result.out, result.err) == (0, "", "新旧対照表.docx に書き出しました\n")
    return docx.Document(str(folder.parent / "新旧対照表.docx"))


def words_of(document: Document) -> list[list[str]]:
    (table,) = document.tables
    rows = [[cell.text for cell in row.cells] for row in table.rows]
    # A heading is one cell over all columns, which python-docx gives three times.
    return [list(dict.fromkeys(row)) if len(set(row)) == 1 else row for row in rows]


def test_each_program_is_a_row_under_its_goal_and_plan(run: Run, years: Path):
    document = document_of(run, years)
    assert document.paragraphs[0].text == "試験社協 事業計画 新旧対照表（令和6年度・令和7年度）"
    assert words_of(document) == WORDS


def test_what_differs_is_underlined_and_nothing_else(run: Run, years: Path):
    document = document_of(run, years)
    runs = [
        piece
        for row in document.tables[0].rows
        for cell in row.cells
        for paragraph in cell.paragraphs
        for piece in paragraph.runs
    ]
    assert [piece.text for piece in runs if piece.underline] == UNDERLINED


def test_the_table_lies_across_a4_and_its_head_is_on_every_page(run: Run, years: Path):
    document = document_of(run, years)
    section = document.sections[0]
    assert section.orientation is WD_ORIENT.LANDSCAPE
    assert section.page_width is not None
    assert section.page_height is not None
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (297, 210)
    rows = [row._tr for row in document.tables[0].rows]
    assert [bool(row.findall(f"{qn('w:trPr')}/{qn('w:tblHeader')}")) for row in rows] == [
        True,
        *[False] * (len(rows) - 1),
    ]
    assert all(row.findall(f"{qn('w:trPr')}/{qn('w:cantSplit')}") for row in rows)


def test_the_workbook_says_the_same(run: Run, years: Path, tmp_path: Path):
    assert run("diff", "2024", "2025", "-o", "新旧対照表.xlsx").code == 0
    sheet = load_workbook(tmp_path / "新旧対照表.xlsx", rich_text=True).active
    assert sheet is not None
    rows = [
        [str(cell.value) for cell in row if cell.value is not None] for row in sheet.iter_rows()
    ]
    assert rows == [["試験社協 事業計画 新旧対照表（令和6年度・令和7年度）"], *WORDS]
    rich = [
        cell.value
        for row in sheet.iter_rows()
        for cell in row
        if isinstance(cell.value, CellRichText)
    ]
    underlined = [piece.text for cell in rich for piece in cell if isinstance(piece, TextBlock)]
    assert underlined == UNDERLINED
    # Four lines need room for four.
    assert sheet.row_dimensions[5].height >= 60
    assert (sheet.freeze_panes, sheet.page_setup.orientation) == ("A3", "landscape")


def test_nothing_of_the_tool_itself_is_told(run: Run, years: Path, tmp_path: Path):
    document = document_of(run, years)
    told = "".join(part for row in words_of(document) for part in row)
    for internal in ("P303", "2024.yaml", "サロン、", "類似", "確実", "aliases", "別名"):
        assert internal not in told


def test_plans_that_print_alike_say_so(run: Run, years: Path, tmp_path: Path):
    for ending in (".docx", ".xlsx"):
        assert run("diff", "2024", "plans/2024.yaml", "-o", f"同じ{ending}").code == 0
    assert docx.Document(str(tmp_path / "同じ.docx")).paragraphs[1].text == "違いはありません"
    sheet = load_workbook(tmp_path / "同じ.xlsx").active
    assert sheet is not None
    assert sheet["A3"].value == "違いはありません"


def test_text_of_a_plan_is_data_in_both(run: Run, years: Path, tmp_path: Path):
    hostile = "=cmd|'/c calc'!A1 <w:t>{ MERGEFIELD x }"
    (years / "2025.yaml").write_text(NEW.replace("出張ひろば", f'"{hostile}"'), encoding="utf-8")
    document = document_of(run, years)
    assert any(
        "=cmd|'/c calc'!A1 <w:t>{ MERGEFIELD x }" in part
        for row in words_of(document)
        for part in row
    )
    assert not document.element.findall(".//" + qn("w:instrText"))[1:]
    assert run("diff", "2024", "2025", "-o", "表.xlsx").code == 0
    with zipfile.ZipFile(tmp_path / "表.xlsx") as package:
        assert b"<f>" not in b"".join(map(package.read, package.namelist()))


def test_a_printed_comparison_goes_to_a_file_only(run: Run, years: Path):
    result = run("diff", "2024", "2025", "-o", "対照.pdf")
    assert result.code == 2
    assert ".docx、.xlsx" in result.err
