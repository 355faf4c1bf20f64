"""What a list says of itself: totals under money, what its columns are called, whose it is."""

from __future__ import annotations

import io
import re
from pathlib import Path

import openpyxl
import pytest

from tests.conftest import Run

MONEY = """\
format: 1
fiscal_year: 2025
council:
  name: みなみ町社会福祉協議会
  districts: [中央, 東山]
goals:
  - id: 1
    title: つながる
    plans:
      - id: 1-1
        title: 居場所づくり
        text: 認知症の方とともに歩く。
        programs:
          - サロン事業
          - 見守り訪問事業
          - 広報紙の発行
programs:
  - name: サロン事業
    status: new
    budget: 960千円
    purpose: 認知症の方の居場所をつくる。
  - name: 見守り訪問事業
    budget: 1,240千円
    district: 東山
  - name: 広報紙の発行
"""


@pytest.fixture
def plan(tmp_path: Path) -> str:
    path = tmp_path / "2025.yaml"
    path.write_text(MONEY, encoding="utf-8")
    return str(path)


def test_money_has_its_total_and_says_what_that_leaves_out(run: Run, plan: str):
    assert run("programs", "-f", plan, "--columns", "事業,予算額,budget_yen").out == (
        "令和7年度（2025）\n\n"
        "事業            予算額       予算額（円）\n"
        "サロン事業      960千円           960,000\n"
        "見守り訪問事業  1,240千円       1,240,000\n"
        "広報紙の発行\n"
        "計              2,200,000円     2,200,000\n\n"
        "3事業\n"
        "金額の分からない1事業は、合計に入っていません\n"
    )


def test_without_money_there_is_no_total(run: Run, plan: str):
    assert "\n計" not in run("programs", "-f", plan).out
    only = run("programs", "-f", plan, "--search", "広報紙", "--columns", "name,budget").out
    assert "\n計" not in only


def test_a_program_that_stands_twice_in_a_list_counts_once(run: Run, plan: str):
    text = MONEY.replace("          - 広報", "          - サロン事業\n          - 広報")
    Path(plan).write_text(text, encoding="utf-8")
    found = run("programs", "-f", plan, "--plan", "1-1", "--columns", "name,budget_yen").out
    assert "2,200,000" in found


def test_markdown_and_pages_have_the_total_and_data_has_not(run: Run, plan: str):
    asked = ("programs", "-f", plan, "--columns", "name,budget_yen")
    assert run(*asked, "--format", "md").out.endswith(
        "| 計 | 2,200,000 |\n\n金額の分からない1事業は、合計に入っていません\n"
    )
    page = run(*asked, "--format", "html").out
    assert '<td class="total">計</td><td class="total right">2,200,000</td>' in page
    assert "<p>3事業<br>金額の分からない1事業は、合計に入っていません</p>" in page
    for format_ in ("csv", "json", "jsonl"):
        assert "2200000" not in run(*asked, "--format", format_).out.replace(",", "")


def test_a_workbook_has_the_total_below_its_filter(run: Run, plan: str, tmp_path: Path):
    target = tmp_path / "list.xlsx"
    run("programs", "-f", plan, "--columns", "name,budget_yen", "-o", str(target))
    sheet = openpyxl.load_workbook(io.BytesIO(target.read_bytes())).active
    assert sheet is not None
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert rows[-2:] == [["計", 2_200_000], ["金額の分からない1事業は、合計に入っていません", None]]
    assert sheet.auto_filter.ref == "A1:B4"


@pytest.mark.parametrize(
    ("arguments", "heading"),
    [
        (
            ["programs", "--status", "新規,拡充", "--search", "居場所"],
            "事業一覧（区分：新規、拡充、言葉：居場所）",
        ),
        (["programs", "--plan", "1-1"], "事業一覧（基本計画：1-1 居場所づくり）"),
        (
            ["programs", "--goal", "1", "--district", "東山"],
            "事業一覧（基本目標：1 つながる、地区：東山）",
        ),
        (["programs", "--without-priority"], "事業一覧（どの重点項目にも掲載なし）"),
        (["programs"], "事業一覧"),
        (["outline"], "構成"),
        (["budget"], "予算"),
        (["summary"], "概要"),
        (["xref", "gaps"], "計画の抜け"),
        (["show", "認知症"], "「認知症」という名称はありません。文章に「認知症」があるもの:"),
    ],
)
def test_a_page_says_what_it_is_and_whose(run: Run, plan: str, arguments: list[str], heading: str):
    page = run(*arguments, "-f", plan, "--format", "html").out
    expected = f"みなみ町社会福祉協議会  令和7年度（2025）  {heading}"
    assert re.findall("<h1>(.*)</h1>", page) == [expected]
    assert f"<title>{expected}</title>" in page


def test_columns_are_named_in_the_reader_s_language(run: Run, plan: str):
    wrong = run("programs", "-f", plan, "--columns", "名")
    assert wrong.code == 2
    assert "name（事業）、marks（区分等）" in wrong.err
    assert "content（実施内容）" in wrong.err
    english = run("--lang", "en", "programs", "-f", plan, "--columns", "nme")
    assert "name (program), marks, aliases, formerly (former names)" in english.err
    page = run("programs", "--help").out
    assert "purpose（目的）" in re.sub(r"\s", "", page)


@pytest.mark.parametrize("name", ["内容", "実施内容", "content", "CONTENT"])
def test_a_column_is_found_by_either_name(run: Run, plan: str, name: str):
    assert run("programs", "-f", plan, "--columns", name).code == 0


def test_a_search_says_in_which_text_the_words_stand(run: Run, plan: str):
    assert run("programs", "-f", plan, "--search", "認知症").out == (
        "令和7年度（2025）\n\n"
        "事業        区分等  基本計画  言葉のある項目\n"
        "サロン事業  新規    1-1       目的\n\n"
        "1事業\n"
    )
    # What a name has needs no such word.
    assert "言葉のある項目" not in run("programs", "-f", plan, "--search", "見守り").out


def test_show_finds_words_in_texts_and_says_where(run: Run, plan: str):
    assert run("show", "-f", plan, "認知症").out == (
        "令和7年度（2025）  「認知症」という名称はありません。文章に「認知症」があるもの:\n\n"
        "種類      番号  名称          言葉のある項目\n"
        "基本計画  1-1   居場所づくり  本文\n"
        "事業            サロン事業    目的\n\n"
        "どれか1つを、名称の全体で示すか、「plan show 1-1」のように書いてください\n"
    )
    nowhere = run("show", "-f", plan, "配食")
    assert nowhere.code == 2
    assert "「配食」は、この計画の名称にも文章にもありません" in nowhere.err


def test_words_that_are_only_signs_are_not_searched_for(run: Run, plan: str):
    found = run("programs", "-f", plan, "--search", "（）")
    assert (found.code, found.out) == (2, "")
    assert "検索する言葉がありません" in found.err


@pytest.mark.parametrize(
    ("arguments", "same"),
    [
        (["xref", "年間予定"], ["xref", "calendar"]),
        (["xref", "地区"], ["xref", "districts"]),
        (["xref", "委託元"], ["xref", "commissions"]),
        (["budget", "--by", "地区"], ["budget", "--by", "district"]),
        (["programs", "--plan", "基本計画１－１"], ["programs", "--plan", "1-1"]),
        (["programs", "--district", "東山地区"], ["programs", "--district", "東山"]),
        (["programs", "--goal", "基本目標1"], ["programs", "--goal", "1"]),
    ],
)
def test_a_choice_may_be_said_in_japanese(
    run: Run, plan: str, arguments: list[str], same: list[str]
):
    assert run(*arguments, "-f", plan).out == run(*same, "-f", plan).out != ""


def test_severities_and_changes_may_be_said_in_japanese(run: Run, plan: str, tmp_path: Path):
    later = tmp_path / "later.yaml"
    later.write_text(MONEY.replace("名: 見守り", "名: みまもり").replace("960", "980"))
    assert run("validate", plan, "--fail-level", "注意").code in (0, 1)
    changed = run("diff", plan, str(later), "--only", "変更", "--item", "事業").out
    assert changed == run("diff", plan, str(later), "--only", "changed", "--item", "program").out
    for path in (Path(plan), later):
        path.write_text(
            "labels: {plan: 施策}\n" + path.read_text(encoding="utf-8"), encoding="utf-8"
        )
    asked = [run("diff", plan, str(later), "--item", word) for word in ("施策", "計画", "plan")]
    assert [each.out.splitlines()[-1] for each in asked] == ["違いはありません"] * 3
    wrong = run("diff", plan, str(later), "--only", "changd")
    assert "「changed」のことですか？" in wrong.err
    assert "changed（変更）" in wrong.err


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("基本目標1", "--goal 1"),
        ("重点項目１", "--priority 1"),
        ("計画1", "--plan 1"),
        ("第2", "--goal 2"),
        ("組織運営1", "--search 組織運営1"),
        ("基本計画1－1", "--plan 1-1"),
        ("サロン", "--search サロン"),
    ],
)
def test_a_word_without_an_option_is_told_which_was_meant(run: Run, words: str, meant: str):
    assert f"「plan programs {meant}」のことですか？" in run("programs", words).err


def test_a_number_behind_the_councils_own_word_is_told_its_option(run: Run, tmp_path: Path):
    path = tmp_path / "2025.yaml"
    text = MONEY.replace("id: 1-1", "id: 1ー1")
    path.write_text("labels: {plan: 施策, goal: 柱}\n" + text, encoding="utf-8")
    for words, meant in (("施策1-1", "--plan 1-1"), ("柱1", "--goal 1"), ("施策1", "--plan 1")):
        told = run("programs", "-f", str(path), words).err
        assert told.splitlines()[-1] == f"  → 「plan programs {meant}」のことですか？"
    page = run("programs", "-f", str(path), "--plan", "1-1", "--format", "html").out
    assert re.findall("<h1>.*(（.*）)</h1>", page) == ["（施策：1-1 居場所づくり）"]
