"""An installation that is not whole: nothing is called sound that was not checked."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipapp
from pathlib import Path

import pytest
from tools.make_plans import many

import shakyo_plan
from tests.conftest import ROOT, SMALL

PACKAGE = Path(shakyo_plan.__file__).parent


def run_copy(where: Path, *words: str, folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *words],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(where), "PYTHONUTF8": "1", "LANG": "ja_JP.UTF-8"},
        capture_output=True,
        encoding="utf-8",
    )


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the package, as it lies in a wheel."""
    ignored = shutil.ignore_patterns("__pycache__", "*.po")
    shutil.copytree(PACKAGE, tmp_path / "copy" / "shakyo_plan", ignore=ignored)
    shutil.copy(ROOT / "schema" / "plan.schema.json", tmp_path / "copy" / "shakyo_plan")
    return tmp_path / "copy"


@pytest.mark.parametrize(("number", "left"), [(1, None), (40, None), (1, '{"type": "obj')])
def test_without_its_schema_plan_says_so(copy: Path, tmp_path: Path, number: int, left: str | None):
    many(tmp_path / "plans", number)
    schema = copy / "shakyo_plan" / "plan.schema.json"
    schema.unlink()
    if left is not None:
        schema.write_text(left, encoding="utf-8")
    for report in ("full", "sarif"):
        done = run_copy(copy, "-m", "shakyo_plan", "validate", "--format", report, folder=tmp_path)
        assert (done.returncode, done.stdout) == (2, "")
        assert done.stderr == (
            "plan: plan 自身のスキーマがないか、壊れています: plan.schema.json\n"
            "  → これがないと何も確認できません。plan をインストールし直してください\n"
        )


def test_a_zip_archive_checks_as_an_installation_does(copy: Path, tmp_path: Path):
    (tmp_path / "plans").mkdir()
    (tmp_path / "plans" / "2024.yaml").write_text(
        SMALL + "  - name: 子育てサロン\n", encoding="utf-8"
    )
    (copy / "__main__.py").write_text("from shakyo_plan.cli.start import run\nrun()\n", "utf-8")
    zipapp.create_archive(copy, tmp_path / "plan.pyz")
    done = run_copy(Path(), str(tmp_path / "plan.pyz"), "validate", folder=tmp_path)
    assert done.returncode == 1, done.stderr
    assert "plans/2024.yaml:16:11: 誤り P206" in done.stdout
    schema = run_copy(Path(), str(tmp_path / "plan.pyz"), "schema", folder=tmp_path)
    assert schema.stdout == (ROOT / "schema" / "plan.schema.json").read_text(encoding="utf-8")


def test_what_ends_a_loop_by_mistake_never_ends_the_checking(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """A StopIteration that escapes from checking one file must not pass for the end of the files."""
    from shakyo_plan.lint import checking
    from shakyo_plan.lint.rules.settings import Settings
    from shakyo_plan.lint.years_before import YearsBefore

    paths = many(tmp_path / "plans", 2)
    monkeypatch.setattr(checking, "check_file", lambda *_: next(iter(())))
    with pytest.raises(RuntimeError, match="StopIteration"):
        checking.check_paths(paths, Settings(), YearsBefore())
