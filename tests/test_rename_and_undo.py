"""``plan rename`` and ``plan undo``: edits without an editor, and the way back."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import Run

PLAN = """\
# 試験社協の計画
format: 1
fiscal_year: 2024
council:
  name: 試験社協
  districts: [常磐, 内郷]  # 2地区
priorities:
  - id: 1
    title: 相談
    text: 子育てサロンを広げる。
    actions: [相談を受ける]
    programs: [子育てサロン, 見守り]
goals:
  - id: 1
    title: 共に生きる
    plans:
      - id: 1-1
        title: 子育て
        programs:
          - 子育てサロン   # 毎月
          - group: 各種事業の開催
            programs:
              - 子育てサロン
          - 子育てサロン講座
programs:
  # いちばん古い事業
  - name: 子育てサロン
    aliases: [つどい]
    status: expanded
  - name: 子育てサロン講座
    distinct_from:
      - 子育てサロン
    district: 常磐
  - name: 見守り
suppress:
  - rule: P301
    item: 子育てサロン
    reason: 予定のため
    until: 2024
"""
RENAMED = (
    PLAN.replace("[子育てサロン, 見守り]", "[子育て広場, 見守り]")
    .replace("- 子育てサロン\n", "- 子育て広場\n")
    .replace("- 子育てサロン   #", "- 子育て広場   #")
    .replace("name: 子育てサロン\n", "name: 子育て広場\n")
    .replace("item: 子育てサロン\n", "item: 子育て広場\n")
)


@pytest.fixture
def plan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("plans").mkdir()
    Path("plans/2024.yaml").write_text(PLAN, encoding="utf-8", newline="\n")
    return Path("plans/2024.yaml")


def text(path: Path) -> str:
    return path.read_bytes().decode("utf-8")


def test_everything_that_cites_a_program_follows_and_all_else_stays(run: Run, plan: Path):
    result = run("rename", "子育てサロン", "子育て広場")
    assert (result.code, result.out) == (0, "")
    assert result.err == (
        "plans/2024.yaml：「子育てサロン」を「子育て広場」に改めました（6か所）\n"
        "文章の中の「子育てサロン」はそのままです: 10行目\n"
    )
    assert text(plan) == RENAMED


def test_the_old_name_is_recorded_where_last_years_plan_has_it(run: Run, plan: Path):
    Path("plans/2023.yaml").write_text(
        PLAN.replace("fiscal_year: 2024", "fiscal_year: 2023"), encoding="utf-8"
    )
    assert run("rename", "子育てサロン", "子育て広場").code == 0
    assert text(plan) == RENAMED.replace(
        "    aliases: [つどい]\n", "    aliases: [つどい]\n    formerly:\n      - 子育てサロン\n"
    )
    assert "2023" in text(Path("plans/2023.yaml"))


@pytest.mark.parametrize(
    ("option", "others", "becomes"),
    [
        ("--no-formerly", "    aliases: [子育て広場]\n", ""),
        ("--formerly", "    aliases: [子育て広場]\n", "    formerly:\n      - 子育てサロン\n"),
        ("--formerly", "    formerly: [会]\n", "    formerly: [会, 子育てサロン]\n"),
        ("--formerly", "    formerly: []\n", "    formerly:\n      - 子育てサロン\n"),
        ("--formerly", "    formerly: [子育て広場]\n", "    formerly: [子育てサロン]\n"),
        ("--no-formerly", "    formerly: [子育て広場, 会]\n", "    formerly: [会]\n"),
        ("--formerly", "    formerly: [子育てサロン]\n", "    formerly: [子育てサロン]\n"),
        (
            "--formerly",
            "    aliases: [子育て広場, つどい]\n",
            "    aliases: [つどい]\n    formerly:\n      - 子育てサロン\n",
        ),
    ],
)
def test_a_new_name_is_no_other_name_any_more(
    run: Run, plan: Path, option: str, others: str, becomes: str
):
    plan.write_text(PLAN.replace("    aliases: [つどい]\n", others), encoding="utf-8")
    assert run("rename", "子育てサロン", "子育て広場", option).code == 0
    assert text(plan) == RENAMED.replace("    aliases: [つどい]\n", becomes)


def test_a_district_is_renamed_with_its_programs(run: Run, plan: Path):
    assert run("rename", "常磐", "常磐・湯本").code == 0
    assert text(plan) == PLAN.replace("[常磐, 内郷]", "[常磐・湯本, 内郷]").replace(
        "district: 常磐", "district: 常磐・湯本"
    )


def test_texts_that_name_a_district_are_told_also_in_a_preview(run: Run, plan: Path):
    written = PLAN.replace(
        "    district: 常磐\n", "    district: 常磐\n    schedule: 7月（常磐）\n"
    )
    plan.write_text(
        written.replace("- name: 見守り\n", "- name: 見守り（常磐）\n"), encoding="utf-8"
    )
    said = "文章の中の「常磐」はそのままです: 34、35行目\n"
    assert run("rename", "常磐", "湯本", "--diff").err == said
    assert run("rename", "常磐", "湯本").err.endswith(said)
    assert "schedule: 7月（常磐）" in text(plan)


def test_an_unknown_name_offers_the_nearest_first(run: Run, plan: Path):
    assert run("rename", "見廻りの会", "見守り隊").err == (
        "plan: 「見廻りの会」という事業または地区はありません\n"
        "  → 指定できるもの: 見守り、子育てサロン、子育てサロン講座、常磐、内郷\n"
    )


def test_a_preview_writes_nothing(run: Run, plan: Path):
    result = run("rename", "内郷", "内郷町", "--diff")
    assert result.code == 0
    assert (
        "-  districts: [常磐, 内郷]  # 2地区\n+  districts: [常磐, 内郷町]  # 2地区\n" in result.out
    )
    assert text(plan) == PLAN
    assert not Path("plans/.undo").exists()


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("子育てサロソ", "広場", "plan: 「子育てサロソ」という事業または地区はありません\n"),
        ("子育てサロン", "見守り", "plan: 「見守り」という事業がすでにあります\n"),
        ("見守り", "つどい", "plan: 事業「子育てサロン」がすでに「つどい」と呼ばれています\n"),
        ("常磐", "内郷", "plan: 「内郷」という地区がすでにあります\n"),
        ("見守り", "見守り", "plan: すでに「見守り」という名前です\n"),
        ("見守り", " ", "plan: 名前は1行の文字で指定してください\n"),
    ],
)
def test_what_cannot_be_renamed_is_said(run: Run, plan: Path, old: str, new: str, said: str):
    result = run("rename", old, new)
    assert result.code == 2
    assert result.err.startswith(said)
    assert text(plan) == PLAN


def test_a_name_is_found_however_it_is_typed(run: Run, plan: Path):
    plan.write_text(
        PLAN.replace("name: 見守り", "name: ＡＢＣ見守り").replace(
            "サロン, 見守り]", "サロン, ＡＢＣ見守り]"
        ),
        encoding="utf-8",
    )
    assert run("rename", "ABC見守り", "見守り活動").code == 0
    assert "[子育てサロン, 見守り活動]" in text(plan)


# Undo


def test_a_step_is_taken_back_and_brought_again_byte_for_byte(run: Run, plan: Path):
    plan.write_bytes(PLAN.replace("\n", "\r\n").encode("utf-8-sig"))
    before = plan.read_bytes()
    run("rename", "内郷", "内郷町")
    after = plan.read_bytes()
    assert after != before
    assert run("undo").err == (
        "plans/2024.yaml を元に戻しました（plan rename）\n"
        "もう一度 plan undo を実行すると、戻す前に返ります\n"
    )
    assert plan.read_bytes() == before
    assert run("undo").code == 0
    assert plan.read_bytes() == after
    assert run("undo").code == 0
    assert plan.read_bytes() == before


@pytest.mark.parametrize(
    "command",
    [("fmt",), ("validate", "--fix"), ("rename", "見守り", "見守り活動")],
)
def test_whatever_rewrites_a_plan_can_be_taken_back(run: Run, plan: Path, command: tuple[str, ...]):
    plan.write_text(PLAN.replace("id: 1-1", "id: １－１"), encoding="utf-8", newline="\n")
    before = text(plan)
    run(*command)
    assert text(plan) != before
    assert run("undo").code == 0
    assert text(plan) == before


def test_several_files_of_one_run_are_one_step(run: Run, plan: Path):
    other = Path("plans/2025.yaml")
    other.write_text(PLAN.replace("2024", "2025"), encoding="utf-8", newline="\n")
    before = text(plan), text(other)
    run("fmt")
    assert run("undo").code == 0
    assert (text(plan), text(other)) == before


def test_a_file_that_was_changed_since_is_not_touched_nor_are_the_others(run: Run, plan: Path):
    other = Path("plans/2025.yaml")
    other.write_text(PLAN.replace("2024", "2025"), encoding="utf-8", newline="\n")
    run("fmt")
    formatted = text(plan)
    with other.open("a", encoding="utf-8") as file:
        file.write("# 手で書いた\n")
    result = run("undo")
    assert result.code == 2
    assert result.err.startswith(
        "plan: plan が書いた後に変更されているため、元に戻せません: plans/2025.yaml\n"
    )
    assert text(plan) == formatted
    assert text(other).endswith("# 手で書いた\n")
    assert run("undo", "plans/2025.yaml").code == 2


def test_the_last_step_of_one_file_can_be_named(run: Run, plan: Path):
    other = Path("plans/2025.yaml")
    other.write_text(PLAN.replace("2024", "2025"), encoding="utf-8", newline="\n")
    before = text(plan)
    run("rename", "内郷", "内郷町", "--year", "2024")
    run("rename", "内郷", "内郷村", "--year", "2025")
    assert run("undo", "plans/2024.yaml").code == 0
    assert text(plan) == before
    assert "内郷村" in text(other)


def test_nothing_to_take_back_is_said(run: Run, plan: Path):
    result = run("undo")
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith("plan: plans に元に戻すものはありません\n")


def test_what_is_kept_is_no_plan_and_not_for_git(run: Run, plan: Path):
    run("fmt")
    assert Path("plans/.undo/.gitignore").read_text(encoding="utf-8").endswith("*\n")
    assert run("fmt").err == "1ファイルの体裁は、すでにそろっています\n"


def test_a_preview_of_undo_writes_nothing(run: Run, plan: Path):
    run("rename", "内郷", "内郷町")
    after = text(plan)
    result = run("undo", "--diff")
    assert (
        "-  districts: [常磐, 内郷町]  # 2地区\n+  districts: [常磐, 内郷]  # 2地区\n" in result.out
    )
    assert text(plan) == after


@pytest.mark.parametrize("broken", [b"", b"{}", b"[1]\nx", b"\xff\xfe", b'{"version": 2}\n'])
def test_a_damaged_step_is_as_none(run: Run, plan: Path, broken: bytes):
    run("fmt")
    Path("plans/.undo/2024.yaml.undo").write_bytes(broken)
    assert run("undo").code == 2
