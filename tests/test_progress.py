"""Long work says how far it is: on a terminal, after a second, and leaves nothing behind."""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from shakyo_plan.cli import progress
from shakyo_plan.cli.session import Session
from shakyo_plan.config import Config
from shakyo_plan.language import Translator
from shakyo_plan.message import say
from tests.conftest import SMALL

pty = pytest.importorskip("pty")

LONG_FROM_THE_START = (
    "from shakyo_plan.cli import progress; progress._SHORT = {short}; "
    "import sys; from shakyo_plan.cli.main import main; code = main(sys.argv[1:]); "
    "print('rich:', 'rich.progress' in sys.modules); sys.exit(code)"
)
HIDE, SHOW, CLEAR = "\x1b[?25l", "\x1b[?25h", "\x1b[2K"


def on_terminal(
    folder: Path, *arguments: str, short: float = 0, out: bool = True, **named: str
) -> str:
    """Run ``plan`` with standard error on a terminal, standard output too or into a pipe."""
    terminal, inner = pty.openpty()
    kept = {name: value for name, value in os.environ.items() if name not in ("CI", "TERM")}
    with subprocess.Popen(
        [sys.executable, "-c", LONG_FROM_THE_START.format(short=short), *arguments],
        cwd=folder,
        env={**kept, "TERM": "xterm", "PYTHONUTF8": "1", "NO_COLOR": "1", **named},
        stdin=subprocess.DEVNULL,
        stdout=inner if out else subprocess.DEVNULL,
        stderr=inner,
    ) as process:
        os.close(inner)
        shown = b""
        while True:
            try:
                piece = os.read(terminal, 65536)
            except OSError:  # the other side is gone
                break
            if not piece:
                break
            shown += piece
    os.close(terminal)
    assert process.returncode == 0, shown
    return shown.decode("utf-8")


@pytest.fixture
def folder(plans: Path, tmp_path: Path) -> Path:
    for number in range(3):
        (plans / f"2024-{number}.yaml").write_text(SMALL, encoding="utf-8")
    return tmp_path


def left_on_screen(shown: str) -> str:
    """Return what stays once the bar is gone: what follows the last line that was cleared."""
    assert shown.count(HIDE) == shown.count(SHOW)
    return shown.rpartition(CLEAR)[2].replace("\r\n", "\n")


@pytest.mark.parametrize(
    ("command", "says", "left"),
    [
        (["validate"], "確認しています", "4ファイルを確認しました。指摘はありません\n"),
        (["fmt"], "体裁をそろえています", None),
        (["query", "SELECT count(*) AS n FROM goals"], "計画を読んでいます", "n\n4\n\n1行\n"),
        (["validate", "--format", "json", "-o", "x.json"], "確認しています", ""),
    ],
)
def test_a_bar_shows_how_many_are_done_and_goes(
    folder: Path, command: list[str], says: str, left: str | None
):
    shown = on_terminal(folder, *command, "--plans-dir", "plans")
    assert f"{says} " in shown
    assert "4/4" in shown
    assert "rich: True" in shown
    if left is not None:
        assert left_on_screen(shown) == f"{left}rich: True\n"


@pytest.mark.parametrize(
    ("command", "named"),
    [
        (["validate"], {"short": 60.0}),
        (["validate"], {"CI": "true"}),
        (["validate"], {"TERM": "dumb"}),
        (["validate", "--format", "json"], {}),
        (["query", "SELECT 1", "--format", "csv"], {}),
    ],
)
def test_what_is_short_or_read_by_a_program_shows_none(
    folder: Path, command: list[str], named: dict[str, str]
):
    shown = on_terminal(folder, *command, **named)  # type: ignore[arg-type]
    assert HIDE not in shown
    assert "rich: False" in shown


def test_data_in_a_pipe_leaves_the_terminal_to_the_bar(folder: Path):
    shown = on_terminal(folder, "validate", "--format", "json", out=False)
    assert "4/4" in shown
    assert left_on_screen(shown) == ""


def test_in_a_pipe_nothing_is_shown(folder: Path):
    done = subprocess.run(
        [sys.executable, "-c", LONG_FROM_THE_START.format(short=0), "validate"],
        cwd=folder,
        capture_output=True,
        check=True,
    )
    assert (done.stdout.count(b"\n"), done.stderr) == (2, b"")
    assert b"rich: False" in done.stdout


def test_what_is_said_meanwhile_takes_the_bar_away_first(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
):
    monkeypatch.setattr(progress, "_SHORT", 0)
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm")
    session = Session(Translator("ja"), Config(), colour=False, terminal_width=None, watched=True)
    with suppress(KeyboardInterrupt), session.progress(say("Checking")) as told:
        told(1, 3)
        session.info(say("Written: {path}", path="a"))
        told(2, 3)
        raise KeyboardInterrupt
    before, _, after = capfd.readouterr().err.partition("a に書き出しました\n")
    assert before.endswith(CLEAR)
    assert HIDE in before
    assert after.rpartition(SHOW)[2].endswith(CLEAR)
