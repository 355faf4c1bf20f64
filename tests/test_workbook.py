"""The workbook: what it shows, what comes back from it, and what is refused by cell."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from shakyo_plan.documents.workbook.applying import applied
from shakyo_plan.documents.workbook.changes import Changes
from shakyo_plan.documents.workbook.comparing import changes_of
from shakyo_plan.documents.workbook.export import to_workbook
from shakyo_plan.documents.workbook.reading import EditedWorkbook, read_workbook
from shakyo_plan.errors import UserError
from shakyo_plan.language import Translator
from shakyo_plan.source.loading import LoadedFile, load_bytes

PLAN = """\
# 試験社協の計画
format: 1
fiscal_year: 2024
council:
  name: 試験社協
  districts: [常磐, 内郷]
priorities:
  - id: 1
    title: 相談
    programs: [相談, 見守り]
  - id: 2
    title: 連携
goals:
  - id: 1
    title: 共に生きる
    plans:
      - id: 1-1
        title: 子育て
        programs:
          - 見守り   # 毎月
          - group: 各種事業の開催
            programs:
              - 料理教室
          - 相談
      - id: 1-2
        title: 高齢
        programs: []
programs:
  - name: 相談
    commissioned_by: city
    budget: 69千円
    funding:
      - source: 補助金
        amount: 69千円
  # 二つ目
  - name: 見守り
    aliases: [見まもり]
    schedule: 通年
    content: |
      訪ねる。
      聴く。
  - name: 料理教室
    status: new
    district: 常磐
    distinct_from: [相談]
"""
ja = Translator("ja")


@pytest.fixture
def file() -> LoadedFile:
    return load_bytes(PLAN.encode("utf-8"), "plan.yaml")


class Book:
    """A workbook that is edited by cell."""

    def __init__(self, file: LoadedFile, folder: Path) -> None:
        self.path = folder / "plan.xlsx"
        self.book = openpyxl.load_workbook(io.BytesIO(to_workbook(file)))

    def __getitem__(self, title: str) -> Any:
        return self.book[title]

    def read(self) -> EditedWorkbook:
        self.book.save(self.path)
        return read_workbook(self.path)

    def changes(self, file: LoadedFile, *, remove: bool = False) -> Changes:
        return changes_of(self.read(), file.document.data, remove=remove)


@pytest.fixture
def book(file: LoadedFile, tmp_path: Path) -> Book:
    return Book(file, tmp_path)


def rows(sheet: Any) -> list[list[str]]:
    return [[str(cell.value or "") for cell in row] for row in sheet.iter_rows()]


def test_the_sheets_show_programs_and_where_they_are_cited(book: Book):
    assert book.book.sheetnames == ["事業", "掲載", "_choices", "月別", "予算", "_plan"]
    assert [each.sheet_state for each in book.book] == [
        *("visible", "visible", "veryHidden", "visible", "visible", "veryHidden")
    ]
    heads, *programs = rows(book["事業"])
    assert heads == [
        *("キー", "事業名", "区分", "地区", "委託元", "実施時期", "予算額", "財源の内訳", "担当"),
        *("対象者", "目的", "実施内容", "成果の活用", "備考", "別名", "旧名", "別の事業"),
        *("最終年度", "独自の印", "定員・回数", "会場", "連携先", "指標"),
    ]
    assert [row[1:8] for row in programs] == [
        ["相談", "継続", "", "市受託", "", "69千円", "補助金：69千円"],
        ["見守り", "継続", "", "", "通年", "", ""],
        ["料理教室", "新規", "常磐", "", "", "", ""],
    ]
    assert programs[1][11:15] == ["訪ねる。\n聴く。", "", "", "見まもり"]
    assert [row[1:] for row in rows(book["掲載"])] == [
        ["掲載先", "題名", "各種事業", "事業名", "区分等"],
        ["重点項目 1", "相談", "", "相談", "市受託"],
        ["重点項目 1", "相談", "", "見守り", ""],
        ["基本計画 1-1", "子育て", "", "見守り", ""],
        ["基本計画 1-1", "子育て", "", "相談", "市受託"],
        ["基本計画 1-1", "子育て", "各種事業の開催", "料理教室", "新規・常磐"],
    ]
    assert rows(book["予算"])[1:] == [
        ["相談", "", "69千円", "69000", "補助金：69千円"],
        ["事業の合計", "", "", "69000", ""],
    ]
    assert rows(book["月別"])[1][:5] == ["見守り", "", "通年", "○", "○"]


def test_cells_are_text_heads_stay_and_it_prints_on_a_page_in_width(book: Book):
    for title in ("事業", "掲載"):
        sheet = book[title]
        assert sheet.freeze_panes == "C2"
        assert sheet.auto_filter.ref.startswith("A1:")
        assert sheet.column_dimensions["A"].hidden
        assert {
            cell.number_format for row in sheet.iter_rows(min_row=2) for cell in row if cell.value
        } == {"@"}
        assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
        assert sheet.print_title_rows == "$1:$1"
    offered = {each.sqref: each.formula1 for each in book["事業"].data_validations.dataValidation}
    assert {str(cells)[0]: area for cells, area in offered.items()} == {
        "C": "'_choices'!$A$2:$A$9",
        "D": "'_choices'!$C$2:$C$3",
        "E": "'_choices'!$B$2:$B$11",
    }


def test_no_text_of_a_plan_is_a_formula(tmp_path: Path):
    nasty = PLAN.replace("schedule: 通年", "schedule: =cmd|'/c calc'!A1").replace(
        "内郷]", '"=1+1"]'
    )
    raw = to_workbook(load_bytes(nasty.encode("utf-8"), "plan.yaml"))
    with zipfile.ZipFile(io.BytesIO(raw)) as package:
        assert not any(b"<f>" in package.read(name) for name in package.namelist())


Edit = Callable[[Book], None]


def typed(sheet: str, cell: str, value: Any) -> Edit:
    def edit(book: Book) -> None:
        book[sheet][cell].value = value

    return edit


def added(sheet: str, **cells: Any) -> Edit:
    def edit(book: Book) -> None:
        row = book[sheet].max_row + 1
        for letter, value in cells.items():
            book[sheet][f"{letter}{row}"].value = value

    return edit


def deleted(sheet: str, row: int) -> Edit:
    return lambda book: book[sheet].delete_rows(row)


@pytest.mark.parametrize(
    ("edit", "old", "new"),
    [
        (typed("事業", "F3", "毎月"), "schedule: 通年", "schedule: 毎月"),
        (
            typed("事業", "F2", "7月"),
            "    commissioned_by: city\n",
            "    commissioned_by: city\n    schedule: 7月\n",
        ),
        (typed("事業", "F3", None), "    schedule: 通年\n", ""),
        (typed("事業", "C4", "継続"), "    status: new\n", ""),
        (typed("事業", "C4", "expanded"), "status: new", "status: expanded"),
        (typed("事業", "C3", "休止"), "見まもり]\n", "見まもり]\n    status: suspended\n"),
        (typed("事業", "E2", "県社協受託"), ": city", ": prefectural_shakyo"),
        (typed("事業", "E2", "町"), ": city", ": town"),
        (
            typed("事業", "L3", "訪ねる。\n聴く。\n記す。"),
            "      聴く。\n",
            "      聴く。\n      記す。\n",
        ),
        (
            typed("事業", "H2", "補助金：69千円\n会費:1円"),
            "amount: 69千円\n",
            "amount: 69千円\n      - source: 会費\n        amount: 1円\n",
        ),
        (typed("事業", "O3", "見まもり\n巡回"), "[見まもり]", "[見まもり, 巡回]"),
        (typed("事業", "O3", "巡回"), "[見まもり]", "[巡回]"),
        (typed("事業", "O3", None), "    aliases: [見まもり]\n", ""),
        (
            added("事業", B="配食", F="5月"),
            "    distinct_from: [相談]\n",
            "    distinct_from: [相談]\n  - name: 配食\n    schedule: 5月\n",
        ),
        (
            added("掲載", B="基本計画 1-2", E="見守り"),
            "        programs: []\n",
            "        programs:\n          - 見守り\n",
        ),
        (
            added("掲載", B="重点項目 2", E="料理教室"),
            "    title: 連携\n",
            "    title: 連携\n    programs:\n      - 料理教室\n",
        ),
        (
            added("掲載", B="基本計画 1-1", D="各種事業の開催", E="相談"),
            "              - 料理教室\n",
            "              - 料理教室\n              - 相談\n",
        ),
        (
            typed("掲載", "E4", "料理教室"),
            "          - 見守り   # 毎月\n",
            "          - 料理教室   # 毎月\n",
        ),
        (deleted("掲載", 2), "[相談, 見守り]", "[見守り]"),
    ],
)
def test_a_change_of_a_cell_is_a_change_of_the_plan_and_nothing_else(
    file: LoadedFile, book: Book, edit: Edit, old: str, new: str
):
    assert PLAN.count(old) == 1
    edit(book)
    found = book.changes(file, remove=True)
    assert (len(found.edits), found.conflicts, found.refused) == (1, (), ())
    assert applied(file.document, found.plan_edits) == PLAN.replace(old, new)


def test_a_renamed_program_is_followed_wherever_it_is_cited(file: LoadedFile, book: Book):
    book["事業"]["B2"].value = "総合相談"
    found = book.changes(file)
    assert applied(file.document, found.plan_edits) == (
        PLAN.replace("[相談, 見守り]", "[総合相談, 見守り]")
        .replace("          - 相談\n", "          - 総合相談\n")
        .replace("name: 相談", "name: 総合相談")
        .replace("distinct_from: [相談]", "distinct_from: [総合相談]")
    )
    assert [(edit.where, edit.kind, edit.old, edit.new) for edit in found.edits] == [
        ("事業!B2", "renamed", "相談", "総合相談")
    ]


def test_a_moved_citation_leaves_the_one_list_and_joins_the_other(file: LoadedFile, book: Book):
    book["掲載"]["B5"].value = "基本計画 1-2"
    found = book.changes(file)
    assert [edit.kind for edit in found.edits] == ["moved"]
    assert applied(file.document, found.plan_edits) == PLAN.replace(
        "          - 相談\n", ""
    ).replace("        programs: []\n", "        programs:\n          - 相談\n")


def test_a_row_that_is_gone_counts_only_where_it_is_asked_for(file: LoadedFile, book: Book):
    book["事業"].delete_rows(2)
    book["掲載"].delete_rows(3)
    found = book.changes(file)
    assert found.edits == ()
    assert [tuple(each) for each in found.missing] == [
        ("事業", "相談"),
        ("掲載", "重点項目 1 見守り"),
    ]
    found = book.changes(file, remove=True)
    after = applied(file.document, found.plan_edits)
    assert "相談\n" not in after.replace("title: 相談", "")
    assert "programs: []" in after.split("id: 2")[0]
    assert "distinct_from" not in after


def test_rows_that_were_copied_are_new_ones(file: LoadedFile, book: Book):
    row = book["事業"].max_row + 1
    for at in range(1, 18):
        book["事業"].cell(row, at).value = book["事業"].cell(3, at).value
    book["事業"].cell(row, 2).value = "見守り（夜）"
    found = book.changes(file)
    assert [(edit.kind, edit.new) for edit in found.edits] == [("added", "見守り（夜）")]


def test_brought_in_a_second_time_it_changes_nothing(file: LoadedFile, book: Book):
    book["事業"]["B2"].value = "総合相談"
    book["事業"]["F3"].value = "毎月"
    added("事業", B="配食", C="新規")(book)
    added("掲載", B="基本計画 1-2", E="配食")(book)
    book["掲載"]["B4"].value = "基本計画 1-2"
    once = applied(file.document, book.changes(file).plan_edits)
    again = book.changes(load_bytes(once.encode("utf-8"), "plan.yaml"))
    assert again == Changes()


def test_what_the_plan_says_otherwise_by_now_is_a_conflict_by_cell(file: LoadedFile, book: Book):
    book["事業"]["F3"].value = "毎月"
    book["事業"]["L3"].value = "訪ねる。"
    now = load_bytes(PLAN.replace("通年", "毎週").encode("utf-8"), "plan.yaml")
    found = book.changes(now)
    assert [tuple(each) for each in found.conflicts] == [
        ("事業!F3", "見守り", "実施時期", "通年", "毎週", "毎月")
    ]
    assert [edit.field for edit in found.edits] == ["実施内容"]
    assert "schedule: 毎週" in applied(now.document, found.plan_edits)


def test_a_program_that_the_plan_no_longer_has_is_a_conflict_where_it_was_changed(
    file: LoadedFile, book: Book
):
    book["事業"]["F4"].value = "6月"
    gone = PLAN.replace("              - 料理教室\n", "").replace(
        "            programs:\n          - 相談", "            programs: []\n          - 相談"
    )
    now = load_bytes(gone[: gone.index("  - name: 料理教室")].encode("utf-8"), "plan.yaml")
    found = book.changes(now)
    assert [each.where for each in found.conflicts] == ["事業!F4"]
    assert found.edits == ()


@pytest.mark.parametrize(
    ("edit", "where", "reason"),
    [
        (
            typed("事業", "G2", 70),
            "事業!G2",
            "「70」に単位がありません。69千円、69,000円 のように入力してください",
        ),
        (
            typed("事業", "G2", "70"),
            "事業!G2",
            "「70」に単位がありません。69千円、69,000円 のように入力してください",
        ),
        (
            typed("事業", "H2", "補助金 69千円"),
            "事業!H2",
            "「補助金 69千円」は財源と金額になっていません。1行に1つずつ「補助金：40千円」のように入力してください",
        ),
        (typed("事業", "F2", "=A1"), "事業!F2", "数式が入っています。値を文字で入力してください"),
        (
            typed("事業", "F2", datetime(2024, 7, 1)),
            "事業!F2",
            "Excel が日付に変えています。先頭に ' を付けて、7月1日 のように文字で入力してください",
        ),
        (
            typed("事業", "F2", value=True),
            "事業!F2",
            "論理値（TRUE/FALSE）が入っています。文字で入力してください",
        ),
        (typed("事業", "F2", 3.1), "事業!F2", "数値が入っています。文字で入力してください"),
        (
            typed("事業", "C2", "新しい"),
            "事業!C2",
            "「新しい」は選べません。選べるもの: 新規、拡充、継続、改編、縮小、統合、休止、廃止",
        ),
        (
            typed("事業", "B2", None),
            "事業!B2",
            "事業には事業名が必要です。事業をなくすときは、行を削除してください",
        ),
        (typed("事業", "B2", "見守り"), "事業!B2", "「見守り」という事業がほかにあります"),
        (added("事業", F="5月"), "事業!B5", "新しい事業には、ここに事業名が必要です"),
        (
            added("掲載", B="基本計画 9-9", E="相談"),
            "掲載!B7",
            "「基本計画 9-9」はこの計画の掲載先にありません。上の行のように入力してください",
        ),
        (
            added("掲載", B="基本計画 1-2", D="講座", E="相談"),
            "掲載!D7",
            "基本計画 1-2 に「講座」という見出しはありません",
        ),
        (
            added("掲載", B="基本計画 1-2", E="見守"),
            "掲載!E7",
            "この名前の事業はありません。「見守り」ではありませんか",
        ),
        (
            typed("掲載", "C2", "別の題名"),
            "掲載!C2",
            "この列は表示だけです。もとのシートで変更してください",
        ),
        (
            typed("掲載", "E2", None),
            "掲載!E2",
            "掲載の行には事業名が必要です。掲載をやめるときは、行を削除してください",
        ),
    ],
)
def test_what_cannot_be_read_is_said_by_cell(
    file: LoadedFile, book: Book, edit: Edit, where: str, reason: str
):
    edit(book)
    found = book.changes(file)
    assert [(each.where, ja(each.reason)) for each in found.refused] == [(where, reason)]


def without_column(book: Book) -> None:
    book["事業"].delete_cols(3)


def second_column(book: Book) -> None:
    book["事業"]["Z1"].value = "区分"


def merged(book: Book) -> None:
    book["事業"].merge_cells("F2:F3")


def without_sheet(book: Book) -> None:
    del book.book["掲載"]


def without_record(book: Book) -> None:
    del book.book["_plan"]


def damaged_record(book: Book) -> None:
    book["_plan"]["A1"].value = "eJw="


@pytest.mark.parametrize(
    ("edit", "said"),
    [
        (without_column, "シート「事業」に次の列がありません: 区分"),
        (second_column, "事業!Z1：「区分」の列が2つあります"),
        (merged, "事業!F2：セルが結合されていて、どのセルの内容か分かりません"),
        (without_sheet, "シート「掲載」がありません"),
        (without_record, "plan.xlsx には非表示のシート「_plan」がなく、変更点が分かりません"),
        (damaged_record, "plan.xlsx は、何から書き出したかの記録が読めません"),
    ],
)
def test_a_workbook_that_lost_what_tells_its_rows_is_refused(book: Book, edit: Edit, said: str):
    edit(book)
    with pytest.raises(UserError) as raised:
        book.read()
    assert ja(raised.value.message).replace(str(book.path), "plan.xlsx") == said


def test_columns_that_somebody_added_and_moved_do_no_harm(file: LoadedFile, book: Book):
    sheet = book["事業"]
    sheet["Z1"].value = "覚え"
    sheet["Z2"].value = "確認済"
    sheet.move_range("F1:F4", cols=25)
    edited = book.read()
    assert edited.unknown_columns == ("事業!Z1 覚え",)
    assert changes_of(edited, file.document.data, remove=True) == Changes()


@pytest.mark.parametrize(
    "raw", [b"", b"PK\x03\x04", b"<html>", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"]
)
def test_what_is_no_workbook_is_said(tmp_path: Path, raw: bytes):
    path = tmp_path / "plan.xlsx"
    path.write_bytes(raw)
    with pytest.raises(UserError):
        read_workbook(path)


def repacked(raw: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes:
    made = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(raw)) as old,
        zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for part in old.namelist():
            new.writestr(part, change(old.read(part)) if part == name else old.read(part))
    return made.getvalue()


ENTITIES = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "&b;&b;"><!ENTITY b "zz">]>'


@pytest.mark.parametrize(
    ("part", "change"),
    [
        ("xl/worksheets/sheet1.xml", lambda raw: raw + b" " * 30_000_000),
        (
            "xl/workbook.xml",
            lambda raw: ENTITIES + raw.replace(b"<workbook", b"<workbook a='&a;'", 1),
        ),
        ("xl/workbook.xml", lambda raw: raw.replace(b"rId1", b"rId99")),
        ("xl/worksheets/sheet1.xml", lambda raw: raw[: len(raw) // 2]),
    ],
)
def test_a_hostile_workbook_is_refused_at_once(
    file: LoadedFile, tmp_path: Path, part: str, change: Callable[[bytes], bytes]
):
    path = tmp_path / "plan.xlsx"
    path.write_bytes(repacked(to_workbook(file), part, change))
    with pytest.raises(UserError):
        read_workbook(path)


def test_a_record_that_unpacks_without_end_is_refused(file: LoadedFile, book: Book):
    import base64
    import zlib

    bomb = base64.b64encode(zlib.compress(b" " * 40_000_000)).decode()
    for number, at in enumerate(range(0, len(bomb), 30_000), 1):
        book["_plan"].cell(number, 1).value = bomb[at : at + 30_000]
    with pytest.raises(UserError):
        book.read()
