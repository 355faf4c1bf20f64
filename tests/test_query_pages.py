"""docs/query.md and docs/query.ja.md: every answer is real, every table as in the code."""

from __future__ import annotations

import re
import shlex
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from tools.query_pages import PAGES, QUESTION, page

from shakyo_plan.cli import main as edge
from shakyo_plan.cli.session import Session, open_session
from tests.conftest import REAL, ROOT, Run

CONSOLE = re.compile(r"```console\n\$ (plan [^\n]*)\n(.*?)```", re.DOTALL)


def text_of(name: str) -> str:
    return (ROOT / "docs" / name).read_text(encoding="utf-8")


@pytest.fixture
def real_plans(tmp_path: Path) -> None:
    (tmp_path / "plans").mkdir()
    (tmp_path / "plans" / "2024.yaml").write_bytes(REAL.read_bytes())


@pytest.mark.parametrize(("name", "language"), PAGES.items())
def test_ten_questions_have_the_answers_that_a_terminal_shows(
    run: Run, name: str, language: str, real_plans: None, monkeypatch: pytest.MonkeyPatch
):
    def in_a_terminal(lang: str | None, environment: Mapping[str, str]) -> Session:
        return replace(open_session(lang, environment), terminal_width=80, message_width=80)

    monkeypatch.setattr(edge, "open_session", in_a_terminal)
    questions = QUESTION.findall(text_of(name))
    assert len(questions) == 10
    for sql, expected in questions:
        result = run("query", sql, "--lang", language)
        assert (result.code, result.out, result.err) == (0, expected, "")
        assert "\n0" not in expected


@pytest.mark.parametrize(("name", "language"), PAGES.items())
def test_the_mistakes_are_shown_as_on_a_terminal(
    run: Run, name: str, language: str, real_plans: None
):
    shown = CONSOLE.findall(text_of(name))
    assert len(shown) == 2
    for command, expected in shown:
        result = run(*shlex.split(command)[1:], "--lang", language)
        assert (result.code, result.err) == (2, expected)


@pytest.mark.parametrize("name", PAGES)
def test_the_reference_is_that_of_the_code(name: str):
    assert page(name) == text_of(name), "run make pages"
