"""What all tests share: running ``plan`` as a person would, the real plan, and options of pytest."""

from __future__ import annotations

import signal
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import settings

from shakyo_plan.cli.main import main
from tests import amount
from tests.accepting import Accepting

ROOT = Path(__file__).parent.parent
REAL = ROOT / "plans" / "2024.yaml"

SMALL = """\
format: 1
fiscal_year: 2024
council:
  name: 試験社協
  districts: [常磐, 内郷]
goals:
  - id: 1
    title: 共に生きる
    plans:
      - id: 1-1
        title: 子育て
        programs:
          - 子育てサロン
programs:
  - name: 子育てサロン
"""
"""The smallest plan that has every part a test wants to break."""


ACCEPTING = pytest.StashKey[Accepting]()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--accept",
        action="store_true",
        help="take what is printed now for golden texts that differ",
    )


def pytest_configure(config: pytest.Config) -> None:
    amount.QUICK = "not slow" in config.option.markexpr
    settings.register_profile("quick", max_examples=amount.examples(100))
    settings.load_profile("quick" if amount.QUICK else "default")
    if config.option.accept:
        if getattr(config.option, "numprocesses", None):
            raise pytest.UsageError("--accept writes into the tests: run it without --numprocesses")
        config.stash[ACCEPTING] = Accepting()


def pytest_assertrepr_compare(config: pytest.Config, op: str, left: object, right: object) -> None:
    accepting = config.stash.get(ACCEPTING, None)
    if accepting and op == "==":
        accepting.compared(left, right)


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    if accepting := config.stash.get(ACCEPTING, None):
        terminalreporter.section("accepted: look at it before you commit")
        for line in accepting.differences:
            terminalreporter.write_line(line)
        for test in accepting.by_hand:
            terminalreporter.write_line(f"to mend by hand: {test}")


@dataclass(frozen=True)
class Result:
    """What a run of ``plan`` gave."""

    code: int
    out: str
    err: str


Run = Callable[..., Result]


def hear_interrupts() -> None:
    """Let a process that is about to start hear Ctrl-C, which one begun in the background ignores."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@pytest.fixture(autouse=True)
def _quiet_world(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """An empty folder, no settings, a Japanese reader: nothing of the machine shows through."""
    for name in ("PLAN_DIR", "PLAN_LANG", "LC_ALL", "LC_MESSAGES", "NO_COLOR", "COLUMNS", "PAGER"):
        monkeypatch.delenv(name, raising=False)
    for name in ("GITHUB_STEP_SUMMARY", "GITHUB_WORKSPACE", "CI_PROJECT_DIR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "ja_JP.UTF-8")
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str]) -> Run:
    """Run ``plan`` with the arguments and return what came out."""

    def run_plan(*arguments: str) -> Result:
        capfd.readouterr()
        code = main(arguments)
        captured = capfd.readouterr()
        return Result(code, captured.out, captured.err)

    return run_plan


@pytest.fixture
def plans(tmp_path: Path) -> Path:
    """A plans folder with the small plan, the working directory beside it."""
    folder = tmp_path / "plans"
    folder.mkdir()
    (folder / "2024.yaml").write_text(SMALL, encoding="utf-8")
    return folder
