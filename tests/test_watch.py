"""``--watch``: a real process, a real save, a real Ctrl-C."""

from __future__ import annotations

import os
import queue
import signal
import subprocess
import sys
import threading
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import IO

import pytest

from shakyo_plan.source.network_drive import _file_system, _is_share
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


MOUNTS = """\
sysfs /sys sysfs rw 0 0
/dev/sda1 / ext4 rw 0 0
//server/share /mnt/共有\\040フォルダー cifs rw 0 0
server:/x /mnt/nfs nfs4 rw 0 0
/dev/sdb1 /mnt/nfs/usb vfat rw 0 0
sshfs#x /home/社協 fuse.sshfs rw 0 0
overlay /home/社協 overlay rw 0 0
"""


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/home/planner/plans", "ext4"),
        ("/mnt/共有 フォルダー/plans", "cifs"),
        ("/mnt/nfs", "nfs4"),
        ("/mnt/nfs/usb/plans", "vfat"),
        ("/mnt/nfsx", "ext4"),
        # What was mounted later covers what was there.
        ("/home/社協/plans", "overlay"),
    ],
)
def test_the_file_system_of_a_folder_is_the_one_mounted_nearest(path: str, kind: str):
    assert _file_system(PurePosixPath(path), MOUNTS) == kind


@pytest.mark.parametrize(
    ("path", "is_share"),
    [
        (r"\\server\計画\plans", True),
        (r"\\?\UNC\server\計画\plans", True),
        (r"\\?\C:\計画", False),
        (r"C:\計画", False),
    ],
)
def test_a_share_of_windows_is_known_by_its_path(path: str, is_share: bool):
    assert _is_share(PureWindowsPath(path)) is is_share


@pytest.mark.parametrize(("kind", "looks"), [("cifs", True), ("fuse.sshfs", True), ("ext4", None)])
def test_on_a_network_drive_watching_looks_for_itself_and_says_so(
    run: Run, plans: Path, monkeypatch: pytest.MonkeyPatch, kind: str, looks: bool | None
):
    mounts = plans.parent / "mounts"
    mounts.write_text(f"//server/share {os.path.realpath(plans)} {kind} rw 0 0\n", "utf-8")
    monkeypatch.setattr("shakyo_plan.source.network_drive._MOUNTS", mounts)
    monkeypatch.delenv("WATCHFILES_FORCE_POLLING", raising=False)
    asked: list[object] = []

    def changes(*_: Path, force_polling: bool | None, **__: object) -> list[object]:
        asked.append(force_polling)
        return []

    monkeypatch.setattr("watchfiles.watch", changes)
    said = run("validate", "plans", "--watch").err.splitlines()
    assert asked == [looks]
    assert said == [
        BEGINS["ja"],
        *[
            "plans はネットワークドライブにあり、保存が伝わらないことがあるため、1秒ごとに確認します"
        ][: bool(looks)],
        ENDS["ja"],
    ]
    # Whoever has set the variable of watchfiles has chosen.
    monkeypatch.setenv("WATCHFILES_FORCE_POLLING", "false")
    assert run("validate", "plans", "--watch").err.splitlines() == [BEGINS["ja"], ENDS["ja"]]
