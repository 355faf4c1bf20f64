"""What all tests share: running ``plan`` as a person would, and the real plan."""

from __future__ import annotations

import signal
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from shakyo_plan.cli.main import main

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
