"""What is different on Windows, tried here: what its shells hand over, its encodings, its file system."""

from __future__ import annotations

import ctypes
import io
import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath
from types import SimpleNamespace

import pytest

from shakyo_plan.cli import typed_paths as typed
from shakyo_plan.cli.complete import versions
from shakyo_plan.cli.pager import _words
from shakyo_plan.cli.watching import _name
from shakyo_plan.lint.processes import _interrupts_for_the_first_only
from shakyo_plan.lint.reporters.sarif import _location
from shakyo_plan.output import patch
from shakyo_plan.output.patch import unified_diff
from shakyo_plan.reading import read_file
from shakyo_plan.source import loading
from shakyo_plan.source.document import read_document
from shakyo_plan.source.formatting.layout import formatted
from shakyo_plan.source.revisions import Revision
from shakyo_plan.values.device_name import device_name
from shakyo_plan.values.shell_word import shell_word
from tests.conftest import REAL, ROOT, SMALL, Run

TIDY = formatted(read_document(SMALL.encode()))
UNTIDY = TIDY.replace("fiscal_year: 2024", "fiscal_year:   2024")


def refused(number: int) -> OSError:
    """The error of Windows of this number, as Python raises it there."""
    error = PermissionError(13, "アクセスが拒否されました。")
    error.winerror = number  # type: ignore[attr-defined]
    return error


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> Callable[[str, int], list[float]]:
    """Let another program hold the file of a name so many times; returns the pauses that were made."""
    pauses: list[float] = []
    monkeypatch.setattr("time.sleep", pauses.append)

    def hold(name: str, times: int) -> list[float]:
        replace, left = Path.replace, [times]

        def refuse(self: Path, target: Path) -> Path:
            if target.name == name and left[0]:
                left[0] -= 1
                raise refused(32)
            return replace(self, target)

        monkeypatch.setattr(Path, "replace", refuse)
        return pauses

    return hold


def test_a_file_that_is_held_for_a_moment_is_written_all_the_same(run: Run, plans: Path, held):
    (plans / "2024.yaml").write_text(UNTIDY, encoding="utf-8")
    pauses = held("2024.yaml", 3)
    assert run("fmt").code == 0
    assert (plans / "2024.yaml").read_text(encoding="utf-8") == TIDY
    assert len(pauses) == 3


@pytest.mark.parametrize("command", [("fmt",), ("validate", "--fix", "--format", "concise")])
def test_a_file_that_stays_held_is_told_and_the_others_are_written(
    run: Run, plans: Path, held, command: tuple[str, ...]
):
    wrong = UNTIDY.replace("- 子育てサロン\n", "- 子育てサロン\n          - 子育てサロン\n", 1)
    for year in ("2024", "2025"):
        text = wrong.replace("2024", year)
        (plans / f"{year}.yaml").write_text(text, encoding="utf-8")
    pauses = held("2024.yaml", 100)
    result = run(*command)
    assert result.code == 2
    assert "plan: plans/2024.yaml に書き込めません（" in result.err
    assert "1ファイルは書き込めませんでした（元のままです）\n" in result.err
    assert sum(pauses) < 2
    assert (plans / "2024.yaml").read_text(encoding="utf-8") == wrong
    assert (plans / "2025.yaml").read_text(encoding="utf-8") != wrong.replace("2024", "2025")
    assert sorted(path.name for path in plans.glob("[!.]*")) == ["2024.yaml", "2025.yaml"]


def test_a_file_that_is_held_while_it_is_read_is_read_a_moment_later(
    plans: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("time.sleep", lambda _: None)
    left = [2]

    def refuse(path: Path, most: int) -> bytes:
        if left[0]:
            left[0] -= 1
            raise refused(33)
        return read_file(path, most)

    monkeypatch.setattr("shakyo_plan.source.loading.read_file", refuse)
    assert loading.load_file(plans / "2024.yaml").plan is not None


def test_what_waiting_does_not_help_fails_at_once(monkeypatch: pytest.MonkeyPatch, plans: Path):
    monkeypatch.setattr("time.sleep", lambda _: pytest.fail("waited"))

    def refuse(_: Path, most: int) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("shakyo_plan.source.loading.read_file", refuse)
    assert loading.load_file(plans / "2024.yaml").unreadable


@pytest.mark.parametrize(
    "arguments",
    [("summary", "-f", "plans"), ("diff", "plans", "2024"), ("validate", "--previous", "plans")],
)
def test_a_folder_where_a_file_belongs_is_told_before_windows_refuses_it(
    run: Run, plans: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]
):
    open_file: Callable[..., object] = Path.open

    def refuse(path: Path, *how: str) -> object:
        if path.is_dir():
            raise refused(5)
        return open_file(path, *how)

    monkeypatch.setattr(Path, "open", refuse)
    result = run(*arguments)
    assert result.code != 0
    assert "plans: ファイルではなくフォルダーです" in result.err


def test_patterns_are_filled_in_as_neither_cmd_nor_powershell_does(plans: Path):
    (plans / "2025.yaml").write_text(SMALL.replace("2024", "2025"), encoding="utf-8")
    (plans / "[1].yaml").write_text(SMALL, encoding="utf-8")
    found = ["plans/2024.yaml", "plans/2025.yaml"]
    assert typed.typed_paths(["plans/20*.yaml"], windows=True) == found
    assert typed.typed_paths(["plans/20*.yaml"], windows=False) == ["plans/20*.yaml"]
    assert typed.typed_paths(["plans/202[45].yaml", "-"], windows=True) == [*found, "-"]
    assert typed.typed_paths(["plans/[1].yaml"], windows=True) == ["plans/[1].yaml"]
    assert typed.typed_paths(["plans/19*.yaml"], windows=True) == ["plans/19*.yaml"]
    assert typed.typed_paths(['plans"'], windows=True) == ["plans"]


def printed(encoding: str, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "shakyo_plan", *arguments],
        capture_output=True,
        env={**os.environ, "PYTHONIOENCODING": encoding, "PLAN_LANG": "ja"},
        check=True,
    )


@pytest.mark.parametrize("encoding", ["cp932", "cp1252", "utf-8"])
def test_japanese_in_a_pipe_is_never_a_question_mark(plans: Path, encoding: str):
    text = "cp932" if encoding == "cp932" else "utf-8"
    assert "子育てサロン" in printed(encoding, "programs").stdout.decode(text)
    assert "?" not in printed(encoding, "validate").stdout.decode(text)
    assert json.loads(printed(encoding, "programs", "--format", "json").stdout.decode("utf-8"))
    hexes = ("0" * 40, "100644")
    told = printed(
        encoding, "git-diff", "plans/2024.yaml", "nul", *hexes, "plans/2024.yaml", *hexes
    )
    assert told.stdout.decode("utf-8") == (
        "plan diff a/plans/2024.yaml b/plans/2024.yaml\n新しい計画ファイルです\n\n"
    )


@pytest.mark.parametrize("nothing", ["/dev/null", "nul", "NUL", r"\\.\nul"])
def test_git_says_in_several_ways_that_a_side_has_no_file(run: Run, plans: Path, nothing: str):
    hexes = ("0" * 40, "100644")
    result = run("git-diff", "plans/2024.yaml", "plans/2024.yaml", *hexes, nothing, *hexes)
    assert result.out.splitlines()[1] == "計画ファイルは削除されました"


def test_a_program_without_any_stream_ends_as_it_should(plans: Path):
    code = "import sys; sys.stdout = sys.stderr = None; from shakyo_plan.cli.main import run; run()"
    done = subprocess.run([sys.executable, "-c", code, "validate"], check=False)
    assert done.returncode == 0


def test_a_saved_file_is_recognised_in_whatever_case_it_was_typed(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(os.path, "normcase", str.lower)
    assert _name("PLANS/2024.YAML") == _name("plans/2024.yaml")


def test_a_difference_can_be_applied_to_a_file_of_windows(
    run: Run, plans: Path, monkeypatch: pytest.MonkeyPatch
):
    path = plans / "2024.yaml"
    path.write_bytes(UNTIDY.replace("\n", "\r\n").encode())
    done = subprocess.run(
        [sys.executable, "-m", "shakyo_plan", "fmt", "--diff"], capture_output=True, check=False
    )
    subprocess.run(["git", "apply", "-p0"], input=done.stdout, check=True, capture_output=True)
    assert path.read_bytes() == TIDY.replace("\n", "\r\n").encode()
    monkeypatch.setattr(patch, "PurePath", PureWindowsPath)
    assert unified_diff(r"plans\2024.yaml", "a\n", "b\n").splitlines()[:2] == [
        "--- plans/2024.yaml",
        "+++ plans/2024.yaml",
    ]


@pytest.mark.parametrize(
    ("path", "location"),
    [
        (PureWindowsPath(r"plans\2024.yaml"), {"uri": "plans/2024.yaml", "uriBaseId": "%SRCROOT%"}),
        (PureWindowsPath(r"C:\計\a b.yaml"), {"uri": "file:///C:/%E8%A8%88/a%20b.yaml"}),
        (PureWindowsPath(r"\\server\共有\a.yaml"), {"uri": "file://server/%E5%85%B1%E6%9C%89/a.yaml"}),
        (PureWindowsPath(r"C:plans\a.yaml"), {"uri": "plans/a.yaml", "uriBaseId": "%SRCROOT%"}),
        (PurePath("/home/計.yaml"), {"uri": "file:///home/%E8%A8%88.yaml"}),
    ],
)  # fmt: skip
def test_sarif_says_where_a_file_is_as_uris_do(path: PurePath, location: dict[str, str]):
    assert _location(path) == location


def test_a_drive_is_no_revision():
    assert Revision.parse(r"C:plans\2024.yaml", windows=True) is None
    assert Revision.parse("c:2024.yaml", windows=True) is None
    assert Revision.parse("HEAD:2024.yaml", windows=True) == Revision("HEAD", "2024.yaml")
    assert Revision.parse("c:2024.yaml", windows=False) == Revision("c", "2024.yaml")


def test_a_pager_may_have_a_path_in_quotes():
    command = r'"C:\Program Files\Git\usr\bin\less.exe" -R'
    assert _words(command, windows=True) == [r"C:\Program Files\Git\usr\bin\less.exe", "-R"]


def test_a_folder_typed_with_a_backslash_is_completed(plans: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("shakyo_plan.cli.complete.years", lambda *_: [])
    monkeypatch.setattr(
        "shakyo_plan.cli.complete.Path", lambda typed: Path(typed.replace("\\", "/"))
    )
    assert versions(None, "plans\\") == [("plans/2024.yaml", "")]


def test_a_path_that_is_too_long_is_told_as_that(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(loading, "_too_long_for_windows", lambda path: len(str(path)) > 259)
    found = loading.load_file(Path("深い/" * 90 + "2024.yaml")).findings
    assert "longer than Windows takes" in found[0].message.template
    assert not loading._too_long_for_windows(Path("2024.yaml"))


def test_advice_can_be_copied_whatever_the_file_is_called(run: Run, tmp_path: Path):
    (tmp_path / "事業 計画.yaml").write_text(
        SMALL.replace("title: 子", "titel: 子"), encoding="utf-8"
    )
    result = run("summary", "-f", "事業 計画.yaml")
    assert 'plan validate "事業 計画.yaml"' in result.err
    assert shell_word(r"C:\plans\2024.yaml") == r"C:\plans\2024.yaml"
    assert shell_word("$(rm) x") == "'$(rm) x'"
    assert shell_word("it's $x") == "'it'\\''s $x'"


def test_streams_of_other_kinds_are_left_alone(monkeypatch: pytest.MonkeyPatch):
    from shakyo_plan.cli.main import _prepare_streams

    kept = io.StringIO()
    monkeypatch.setattr(sys, "stdout", kept)
    monkeypatch.setattr(sys, "stderr", kept)
    _prepare_streams()
    assert sys.stdout is kept


def test_the_real_plan_has_the_same_report_where_processes_are_spawned(plans: Path):
    # A worker that is spawned imports anew; on Windows all are.
    code = (
        "import multiprocessing, sys\n"
        "if __name__ == '__main__':\n"
        "    multiprocessing.set_start_method('spawn')\n"
        "    from shakyo_plan.lint import checking\n"
        "    checking._WORTH_IT = 2\n"
        "    from shakyo_plan.cli.main import main\n"
        "    sys.exit(main(['validate', '--format', 'concise']))\n"
    )
    (plans / "2023.yaml").write_bytes(REAL.read_bytes())
    Path("spawning.py").write_text(code, encoding="utf-8")
    spawned = subprocess.run(
        [sys.executable, "spawning.py"], capture_output=True, encoding="utf-8", check=False
    )
    alone = subprocess.run(
        [sys.executable, "-m", "shakyo_plan", "validate", "--format", "concise"],
        capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert (spawned.returncode, spawned.stdout, spawned.stderr) == (
        alone.returncode, alone.stdout, alone.stderr,
    )  # fmt: skip


def test_processes_that_begin_on_windows_never_hear_ctrl_c(monkeypatch: pytest.MonkeyPatch):
    """A process hands on that it ignores Ctrl-C; it does so only while it starts others."""
    ignored: list[object] = []

    class Kernel:
        @staticmethod
        def SetConsoleCtrlHandler(handler: None, add: bool) -> int:  # noqa: N802 - its name
            assert handler is None
            ignored.append(add)
            return 1

    monkeypatch.delattr(signal, "pthread_sigmask", raising=False)
    monkeypatch.setattr(ctypes, "windll", SimpleNamespace(kernel32=Kernel), raising=False)
    with _interrupts_for_the_first_only():
        ignored.append("started")
    with pytest.raises(OSError, match="none"), _interrupts_for_the_first_only():
        raise OSError("none")
    assert ignored == [True, "started", False, True, False]


def test_make_and_its_stand_in_run_the_same():
    from tools.dev import TASKS

    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for task, (_, command) in TASKS.items():
        told = makefile.split(f"\n{task}: ")[1].split("\n\n")[0]
        words = " ".join(f'"{word}"' if " " in word else word for word in command)
        assert words.replace("-m shakyo_plan", "plan").removeprefix("plan ") in told, task


def test_a_repository_of_somebody_else_is_told_in_git_s_own_words(
    run: Run, plans: Path, monkeypatch: pytest.MonkeyPatch
):
    subprocess.run(["git", "init", "--quiet"], check=True)
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    result = run("diff", "HEAD:plans/2024.yaml", "plans/2024.yaml")
    assert result.code == 2
    assert result.err.startswith(
        f"plan: git が {plans.parent} を読みません: detected dubious ownership in repository at "
    )
    assert result.err.endswith(
        "→ このフォルダーで「git status」を実行すると、対処のしかたが表示されます\n"
    )


@pytest.mark.parametrize(
    ("path", "device"),
    [
        ("CON", "CON"),
        ("plans\\aux.yaml", "aux.yaml"),
        ("con\\2024.yaml", "con"),
        ("Prn .txt", "Prn .txt"),
        ("com1.csv", "com1.csv"),
        ("LPT¹", "LPT¹"),
        ("nul.yaml", "nul.yaml"),
        ("nul", None),  # as good as /dev/null
        ("console.yaml", None),
        ("com10.csv", None),
        ("C:\\計画\\2024.con", None),
    ],
)
def test_a_device_s_name_is_known_with_any_ending(path: str, device: str | None):
    assert device_name(PurePosixPath(path.replace("\\", "/"))) is None
    assert device_name(PureWindowsPath(path)) == device


@pytest.mark.parametrize(
    "command",
    [
        ["programs", "-o", "CON"],
        ["validate", "-o", "aux.json"],
        ["new", "2025", "-o", "plans/com1.yaml"],
        ["export", "-o", "prn.docx"],
        ["init", "con", "--council", "試験社協", "--year", "R7"],
    ],
)
def test_a_file_is_not_written_under_a_device_s_name(
    run: Run, plans: Path, monkeypatch: pytest.MonkeyPatch, command: list[str]
):
    monkeypatch.setattr("shakyo_plan.values.device_name.PureWindowsPath", PurePath)
    before = sorted(plans.parent.rglob("*"))
    result = run(*command)
    assert (result.code, result.out) == (2, "")
    assert result.err.endswith("  → ほかの名前にしてください\n")
    assert "という名前は Windows が使うため、書き込めません" in result.err
    assert sorted(plans.parent.rglob("*")) == before


def test_a_file_with_a_device_s_name_is_told_as_that(
    run: Run, plans: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("shakyo_plan.values.device_name.PureWindowsPath", PurePath)
    result = run("validate", "plans/aux.yaml", "--format", "concise")
    assert result.code == 2
    assert result.out.startswith(
        "plans/aux.yaml:1:1: 誤り P001 aux.yaml という名前は Windows が機器に使い、ファイルには付けられません"
    )
