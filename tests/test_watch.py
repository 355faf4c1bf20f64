"""``--watch``: a real process, a real save, a real Ctrl-C."""

from __future__ import annotations

import os
import queue
import signal
import subprocess
import sys
import threading
from pathlib import Path
from typing import IO

import pytest

from tests.conftest import SMALL, Run, hear_interrupts

PATIENCE = 30
"""Seconds after which a test gives up; a save is seen in well under one."""
BEGINS = {"ja": "ファイルを確認します", "en": "Checking the files"}
ENDS = {
    "ja": "保存されるのを待っています。Ctrl-C で終了します",
    "en": "Waiting for changes; press Ctrl-C to stop",
}
"""What it says before and after each check; editors read that."""


class Lines:
    """The lines of a stream, read while the process runs."""

    def __init__(self, stream: IO[str]) -> None:
        self.waiting: queue.Queue[str] = queue.Queue()
        self.thread = threading.Thread(target=self.read, args=(stream,), daemon=True)
        self.thread.start()

    def read(self, stream: IO[str]) -> None:
        for line in stream:
            self.waiting.put(line.removesuffix("\n"))

    def next(self, patience: float = PATIENCE) -> str:
        return self.waiting.get(timeout=patience)

    def until(self, wanted: str) -> None:
        while self.next() != wanted:
            pass


@pytest.mark.skipif(os.name == "nt", reason="Ctrl-C reaches a process in another way on Windows")
def test_every_save_is_checked_until_ctrl_c(plans: Path):
    plan = plans / "2024.yaml"
    with subprocess.Popen(
        [sys.executable, "-u", "-m", "shakyo_plan", "validate", "--watch", "--format", "concise"],
        cwd=plans.parent,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        preexec_fn=hear_interrupts,
    ) as process:
        assert process.stdout
        assert process.stderr
        out, err = Lines(process.stdout), Lines(process.stderr)
        try:
            assert out.next() == "1ファイルを確認しました。指摘はありません: plans/2024.yaml"
            assert [err.next(), err.next()] == [BEGINS["ja"], ENDS["ja"]]
            (plans / "覚え書き.txt").write_text("計画ではない", encoding="utf-8")
            saved = SMALL.replace("- 子育てサロン\n", "- 子育てサロソ\n", 1)
            # A save may come before the watching has begun in earnest; it is repeated until seen.
            for _ in range(PATIENCE):
                plan.write_text(saved, encoding="utf-8")
                try:
                    seen = out.next(1)
                    break
                except queue.Empty:
                    saved += "# 保存\n"
            assert seen == (
                "plans/2024.yaml:15:11: 誤り P218 「子育てサロン」はどこにも掲載されていません。"
                "13行目の「子育てサロソ」は、事業一覧にありません"
            )
            assert out.next() == "1ファイルを確認しました（誤り 1件）"
            assert [err.next(), err.next(), err.next()] == ["", BEGINS["ja"], ENDS["ja"]]
            # The only file goes away for a while: that is said, and the watching goes on.
            plan.unlink()
            err.until("plan: plans に計画ファイルがありません")
            err.until(ENDS["ja"])
            plan.write_text(SMALL, encoding="utf-8")
            out.until("1ファイルを確認しました。指摘はありません: plans/2024.yaml")
            process.send_signal(signal.SIGINT)
            assert process.wait(timeout=PATIENCE) == 130
            err.thread.join()
            rest = [err.next(0) for _ in range(err.waiting.qsize())]
            assert set(rest) <= {"", BEGINS["ja"], ENDS["ja"]}
        finally:
            process.kill()


@pytest.mark.parametrize("path", ["-", "ない/2024.yaml"])
def test_what_cannot_be_saved_cannot_be_watched(run: Run, path: str):
    result = run("validate", "--watch", path)
    assert (result.code, result.out) == (2, "")
    assert result.err == (
        "plan: --watch には、実際にあるファイルかフォルダーが必要です\n"
        "  → 書き方を確認してください。標準入力では使えません\n"
    )
