"""``plan diff`` as a planner meets it: what is compared, and how it is printed."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from shakyo_plan.cli import main as edge
from shakyo_plan.cli.session import Session, open_session
from tests.conftest import REAL, ROOT, Run
from tests.test_diff import PLAN

NEXT = (
    PLAN.replace("fiscal_year: 2024", "fiscal_year: 2025")
    .replace("令和7年2月", "令和8年2月")
    .replace("5月・10月", "6月・10月")
    .replace("69千円", "80千円")
    .replace("子育てサロン", "子育てのサロン")
    .replace("ふくしの教室", "暮らしの講座")
    .replace("- name: 暮らしの講座\n", "- name: 暮らしの講座\n    formerly: [ふくしの教室]\n")
    .replace("id: 1-2", "id: 1-3")
    .replace("親子が集い、悩みを話せる場をつくる。", "親子が気軽に集い、悩みを話せる場をつくる。")
    .replace("監査の実施", "研修の実施")
)
TABLE = """\
令和6年度（2024） → 令和7年度（2025）

基本目標 1 共に生きる
  1-1 子育て支援の充実
    名称変更  事業      子育てサロン → 子育てのサロン（推定：名称が似ている、類似 86%、どちらも 1-1、2 に掲載）
    変更      事業      子育てのサロン
                        目的:
                        旧  親子が集い、悩みを話せる場をつくる。
                        新  親子が【気軽に】集い、悩みを話せる場をつくる。
  1-3 高齢者福祉の充実
    番号変更  基本計画  番号: 1-2 → 1-3（確実：名称が同じ）
    名称変更  事業      ふくしの教室 → 暮らしの講座（確実：新しい計画に旧名として記載）
    変更      事業      暮らしの講座
                        実施時期: 5月・10月 → 6月・10月（5月を削除、6月を追加）
                        予算額: 69千円 → 80千円（+11,000円、+15.9%）

組織運営
  1 組織体制
    変更      組織運営  内容: 監査の実施 → 研修の実施（推定：名称が似ている、類似 60%）

違い 7件（名称変更 2、番号変更 1、変更 4）
年度が替わっただけの変更は載せていません（--routine で載せます）: 実施時期の年が進む 1件
"""


@pytest.fixture
def years(tmp_path: Path) -> Path:
    folder = tmp_path / "plans"
    folder.mkdir()
    (folder / "2024.yaml").write_text(PLAN, encoding="utf-8")
    (folder / "2025.yaml").write_text(NEXT, encoding="utf-8")
    return folder


@pytest.mark.usefixtures("years")
@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("2024", "2025"),
        ("R6", "令和7"),
        ("plans/2024.yaml", "2025"),
        ("令和６年度", "plans/2025.yaml"),
    ],
)
def test_the_table_has_the_headings_of_the_plan(run: Run, old: str, new: str):
    result = run("diff", old, new)
    assert (result.code, result.out, result.err) == (0, TABLE, "")


def test_a_program_that_no_list_cites_any_more_stands_where_it_stood(run: Run, years: Path):
    text = PLAN.replace("programs: [広報事業, 見守り事業]", "programs: [見守り事業]")
    text = text.replace("- name: 広報事業\n", "- name: 広報事業\n    status: discontinued\n")
    (years / "2025.yaml").write_text(text, encoding="utf-8")
    assert run("diff", "2024", "plans/2025.yaml").out.splitlines()[2:7] == [
        "基本目標 2 支え合う",
        "  2-1 担い手づくり",
        "    削除  掲載  広報事業  2-1",
        "    変更  事業  広報事業",
        "                区分: 継続 → 廃止",
    ]


@pytest.mark.usefixtures("years")
def test_english_readers_get_english_words(run: Run):
    out = run("diff", "2024", "2025", "--lang", "en", "--item", "plan").out
    assert out.splitlines()[2:] == [
        "Goal 1 共に生きる",
        "  1-3 高齢者福祉の充実",
        "    renumbered  basic plan  number: 1-2 → 1-3 (certain: the same title)",
        "",
        "1 change: renumbered 1",
    ]


@pytest.mark.usefixtures("years")
def test_no_differences_are_said_in_a_word(run: Run):
    result = run("diff", "2024", "2024", "--exit-code")
    assert (result.code, result.out) == (
        0,
        "令和6年度（2024）  plans/2024.yaml → plans/2024.yaml\n\n違いはありません\n",
    )


@pytest.mark.usefixtures("years")
def test_json_has_every_key_of_the_contract(run: Run):
    data = json.loads(run("diff", "2024", "2025", "--format", "json").out)
    assert data["old"] == {"fiscal_year": 2024, "path": str(Path("plans/2024.yaml"))}
    assert data["new"] == {"fiscal_year": 2025, "path": str(Path("plans/2025.yaml"))}
    keys = ["kind", "item", "id", "name", "field", "old", "new", "evidence", "routine"]
    assert all(list(change) == keys for change in data["changes"])
    assert data["changes"][0] == {
        "kind": "renumbered",
        "item": "plan",
        "id": "1-3",
        "name": "高齢者福祉の充実",
        "field": "id",
        "old": "1-2",
        "new": "1-3",
        "evidence": {
            "basis": "name",
            "strength": "certain",
            "likeness": None,
            "shared": [],
            "differing": [],
        },
        "routine": False,
    }
    (moved,) = [change for change in data["changes"] if change["routine"]]
    assert (moved["name"], moved["field"], moved["new"]) == ("広報事業", "schedule", "令和8年2月")
    assert data["changes"][1]["evidence"] == {
        "basis": "likeness",
        "strength": "guess",
        "likeness": 86,
        "shared": ["1-1", "2"],
        "differing": [],
    }
    assert data["summary"]["changes"] == 8
    assert data["summary"]["kinds"] == {
        "added": 0, "removed": 0, "renamed": 2, "renumbered": 1, "moved": 0,
        "split": 0, "merged": 0, "changed": 5, "reordered": 0,
    }  # fmt: skip
    assert data["summary"]["items"]["program"] == 6


def test_what_was_added_is_in_json_as_in_a_plan_file(run: Run, years: Path):
    more = PLAN.replace(
        "  - name: 貸付事業\n", "  - name: 買物支援\n    status: new\n  - name: 貸付事業\n"
    )
    more = more.replace("programs: [ふくしの教室]", "programs: [買物支援, ふくしの教室]")
    (years / "2025.yaml").write_text(more, encoding="utf-8")
    result = run("diff", "2024", "plans/2025.yaml", "--format", "jsonl")
    (change,) = map(json.loads, result.out.splitlines())
    assert change["new"]["name"] == "買物支援"
    assert change["new"]["status"] == "new"
    assert change["new"]["aliases"] == []
    assert change["new"]["cited_in"] == [
        {
            "name": "買物支援",
            "plan": "1-2",
            "priority": None,
            "group": "各種事業の開催",
            "section": None,
            "goal": None,
        }
    ]


@pytest.mark.usefixtures("years")
def test_csv_opens_in_excel(run: Run):
    out = run("diff", "2024", "2025", "--format", "csv").out
    assert out.startswith("\ufeff")
    rows = [*csv.reader(io.StringIO(out.removeprefix("\ufeff")))]
    assert rows[:2] == [
        ["変更の種類", "対象", "番号", "名称", "項目", "旧", "新", "備考"],
        ["番号変更", "基本計画", "[1-3]", "高齢者福祉の充実", "番号", "[1-2]", "[1-3]", "確実：名称が同じ"],
    ]  # fmt: skip
    assert rows[6][-1] == "'+11,000円、+15.9%"
    assert len(rows) == 9


@pytest.mark.usefixtures("years")
def test_markdown_fits_a_pull_request(run: Run):
    out = run("diff", "2024", "2025", "--format", "md", "--item", "program").out
    assert out.startswith(
        "### 令和6年度（2024） → 令和7年度（2025）\n"
        "\n"
        "違い 5件（名称変更 2、変更 3）\n"
        "\n"
        "年度が替わっただけの変更は載せていません（--routine で載せます）: 実施時期の年が進む 1件\n"
        "\n"
        "#### 基本目標 1 共に生きる\n"
        "\n"
        "**1-1 子育て支援の充実**\n"
        "\n"
        "| 変更の種類 | 対象 | 旧 | 新 | 備考 |\n"
        "| --- | --- | --- | --- | --- |\n"
    )
    assert (
        "| 変更 | 事業 子育てのサロン 目的 | 親子が集い、悩みを話せる場をつくる。 "
        "| 親子が<ins>気軽に</ins>集い、悩みを話せる場をつくる。 |  |\n"
    ) in out


def test_a_comment_on_github_is_not_too_long(run: Run, years: Path):
    many = "".join(f"  - name: 事業{n:04}{'長い名前の' * 12}\n" for n in range(900))
    (years / "2025.yaml").write_text(NEXT.replace("management:", f"{many}management:"), "utf-8")
    out = run("diff", "2024", "2025", "--format", "md").out
    assert 50_000 < len(out) < 65_536
    shown = out.count("\n| 追加 ")
    assert out.endswith(
        f"\nほかに {907 - shown - 7 + 1}件の違いがあります（ここには示しきれません）\n"
    )


def test_the_page_says_where_there_is_nothing(run: Run):
    draft = ROOT / "examples" / "iwaki-2025-draft.yaml"
    page = run("diff", str(REAL), str(draft), "--format", "html").out
    assert '<td><div><span class="none">（なし）</span></div></td>' in page
    assert "None" not in page


@pytest.mark.usefixtures("years")
def test_the_page_has_old_and_new_side_by_side(run: Run, tmp_path: Path):
    result = run("diff", "2024", "2025", "-o", "新旧対照表.html")
    assert (result.code, result.out) == (0, "")
    page = (tmp_path / "新旧対照表.html").read_text(encoding="utf-8")
    assert "<title>試験社協 事業計画 新旧対照表（令和6年度・令和7年度）</title>" in page
    assert "size: A4 landscape" in page
    assert "None" not in page
    assert (
        "<td>名称変更<br><span class=\"about\">事業</span><br>変更<br><span class=\"about\">事業</span></td>\n"
        '<td><div><del>子育てサロン</del></div><div><span class="about">目的</span><br>'
        "親子が集い、悩みを話せる場をつくる。</div></td>\n"
        '<td><div><ins>子育てのサロン</ins></div><div><span class="about">目的</span><br>'
        "親子が<ins>気軽に</ins>集い、悩みを話せる場をつくる。</div></td>\n"
    ) in page  # fmt: skip
    assert "<del>69千円</del>" in page
    assert "<script" not in page
    assert "None" not in page


def test_text_from_a_plan_is_never_markup(run: Run, years: Path):
    evil = '"<b>x</b>|[y](z)"'
    (years / "2025.yaml").write_text(PLAN.replace("共に生きるまち", evil), encoding="utf-8")
    page = run("diff", "2024", "plans/2025.yaml", "--format", "html").out
    assert "<b>" not in page
    assert "&lt;b&gt;x&lt;/b&gt;|[y](z)" in page
    markdown = run("diff", "2024", "plans/2025.yaml", "--format", "md").out
    assert r"\<b\>x\</b\>\|\[y\](z)" in markdown
    table = run("diff", "2024", "plans/2025.yaml").out
    assert "<b>x</b>|[y](z)" in table


@pytest.mark.usefixtures("years")
def test_only_some_kinds_and_items(run: Run):
    def kinds(*arguments: str) -> list[str]:
        lines = run("diff", "2024", "2025", "--format", "jsonl", *arguments).out.splitlines()
        return [f"{change['kind']} {change['item']}" for change in map(json.loads, lines)]

    assert kinds("--only", "renumbered") == ["renumbered plan"]
    assert kinds("--only", "renamed,renumbered", "--item", "plan") == ["renumbered plan"]
    assert kinds("--item", "management", "--item", "plan") == [
        "renumbered plan",
        "changed management",
    ]
    assert kinds("--only", "split") == []


@pytest.mark.usefixtures("years")
@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--only", "renamd"], "plan: --onlyに「renamd」とは書けません\n  → 「renamed」のことですか？ 書けるのは"),
        (["--item", "quux"], "plan: --itemに「quux」とは書けません\n  → 書けるのは次のどれかです: council（社協）、labels（呼び名）、"),
    ],
)  # fmt: skip
def test_a_kind_that_does_not_exist_is_told(run: Run, arguments: list[str], message: str):
    result = run("diff", "2024", "2025", *arguments)
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith(message)


@pytest.mark.usefixtures("years")
def test_counts_alone(run: Run):
    assert run("diff", "2024", "2025", "--stat").out == (
        "令和6年度（2024） → 令和7年度（2025）\n"
        "\n"
        "対象      名称変更  番号変更  変更\n"
        "基本計画                   1\n"
        "事業             2               3\n"
        "組織運営                         1\n"
        "\n"
        "違い 7件（名称変更 2、番号変更 1、変更 4）\n"
        "年度が替わっただけの変更は載せていません（--routine で載せます）: 実施時期の年が進む 1件\n"
    )


@pytest.mark.usefixtures("years")
def test_counts_go_into_a_file_as_counts(run: Run):
    assert run("diff", "2024", "2025", "--stat", "-o", "数.csv").code == 0
    assert Path("数.csv").read_text(encoding="utf-8-sig") == (
        "対象,名称変更,番号変更,変更\n基本計画,,1,\n事業,2,,3\n組織運営,,,1\n"
    )
    assert run("diff", "2024", "2025", "--stat", "--format", "md").out == (
        "| 対象 | 名称変更 | 番号変更 | 変更 |\n"
        "| --- | --: | --: | --: |\n"
        "| 基本計画 |  | 1 |  |\n"
        "| 事業 | 2 |  | 3 |\n"
        "| 組織運営 |  |  | 1 |\n"
    )
    assert "<del>" not in run("diff", "2024", "2025", "--stat", "--format", "html").out
    whole = run("diff", "2024", "2025", "--format", "json").out
    assert run("diff", "2024", "2025", "--stat", "--format", "json").out == whole
    result = run("diff", "2024", "2025", "--stat", "-o", "数.docx")
    assert result.code == 2
    assert not Path("数.docx").exists()


@pytest.mark.usefixtures("years")
def test_scripts_learn_of_differences_by_the_exit_code(run: Run):
    assert run("diff", "2024", "2025").code == 0
    assert run("diff", "2024", "2025", "--exit-code").code == 1
    assert run("diff", "2024", "2025", "--exit-code", "--only", "split").code == 0


def test_a_plan_with_errors_is_not_compared_by_halves(run: Run, years: Path):
    broken = NEXT.replace("title: 子育て支援の充実", "titel: 子育て支援の充実")
    (years / "2025.yaml").write_text(broken, encoding="utf-8")
    result = run("diff", "2024", "2025", "--exit-code")
    assert (result.code, result.out) == (2, "")
    path = Path("plans/2025.yaml")
    assert result.err.startswith(f"plan: {path}:26:9: ")
    assert result.err.endswith(
        f"\n  → このファイルには誤りがあります。「plan validate {path}」ですべてを確認できます\n"
    )


@pytest.mark.usefixtures("years")
@pytest.mark.parametrize(
    ("named", "message"),
    [
        ("2019", "plan: 令和元年度（2019）の計画はありません\n  → 計画がある年度: 令和6年度（2024）、令和7年度（2025）\n"),
        ("R8", "plan: 令和8年度（2026）の計画はありません\n  → 計画がある年度: 令和6年度（2024）、令和7年度（2025）\n"),
        ("nai.yaml", "plan: nai.yaml: ファイルが見つかりません\n  → ファイルの名前と、フォルダーを確認してください\n"),
        ("plans", "plan: plans: ファイルではなくフォルダーです\n"),
    ],
)  # fmt: skip
def test_what_is_not_there_is_told(run: Run, named: str, message: str):
    result = run("diff", "2024", named)
    assert (result.code, result.out, result.err) == (2, "", message)


def test_the_same_in_every_locale_and_time_zone(
    run: Run, years: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("TZ", "Pacific/Kiritimati")
    monkeypatch.setenv("LANG", "C")
    assert run("diff", "2024", "2025", "--lang", "ja").out == TABLE


@pytest.mark.usefixtures("years")
def test_every_example_of_the_help_page_runs(run: Run):
    examples = [
        line.split()[1:]
        for line in run("diff", "--help").out.splitlines()
        if line.startswith("  plan ") and "HEAD" not in line
    ]
    assert len(examples) == 3
    for example in examples:
        assert run(*example).code == 0, example


def test_names_that_are_too_wide_are_folded_and_never_cut(
    run: Run, years: Path, monkeypatch: pytest.MonkeyPatch
):
    from rich.cells import cell_len

    long = "地域における支え合いの仕組みを住民とともにつくり育てていくための広報紙と動画の発行事業"
    text = NEXT.replace("広報事業", long)
    text = text.replace(f"- name: {long}\n", f"- name: {long}\n    formerly: [広報事業]\n")
    (years / "2025.yaml").write_text(text, encoding="utf-8")

    def in_a_terminal(lang: str | None, environment: Mapping[str, str]) -> Session:
        return replace(open_session(lang, environment), terminal_width=60)

    monkeypatch.setattr(edge, "open_session", in_a_terminal)
    out = run("diff", "2024", "2025").out
    assert max(map(cell_len, out.splitlines())) <= 60
    assert long in "".join(line.strip().removeprefix("新").strip() for line in out.splitlines())
