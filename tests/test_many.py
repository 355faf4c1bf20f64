"""Many files: several processes find what one finds, and nothing of it depends on who was first."""

from __future__ import annotations

import json
import multiprocessing
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tools.make_plans import large, many

from shakyo_plan.lint import checking
from shakyo_plan.lint.processes import in_processes
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


def end_this_process(number: int) -> int:
    """Stand in for what the system does to a process for want of memory, in those of the pool only."""
    if number == 20 and multiprocessing.parent_process() is not None:
        os._exit(9)
    return number * 2


def test_a_process_that_is_ended_from_outside_loses_nothing():
    assert list(in_processes(end_this_process, range(100), 2)) == [n * 2 for n in range(100)]


SPAWNED = """\
import multiprocessing, os, sys
os.cpu_count = lambda: 2
if __name__ == "__main__":
    multiprocessing.set_start_method(sys.argv.pop(1))
    from shakyo_plan.cli.main import run
    run()
"""


@pytest.mark.parametrize("method", ["spawn", "forkserver"])
def test_processes_that_are_not_forked_find_the_same(run: Run, tmp_path: Path, method: str):
    if method not in multiprocessing.get_all_start_methods():
        pytest.skip(f"no {method} here")
    many(tmp_path / "plans", 40)
    (tmp_path / "spawned.py").write_text(SPAWNED, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "spawned.py", method, "validate", "--format", "json"],
        cwd=tmp_path,
        capture_output=True,
        encoding="utf-8",
    )
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout == run("validate", "--format", "json").out


@pytest.mark.skipif(os.name == "nt", reason="processes are ended in another way on Windows")
@pytest.mark.parametrize("method", ["fork", "spawn"])
def test_no_process_outlives_a_first_one_that_is_killed(tmp_path: Path, method: str):
    many(tmp_path / "plans", 300)
    (tmp_path / "spawned.py").write_text(SPAWNED, encoding="utf-8")
    process = subprocess.Popen(
        [sys.executable, "spawned.py", method, "validate", "--format", "concise"],
        cwd=tmp_path,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    time.sleep(0.8)
    process.kill()
    # Standard error ends when the last process that holds it is gone.
    process.communicate(timeout=30)


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
    assert result.out == f"1ファイルを確認しました。指摘はありません: {path}\n"
