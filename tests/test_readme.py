"""The sessions that the READMEs show are what a terminal of 80 columns really shows."""

from __future__ import annotations

import io
import re
import shutil
from collections.abc import Mapping
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import replace
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from shakyo_plan.cli import main as edge
from shakyo_plan.cli.session import Session, open_session
from tests.conftest import ACCEPTING, REAL, ROOT, Run

BLOCK = re.compile(r"```console\n\$ (plan [^\n]*)\n(.*?)```", re.DOTALL)


def sessions(name: str) -> list[tuple[str, str]]:
    return BLOCK.findall((ROOT / name).read_text(encoding="utf-8"))


@pytest.mark.parametrize(("name", "locale"), [("README.md", "C"), ("README.ja.md", "ja_JP.UTF-8")])
def test_a_session_in_the_readme_is_real(
    run: Run,
    name: str,
    locale: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    pytestconfig: pytest.Config,
):
    def in_a_terminal(lang: str | None, environment: Mapping[str, str]) -> Session:
        return replace(open_session(lang, environment), terminal_width=80, message_width=80)

    monkeypatch.setattr(edge, "open_session", in_a_terminal)
    monkeypatch.setenv("LANG", locale)
    shown = sessions(name)
    assert len(shown) >= 4
    real = REAL.read_text(encoding="utf-8")
    (tmp_path / "plans").mkdir()
    second = tmp_path / "plans" / "2025.yaml"
    for command, expected in shown:
        second.unlink(missing_ok=True)
        if command.startswith(("plan history", "plan diff")):
            shutil.copy(ROOT / "examples" / "iwaki-2025-draft.yaml", second)
        text = real
        if "P020" in expected:  # the session with a title deleted and a key misspelled
            text = re.sub(r"(      - id: 1-5\n)        title: [^\n]*\n", r"\1", real)
            text = text.replace("    schedule: 5月・10月", "    schedul: 5月・10月")
        (tmp_path / "plans" / "2024.yaml").write_text(text, encoding="utf-8")
        if command.startswith("plan import"):
            edit_workbook(run, tmp_path / command.split()[2])
        printed = on_screen(command).rstrip("\n")
        if accepting := pytestconfig.stash.get(ACCEPTING, None):
            page = (ROOT / name).read_text(encoding="utf-8")
            accepting.write(ROOT / name, page.replace(expected, f"{printed}\n", 1))
            continue
        assert printed == expected.rstrip("\n"), command


def on_screen(command: str) -> str:
    """Run a command, and return what it shows: results and what is said beside them, as they come."""
    shown = io.StringIO()
    with redirect_stdout(shown), redirect_stderr(shown):
        edge.main(command.split()[1:])
    return shown.getvalue()


def edit_workbook(run: Run, path: Path) -> None:
    """Export the plan, rename a program in the workbook and move when another is held."""
    run("export", "--output-file", str(path))
    book = openpyxl.load_workbook(path)
    sheet: Any = book["事業"]
    rows = {row[1].value: row for row in sheet.iter_rows(min_row=2)}
    rows["子育てサロン事業"][1].value = "子育て広場事業"
    rows["男の料理教室"][5].value = "6月・10月"
    book.save(path)
