"""The sessions that docs/import.md and docs/import.ja.md show are what a terminal of 80 columns really shows."""

from __future__ import annotations

import re
import shutil
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from shakyo_plan.cli import main as edge
from shakyo_plan.cli.session import Session, open_session
from shakyo_plan.documents.doubts import Code
from tests.conftest import ROOT, Run

PAGES = [("import.md", "C"), ("import.ja.md", "ja_JP.UTF-8")]


@pytest.mark.parametrize(("page", "locale"), PAGES)
def test_the_session_of_the_page_is_real(
    run: Run, page: str, locale: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    def in_a_terminal(lang: str | None, environment: Mapping[str, str]) -> Session:
        return replace(open_session(lang, environment), terminal_width=80, message_width=80)

    monkeypatch.setattr(edge, "open_session", in_a_terminal)
    monkeypatch.setenv("LANG", locale)
    shutil.copy(ROOT / "examples" / "printed-plan.txt", tmp_path)
    text = (ROOT / "docs" / page).read_text(encoding="utf-8")
    shown = re.search(r"```text\n\$ plan import printed-plan.txt\n(.*?)```", text, re.DOTALL)
    assert shown is not None
    result = run("import", "printed-plan.txt")
    assert [line.rstrip() for line in result.err.splitlines()] == shown[1].splitlines()


def test_the_page_names_every_code_of_a_doubt():
    text = (ROOT / "docs" / "import.ja.md").read_text(encoding="utf-8")
    assert [code.value for code in Code if code.value not in text] == []
