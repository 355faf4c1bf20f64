"""Lists as workbooks: numbers are numbers, ids text, and nothing a formula or a date."""

from __future__ import annotations

import io
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from shakyo_plan.errors import UserError
from shakyo_plan.language import Translator
from shakyo_plan.output.card import Card, CardEntry, CardList
from shakyo_plan.output.xlsx import card_xlsx, xlsx_of
from tests.conftest import REAL, SMALL, Run

REAL_FILE = ("--file", str(REAL))


def sheet_of(raw: bytes) -> Worksheet:
    sheet = load_workbook(io.BytesIO(raw)).active
    assert isinstance(sheet, Worksheet)
    return sheet


def rows_of(raw: bytes) -> list[list[object]]:
    return [[cell.value for cell in row] for row in sheet_of(raw).iter_rows()]


def exported(run: Run, folder: Path, *command: str) -> list[list[object]]:
    result = run(*command, "-o", "一覧.xlsx")
    assert (result.code, result.out) == (0, "")
    return rows_of((folder / "一覧.xlsx").read_bytes())


def test_programs_have_amounts_as_numbers_and_ids_as_text(run: Run, tmp_path: Path):
    head, *rows = exported(run, tmp_path, "programs", *REAL_FILE, "--plan", "1-3")
    assert head == [
        "事業", "区分", "地区", "委託元", "実施時期", "予算額（円）", "基本目標", "基本計画", "重点項目", "各種事業", "別名・旧名",
    ]  # fmt: skip
    by_name = {row[0]: row for row in rows}
    assert by_name["男の料理教室"] == [
        "男の料理教室", "新規", "遠野", None, "5月・10月", None, "1", "1-3", None, "各種事業の開催", None,
    ]  # fmt: skip
    every = exported(run, tmp_path, "programs", *REAL_FILE)
    budgets = [row[5] for row in every[1:] if row[5] is not None]
    assert budgets
    assert all(type(budget) is int for budget in budgets)


def test_a_sheet_is_ready_to_read_filter_and_print(run: Run, tmp_path: Path):
    run("programs", *REAL_FILE, "-o", "一覧.xlsx")
    sheet = sheet_of((tmp_path / "一覧.xlsx").read_bytes())
    assert sheet.freeze_panes == "A2"
    # Neither the total nor what it leaves out is filtered, or sorted among the programs.
    assert sheet.auto_filter.ref == "A1:K57"
    assert [sheet[f"A{row}"].value for row in (57, 58, 59)] == [
        "ボランティア育成研修会・連絡会",
        "計",
        "金額の分からない55事業は、合計に入っていません",
    ]
    assert sheet.print_title_rows == "$1:$1"
    assert (sheet.page_setup.orientation, sheet.page_setup.fitToHeight) == ("landscape", 0)
    assert sum(sheet.column_dimensions[letter].width for letter in "ABCDEFGHIJK") <= 180
    assert sheet["A1"].font.b
    assert not sheet["A2"].font.b
    assert sheet["H2"].number_format == "@"


def test_nothing_becomes_a_formula_or_a_date(run: Run, plans: Path, tmp_path: Path):
    names = ["=1+1", "+81", "@SUM(A1)", "1-5", "2025-01", "'引用", "-5", "1e5", "007", "TRUE"]
    listed = "".join(f"          - '{name.replace(chr(39), chr(39) * 2)}'\n" for name in names)
    registered = "".join(f"  - name: '{name.replace(chr(39), chr(39) * 2)}'\n" for name in names)
    text = SMALL.replace("          - 子育てサロン\n", listed).replace(
        "  - name: 子育てサロン\n", registered
    )
    (plans / "2024.yaml").write_text(text, encoding="utf-8")
    run("programs", "-o", "一覧.xlsx")
    raw = (tmp_path / "一覧.xlsx").read_bytes()
    assert [row[0] for row in rows_of(raw)[1:]] == names
    assert {cell.data_type for cell in sheet_of(raw)["A"]} == {"s"}
    with zipfile.ZipFile(io.BytesIO(raw)) as package:
        assert b"<f>" not in b"".join(map(package.read, package.namelist()))


def test_every_list_has_a_workbook(run: Run, plans: Path, tmp_path: Path):
    for command in (
        ["summary"],
        ["outline"],
        ["show", "1-1"],
        ["show", "子育て"],
        ["xref", "programs"],
        ["xref", "status"],
        ["xref", "programs", "--only-empty"],
        ["xref", "gaps"],
        ["history", "--all"],
        ["query", "SELECT name, length(name) AS n FROM programs"],
        ["query", "--tables"],
        ["rule"],
        ["validate"],
        ["validate", "--statistics"],
    ):
        assert exported(run, tmp_path, *command), command
    assert exported(run, tmp_path, "query", "SELECT 12 AS n, '12' AS t, 1.5 AS x, NULL AS z") == [
        ["n", "t", "x", "z"],
        [12, "12", 1.5, None],
    ]
    sums = exported(run, tmp_path, "xref", "programs")
    assert sums == [["事業", "1-1  子育て", "計"], ["子育てサロン", "〇", 1], ["計", 1, 1]]


def test_what_excel_cannot_hold_is_refused_and_not_cut(run: Run, plans: Path, tmp_path: Path):
    text = SMALL.replace("子育てサロン", "長" * 33_000)
    (plans / "2024.yaml").write_text(text, encoding="utf-8")
    result = run("programs", "-o", "一覧.xlsx")
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith("plan: Excel の1つのセルに入るのは 32,767文字までです\n")
    assert not (tmp_path / "一覧.xlsx").exists()
    # Whole numbers that Excel would round stay what they are, as text.
    assert rows_of(xlsx_of("表", ["n"], [[2**53 - 1]])) == [["n"], [2**53 - 1]]
    big = exported(run, tmp_path, "query", "SELECT 9007199254740993 AS n")
    assert big == [["n"], ["9007199254740993"]]


def test_a_row_is_as_high_as_its_longest_cell_needs():
    sheet = sheet_of(xlsx_of("表", ["a", "b"], [["一", "短い"], ["一\n二\n三", "長" * 200]]))
    assert sheet.row_dimensions[2].height is None
    assert sheet.row_dimensions[3].height == 120  # 400 columns of letters, 52 to a line


def test_what_would_act_is_shown_as_a_sign_and_lines_stay_lines():
    raw = xlsx_of("[表]: */\\?", ["a"], [["一\n二"], ["赤\x1b[31m\x00"], ["\ud800"]])
    assert rows_of(raw) == [["a"], ["一\n二"], ["赤␛[31m␀"], ["\\ud800"]]
    assert sheet_of(raw).title == "表"


def test_a_card_has_its_facts_and_lists():
    card = Card("男の料理教室", (("時期", "5月"),), (CardList("計画", (CardEntry("1-3", "注"),)),))
    assert rows_of(card_xlsx(card, Translator("ja"))) == [
        ["一覧", "項目", "値"],
        [None, "男の料理教室", None],
        [None, "時期", "5月"],
        ["計画", "1-3", "注"],
    ]


def test_a_terminal_is_not_written_to_and_a_pipe_is(plans: Path):
    command = [sys.executable, "-m", "shakyo_plan", "programs", "--format", "xlsx"]
    piped = subprocess.run(command, capture_output=True, check=True)
    assert rows_of(piped.stdout)[1][0] == "子育てサロン"


def test_a_workbook_of_a_list_has_no_text_of_another_format(run: Run, plans: Path, tmp_path: Path):
    assert run("programs", "--format", "csv", "-o", "一覧.xlsx").code == 2
    assert not (tmp_path / "一覧.xlsx").exists()
    for ending in (".xls", ".xlsm", ".csv", ".docx"):
        result = run("programs", "--format", "xlsx", "-o", f"一覧{ending}")
        assert result.code == 2
        assert not (tmp_path / f"一覧{ending}").exists()


@pytest.mark.parametrize("rows", [0, 1, 501])
def test_every_row_is_there_however_many_are_measured(rows: int):
    made = rows_of(xlsx_of("表", ["n"], ([number] for number in range(rows))))
    assert made == [["n"], *([number] for number in range(rows))]


def test_more_rows_than_a_sheet_has_are_refused(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("shakyo_plan.output.xlsx._MOST_ROWS", 2)
    with pytest.raises(UserError, match="Excel holds no more than 2 rows"):
        xlsx_of("表", ["n"], [[1], [2], [3]])
