"""The Tab key in real shells: what is offered comes to the program as it stands in the plan, and runs nothing."""

from __future__ import annotations

import json
import os
import select
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.conftest import SMALL

if os.name == "nt":
    pytest.skip("these shells need a terminal of POSIX", allow_module_level=True)
import pty

EVERYTHING = "a\\$(touch PWNED)`touch PWNED`;'\"x  y*?[z]&|<u>{p,q}!~#^%=:(拡充)　りと\\"
NAMES = [
    "年末年始 地域助成事業",
    "a\\$(touch PWNED)b",
    "c$(touch PWNED)d",
    "e`touch PWNED`f",
    "g; touch PWNED; h",
    "i'j\"k",
    "l&m|n>PWNED<o",
    "p*q?r[s]t{u,v}w",
    "x!y#z~",
    "(か)［き］\\",
    "=く%け^こ",
    "障がい[新規]の[/拡充]支援",
    "［中央］ふれあい　まつり",
    "さ  し",
    "す:せ::そ",
]

START = {
    "bash": ["bash", "--norc", "--noprofile", "-i"],
    "zsh": ["zsh", "-f", "-i"],
    "fish": ["fish", "--no-config", "--interactive"],
}
PREPARE = {
    "bash": "source ./script; bind 'set bell-style none'; PS1='@''@ '",
    "zsh": "autoload -Uz compinit; compinit -u -D; source ./script; unsetopt beep; PS1='@''@ '",
    "fish": "source ./script; function fish_prompt; echo '@''@ '; end",
}


@pytest.fixture(params=START)
def shell(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The name of a shell that is installed; a folder with a plan program that writes its words down."""
    name: str = request.param
    if shutil.which(name) is None:
        pytest.skip(f"{name} is not installed")
    programs = tmp_path / "programs"
    programs.mkdir()
    program = programs / "plan"
    program.write_text(
        "#!/bin/sh\n"
        'case "$1$_PLAN_COMPLETE" in *complet*)\n'
        f'{sys.executable} -m shakyo_plan "$@"; code=$?; echo done >> {tmp_path}/asked; exit $code;;\n'
        "esac\n"
        f"printf '%s\\0' \"$@\" > {tmp_path}/words\n"
    )
    program.chmod(0o755)
    shown = subprocess.run(
        [program, "--show-completion", name],
        cwd=tmp_path,
        env={**os.environ, "_TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION": "1"},
        capture_output=True,
        check=True,
    )
    (tmp_path / "script").write_bytes(shown.stdout)
    return name


def write_plan(folder: Path, name: str, title: str = "子育て") -> None:
    text = SMALL.replace("          - 子育てサロン\n", "").replace(
        "programs:\n", "programs: []\n", 1
    )
    text = text.replace("- name: 子育てサロン", f"- name: {json.dumps(name)}")
    text = text.replace("title: 子育て", f"title: {json.dumps(title)}")
    (folder / "plans").mkdir(exist_ok=True)
    (folder / "plans" / "2024.yaml").write_text(text, encoding="utf-8")


class Terminal:
    """A shell in a terminal of its own."""

    def __init__(self, shell: str, folder: Path) -> None:
        kept = {name: os.environ[name] for name in ("HOME", "PYTHONPATH") if name in os.environ}
        self._pid, self._terminal = pty.fork()
        if self._pid == 0:
            os.chdir(folder)
            environment = {
                **kept,
                "PATH": f"{folder / 'programs'}:{os.environ['PATH']}",
                "LANG": "C.UTF-8",
                "TERM": "xterm",
                "HOME": str(folder),
                "PLAN_LANG": "ja",
            }
            os.execvpe(START[shell][0], START[shell], environment)  # noqa: S606
        self._shell, self._asked = shell, folder / "asked"
        self.type(PREPARE[shell] + "\r", until="@@ ")

    def type(self, keys: str, until: str = "") -> str:
        """Press the keys, and return what is shown until that comes and then nothing more."""
        os.write(self._terminal, keys.encode())
        shown, end = "", time.monotonic() + 20
        while time.monotonic() < end:
            if select.select([self._terminal], [], [], 0.3)[0]:
                shown += os.read(self._terminal, 65536).decode("utf-8", "replace")
            elif until in shown:
                break
        return shown

    def complete(self, keys: str) -> str:
        """Press the keys and Tab, and return what is shown when the shell has its answer."""
        asked = len(self._asked.read_bytes().splitlines())
        # fish asks twice: whether there is anything, and what.
        wanted = asked + (2 if self._shell == "fish" else 1)
        shown = self.type(keys + "\t")
        for _ in range(100):
            if len(self._asked.read_bytes().splitlines()) >= wanted:
                break
            time.sleep(0.1)
        return shown + self.type("")

    def close(self) -> None:
        os.close(self._terminal)
        os.waitpid(self._pid, 0)


def words(folder: Path) -> list[str]:
    """Return what the program was given."""
    written = folder / "words"
    for _ in range(100):
        if written.exists() and written.read_bytes().endswith(b"\0"):
            break
        time.sleep(0.1)
    found = written.read_text(encoding="utf-8").split("\0")[:-1]
    written.unlink()
    return found


def test_a_name_comes_to_the_program_as_it_is(shell: str, tmp_path: Path):
    title = "障がい[新規]の[/拡充]支援 $(touch PWNED) `touch PWNED`"
    write_plan(tmp_path, EVERYTHING, title)
    terminal = Terminal(shell, tmp_path)
    terminal.complete("plan history ")
    terminal.type("\r")
    assert words(tmp_path) == ["history", EVERYTHING]
    if shell != "bash":  # which shows no titles
        assert "[新規]の[/拡充]支援" in terminal.complete("plan show ")
    terminal.close()
    assert not list(tmp_path.rglob("*PWNED*"))


@pytest.mark.slow
@pytest.mark.parametrize("quote", ["", "'", '"'])
@pytest.mark.parametrize("name", NAMES)
def test_each_name_comes_as_it_is_behind_a_quote_as_well(
    shell: str, tmp_path: Path, name: str, quote: str
):
    write_plan(tmp_path, name)
    terminal = Terminal(shell, tmp_path)
    terminal.complete(f"plan history {quote}{name[0] if quote else ''}")
    terminal.type("\r")
    assert words(tmp_path) == ["history", name]
    terminal.close()
    assert not list(tmp_path.rglob("*PWNED*"))


def completed(shell: str, folder: Path, line: str, begun: str = "") -> str:
    environment = {
        **os.environ,
        "_PLAN_COMPLETE": f"complete_{shell}",
        "_TYPER_COMPLETE_ARGS": line,
        "_TYPER_COMPLETE_WORD_TO_COMPLETE": begun,
        "_TYPER_COMPLETE_FISH_ACTION": "get-args",
        "COMP_WORDS": line.replace(" ", "\n"),
        "COMP_CWORD": str(line.count(" ")),
    }
    return subprocess.run(
        [sys.executable, "-m", "shakyo_plan"],
        cwd=folder,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=True,
    ).stdout.removesuffix("\n")


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("広報事業", "広報事業"),
        ("年末年始 地域助成事業", "'年末年始 地域助成事業'"),
        ("a$(touch PWNED)'; b", "'a$(touch PWNED)''; b'"),
        ("か’き‘く", "'か’’き‘‘く'"),
        ("@(1)", "'@(1)'"),
        ("1:::2", None),
    ],
)
def test_powershell_gets_a_word_that_means_itself(tmp_path: Path, name: str, line: str | None):
    write_plan(tmp_path, name)
    lines = completed("powershell", tmp_path, "plan history ").split("\n")
    assert lines == ([f"{line}::: "] if line else [""])


def test_powershell_shows_a_title_as_it_is(tmp_path: Path):
    write_plan(tmp_path, "広報事業", "障がい[新規]の[/拡充]支援")
    lines = completed("powershell", tmp_path, "plan programs --plan ").split("\n")
    assert lines == ["1-1:::障がい[新規]の[/拡充]支援"]


@pytest.mark.parametrize("shell_name", ["bash", "zsh", "fish", "powershell"])
def test_a_name_that_nobody_can_type_is_not_offered(tmp_path: Path, shell_name: str):
    write_plan(tmp_path, "a\nb\x1b[2J\ud800", "題\n名\x1b[2J")
    assert completed(shell_name, tmp_path, "plan history ") in ("", "_files")
    offered = completed(shell_name, tmp_path, "plan programs --plan ")
    assert "1-1" in offered
    assert "\x1b" not in offered
    assert len(offered.splitlines()) == 1


@pytest.mark.skipif(shutil.which("zsh") is None, reason="zsh is not installed")
def test_a_script_of_an_earlier_version_runs_nothing_in_zsh(tmp_path: Path):
    """It evaluates what comes, split at blanks."""
    write_plan(tmp_path, EVERYTHING, "$(touch PWNED) `touch PWNED`")
    code = (
        "compadd() { print -rl -- $plan_words }; "
        "earlier() { eval $(env _TYPER_COMPLETE_ARGS='plan history ' _PLAN_COMPLETE=complete_zsh "
        f"{sys.executable} -m shakyo_plan) }}; earlier"
    )
    done = subprocess.run(
        ["zsh", "-f", "-c", code], cwd=tmp_path, capture_output=True, encoding="utf-8", check=True
    )
    assert done.stdout == f"{EVERYTHING}\n"
    assert not list(tmp_path.rglob("*PWNED*"))
