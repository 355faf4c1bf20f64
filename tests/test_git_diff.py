"""``plan git-diff`` as git's external diff, with the real git."""

from __future__ import annotations

import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT, SMALL
from tests.test_revisions import git

RENAMED = SMALL.replace("title: 子育て\n", "title: 子育ての支援\n")
TOLD = """\
plan diff a/plans/2024.yaml b/plans/2024.yaml
令和6年度（2024）  a/plans/2024.yaml → b/plans/2024.yaml

基本目標 1 共に生きる
  1-1 子育ての支援
    名称変更  基本計画  子育て → 子育ての支援（おそらく：番号が同じ、類似 50%、共通の内容 1件）

違い 1件（名称変更 1）

"""


@pytest.fixture
def plan_file(plans: Path) -> Path:
    """The small plan in a repository that has plans told by `plan git-diff`, as docs/git.md says."""
    git("init", "--quiet", "--initial-branch=main")
    Path(".gitattributes").write_text("plans/*.yaml diff=plan\n", encoding="utf-8")
    command = f"{shlex.quote(sys.executable)} -m shakyo_plan git-diff"
    git("config", "diff.plan.command", command)
    git("add", ".")
    git("commit", "--quiet", "--message=1")
    return plans / "2024.yaml"


def test_git_diff_tells_what_became_of_the_plan(plan_file: Path):
    plan_file.write_text(RENAMED, encoding="utf-8")
    assert git("diff") == TOLD
    assert "+        title: 子育ての支援" in git("diff", "--no-ext-diff")
    git("commit", "--quiet", "--all", "--message=2")
    assert git("show", "--format=%s", "--ext-diff") == f"2\n\n{TOLD}"
    assert git("log", "-1", "--patch", "--format=%s", "--ext-diff") == f"2\n\n{TOLD}"


def test_only_comments_changed(plan_file: Path):
    plan_file.write_text(f"# 理事会に提出\n{SMALL}", encoding="utf-8")
    assert git("diff").splitlines()[1] == "計画の中身は同じです（コメントや書き方だけの違いです）"


def test_a_new_and_a_deleted_file(plan_file: Path):
    other = plan_file.with_name("2025.yaml")
    other.write_text(SMALL.replace("2024", "2025"), encoding="utf-8")
    git("add", "--intent-to-add", str(other))
    plan_file.unlink()
    assert git("diff", "--no-renames") == (
        "plan diff a/plans/2024.yaml b/plans/2024.yaml\n"
        "計画ファイルは削除されました\n"
        "\n"
        "plan diff a/plans/2025.yaml b/plans/2025.yaml\n"
        "新しい計画ファイルです\n"
        "\n"
    )


def test_a_file_that_was_renamed(plan_file: Path):
    git("mv", str(plan_file), str(plan_file.with_name("令和6年度.yaml")))
    plan_file.with_name("令和6年度.yaml").write_text(RENAMED, encoding="utf-8")
    told = git("diff", "--find-renames=30", "HEAD")
    assert told.startswith("plan diff a/plans/2024.yaml b/plans/令和6年度.yaml\n")
    assert "名称変更  基本計画  子育て → 子育ての支援" in told


def test_a_side_with_errors_is_shown_line_by_line(plan_file: Path):
    plan_file.write_text(SMALL.replace("title: 子育て\n", "titel: 子育て\n"), encoding="utf-8")
    told = git("diff").splitlines()
    assert told[0] == "plan diff a/plans/2024.yaml b/plans/2024.yaml"
    assert told[1].startswith("b/plans/2024.yaml:11:9: ")
    assert "-        title: 子育て" in told
    assert "+        titel: 子育て" in told


def test_a_conflict_is_told(plan_file: Path):
    git("switch", "--quiet", "--create=other")
    plan_file.write_text(RENAMED, encoding="utf-8")
    git("commit", "--quiet", "--all", "--message=2")
    git("switch", "--quiet", "main")
    plan_file.write_text(SMALL.replace("title: 子育て\n", "title: 親子\n"), encoding="utf-8")
    git("commit", "--quiet", "--all", "--message=3")
    with pytest.raises(subprocess.CalledProcessError):
        git("merge", "other")
    assert "このファイルの競合は、まだ解決されていません" in git("diff", "--base")


def test_git_s_pager_gets_colour_and_the_width_of_the_terminal(plan_file: Path):
    plan_file.write_text(RENAMED, encoding="utf-8")
    told = git("diff", GIT_PAGER_IN_USE="true", COLUMNS="60")
    assert "\x1b[36m名称変更\x1b[0m" in told
    plain = git("diff", GIT_PAGER_IN_USE="true", COLUMNS="60", NO_COLOR="1")
    assert "\x1b" not in plain
    assert (
        "    名称変更  基本計画  子育て → 子育ての支援\n"
        "                        （おそらく：番号が同じ、類似 50%、共\n"
        "                        通の内容 1件）\n"
    ) in plain


@pytest.mark.parametrize(("page", "locale"), [("git.md", "en"), ("git.ja.md", "ja")])
def test_the_page_shows_what_is_really_printed(page: str, locale: str, plans: Path):
    text = (ROOT / "docs" / page).read_text(encoding="utf-8")
    shown = text.split("$ git diff\n")[1].split("```")[0]
    real = (ROOT / "plans" / "2024.yaml").read_text(encoding="utf-8")
    git("init", "--quiet")
    attributes = text.split(".gitattributes")[1].split("```")[1].strip()
    Path(".gitattributes").write_text(attributes, encoding="utf-8")
    command = text.split('diff.plan.command "plan ')[1].split('"')[0]
    git("config", "diff.plan.command", f"{shlex.quote(sys.executable)} -m shakyo_plan {command}")
    (plans / "2024.yaml").write_text(real, encoding="utf-8")
    git("add", ".")
    edited = real.replace("schedule: 5月・10月", "schedule: 6月・10月")
    (plans / "2024.yaml").write_text(edited, encoding="utf-8")
    assert git("diff", PLAN_LANG=locale).strip() == shown.strip()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps no such mode")
def test_a_change_of_the_mode_alone_is_told_as_one(plan_file: Path):
    plan_file.chmod(0o755)
    assert git("diff").splitlines()[1:] == [
        "ファイルの権限だけが変わりました: 100644 → 100755",
        "",
    ]


def test_a_change_of_the_name_alone_is_told_as_one(plan_file: Path):
    git("mv", str(plan_file), str(plan_file.with_name("2024-理事会.yaml")))
    assert git("-c", "core.quotePath=false", "diff", "--cached", "-M") == (
        "plan diff a/plans/2024.yaml b/plans/2024-理事会.yaml\n名前だけが変わりました\n\n"
    )
