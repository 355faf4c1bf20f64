"""``plan outline``: the tree as plans print it, and as data."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from tests.conftest import REAL, SMALL, Run

REAL_FILE = ("--file", str(REAL))


def test_the_tree_shows_programs_with_their_marks_as_people_know_them(run: Run):
    out = run("outline", *REAL_FILE, "--goal", "1").out
    assert out.startswith(
        "令和6年度（2024）  社会福祉法人 いわき市社会福祉協議会\n"
        "\n"
        "基本目標 1  共に生きる社会をつくるために\n"
        "  1-1  本人の意思の尊重\n"
        "    (1) 意思の尊重（自己決定権の尊重）\n"
        "    (2) 意欲の尊重\n"
        "  1-2  子ども・子育て支援の充実\n"
        "    (1) 安心して子どもを産み育てる環境整備\n"
        "    ・子育てサロン事業\n"
        "    ・地域子育て支援拠点事業（カンガルーひろば）\n"
        "    ・生活困窮者生活サポート事業\n"
        "    ・産前・産後ヘルパー派遣事業（市受託）\n"
    )
    assert (
        "    ・各種事業の開催（介護予防教室・介護技術講座等）\n"
        "      ・男の料理教室（新規）（遠野）\n"
        "      ・ふくしの教室（改編）（好間）\n"
        "    ・高齢者おでかけ応援事業（新規）（川前）\n"
    ) in out
    assert out.endswith("\n\n基本目標 1、基本計画 7、節 11、主な事業 のべ53\n")


@pytest.mark.parametrize(("depth", "lines"), [("1", 10), ("2", 30), ("3", 65), ("4", 65 + 147 + 8)])
def test_the_depth_says_where_it_ends(run: Run, depth: str, lines: int):
    rows = json.loads(run("outline", *REAL_FILE, "--depth", depth, "--format", "json").out)
    assert len(rows) == lines


def test_json_has_a_record_for_every_part(run: Run):
    rows = json.loads(run("outline", *REAL_FILE, "--format", "json").out)
    assert Counter(row["kind"] for row in rows) == {
        "priority": 4,
        "goal": 3,
        "plan": 20,
        "section": 35,
        "group": 8,
        "program": 147,
        "management": 3,
    }
    (cooking,) = (row for row in rows if row["title"] == "男の料理教室")
    assert cooking == {
        "kind": "program",
        "level": 5,
        "id": None,
        "title": "男の料理教室",
        "goal": 1,
        "plan": "1-3",
        "group": "各種事業の開催",
        "examples": [],
        "status": "new",
        "district": "遠野",
        "commissioned_by": None,
        "number": None,
        "section": None,
        "districts": ["遠野"],
        "tags": [],
    }


def test_a_goal_that_does_not_exist_is_told_with_those_that_do(run: Run):
    result = run("outline", *REAL_FILE, "--goal", "4")
    assert (result.code, result.err) == (
        2,
        "plan: 「4」という基本目標はありません\n  → 指定できるもの: 1、2、3\n",
    )


def test_the_council_s_own_words_stand_before_the_numbers(run: Run, plans: Path):
    text = SMALL.replace("goals:\n", "labels:\n  goal: 基本方針\ngoals:\n")
    (plans / "2024.yaml").write_text(text, encoding="utf-8")
    assert "\n基本方針 1  共に生きる\n" in run("outline").out
    assert "\n基本方針 1  共に生きる\n" in run("outline", "--lang", "en").out


def test_markdown_and_html_are_documents(run: Run):
    text = run("outline", *REAL_FILE, "--goal", "3", "--format", "md").out
    assert (
        "\n## 基本目標 3  健康で自分らしい暮らしをつくるために\n\n### 3-1  健康づくりの推進\n\n(1) 健康づくり支援"
        in text
    )
    page = run("outline", *REAL_FILE, "--goal", "1", "--format", "html").out
    assert "<h2>基本目標 1  共に生きる社会をつくるために</h2>" in page
    assert '<li class="depth-1">男の料理教室（新規）（遠野）</li>' in page
    assert page.count("<ul>") == page.count("</ul>") == 6


def test_csv_keeps_ids_from_becoming_dates(run: Run):
    out = run("outline", *REAL_FILE, "--depth", "2", "--format", "csv").out
    assert "基本計画,[1-5],生活困窮者対策の充実（所得、就労、住居など）" in out
