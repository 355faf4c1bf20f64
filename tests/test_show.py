"""``plan show``: everything about one part of the plan, however it is named."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import REAL, SMALL, Run

REAL_FILE = ("--file", str(REAL))


def shown(run: Run, *words: str) -> list[dict[str, Any]]:
    records: list[dict[str, Any]] = json.loads(
        run("show", *words, *REAL_FILE, "--format", "json").out
    )
    return records


def test_a_program_names_its_plans_and_priorities(run: Run):
    (program,) = shown(run, "住民支え合い事業")
    assert len(program["plans"]) == 15
    assert program["priorities"] == [1, 2]
    assert program["goals"] == [1, 2, 3]
    assert program["neighbours"][0]["name"] == "住民支え合い活動づくり事業"
    assert len(program["neighbours"][0]["plans"]) == 15
    out = run("show", "住民支え合い事業", *REAL_FILE).out
    assert "この事業を掲載する基本計画 (15)\n" in out
    assert (
        "この事業を掲載する重点項目 (2)\n  1  あらゆる生活課題への対応\n  2  地域のつながりの再構築\n"
        in out
    )


def test_a_program_on_the_terminal(run: Run):
    out = run("show", "内郷地区地域づくり", *REAL_FILE).out
    assert out.startswith(
        "内郷地区地域づくり連絡会（新規）（内郷）\n"
        "\n"
        "  別名      内郷地域づくり連絡会\n"
        "  区分      新規\n"
        "  地区      内郷\n"
        "  目的      内郷の団体が互いの活動を知って連携し、それぞれの専門性で防災と福祉を高める。\n"
        "  実施時期  6月・10月・令和7年2月\n"
        "  実施月    2024年6月・10月、2025年2月\n"
    )
    assert (
        "  予算額      69,000円（69千円）\n"
        in run("show", "ボランティア活動活発化", *REAL_FILE).out
    )


def test_every_key_of_a_program_is_there(run: Run):
    (program,) = shown(run, "男の料理教室")
    related = ("cited_by", "neighbours")
    assert {key: value for key, value in program.items() if key not in related} == {
        "kind": "program",
        "name": "男の料理教室",
        "aliases": [],
        "formerly": [],
        "distinct_from": [],
        "status": "new",
        "until": None,
        "tags": [],
        "district": "遠野",
        "districts": ["遠野"],
        "commissioned_by": None,
        "department": None,
        "target": "男性の高齢者",
        "capacity": None,
        "venue": None,
        "partners": None,
        "purpose": "男性高齢者の閉じこもりと介護を予防し、健康でいきいきとした暮らしを支える。",
        "content": None,
        "follow_up": None,
        "notes": None,
        "schedule": "5月・10月",
        "months": ["2024-05", "2024-10"],
        "budget": None,
        "budget_yen": None,
        "funding": [],
        "indicators": [],
        "number": None,
        "goals": [1],
        "plans": ["1-3"],
        "priorities": [],
        "group": "各種事業の開催",
    }
    assert program["cited_by"] == [
        {
            "kind": "plan",
            "id": "1-3",
            "title": "高齢者福祉の充実",
            "group": "各種事業の開催（介護予防教室・介護技術講座等）",
            "section": None,
            "section_title": None,
        }
    ]


@pytest.mark.parametrize(
    "words",
    [
        "1-5",
        "１－５",
        "1ー5",
        "計画1-5",
        "基本計画 １ー５",
        "plan 1-5",
        "生活困窮者対策の充実(所得、就労、住居など)",
    ],
)
def test_a_basic_plan_has_many_names(run: Run, words: str):
    (plan,) = shown(run, words)
    assert (plan["kind"], plan["id"], plan["goal"]) == ("plan", "1-5", 1)
    assert len(plan["programs"]) == 14
    assert [each["id"] for each in plan["priorities"]] == ["1", "2", "3"]
    assert len(plan["sections"]) == 2


@pytest.mark.parametrize(
    ("words", "kind", "title"),
    [
        ("目標1", "goal", "共に生きる社会をつくるために"),
        ("基本目標１", "goal", "共に生きる社会をつくるために"),
        ("goal 1", "goal", "共に生きる社会をつくるために"),
        ("重点項目1", "priority", "あらゆる生活課題への対応"),
        ("Priority 1", "priority", "あらゆる生活課題への対応"),
        ("重点項目　１", "priority", "あらゆる生活課題への対応"),
        ("組織運営2", "management", "財源および財務運営"),
        ("パートナーシップ", "priority", "行政とのパートナーシップ"),
    ],
)
def test_a_label_tells_goal_from_priority(run: Run, words: str, kind: str, title: str):
    (part,) = shown(run, words)
    assert (part["kind"], part["title"]) == (kind, title)


def test_a_bare_number_lists_all_that_it_may_mean(run: Run):
    out = run("show", "1", *REAL_FILE).out
    assert out == (
        "令和6年度（2024）  「1」に当てはまるもの:\n"
        "\n"
        "種類      番号  名称\n"
        "基本目標  1     共に生きる社会をつくるために\n"
        "重点項目  1     あらゆる生活課題への対応\n"
        "組織運営  1     組織体制\n"
        "\n"
        "どれか1つを、名称の全体で示すか、「plan show 基本目標1」のように書いてください\n"
    )
    assert [part["kind"] for part in shown(run, "1")] == ["goal", "priority", "management"]


def test_words_may_stand_apart(run: Run):
    assert shown(run, "重点項目", "4")[0]["title"] == "行政とのパートナーシップ"


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("介護講座", "ふくしの教室"),
        ("日常生活自立支援事業 あんしんサポート", "日常生活自立支援事業（あんしんサポート）"),
        ("ｻﾏｰｼｮｰﾄ", "サマーショートボランティアスクール事業"),
        ("百歳", "百歳賀寿の実施"),
    ],
)
def test_former_names_aliases_and_parts_of_names_are_found(run: Run, words: str, name: str):
    assert [part["name"] for part in shown(run, words)] == [name]


def test_the_whole_name_wins_over_longer_ones(run: Run):
    assert [part["name"] for part in shown(run, "車椅子貸出事業")] == ["車椅子貸出事業"]
    assert [part["name"] for part in shown(run, "常磐地区")] == ["常磐"]


def test_a_district_has_its_programs_and_their_plans(run: Run):
    (district,) = shown(run, "常磐")
    assert [row["name"] for row in district["programs"]] == [
        "温かおむすび交流会",
        "ふれあい・ともいき映画鑑賞会",
    ]
    assert [row["id"] for row in district["plans"]] == ["1-4", "2-1"]


@pytest.mark.parametrize(
    ("words", "error"),
    [
        (
            "ふぐしの教室",
            "plan: 「ふぐしの教室」は、この計画の名称にも文章にもありません\n"
            "  → 次のどれかではありませんか: ふくしの教室\n",
        ),
        (
            "目標9",
            "plan: 「9」という基本目標はありません\n  → 指定できるもの: 1、2、3\n",
        ),
        (
            "ゑゑゑゑゑ",
            "plan: 「ゑゑゑゑゑ」は、この計画の名称にも文章にもありません\n"
            "  → 何があるかは、「plan outline」と「plan programs」で見られます\n",
        ),
    ],
)
def test_what_is_not_there_is_told_with_the_nearest(run: Run, words: str, error: str):
    result = run("show", words, *REAL_FILE)
    assert (result.code, result.out, result.err) == (2, "", error)


def test_a_citation_of_an_unknown_name_is_still_shown(run: Run, plans: Path):
    (plans / "2024.yaml").write_text(
        SMALL.replace("          - 子育て", "          - 子そだて"), encoding="utf-8"
    )
    assert "  子そだてサロン\n" in run("show", "1-1").out


def test_documents(run: Run):
    text = run("show", "1-3", *REAL_FILE, "--format", "md").out
    assert text.startswith(
        "# 基本計画 1-3  高齢者福祉の充実\n\n- **基本目標 1**: 共に生きる社会をつくるために\n"
    )
    assert (
        "- 各種事業の開催（介護予防教室・介護技術講座等）\n  - 男の料理教室（新規）（遠野） — 5月・10月\n"
        in text
    )
    page = run("show", "1-3", *REAL_FILE, "--format", "html").out
    assert "<h1>基本計画 1-3  高齢者福祉の充実</h1>" in page
    table = run("show", "男の料理教室", *REAL_FILE, "--format", "csv").out
    assert ",実施時期,5月・10月\r\n" in table


def test_without_words_it_says_what_is_missing(run: Run):
    result = run("show")
    assert (result.code, result.err) == (
        2,
        "plan: 「plan show」のあとに、番号か名称を書いてください\n  → 例: plan show 1-5\n",
    )


MANY_LINES = SMALL.replace(
    "        title: 子育て\n",
    "        title: 子育て\n        text: |\n          - 一行目\n          <二>行目\n",
)


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("table", "  本文        - 一行目\n              <二>行目\n"),
        ("md", "- **本文**: - 一行目  \n  \\<二\\>行目\n"),
        ("html", "<td>- 一行目<br>&lt;二&gt;行目</td>"),
        ("csv", ",本文,'- 一行目 <二>行目\r\n"),
    ],
)
def test_a_text_of_several_lines_keeps_them(run: Run, plans: Path, form: str, expected: str):
    (plans / "2024.yaml").write_text(MANY_LINES, encoding="utf-8")
    assert expected in run("show", "1-1", "--format", form).out


def test_what_a_plan_says_is_no_markup(run: Run, plans: Path):
    name = "[bold]- 1. <b>x</b>[/bold]\\e[31m"
    text = SMALL.replace("子育てサロン", f'"{name}"')
    (plans / "2024.yaml").write_text(text, encoding="utf-8")
    for command in (["outline"], ["show", "1-1"], ["xref", "programs"]):
        assert "[bold]- 1. <b>x</b>[/bold]␛[31m" in run(*command).out
        page = run(*command, "--format", "html").out
        assert "[bold]- 1. &lt;b&gt;x&lt;/b&gt;[/bold]␛[31m" in page
        assert "\\[bold\\]- 1. \\<b\\>x" in run(*command, "--format", "md").out


def test_what_looks_like_a_list_of_markdown_is_none(run: Run, plans: Path):
    text = SMALL.replace("子育てサロン", '"- 一"')
    (plans / "2024.yaml").write_text(text, encoding="utf-8")
    assert "\n- \\- 一\n" in run("show", "1-1", "--format", "md").out
    assert "\n- \\- 一\n" in run("outline", "--format", "md").out


def test_many_programs_are_told_apart_by_their_whole_names(run: Run):
    last = run("show", "車椅子", *REAL_FILE).out.splitlines()[-1]
    assert (
        last
        == "どれか1つを、名称の全体で書いてください。例: plan show 車椅子同乗移送用自動車貸出事業"
    )


def test_the_way_to_name_one_of_several_works_as_it_stands(run: Run, plans: Path):
    hits = run("show", "1", "--lang", "en", "--file", str(REAL)).out
    assert hits.endswith("Name one: by its whole name, or as plan show goal 1\n")
    assert run("show", "goal", "1", "--lang", "en", "--file", str(REAL)).code == 0


@pytest.mark.parametrize(
    "words", ["9" * 20_000, "9" * 20_000 + "x", "基本計画" + " " * 20_000 + "x", "1-" * 10_000]
)
def test_words_without_end_name_nothing(run: Run, plans: Path, words: str):
    assert run("show", words).code == 2
