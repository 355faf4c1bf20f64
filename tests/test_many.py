"""Many files: several processes find what one finds, and nothing of it depends on who was first."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from tools.make_plans import large, many

from shakyo_plan.lint import checking
from tests.conftest import Run, hear_interrupts


def test_several_processes_find_what_one_finds(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    paths = many(tmp_path / "plans", 40)
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    together = run("validate", "--format", "json")
    monkeypatch.setattr(os, "cpu_count", lambda: 1)
    alone = run("validate", "--format", "json")
    assert together == alone
    found = json.loads(alone.out)
    assert found["files"] == [f"plans/{path.name}" for path in paths]
    assert len(found["diagnostics"]) > 40


def test_a_crash_in_one_process_is_a_crash(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    many(tmp_path / "plans", 40)
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    monkeypatch.setattr(checking, "check_file", lambda *_: 1 / 0)
    result = run("validate")
    assert (result.code, result.out) == (3, "")
    assert "ZeroDivisionError" in result.err


@pytest.mark.skipif(os.name == "nt", reason="Ctrl-C reaches a process in another way on Windows")
def test_ctrl_c_ends_all_processes_quietly(tmp_path: Path):
    many(tmp_path / "plans", 300)
    process = subprocess.Popen(
        [sys.executable, "-m", "shakyo_plan", "validate", "--format", "concise"],
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        start_new_session=True,
        preexec_fn=hear_interrupts,
    )
    try:
        process.wait(timeout=0.8)
        pytest.skip("this machine was done before it could be interrupted")
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGINT)
    out, err = process.communicate(timeout=30)
    assert process.returncode == 130
    assert (out, err.strip()) == ("", "")


def test_a_large_plan_is_checked_whole(run: Run, tmp_path: Path):
    path = large(tmp_path / "計画.yaml", 300)
    result = run("validate", str(path))
    assert result.code == 0
    assert result.out == f"1ファイルを確かめました。問題はありません: {path}\n"
