"""``--watch``: a real process, a real save, a real Ctrl-C."""

from __future__ import annotations

import os
import queue
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from tests.conftest import SMALL, Run

PATIENCE = 30
"""Seconds after which a test gives up; a save is seen in well under one."""


@pytest.mark.skipif(os.name == "nt", reason="Ctrl-C reaches a process in another way on Windows")
def test_every_save_is_checked_until_ctrl_c(plans: Path):
    process = subprocess.Popen(
        [sys.executable, "-u", "-m", "shakyo_plan", "validate", "--watch", "--format", "concise"],
        cwd=plans.parent,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )
    lines: queue.Queue[str] = queue.Queue()

    def read() -> None:
        assert process.stdout
        for line in process.stdout:
            lines.put(line)

    threading.Thread(target=read, daemon=True).start()
    try:
        assert process.stderr
        assert (
            lines.get(timeout=PATIENCE)
            == "1ファイルを確かめました。問題はありません: plans/2024.yaml\n"
        )
        assert process.stderr.readline() == "保存されるのを待っています。Ctrl-C で終わります\n"
        (plans / "覚え書き.txt").write_text("計画ではない", encoding="utf-8")
        saved = SMALL.replace("- 子育てサロン\n", "- 子育てサロソ\n", 1)
        # A save may come before the watching has begun in earnest; it is repeated until it is seen.
        for _ in range(PATIENCE):
            (plans / "2024.yaml").write_text(saved, encoding="utf-8")
            try:
                seen = lines.get(timeout=1)
                break
            except queue.Empty:
                saved += "# 保存\n"
        assert seen == (
            "plans/2024.yaml:13:13: 誤り P201 「子育てサロソ」は、事業の一覧（programs:）にありません\n"
        )
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=PATIENCE) == 130
    finally:
        process.kill()
        process.wait()
        for stream in (process.stdout, process.stderr):
            assert stream
            stream.close()


@pytest.mark.parametrize("path", ["-", "ない/2024.yaml"])
def test_what_cannot_be_saved_cannot_be_watched(run: Run, path: str):
    result = run("validate", "--watch", path)
    assert (result.code, result.out) == (2, "")
    assert result.err == (
        "plan: --watch には、実際にあるファイルかフォルダーが必要です\n"
        "  → 書き方を確かめてください。標準入力では使えません\n"
    )
