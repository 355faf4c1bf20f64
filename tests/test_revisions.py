"""Plans as git keeps them: REV:PATH, with the real git."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from shakyo_plan.source.programs import find_program
from shakyo_plan.source.revisions import Revision
from tests.conftest import SMALL, Run

CLEAN = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
    "GIT_AUTHOR_NAME": "t",
    "GIT_AUTHOR_EMAIL": "t@example.org",
    "GIT_COMMITTER_NAME": "t",
    "GIT_COMMITTER_EMAIL": "t@example.org",
}


def git(*arguments: str, **environment: str) -> str:
    return subprocess.run(
        ["git", *arguments],
        env={**os.environ, **CLEAN, **environment},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    ).stdout


@pytest.fixture
def repository(plans: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two commits: the small plan, and the same with another title. A tag with a Japanese name."""
    for name, value in CLEAN.items():
        monkeypatch.setenv(name, value)
    git("init", "--quiet", "--initial-branch=main")
    git("add", "plans")
    git("commit", "--quiet", "--message=1")
    git("tag", "理事会提出")
    file = plans / "2024.yaml"
    file.write_text(SMALL.replace("title: 子育て\n", "title: 子育ての支援\n"), encoding="utf-8")
    (plans / "令和7年度.yaml").write_text(SMALL.replace("2024", "2025"), encoding="utf-8")
    git("add", "plans")
    git("commit", "--quiet", "--message=2")
    return plans


CHANGED = (
    "基本目標 1 共に生きる\n"
    "  1-1 子育ての支援\n"
    "    名称変更  基本計画  子育て → 子育ての支援（おそらく：番号が同じ、類似 50%、共通の内容 1件）\n"
)


@pytest.mark.usefixtures("repository")
@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("HEAD~1:plans/2024.yaml", "HEAD:plans/2024.yaml"),
        ("HEAD~1:plans/2024.yaml", "2024"),
        ("理事会提出:plans/2024.yaml", "plans/2024.yaml"),
        ("main~1:plans/2024.yaml", ":plans/2024.yaml"),
        ("HEAD^:plans\\2024.yaml", "main:./plans/2024.yaml"),
    ],
)
def test_revisions_years_and_files_mix(run: Run, old: str, new: str):
    result = run("diff", old, new)
    assert (result.code, result.err) == (0, "")
    assert result.out.split("\n\n", 1)[1].startswith(CHANGED)
    assert old in result.out.splitlines()[0]


def test_a_path_counts_from_where_a_person_is(
    run: Run, repository: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.chdir(repository)
    assert CHANGED in run("diff", "HEAD~1:2024.yaml", "2024.yaml").out
    assert CHANGED in run("diff", "HEAD~1:plans/2024.yaml", "2024.yaml").out


@pytest.mark.usefixtures("repository")
def test_a_file_with_a_japanese_name(run: Run):
    result = run("diff", "HEAD:plans/令和7年度.yaml", "HEAD:plans/令和7年度.yaml")
    assert result.out.endswith("違いはありません\n")


@pytest.mark.usefixtures("repository")
@pytest.mark.parametrize(
    ("named", "message"),
    [
        (
            "nai:plans/2024.yaml",
            "plan: git に「nai」というリビジョンはありません\n  → 「git log --oneline」でリビジョンの"
            "一覧が出ます。HEAD が最新、HEAD~1 がその1つ前です\n",
        ),
        (
            "HEAD:plans/2042.yaml",
            "plan: git のリビジョン HEAD に、ファイル plans/2042.yaml はありません\n"
            "  → 「plans/2024.yaml」のことですか？\n",
        ),
        (
            "HEAD:計画",
            "plan: git のリビジョン HEAD に、ファイル 計画 はありません\n"
            "  → あるファイル: plans/2024.yaml、plans/令和7年度.yaml\n",
        ),
        (
            ":x.yaml",
            "plan: git のステージに、ファイル x.yaml はありません\n"
            "  → あるファイル: plans/2024.yaml、plans/令和7年度.yaml\n",
        ),
        (
            "--output=x:plans/2024.yaml",
            "plan: git に「--output=x」というリビジョンはありません\n  → 「git log --oneline」でリビジョンの"
            "一覧が出ます。HEAD が最新、HEAD~1 がその1つ前です\n",
        ),
    ],
)
def test_what_git_does_not_have_is_told(run: Run, named: str, message: str, tmp_path: Path):
    result = run("diff", "2024", "--", named)
    assert (result.code, result.out, result.err) == (2, "", message)
    assert not (tmp_path / "x").exists()


@pytest.mark.usefixtures("plans")
def test_without_a_repository(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    result = run("diff", "HEAD:plans/2024.yaml", "2024")
    assert (result.code, result.out) == (2, "")
    assert result.err == (
        f"plan: {tmp_path} は git のリポジトリの中にありません\n  → 「HEAD:plans/2024.yaml」は git の中の"
        "ファイルを指します。手元のファイルなら、そのパスを書いてください\n"
    )


@pytest.mark.usefixtures("plans")
def test_without_git(run: Run, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("PATH", "")
    result = run("diff", "HEAD:plans/2024.yaml", "2024")
    assert (result.code, result.out) == (2, "")
    assert result.err == (
        "plan: git が入っていないか、見つかりません\n  → 「REV:PATH」は git の中のファイルを指します。"
        "git を入れるか、手元のファイルを指定してください\n"
    )


def test_a_plan_with_errors_in_a_revision_is_named_by_the_revision(run: Run, repository: Path):
    (repository / "2024.yaml").write_text("format: 2\n", encoding="utf-8")
    git("add", "plans")
    result = run("diff", "HEAD:plans/2024.yaml", ":plans/2024.yaml")
    assert result.code == 2
    assert result.err.startswith("plan: :plans/2024.yaml:1:")


@pytest.mark.parametrize("path", [r"C:\plans\2024.yaml", "c:/plans/2024.yaml", "2024.yaml", "C:"])
def test_a_path_of_windows_is_no_revision(path: str):
    assert Revision.parse(path) is None


def test_a_file_on_the_disk_comes_before_a_revision(run: Run, tmp_path: Path):
    if os.name == "nt":
        pytest.skip("no colon in names on Windows")
    (tmp_path / "a:b.yaml").write_text(SMALL, encoding="utf-8")
    assert run("diff", "a:b.yaml", "a:b.yaml").out.endswith("違いはありません\n")


needs_shell = pytest.mark.skipif(
    os.name == "nt", reason="the programs of these settings are for sh"
)


def asked_of_git(run: Run, folder: Path, *names: str) -> None:
    """Ask for everything that makes git look into a repository."""
    for name in names or (
        "HEAD:plans/2024.yaml",
        ":plans/2024.yaml",
        ":plans/ない.yaml",
        "x:y.yaml",
    ):
        run("diff", name, "plans/2024.yaml")
    assert not list(folder.rglob("PWNED*"))


@needs_shell
def test_git_runs_nothing_that_a_repository_names(repository: Path, run: Run, tmp_path: Path):
    program = tmp_path / "program"
    program.write_text(f"#!/bin/sh\ntouch {tmp_path}/PWNED-$$\nexit 1\n", encoding="utf-8")
    program.chmod(0o755)
    for setting in (
        "core.fsmonitor", "core.pager", "core.sshCommand", "core.gitProxy", "core.askPass",
        "core.editor", "core.virtualFilesystem", "core.alternateRefsCommand", "diff.external",
        "diff.plan.command", "diff.plan.textconv", "filter.plan.clean", "filter.plan.smudge",
        "filter.plan.process", "gpg.program", "credential.helper", "uploadpack.packObjectsHook",
        "pager.ls-files", "pager.cat-file",
    ):  # fmt: skip
        git("config", setting, str(program))
    hooks = tmp_path / "hooks"
    hooks.mkdir()
    for hook in ("post-index-change", "post-checkout", "reference-transaction", "pre-auto-gc"):
        (hooks / hook).symlink_to(program)
    git("config", "core.hooksPath", str(hooks), GIT_CONFIG_COUNT="0")
    git("config", "core.untrackedCache", "true")
    (tmp_path / ".gitattributes").write_text("*.yaml diff=plan filter=plan\n", encoding="utf-8")
    for made in tmp_path.rglob("PWNED*"):
        made.unlink()
    asked_of_git(run, tmp_path)
    assert run("diff", "HEAD:plans/2024.yaml", "plans/2024.yaml").code == 0


@needs_shell
@pytest.mark.parametrize("way", ["ext::{program}", "ssh://host.invalid/x", "file://{origin}"])
def test_git_fetches_nothing_for_a_partial_clone(
    repository: Path, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, way: str
):
    program = tmp_path / "program"
    program.write_text(f"#!/bin/sh\ntouch {tmp_path}/PWNED-$$\nexit 1\n", encoding="utf-8")
    program.chmod(0o755)
    git("config", "uploadpack.allowFilter", "true")
    clone = tmp_path / "clone"
    git("clone", "--quiet", "--filter=blob:none", "--no-checkout", f"file://{tmp_path}", str(clone))
    monkeypatch.chdir(clone)
    git("config", "remote.origin.url", way.format(program=program, origin=tmp_path))
    git("config", "core.sshCommand", str(program))
    git("config", "protocol.allow", "always")
    git("config", "protocol.ext.allow", "always")
    git("config", "remote.origin.uploadpack", str(program))
    # Whoever allows it for all of their own repositories did not mean this one.
    monkeypatch.setenv("GIT_ALLOW_PROTOCOL", "ext:ssh:file")
    (clone / "plans").mkdir()
    (clone / "plans" / "2024.yaml").write_text(SMALL, encoding="utf-8")
    asked_of_git(run, tmp_path)
    result = run("diff", "HEAD:plans/2024.yaml", "plans/2024.yaml")
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith("plan: HEAD:plans/2024.yaml の中身は、このパソコンにありません")


def test_a_file_in_git_that_is_far_too_large_is_not_read(
    repository: Path, run: Run, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("shakyo_plan.source.revisions.MAX_BYTES", 100)
    result = run("diff", "HEAD:plans/2024.yaml", "plans/2024.yaml")
    assert result.code == 2
    assert "MB を超えています" in result.err


@needs_shell
def test_a_git_in_the_current_folder_is_no_git(
    repository: Path, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    for name in ("git", "less"):
        (tmp_path / name).write_text(f"#!/bin/sh\ntouch {tmp_path}/PWNED\n", encoding="utf-8")
        (tmp_path / name).chmod(0o755)
    monkeypatch.setenv("PATH", f".:{os.pathsep}:{os.environ['PATH']}")
    asked_of_git(run, tmp_path)


def test_on_windows_only_real_programs_of_the_path_are_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """A stand-in for Windows: there shutil.which would look into the current folder first."""
    here, programs = tmp_path / "here", tmp_path / "programs"
    for folder, names in (
        (here, ["git.bat", "git.exe", "less.exe"]),
        (programs, ["git.bat", "git.exe"]),
    ):
        folder.mkdir()
        for name in names:
            (folder / name).write_text("", encoding="utf-8")
            (folder / name).chmod(0o755)
    monkeypatch.chdir(here)
    monkeypatch.setenv("PATH", os.pathsep.join([".", "", "here", str(programs)]))
    assert find_program("git", windows=True) == str(programs / "git.exe")
    assert find_program("less", windows=True) is None
    (programs / "git.exe").unlink()
    assert find_program("git", windows=True) is None
