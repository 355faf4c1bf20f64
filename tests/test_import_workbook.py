"""``plan import FILE.xlsx --into PLAN``: the command around the workbook."""

from __future__ import annotations

import json
from pathlib import Path

import openpyxl
import pytest

from tests.conftest import Run
from tests.test_workbook import PLAN

BOOK = "計画.xlsx"
INTO = ("import", BOOK, "--into", "plans/2024.yaml")


@pytest.fixture
def plan(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("plans").mkdir()
    Path("plans/2024.yaml").write_text(PLAN, encoding="utf-8", newline="\n")
    assert run("export", "-o", BOOK).code == 0
    return Path("plans/2024.yaml")


def typed(cells: dict[str, object]) -> None:
    book = openpyxl.load_workbook(BOOK)
    for where, value in cells.items():
        title, _, cell = where.partition("!")
        book[title][cell].value = value
    book.save(BOOK)


def text(path: Path) -> str:
    return path.read_bytes().decode("utf-8")


def test_edits_are_made_and_told_and_can_be_taken_back(run: Run, plan: Path):
    typed({"事業!F3": "毎月", "事業!B4": "男の料理教室"})
    result = run(*INTO)
    assert result.code == 0
    assert [line.split() for line in result.out.splitlines()[1:3]] == [
        ["事業!F3", "変更", "見守り", "実施時期", "通年", "毎月"],
        ["事業!B4", "名称変更", "料理教室", "事業名", "料理教室", "男の料理教室"],
    ]
    assert result.err == (
        "変更 2件\nplans/2024.yaml に書き込みました（plan undo で元に戻せます）\n"
    )
    assert text(plan) == PLAN.replace("通年", "毎月").replace("料理教室", "男の料理教室")
    assert run("undo").code == 0
    assert text(plan) == PLAN


def test_an_untouched_workbook_changes_nothing(run: Run, plan: Path):
    result = run(*INTO)
    assert (result.code, result.out) == (0, "")
    assert result.err == "変更 0件\n"
    assert text(plan) == PLAN
    assert not Path("plans/.undo").exists()


def test_a_dry_run_tells_the_same_and_writes_nothing(run: Run, plan: Path):
    typed({"事業!F3": "毎月"})
    result = run(*INTO, "--dry-run")
    assert result.code == 0
    assert "毎月" in result.out
    assert text(plan) == PLAN


def test_scripts_get_everything_as_data(run: Run, plan: Path):
    typed({"事業!F3": "毎月", "事業!L3": "訪ねる。", "掲載!E4": "料理教室"})
    plan.write_text(PLAN.replace("通年", "毎週"), encoding="utf-8", newline="\n")
    result = run(*INTO, "--format", "json")
    assert result.code == 1
    assert json.loads(result.out) == {
        "version": 1,
        "source": BOOK,
        "plan_path": "plans/2024.yaml",
        "edits": [
            {
                **{"cell": "事業!L3", "item": "見守り", "field": "content", "kind": "changed"},
                **{"old": "訪ねる。\n聴く。", "new": "訪ねる。"},
            },
            {
                **{"cell": "掲載!E4", "item": "見守り", "field": "programs", "kind": "changed"},
                **{"old": "基本計画 1-1 見守り", "new": "基本計画 1-1 料理教室"},
            },
        ],
        "conflicts": [
            {
                **{"cell": "事業!F3", "item": "見守り", "field": "schedule"},
                **{"exported": "通年", "plan": "毎週", "workbook": "毎月"},
            }
        ],
        "refused": [],
        "missing": [],
    }
    assert "schedule: 毎週" in text(plan)
    assert "          - 料理教室   # 毎月\n" in text(plan)


def test_a_cell_that_cannot_be_read_stops_everything(run: Run, plan: Path):
    typed({"事業!F3": "毎月", "事業!G2": 70})
    result = run(*INTO)
    assert result.code == 2
    assert "事業!G2" in result.out
    assert "何も書き込んでいません" in result.err
    assert text(plan) == PLAN


def test_a_workbook_without_its_hidden_sheet_is_not_taken_for_a_document(run: Run, plan: Path):
    book = openpyxl.load_workbook(BOOK)
    del book["_plan"]
    book.save(BOOK)
    typed({"事業!F3": "毎月"})
    result = run(*INTO)
    assert (result.code, result.out) == (2, "")
    assert result.err == (
        "plan: 計画.xlsx には非表示のシート「_plan」がなく、変更点が分かりません\n"
        "  → もう一度書き出して、新しいブックに変更を移してください\n"
    )
    assert text(plan) == PLAN


def test_rows_that_are_gone_are_named_and_go_where_it_is_asked_for(run: Run, plan: Path):
    book = openpyxl.load_workbook(BOOK)
    book["掲載"].delete_rows(6)
    book.save(BOOK)
    result = run(*INTO)
    assert (result.code, result.out) == (0, "")
    assert result.err.startswith(
        "行がなくなっています（--remove を付けないかぎり、計画からは削除しません）: "
        "掲載 基本計画 1-1 各種事業の開催 料理教室\n"
    )
    assert text(plan) == PLAN
    assert run(*INTO, "--remove").code == 0
    assert text(plan) == PLAN.replace(
        "            programs:\n              - 料理教室\n", "            programs: []\n"
    )


def test_a_workbook_of_another_plan_is_refused(run: Run, plan: Path):
    Path("plans/2025.yaml").write_text(
        PLAN.replace("fiscal_year: 2024", "fiscal_year: 2025"), encoding="utf-8"
    )
    result = run("import", BOOK, "--into", "plans/2025.yaml")
    assert result.code == 2
    assert result.err.startswith(
        "plan: 計画.xlsx は試験社協の2024年度の計画から書き出したものです。plans/2025.yaml は別の計画です\n"
    )


def test_the_plan_can_be_named_by_its_year(run: Run, plan: Path):
    typed({"事業!F3": "毎月"})
    assert run("import", BOOK, "--into", "R6").code == 0
    assert "毎月" in text(plan)


def test_without_a_plan_to_bring_it_into_it_is_asked_for(run: Run, plan: Path):
    result = run("import", BOOK)
    assert result.code == 2
    assert result.err == (
        "plan: 計画.xlsx は plan が書き出したブックです。どの計画に取り込むかを指定してください\n"
        "  → plan import 計画.xlsx --into plans/2024.yaml\n"
    )
