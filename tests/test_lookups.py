"""``plan programs``, ``plan summary``, ``plan schema``: looking things up on the real plan."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from shakyo_plan.model.schema import schema_text
from tests.conftest import REAL, SMALL, Run

REAL_FILE = ("--file", str(REAL))


def names(run: Run, *arguments: str) -> list[str]:
    return [
        row["name"]
        for row in json.loads(run("programs", *REAL_FILE, "--format", "json", *arguments).out)
    ]


@pytest.mark.parametrize("written", ["1-5", "１－５", "1ー5", " 1-5 "])
def test_a_basic_plan_lists_its_programs_in_printed_order(run: Run, written: str):
    listed = names(run, "--plan", written)
    assert len(listed) == 14
    assert listed[:3] == ["住民支え合い事業", "住民支え合い活動づくり事業", "福祉総合相談事業"]
    assert listed[-1] == "調査研究事業"


def test_the_group_stands_over_its_programs(run: Run):
    result = run("programs", *REAL_FILE, "--plan", "1-3")
    lines = result.out.splitlines()
    assert lines[0] == "令和6年度（2024）  基本計画 1-3 高齢者福祉の充実"
    at = lines.index("各種事業の開催（介護予防教室・介護技術講座等）")
    assert [line.split()[:2] for line in lines[at + 1 : at + 3]] == [
        ["男の料理教室", "新規・遠野"],
        ["ふくしの教室", "改編・好間"],
    ]
    assert lines[at + 1].startswith("  男")
    assert lines[-1] == "10事業"


def test_json_has_every_key_of_the_contract(run: Run):
    (row,) = json.loads(run("programs", *REAL_FILE, "--search", "男の料理", "--format", "json").out)
    assert row == {
        "name": "男の料理教室",
        "aliases": [],
        "formerly": [],
        "status": "new",
        "district": "遠野",
        "commissioned_by": None,
        "schedule": "5月・10月",
        "budget_yen": None,
        "goals": [1],
        "plans": ["1-3"],
        "priorities": [],
        "districts": ["遠野"],
        "tags": [],
        "department": None,
        "until": None,
        "group": "各種事業の開催",
    }


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["--district", "常磐"], ["温かおむすび交流会", "ふれあい・ともいき映画鑑賞会"]),
        (["--district", "常磐", "--goal", "2"], ["ふれあい・ともいき映画鑑賞会"]),
        (["--status", "restructured"], ["ふくしの教室"]),
        (["--status", "改編"], ["ふくしの教室"]),
        (["--status", "廃止,改編事業"], ["ふくしの教室"]),
        (["--status", "restructured", "--status", "統合"], ["ふくしの教室"]),
        (["--month", "11"], ["ふくしの教室", "ふくみちゃんカフェ（被災地域つどいの場）"]),
        (["--month", "１１月", "--district", "好間"], ["ふくしの教室"]),
        (
            ["--month", "5月、7月", "--status", "新規"],
            [
                "男の料理教室",
                "ふくみちゃんカフェ（被災地域つどいの場）",
                "ボランティア活動活発化事業",
            ],
        ),
        (["--commissioned-by", "prefectural_shakyo", "--plan", "1-5"], ["生活福祉資金貸付事業"]),
        (["--uncited"], ["ボランティア育成研修会・連絡会"]),
        (["--search", "介護講座"], ["ふくしの教室"]),
        (["--search", "ｻﾛﾝ"], ["子育てサロン事業", "ふくみちゃんカフェ（被災地域つどいの場）"]),
        (["--search", "あんしんサポート"], ["日常生活自立支援事業（あんしんサポート）"]),
        (["--priority", "4"], []),
        (["--goal", "基本目標2", "--district", "常磐"], ["ふれあい・ともいき映画鑑賞会"]),
        (["--goal", "２", "--district", "常磐"], ["ふれあい・ともいき映画鑑賞会"]),
        (["--search", "無い事業"], []),
    ],
)
def test_filters_combine(run: Run, arguments: list[str], expected: list[str]):
    assert names(run, *arguments) == expected


def test_programs_that_no_priority_cites_are_the_others(run: Run):
    every = set(names(run))
    cited = {name for number in "1234" for name in names(run, "--priority", number)}
    assert set(names(run, "--without-priority")) == every - cited


def test_a_search_looks_into_the_texts_too(run: Run, tmp_path: Path):
    path = tmp_path / "2024.yaml"
    path.write_text(
        "format: 1\nfiscal_year: 2024\ncouncil: {name: 試験社協}\ngoals: []\n"
        "programs:\n  - name: サロン\n    purpose: 孤立を防ぐ。\n  - name: 広報\n",
        encoding="utf-8",
    )
    found = json.loads(run("programs", "-f", str(path), "--search", "孤立", "--format", "json").out)
    assert [program["name"] for program in found] == ["サロン"]


def test_counts_of_the_filters(run: Run):
    assert len(names(run)) == 56
    assert len(names(run, "--status", "new")) == 7
    assert len(names(run, "--commissioned-by", "city")) == 5
    assert len(names(run, "--commissioned-by", "市")) == 5
    assert len(names(run, "--commissioned-by", "市受託事業,県社協")) == 8
    assert len(names(run, "--priority", "1")) == 15
    assert (
        names(run, "--priority", "1")[2]
        == "ボランティア活動センター・災害ボランティアセンター運営事業"
    )


@pytest.mark.parametrize(
    ("arguments", "sentence", "advice"),
    [
        (
            ["--plan", "9-9"],
            "「9-9」という基本計画はありません",
            "指定できるもの: 1-1、1-2、1-3",
        ),
        (
            ["--district", "東京"],
            "「東京」という地区はありません",
            "指定できるもの: 平、小名浜",
        ),
        (["--goal", "4"], "「4」という基本目標はありません", "指定できるもの: 1、2、3"),
        (
            ["--priority", "9"],
            "「9」という重点項目はありません",
            "指定できるもの: 1、2、3、4",
        ),
        (
            ["--status", "新築"],
            "--statusに「新築」とは書けません",
            "書けるのは次のどれかです: new（新規）、expanded（拡充）、continued（継続）",
        ),
        (
            ["--goal", "x"],
            "--goal には数を書きます。「x」は数として読めません",
            "例: --goal 1",
        ),
        (
            ["--commissioned-by", "商店街"],
            "--commissioned-byに「商店街」とは書けません",
            "書けるのは次のどれかです: city（市受託）、town（町受託）",
        ),
        (
            ["--month", "13月"],
            "--monthに「13月」とは書けません",
            "1 から 12 の月を、11 や 11月 のように書いてください",
        ),
        (["--plan"], "--plan には値が必要です", "使い方は「plan programs --help」で見られます"),
        (["--plna", "1-5"], "--plna という指定はありません", "「--plan」のことですか？"),
        (["余分"], "余分な指定です: 余分", "「plan programs --search 余分」のことですか？"),
        (["１－５"], "余分な指定です: １－５", "「plan programs --plan 1-5」のことですか？"),
    ],
)
def test_what_does_not_exist_is_told_with_what_does(
    run: Run, arguments: list[str], sentence: str, advice: str
):
    result = run("programs", *REAL_FILE, *arguments)
    assert (result.code, result.out) == (2, "")
    first, second = result.err.splitlines()
    assert first == f"plan: {sentence}"
    assert second.startswith(f"  → {advice}")


def test_in_english_a_choice_is_said_once(run: Run):
    result = run("programs", "--status", "old", "--lang", "en", *REAL_FILE)
    assert "new, expanded, continued" in result.err.splitlines()[1]


def test_a_pipe_gets_no_wrapping_and_no_colour(run: Run):
    result = run("programs", *REAL_FILE)
    name = "行政嘱託員（区長）連合協議会・民生児童委員協議会との合同連絡会"
    assert any(line.startswith(name) for line in result.out.splitlines())
    assert "\x1b" not in result.out


def test_csv_opens_in_excel(run: Run):
    out = run("programs", *REAL_FILE, "--plan", "3-2", "--format", "csv").out
    assert out.startswith("\ufeff事業,区分,地区,")
    rows = list(csv.DictReader(io.StringIO(out.removeprefix("\ufeff"))))
    assert [row["事業"] for row in rows] == [
        "介護保険（在宅サービス）事業",
        "障がい福祉サービス事業",
        "身体障がい者訪問入浴サービス事業",
    ]
    # A bare 3-2 would become the second of March.
    assert rows[2]["基本計画"] == "[1-4]・[3-2]"


def test_no_cell_is_a_formula_and_no_markdown_is_markup(run: Run, plans: Path):
    text = SMALL.replace("  - name: 子育てサロン\n", '  - name: "=cmd|x"\n    schedule: "*急*"\n')
    (plans / "2024.yaml").write_text(text, encoding="utf-8")
    (row,) = csv.DictReader(
        io.StringIO(run("programs", "--format", "csv").out.removeprefix("\ufeff"))
    )
    assert row["事業"] == "'=cmd|x"
    assert (
        run("programs", "--format", "md")
        .out.splitlines()[2]
        .startswith("| =cmd\\|x | 継続 |  |  | \\*急\\* |")
    )


def test_jsonl_is_a_line_each(run: Run):
    lines = run("programs", *REAL_FILE, "--plan", "1-5", "--format", "jsonl").out.splitlines()
    assert [json.loads(line)["plans"][0] for line in lines[3:5]] == ["1-2", "1-5"]
    assert len(lines) == 14


def test_a_program_cited_under_a_wrong_name_still_stands_in_its_list(run: Run, plans: Path):
    (plans / "2024.yaml").write_text(
        SMALL.replace("          - 子育て", "          - 子そだて"), encoding="utf-8"
    )
    (row,) = json.loads(run("programs", "--plan", "1-1", "--format", "json").out)
    assert (row["name"], row["plans"]) == ("子そだてサロン", ["1-1"])


def test_a_broken_plan_is_not_looked_up(run: Run, plans: Path):
    (plans / "2024.yaml").write_text("format: 1\n", encoding="utf-8")
    result = run("programs")
    assert (result.code, result.out) == (1, "")
    path = str(Path("plans") / "2024.yaml")
    assert result.err == (
        f"plan: {path}:1:1: 計画ファイルに fiscal_year（年度）がありません\n"
        f"  → このファイルには誤りがあります。「plan validate {path}」ですべてを確認できます\n"
    )


def test_the_summary_counts_what_a_careful_reader_counts(run: Run):
    out = run("summary", *REAL_FILE).out
    assert [line.split() for line in out.splitlines()[2:10]] == [
        ["重点項目", "4", "具体的な取り組み", "2・2・3・3", "主な実施事業", "15・6・8・0"],
        ["基本目標", "3", "基本計画", "7・10・3"],
        ["基本計画", "20", "節", "35", "主な事業", "147", "各種事業", "8"],
        ["事業", "56", "基本計画にある事業", "55", "新規", "7", "改編", "1"],
        ["受託事業", "8", "市受託", "5", "県社協受託", "3"],
        ["地区の事業", "7", "地区", "5"],
        ["予算額のある事業", "1", "合わせて", "69,000円"],
        ["組織運営", "3", "内容", "5・7・4"],
    ]
    assert (
        "    2-1: 8  2-2: 8  2-3: 13  2-4: 10  2-5: 12  2-6: 12  2-7: 4  2-8: 4  2-9: 3  2-10: 6"
        in out
    )
    assert len(out.splitlines()) < 24


def test_the_summary_as_json(run: Run):
    data = json.loads(run("summary", *REAL_FILE, "--format", "json").out)
    assert (data["programs"], data["citations"], data["era"]) == (56, 147, "令和6年度")


def test_the_schema_is_printed_as_it_is(run: Run):
    assert run("schema").out == schema_text()


def test_a_file_that_is_not_there_is_not_called_broken(run: Run):
    result = run("summary", "--file", "無い.yaml")
    assert (result.code, result.err) == (
        2,
        "plan: 無い.yaml: ファイルが見つかりません\n"
        "  → ファイルの名前と、フォルダーを確認してください\n",
    )


def test_a_total_that_cannot_be_known_is_not_shown(run: Run, plans: Path):
    text = SMALL.replace("  - name: 子育てサロン\n", "  - name: 子育てサロン\n    budget: 69,000\n")
    (plans / "2024.yaml").write_text(text, encoding="utf-8")
    assert "円" not in run("summary").out
    assert json.loads(run("summary", "--format", "json").out)["budget_yen"] is None


MARKED = """\
format: 1
fiscal_year: 2024
council:
  name: 試験町社会福祉協議会
  departments:
    - name: 地域福祉課
      short: 地域
plans:
  - id: 1
    title: 居場所
    sections:
      - title: 集い
        programs: [子育てサロン]
    programs: [見守り]
  - id: 2
    title: 広報
programs:
  - name: 子育てサロン
    tags: [重点]
    department: 地域
  - name: 見守り
    department: 地域福祉課
  - name: 広報紙
    tags: [担い手]
    department: 総務課
"""


@pytest.mark.parametrize(
    ("arguments", "names"),
    [
        (["--tag", "重点"], ["子育てサロン"]),
        (["--department", "地域福祉課"], ["子育てサロン", "見守り"]),
        (["--department", "地域"], ["子育てサロン", "見守り"]),
        (["--department", "総務課"], ["広報紙"]),
        (["--department", "地域", "--tag", "担い手"], []),
    ],
)
def test_programs_are_found_by_tag_and_by_department(
    run: Run, tmp_path: Path, arguments: list[str], names: list[str]
):
    (tmp_path / "2024.yaml").write_text(MARKED, encoding="utf-8")
    result = run("programs", "-f", "2024.yaml", "--format", "json", *arguments)
    assert [program["name"] for program in json.loads(result.out)] == names


def test_a_tag_or_department_that_is_not_there_is_told_with_those_that_are(
    run: Run, tmp_path: Path
):
    (tmp_path / "2024.yaml").write_text(MARKED, encoding="utf-8")
    tag = run("programs", "-f", "2024.yaml", "--tag", "新")
    department = run("programs", "-f", "2024.yaml", "--department", "法務室")
    assert tag.code == department.code == 2
    assert tag.err == "plan: 「新」という印はありません\n  → 指定できるもの: 重点、担い手\n"
    assert (
        department.err
        == "plan: 「法務室」という担当部署はありません\n  → 指定できるもの: 地域福祉課、総務課\n"
    )


def test_the_summary_counts_a_flat_plan_and_what_its_sections_list(run: Run, tmp_path: Path):
    (tmp_path / "2024.yaml").write_text(MARKED, encoding="utf-8")
    summary = json.loads(run("summary", "-f", "2024.yaml", "--format", "json").out)
    assert (summary["basic_plans"], summary["sections"], summary["citations"]) == (2, 1, 2)
    assert [(plan["id"], plan["citations"]) for plan in summary["plans"]] == [("1", 2), ("2", 0)]


@pytest.mark.parametrize(
    ("words", "body"),
    [
        ("町", "town"),
        ("村受託", "village"),
        ("区", "ward"),
        ("国", "state"),
        ("市社協", "city_shakyo"),
    ],
)
def test_each_commissioning_body_is_its_own(run: Run, tmp_path: Path, words: str, body: str):
    bodies = ("city", "town", "village", "ward", "state", "city_shakyo")
    programs = "".join(f"  - name: 事業{name}\n    commissioned_by: {name}\n" for name in bodies)
    head = "format: 1\nfiscal_year: 2024\ncouncil: {name: 甲}\nplans:\n  - id: 1\n    title: 乙\n"
    (tmp_path / "2024.yaml").write_text(f"{head}programs:\n{programs}", encoding="utf-8")
    result = run("programs", "-f", "2024.yaml", "--commissioned-by", words, "--format", "json")
    assert [program["commissioned_by"] for program in json.loads(result.out)] == [body]
