"""``plan xref``: who stands where, with totals, at any width; and what is missing."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from rich.cells import cell_len

from shakyo_plan import load
from shakyo_plan.cli import main as edge
from shakyo_plan.cli.session import Session, open_session
from shakyo_plan.errors import UserError
from shakyo_plan.language import Translator
from shakyo_plan.lookup.xref.kinds import XrefKind
from shakyo_plan.lookup.xref.matrix import Head, Matrix
from shakyo_plan.lookup.xref.matrix_page import matrix_page
from shakyo_plan.lookup.xref.matrix_view import (
    Shown,
    matrix_csv,
    matrix_data,
    matrix_markdown,
    matrix_xlsx,
)
from shakyo_plan.model.kinds import PartKind
from shakyo_plan.output.escape import markdown
from tests.conftest import REAL, SMALL, Run

REAL_FILE = ("--file", str(REAL))
MARK = "〇"


def data(run: Run, *arguments: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(run("xref", *arguments, *REAL_FILE, "--format", "json").out)
    return found


@pytest.fixture
def at_width(run: Run, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Run ``plan`` on a terminal of a width, without colour."""

    def run_at(width: int, *arguments: str) -> str:
        def in_a_terminal(lang: str | None, environment: Mapping[str, str]) -> Session:
            return replace(open_session(lang, environment), terminal_width=width)

        monkeypatch.setattr(edge, "open_session", in_a_terminal)
        return run("xref", *arguments, *REAL_FILE).out

    return run_at


def test_programs_have_147_marks_and_the_totals_of_a_careful_reader(run: Run):
    table = data(run, "programs")
    assert len(table["cells"]) == table["total"] == 147
    assert table["column_totals"] == [
        *(0, 5, 10, 13, 14, 7, 4),
        *(8, 8, 13, 10, 12, 12, 4, 4, 3, 6),
        *(5, 3, 6),
    ]
    assert (len(table["rows"]), len(table["columns"])) == (56, 20)
    assert ["住民支え合い事業", "1-3"] in table["cells"]
    assert dict(zip(table["rows"], table["row_totals"], strict=True))["住民支え合い事業"] == 15
    assert (table["different"], table["row_different"]) == (None, None)


def test_the_piped_table_has_each_mark_and_each_total(run: Run):
    out = run("xref", "programs", *REAL_FILE).out
    assert out.count(MARK) == 147
    assert out.splitlines()[2].split() == [
        "事業",
        *(each.id for each in load(REAL).basic_plans),
        "計",
    ]
    (totals,) = (line for line in out.splitlines() if line.startswith("計"))
    assert totals.split()[1:] == [
        "0",
        "5",
        "10",
        "13",
        "14",
        "7",
        "4",
        "8",
        "8",
        "13",
        "10",
        "12",
        "12",
        "4",
        "4",
        "3",
        "6",
        "5",
        "3",
        "6",
        "147",
    ]


@pytest.mark.parametrize("width", [80, 100, 140, 200])
def test_no_name_is_cut_and_no_line_is_too_long_at_any_width(at_width: Any, width: int):
    out = at_width(width, "programs")
    assert max(map(cell_len, out.splitlines())) <= width
    assert out.count(MARK) == 147
    for program in load(REAL).programs:
        letters = "[^一-鿿ぁ-ヿ]*".join(map(re.escape, program.name.split()[0][:12]))
        assert re.search(letters, out), program.name


def test_a_narrow_terminal_gets_a_block_for_each_goal_and_a_wide_one_a_table(at_width: Any):
    narrow = at_width(80, "programs")
    assert re.findall(r"^基本目標 \d", narrow, re.MULTILINE) == [
        "基本目標 1",
        "基本目標 2",
        "基本目標 3",
    ]
    # Longer blocks name their columns again.
    assert len(re.findall(r"^事業 +2-1 2-2", narrow, re.MULTILINE)) == 2
    assert narrow.endswith("\n何もないもの\n  ボランティア育成研修会・連絡会\n")
    assert not re.search(r"^基本目標 \d", at_width(140, "programs"), re.MULTILINE)


def test_priorities_count_the_programs_that_they_share_with_plans(run: Run):
    table = data(run, "priorities")
    counts = {tuple(cell): n for cell, n in zip(table["cells"], table["values"], strict=True)}
    assert counts[1, "1-5"] == 8
    assert (3, "3-1") not in counts
    assert table["row_different"] == [15, 5, 8, 0]
    assert table["row_totals"] == [64, 49, 25, 0]
    assert (table["total"], table["different"]) == (138, 20)


def test_districts_commissions_and_status(run: Run):
    districts = data(run, "districts")
    assert len(districts["rows"]) == 13
    assert ["常磐", "1-4"] in districts["cells"]
    commissions = data(run, "commissions")
    assert dict(zip(commissions["rows"], commissions["row_different"], strict=True)) == {
        "city": 5,
        "prefecture": 0,
        "prefectural_shakyo": 3,
        "other": 0,
    }
    status = data(run, "status")
    assert status["columns"] == [1, 2, 3]
    assert dict(zip(status["rows"], status["row_different"], strict=True))["new"] == 7


def test_the_calendar_shows_the_winter_of_joban(run: Run):
    table = data(run, "calendar")
    assert table["columns"][0], table["columns"][-1] == ("2024-04", "2025-03")
    january = [program for program, month in table["cells"] if month == "2025-01"]
    assert january == [
        "温かおむすび交流会",
        "ふれあい・ともいき映画鑑賞会",
        "ふくみちゃんカフェ（被災地域つどいの場）",
    ]
    by_name = dict(zip(table["rows"], table["row_totals"], strict=True))
    assert by_name["ふくみちゃんカフェ（被災地域つどいの場）"] == 12
    assert by_name["内郷地区地域づくり連絡会"] == 3
    assert (
        "10月 11月 12月  1月 2月 3月" not in run("xref", "calendar", *REAL_FILE).out.splitlines()[0]
    )


def test_the_calendar_says_what_it_leaves_out(run: Run):
    table = data(run, "calendar")
    assert len(table["left_out"]) == 49
    assert len(table["rows"]) + len(table["left_out"]) == 56
    for form in ("table", "md", "html"):
        out = run("xref", "calendar", *REAL_FILE, "--format", form).out
        assert "実施時期のない事業 49 は、この表にありません" in out
    assert data(run, "status")["left_out"] == []


def test_the_calendar_of_one_month_has_what_is_held_then(run: Run):
    table = data(run, "calendar", "--month", "11月")
    assert table["columns"] == ["2024-11"]
    assert table["rows"] == ["ふくしの教室", "ふくみちゃんカフェ（被災地域つどいの場）"]
    assert data(run, "calendar", "--month", "11,12")["columns"] == ["2024-11", "2024-12"]


def test_a_month_goes_with_the_calendar_only(run: Run):
    result = run("xref", "status", *REAL_FILE, "--month", "11")
    assert result.code == 2
    assert result.err.startswith("plan: --month は calendar でだけ使えます\n")
    assert "plan programs --month 11" in result.err


def test_the_calendar_on_a_narrow_terminal_is_one_table(at_width: Any):
    lines = at_width(80, "calendar").splitlines()
    assert lines[2].split() == ["事業", *(f"{n}月" for n in (*range(4, 13), 1, 2, 3)), "計"]
    assert lines[3].startswith("男の料理教室")


def test_transposing_turns_rows_into_columns(run: Run):
    table = data(run, "priorities", "--transpose")
    assert table["columns"] == [1, 2, 3, 4]
    assert table["row_totals"][4] == 15
    straight = data(run, "priorities")
    assert sorted(map(tuple, table["cells"])) == sorted((b, a) for a, b in straight["cells"])


def test_transposed_programs_have_numbers_and_a_list_of_names(at_width: Any):
    out = at_width(80, "programs", "--transpose", "--goal", "3")
    assert "\n 5 介護保険（在宅サービス）事業\n" in out
    assert out.count(MARK) == 14
    whole = at_width(80, "programs", "--transpose")
    assert whole.count(MARK) == 147
    assert max(map(cell_len, whole.splitlines())) <= 80


def test_one_goal_shows_its_plans_and_their_programs(run: Run):
    table = data(run, "programs", "--goal", "3")
    assert table["columns"] == ["3-1", "3-2", "3-3"]
    assert len(table["rows"]) == 11
    assert data(run, "status", "--goal", "2")["columns"] == [2]
    assert "男の料理教室" in data(run, "calendar", "--goal", "1")["rows"]
    result = run("xref", "programs", "--goal", "9", *REAL_FILE)
    assert result.err.startswith("plan: 「9」という基本目標はありません")


def test_only_empty_lists_what_holds_nothing(run: Run):
    assert data(run, "programs", "--only-empty")["rows"] == ["ボランティア育成研修会・連絡会"]
    assert data(run, "programs", "--transpose", "--only-empty")["rows"] == ["1-1"]
    assert data(run, "priorities", "--only-empty")["row_titles"] == ["行政とのパートナーシップ"]
    out = run("xref", "districts", "--only-empty", *REAL_FILE).out
    assert out.splitlines()[2:5] == ["地区", "平", "小名浜"]
    assert out.endswith("\n8件\n")


def test_rows_are_sorted_and_columns_chosen(run: Run):
    assert data(run, "programs", "--sort", "-total")["rows"][0] == "住民支え合い事業"
    assert data(run, "programs", "--columns", "３－２、1-5")["columns"] == ["3-2", "1-5"]
    result = run("xref", "programs", "--columns", "9-9", *REAL_FILE)
    assert result.err.startswith("plan: 「9-9」という列はありません\n  → 指定できるもの: 1-1")


def test_csv_and_markdown(run: Run):
    out = run("xref", "priorities", *REAL_FILE, "--format", "csv").out
    rows = list(csv.reader(io.StringIO(out.removeprefix("\ufeff"))))
    assert rows[0][:2] == ["重点項目", "1-1  本人の意思の尊重"]
    assert rows[1][0] == "1  あらゆる生活課題への対応"
    assert rows[1][-2:] == ["64", "15"]
    assert rows[-2][-2:] == ["138", ""]
    assert rows[-1][-2:] == ["", "20"]
    text = run("xref", "calendar", *REAL_FILE, "--format", "md").out
    assert text.startswith("| 事業 | 4月 | 5月 |")
    lines = run("xref", "calendar", *REAL_FILE, "--format", "jsonl").out.splitlines()
    assert json.loads(lines[0]) == {
        "row": "男の料理教室",
        "column": "2024-05",
        "value": 1,
        "programs": ["男の料理教室"],
    }


def test_html_has_goals_over_their_plans_and_repeats_its_head(run: Run):
    page = run("xref", "programs", *REAL_FILE, "--format", "html").out
    assert '<th scope="col" class="center" colspan="10">基本目標 2</th>' in page
    assert page.count(f">{MARK}<") == 147
    assert "size: A4 landscape" in page
    turned = run("xref", "programs", "--transpose", *REAL_FILE, "--format", "html").out
    assert turned.count(f">{MARK}<") == 147
    assert turned.count('<table class="matrix">') == 3


def gaps(run: Run, *arguments: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for gap in json.loads(run("xref", "gaps", *REAL_FILE, "--format", "json", *arguments).out):
        found.setdefault(gap["kind"], []).append(gap["id"] or gap["name"])
    return found


def test_gaps_are_what_a_careful_reader_misses(run: Run):
    found = gaps(run)
    assert found["uncited-program"] == ["ボランティア育成研修会・連絡会"]
    assert found["plan-without-programs"] == ["1-1"]
    assert found["plan-without-priority"] == ["1-1", "3-2"]
    assert found["priority-without-programs"] == ["4"]
    assert len(found["district-without-programs"]) == 8
    assert len(found["new-program-without-budget"]) == 6


def test_each_gap_names_the_line_where_it_would_be_mended(run: Run):
    lines = REAL.read_text(encoding="utf-8").splitlines()
    records = json.loads(run("xref", "gaps", *REAL_FILE, "--format", "json").out)
    for gap in records:
        line = lines[gap["line"] - 1][gap["column"] - 1 :]
        assert line.startswith(("programs:", f"name: {gap['name']}", gap["name"])), gap
    first = records[0]
    assert (first["priorities"], first["path"]) == ([2], str(REAL))
    out = run("xref", "gaps", *REAL_FILE).out
    assert re.search(
        rf"  ボランティア育成研修会・連絡会 +重点項目 2 +{re.escape(str(REAL))}:{first['line']}\n",
        out,
    )


def test_a_key_that_is_not_there_is_mended_in_its_entry(run: Run, plans: Path):
    sections = "        sections: [{title: 居場所, programs: []}]\n"
    text = SMALL.replace("        programs:\n          - 子育てサロン\n", sections)
    (plans / "2024.yaml").write_text(text, encoding="utf-8")
    out = run("xref", "gaps").out
    path = str(Path("plans") / "2024.yaml")
    assert re.search(rf"^  1-1  子育て +{re.escape(path)}:10$", out, re.MULTILINE)


def test_a_plan_without_gaps_says_so(run: Run, plans: Path):
    text = SMALL.replace("  districts: [常磐, 内郷]\n", "").replace(
        "goals:\n", "priorities:\n  - {id: 1, title: 対応, programs: [子育てサロン]}\ngoals:\n"
    )
    (plans / "2024.yaml").write_text(text, encoding="utf-8")
    assert run("xref", "gaps").out == "令和6年度（2024）  計画の抜け\n\n抜けはありません\n"


def test_gaps_are_what_validate_finds(run: Run, plans: Path):
    """What is not held is no gap, and a misprint is not a missing citation, as for P209 to P211."""
    extra = "".join(
        f"  - {{name: {name}, status: {status}}}\n"
        for name, status in (
            ("敬老会", "discontinued"),
            ("福祉まつり", "merged"),
            ("福祉バス運行事業", "suspended"),
            ("配食サービス", "continued"),
        )
    )
    text = SMALL.replace("          - 子育てサロン\n", "          - 子育てサロソ\n") + extra
    (plans / "2024.yaml").write_text(text, encoding="utf-8")
    found = [
        (gap["kind"], gap["name"])
        for gap in json.loads(run("xref", "gaps", "--format", "json").out)
        if gap["kind"] == "uncited-program"
    ]
    assert found == [("uncited-program", "配食サービス")]
    uncited = json.loads(run("programs", "--uncited", "--format", "json").out)
    assert [program["name"] for program in uncited] == ["配食サービス"]
    rules = json.loads(run("validate", "--select", "P209,P210,P211", "--format", "json").out)
    assert [each["item"] for each in rules["diagnostics"]] == ["配食サービス"]


def test_a_district_whose_only_program_ended_has_none(run: Run, plans: Path):
    text = SMALL + "  - {name: 敬老会, district: 常磐, status: discontinued}\n"
    (plans / "2024.yaml").write_text(text, encoding="utf-8")
    missing = json.loads(run("xref", "gaps", "--format", "json").out)
    assert [gap["name"] for gap in missing if gap["kind"] == "district-without-programs"] == [
        "常磐",
        "内郷",
    ]


def test_gaps_of_one_goal(run: Run):
    assert gaps(run, "--goal", "3")["plan-without-priority"] == ["3-2"]
    assert "uncited-program" not in gaps(run, "--goal", "3")
    assert "3" not in gaps(run, "--goal", "1")["priority-without-programs"]


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        (
            ["gaps", "--transpose"],
            "plan: --transpose は gaps では使えません\n  → gaps は一覧なので、入れ替える列がありません\n",
        ),
        (
            [],
            "plan: 「plan xref」のあとに、表の種類を書いてください\n  → 書けるのは次のどれかです: programs（事業）、"
            "priorities（重点項目）、districts（地区）、commissions（委託元）、tags（独自の印）、departments（担当）、"
            "status（区分）、calendar（年間予定）、gaps（抜け）\n",
        ),
    ],
)
def test_what_does_not_go_is_told(run: Run, arguments: list[str], error: str):
    result = run("xref", *arguments, *REAL_FILE)
    assert (result.code, result.out, result.err) == (2, "", error)


def test_a_citation_of_an_unknown_name_is_still_a_mark(run: Run, plans: Path):
    (plans / "2024.yaml").write_text(
        SMALL.replace("          - 子育て", "          - 子そだて"), encoding="utf-8"
    )
    table = json.loads(run("xref", "programs", "--format", "json").out)
    assert table["cells"] == [["子そだてサロン", "1-1"]]
    assert table["rows"] == ["子育てサロン", "子そだてサロン"]


def large(rows: int, columns: int) -> Shown:
    heads = tuple(Head(f"事業{number}") for number in range(rows))
    plans = tuple(Head(f"1-{number}", f"計画{number}", 1) for number in range(1, columns + 1))
    cells = {
        (head.id, plans[number % columns].id): (str(head.id),) for number, head in enumerate(heads)
    }
    matrix = Matrix(heads, plans, PartKind.PROGRAM, PartKind.PLAN, cells, counts=False)
    return Shown(matrix, XrefKind.PROGRAMS, load(REAL), Translator("ja"))


def test_a_table_that_nobody_can_read_is_shortened_and_says_so_and_data_never_is():
    whole = large(3000, 3000)
    more = "ほかに 2,452行と 2,453列があります（計にも入っていません）。すべては -o xref.csv で見られます"
    assert whole.readable.remarks == (more,)
    assert more in matrix_page(whole)
    assert matrix_markdown(whole).endswith(f"\n{markdown(more)}\n")
    assert matrix_csv(whole).count("\r\n") == 3002
    assert len(matrix_data(whole.matrix)["cells"]) == 3000
    with pytest.raises(UserError, match="too many for Excel"):
        matrix_xlsx(whole)
    small = large(300, 1000)
    assert small.readable.remarks == ()


def test_sums_are_those_of_the_rows_and_columns_that_are_there():
    matrix = large(6, 3).matrix
    assert [matrix.column_total(column) for column in matrix.columns] == [2, 2, 2]
    fewer = matrix.with_columns("1-1").with_rows(lambda total: total > 0)
    assert (len(fewer.rows), fewer.total, fewer.distinct) == (2, 2, 2)
    assert [column.id for column, _ in fewer.filled(fewer.rows[0])] == ["1-1"]
    turned = matrix.transposed()
    assert [turned.row_total(row) for row in turned.rows] == [2, 2, 2]
    assert [column.id for column, _ in turned.filled(turned.rows[0])] == ["事業0", "事業3"]
