"""Every command on any plan that fits the schema: an answer, no crash, and nothing that acts on a terminal.

The long run, ``PLAN_HOSTILE=long``, tries twenty times as many plans.
"""

from __future__ import annotations

import contextlib
import io
import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from shakyo_plan.cli.main import main
from tests.amount import LONG, examples
from tests.plans import plan_texts

TRIES = 20 if LONG else 1
ACTING = re.compile("[\x00\x07\x1b\x9b\u202e]")
YEARS = ("plans/2024.yaml", "plans/2025.yaml")
COMMANDS = (
    *(("validate", "--format", name) for name in ("concise", "github", "sarif", "markdown")),
    ("validate", "--unsafe-fixes", "--diff"),
    ("fmt", "--diff"),
    ("summary", "--format", "md"),
    ("outline",),
    *(("programs", "--format", name) for name in ("table", "csv", "md", "json")),
    ("show", "1-1"),
    ("show", "子育てサロン"),
    ("xref", "--format", "csv"),
    ("query", "SELECT * FROM programs"),
    ("history", "子育てサロン"),
    ("diff", *YEARS),
    ("diff", *YEARS, "--format", "json"),
)


def answer(arguments: tuple[str, ...]) -> tuple[int, str]:
    """Run ``plan``; returns the exit code and all that it printed."""
    said = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", errors="replace")
    with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
        code = main(arguments)
        said.flush()
    return code, said.buffer.getvalue().decode("utf-8")


@pytest.fixture
def plans(tmp_path: Path) -> Path:
    folder = tmp_path / "plans"
    folder.mkdir()
    return folder


@settings(
    max_examples=examples(8 * TRIES),
    deadline=None,
    # Each example writes both files anew, so that it does not matter who wrote them before.
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(old=plan_texts(), new=plan_texts())
def test_every_command_has_an_answer(plans: Path, old: str, new: str):
    for name, text in zip(YEARS, (old, new), strict=True):
        (plans.parent / name).write_text(text, encoding="utf-8")
    for command in COMMANDS:
        code, said = answer(command)
        assert code in (0, 1, 2), (command, said)
        assert not ACTING.search(said), command
