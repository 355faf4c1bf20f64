"""The command as a whole: help, version, completion, and how it ends."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from shakyo_plan import __version__
from shakyo_plan.cli import main as edge
from shakyo_plan.cli.app import COMMANDS
from shakyo_plan.cli.session import Session
from shakyo_plan.config import Config
from shakyo_plan.errors import UserError
from shakyo_plan.language import Translator
from shakyo_plan.message import say
from tests.conftest import REAL, ROOT, Run

PLAN = [sys.executable, "-m", "shakyo_plan"]


def test_version(run: Run):
    assert run("--version").out == f"plan {__version__}\n"


@pytest.mark.parametrize("arguments", [[], ["--help"], ["-h"]])
def test_the_first_page_shows_commands_in_groups_with_examples(run: Run, arguments: list[str]):
    result = run(*arguments)
    assert result.code == 0
    assert result.out.startswith(
        "社会福祉協議会の事業計画書を、テキストファイルのまま確認し、調べるコマンドです。\n"
        "\n"
        "使い方: plan コマンド [オプション]\n"
        "\n"
        "確認する\n"
        "  validate  計画ファイルを確認し、どこがどう違い、どう書けばよいかを示します。\n"
        "            例: plan validate\n"
        "  rule      規則を説明します。見つけるものと理由を、例で示します。\n"
        "            例: plan rule P201\n"
        "\n"
        "調べる\n"
        "  summary   計画の全体を、件数で一目で示します。\n"
        "            例: plan summary\n"
        "  outline   基本目標・基本計画・節・事業の組み立てを示します。\n"
        "            例: plan outline\n"
        "  programs  事業を調べます。条件は組み合わせられます。\n"
        "            例: plan programs --plan 1-5\n"
    )


@pytest.mark.parametrize(
    "command", ["validate", "summary", "outline", "programs", "show", "xref", "schema"]
)
@pytest.mark.parametrize("columns", ["80", "140"])
def test_help_is_japanese_and_fits(
    run: Run, command: str, columns: str, monkeypatch: pytest.MonkeyPatch
):
    from rich.cells import cell_len

    monkeypatch.setenv("COLUMNS", columns)
    out = run(command, "--help").out
    arguments = {"validate": "[ファイル…] ", "show": "番号か名称 ", "xref": "表の種類 "}.get(
        command, ""
    )
    assert out.split("\n")[2] == f"使い方: plan {command} {arguments}[オプション]"
    assert max(map(cell_len, out.splitlines())) <= int(columns)
    assert "Show this" not in out


@pytest.mark.parametrize("example", [each for command in COMMANDS for each in command.examples])
def test_every_example_of_the_help_pages_runs(run: Run, tmp_path: Path, example: str):
    if not example.startswith("plan init"):
        shutil.copytree(REAL.parent, tmp_path / "plans")
    if example.startswith("plan import"):
        run("export", "-o", "令和7年度事業計画書.docx")
        (tmp_path / "plans" / "2024.yaml").unlink()
    if example.startswith("plan diff"):
        shutil.copy(ROOT / "examples" / "iwaki-2025-draft.yaml", tmp_path / "plans" / "2025.yaml")
        git = ["git", "-c", "user.name=x", "-c", "user.email=x@example.org"]
        for words in (["init", "-q"], ["add", "."], *[["commit", "-qm", "x", "--allow-empty"]] * 2):
            subprocess.run([*git, *words], check=True)
    if example.startswith("plan undo"):
        run("rename", "子育てサロン事業", "子育て広場事業")
    result = run(*shlex.split(example)[1:])
    # An import ends with 1 where something is doubtful; the draft is there all the same.
    assert result.code == 0 or "plan import" in example, result.err
    assert result.code < 2, result.err


def test_a_wrong_command_is_told_with_the_nearest(run: Run):
    result = run("validat")
    assert (result.code, result.err) == (
        2,
        "plan: validat というコマンドはありません\n  → 「validate」のことですか？\n",
    )


def test_a_bug_gives_one_line_and_the_code_3(run: Run, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("shakyo_plan.lint.checking.check_file", lambda *_: 1 / 0)
    result = run("validate", str(REAL))
    assert (result.code, result.out) == (3, "")
    assert result.err == (
        f"plan {__version__}: plan 自身の不具合です（ZeroDivisionError: division by zero）。"
        "入力したコマンドを添えてお知らせください。--traceback を付けると詳しい記録が出ます\n"
    )
    with pytest.raises(ZeroDivisionError):
        edge.main(["validate", str(REAL), "--traceback"])


def test_ctrl_c_before_any_command_ends_quietly(run: Run, monkeypatch: pytest.MonkeyPatch):
    def interrupt(_: Path) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("shakyo_plan.cli.session.find_config", interrupt)
    result = run("validate", str(REAL))
    assert (result.code, result.out, result.err) == (130, "", "")


def test_a_bug_before_any_command_gives_one_line_too(run: Run, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("shakyo_plan.cli.session.find_config", lambda _: 1 / 0)
    result = run("validate", str(REAL))
    assert (result.code, result.out) == (3, "")
    assert result.err.startswith(f"plan {__version__}: plan 自身の不具合です（ZeroDivisionError")
    assert len(result.err.splitlines()) == 1


def completed(words: str, shell: str = "bash") -> str:
    environment = {
        **os.environ,
        "_PLAN_COMPLETE": f"complete_{shell}",
        "COMP_WORDS": words,
        "COMP_CWORD": str(len(words.split(" ")) - 1),
        "_TYPER_COMPLETE_ARGS": words,
        "PLAN_DIR": str(REAL.parent),
    }
    code = "import sys; sys.argv = ['plan']; from shakyo_plan.cli.main import run; run()"
    return subprocess.run(
        [sys.executable, "-c", code],
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    ).stdout


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        ("plan pro", ["programs"]),
        ("plan programs --plan 3-", ["3-1", "3-2", "3-3"]),
        ("plan programs --district 小", ["小名浜", "小川"]),
        ("plan programs --search 車椅子同", ["車椅子同乗移送用自動車貸出事業"]),
        ("plan programs --status re", ["restructured", "reduced"]),
        ("plan summary --year 2", ["2024"]),
        ("plan programs --priority ", ["1", "2", "3", "4"]),
        ("plan programs --commissioned-by pref", ["prefecture", "prefectural_shakyo"]),
        ("plan programs --columns name,plan", ["name,plans", "name,plan_count"]),
        ("plan programs --sort bud", ["budget", "budget_yen"]),
        ("plan outline --goal ", ["1", "2", "3"]),
        ("plan outline --columns distr", ["district", "districts"]),
        ("plan show 3-", ["3-1", "3-2", "3-3"]),
        ("plan show 百", ["百歳賀寿の実施"]),
        ("plan show 久", ["久之浜・大久"]),
        ("plan xref c", ["commissions", "calendar"]),
        ("plan xref gaps --sort p", ["priorities", "path"]),
    ],
)
def test_the_tab_key_offers_what_the_plan_has(words: str, offered: list[str]):
    assert completed(words).split() == offered


def test_the_tab_key_shows_the_titles_where_the_shell_can():
    assert "高齢者福祉の充実" in completed("plan programs --plan 1-3", "zsh")
    assert "多文化との共生" in completed("plan show 1-7", "zsh")


def test_completion_is_installed(tmp_path: Path):
    environment = {
        **os.environ,
        "HOME": str(tmp_path),
        "_TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION": "1",
    }
    done = subprocess.run(
        [*PLAN, "--install-completion", "bash"],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "plan" in (tmp_path / ".bashrc").read_text(encoding="utf-8")
    assert done.stderr == (
        f"{tmp_path}/.bash_completions/plan.sh に書き出しました\n"
        "次に開くターミナルから、Tab キーで補完できます\n"
    )


def test_powershell_gets_lines_to_put_into_its_profile(run: Run, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("typer._completion_shared._get_shell_name", lambda: "pwsh")
    result = run("--install-completion")
    assert result.code == 0
    assert "Register-ArgumentCompleter" in result.out
    assert result.err == (
        "この内容を、「notepad $PROFILE」で開くファイルの終わりに貼り付け、PowerShell を開き直してください\n"
    )
    assert "ExecutionPolicy" not in result.out


@pytest.mark.parametrize("option", ["--install-completion", "--show-completion"])
def test_another_shell_is_told_which_there_are(
    run: Run, monkeypatch: pytest.MonkeyPatch, option: str
):
    known = (
        "  → たとえば plan --install-completion bash のように、シェルの名前を付けてください。"
        "使えるもの: bash、zsh、fish、powershell、pwsh\n"
    )
    monkeypatch.setattr("typer._completion_shared._get_shell_name", lambda: None)
    assert run(option).err == "plan: 今使っているシェルが分かりません\n" + known
    monkeypatch.setattr("typer._completion_shared._get_shell_name", lambda: "cmd")
    result = run(option)
    assert (result.code, result.out) == (2, "")
    assert result.err == "plan: Tab キーでの補完は cmd では使えません\n" + known


def test_a_shell_that_is_named_counts_before_the_one_that_runs(
    run: Run, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("typer._completion_shared._get_shell_name", lambda: "bash")
    assert run("--show-completion", "zsh").out.startswith("#compdef plan\n")
    assert run("--show-completion").out.startswith("_plan_completion() {\n")
    assert run("--show-completion", "tcsh").err.startswith("plan: Tab キーでの補完は tcsh では")


def test_completion_that_cannot_be_written_says_so(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
):
    (tmp_path / "home").touch()
    monkeypatch.setattr(Path, "home", lambda: tmp_path / "home")
    result = run("--install-completion", "fish")
    assert result.code == 2
    assert result.err.startswith("plan: Tab キーでの補完を組み込めません: ")
    assert result.err.endswith("  → 好きなところに書き出せます: plan --show-completion > plan.sh\n")


@pytest.mark.skipif(os.name == "nt", reason="closes a pipe as a POSIX shell does")
def test_a_closed_pipe_is_no_error():
    done = subprocess.run(
        ["sh", "-c", f"{sys.executable} -m shakyo_plan schema | head -n 1"],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (done.stdout, done.stderr) == ("{\n", "")


def test_a_console_in_cp932_gets_an_answer():
    environment = {**os.environ, "PYTHONIOENCODING": "cp932", "LANG": "ja_JP.UTF-8"}
    done = subprocess.run(
        [*PLAN, "summary"], cwd=ROOT, env=environment, capture_output=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert "いわき市社会福祉協議会" in done.stdout.decode("cp932")


def test_what_is_wrong_is_broken_to_the_width_of_the_terminal(capfd: pytest.CaptureFixture[str]):
    session = Session(Translator("ja"), Config(), colour=False, terminal_width=40, message_width=40)
    error = UserError(
        say("“{text}” is not a fiscal year", text="令和" * 12),
        say("Write it as 2024, R6, 令和6 or 令和6年度"),
    )
    assert session.fail(error) == 2
    assert capfd.readouterr().err == (
        "plan: 「令和令和令和令和令和令和令和令和\n"
        "      令和令和令和令和」は年度として\n"
        "      読めません\n"
        "  → 2024、R6、令和6、令和6年度 のように\n"
        "    書いてください\n"
    )
