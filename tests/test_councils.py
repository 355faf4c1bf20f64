"""Plans of other councils, in their own words, levels and numbers: facts and titles from public pages."""

from __future__ import annotations

from pathlib import Path

import pytest

from shakyo_plan.diff import compare
from shakyo_plan.lint.engine import lint
from shakyo_plan.source.formatting.layout import formatted
from shakyo_plan.source.loading import load, load_file
from tests.conftest import Run

FOLDER = Path(__file__).parent / "councils"
FILES = sorted(FOLDER.glob("*/*.yaml"))
IDS = [f"{path.parent.name}/{path.stem}" for path in FILES]
KNOWN = {
    # What is really so: numbers begin with 3; two things that the next year does not print any more.
    "akiruno/2018": ["P109"],
    "kitaku/2023": ["P301"],
    "kitaku/2024": ["P603", "P603"],
    "sodegaura/2023": ["P301"],
}


@pytest.mark.parametrize("path", FILES, ids=IDS)
def test_the_rules_find_only_what_is_so(path: Path):
    before = path.with_name(f"{int(path.stem) - 1}.yaml")
    previous = {str(path): load(before)} if before.exists() else None
    found = [each.code for each in lint([load_file(path)], previous=previous).diagnostics]
    assert found == KNOWN.get(f"{path.parent.name}/{path.stem}", [])


@pytest.mark.parametrize("path", FILES, ids=IDS)
def test_each_is_canonical_and_does_not_differ_from_itself(path: Path):
    file = load_file(path)
    assert formatted(file.document) == file.document.text
    assert compare(load(path), load(path), order=True) == ()


@pytest.mark.parametrize("path", FILES, ids=IDS)
@pytest.mark.parametrize("language", ["ja", "en"])
def test_every_lookup_answers(run: Run, path: Path, language: str):
    for words in (
        ["outline"],
        ["outline", "--format", "html"],
        ["outline", "--format", "md"],
        ["summary"],
        ["programs"],
        ["show", "計画書"],
        ["xref", "programs"],
        ["xref", "gaps"],
        ["query", "SELECT * FROM citations"],
    ):
        result = run(*words, "--file", str(path), "--lang", language)
        assert (result.code, result.err) == (0, ""), words


OUTLINES = {
    "akiruno/2018": (
        "平成30年度（2018）  社会福祉法人 あきる野市社会福祉協議会\n\n"
        "事業区分 3  社会福祉事業\n  1  地域福祉活動推進事業\n"
    ),
    "hodogaya/2014": (
        "平成26年度（2014）  横浜市保土ケ谷区社会福祉協議会\n\n"
        "Ⅰ  住民による地域福祉活動の支援\n"
        "  (1)  地区社会福祉協議会活動の支援\n"
        "    地区社会福祉協議会活動への助成\n"
        "    ・地区社協活動運営費\n"
    ),
    "mie/2016": (
        "平成28年度（2016）  三重県社会福祉協議会\n\n"
        "基本目標 1  （基本目標1）\n  1-1  地域のたすけあい、ささえあいの推進\n"
    ),
    "yokohama/2022": (
        "令和4年度（2022）  社会福祉法人 横浜市社会福祉協議会\n\n"
        "重点取組 1  身近な地域での住民のつながり・支えあい活動の推進\n"
        "  1-1  身近な地域のつながり・支えあい活動推進事業の推進\n"
    ),
}


@pytest.mark.parametrize("name", OUTLINES)
def test_the_outline_reads_like_the_contents_page(run: Run, name: str):
    result = run("outline", "--file", str(FOLDER / f"{name}.yaml"))
    assert result.out.startswith(OUTLINES[name])


def test_a_plan_without_goals_is_a_list_of_plans_with_printed_numbers(run: Run):
    out = run("outline", "--file", str(FOLDER / "hiraizumi" / "2023.yaml")).out
    assert "\n経営基盤の安定化を図るため、" in out
    assert "\n（1）  役員会等運営事業\n  ・理事会\n" in out
    assert out.endswith("重点目標 3、事業 2、主な事業 のべ8\n")


def test_a_part_is_found_by_its_printed_number_and_a_section_by_its_place(run: Run):
    file = ("--file", str(FOLDER / "hodogaya" / "2014.yaml"))
    assert run("show", "Ⅰ", *file).out.startswith("Ⅰ  住民による地域福祉活動の支援\n")
    assert run("show", "1-1(2)", *file).out.startswith("地区社協運営・事業支援\n")
    listed = run("programs", "--plan", "1-1", *file, "--columns", "name", "--format", "csv").out
    assert len(listed.splitlines()) == 7


def test_indicators_are_told(run: Run):
    file = ("--file", str(FOLDER / "mie" / "2016.yaml"))
    sql = "SELECT part, name, unit, baseline, baseline_year, target, target_year FROM indicators"
    lines = run("query", sql, *file, "--format", "csv").out.splitlines()
    assert lines[4] == (
        '[1-4],ボランティア活動者の登録人数（延べ人数）,人,"64,319",2014,"65,000",2020'
    )
    assert "64,319" in run("show", "1-4", *file).out


def test_accounts_are_told(run: Run):
    file = ("--file", str(FOLDER / "kosugaya" / "2018.yaml"))
    sql = "SELECT side, count(*) AS n, sum(amount_yen) AS yen FROM accounts GROUP BY side"
    rows = run("query", sql, *file, "--format", "csv").out.splitlines()[1:]
    assert rows == ["expenses,12,1901991", "income,6,1906991"]


def test_what_ended_with_its_year_is_not_missed(run: Run):
    names = run("validate", str(FOLDER / "kitaku" / "2024.yaml"), "--format", "concise").out
    assert "創立70周年記念事業" not in names
