"""The planner's guide: its pictures are fresh, and every command that it names exists."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tools.screens import FOLDER, pictures

from shakyo_plan.lint.engine import lint
from shakyo_plan.source.document import read_document
from shakyo_plan.source.formatting.layout import formatted
from shakyo_plan.source.loading import load_file
from tests.conftest import ACCEPTING, REAL, ROOT, Run

PATH = ROOT / "docs" / "guide.ja.md"
GUIDE = PATH.read_text(encoding="utf-8")
SHAPES = re.split(r"```yaml\n(?=format: 1\n)", GUIDE)[1:]
"""What follows each whole plan: its file, and the sessions below it."""
SESSION = re.compile(r"```console\n\$ plan ([^\n]*)\n(.*?)```", re.DOTALL)


def test_the_pictures_are_what_the_commands_print():
    made = dict(pictures())
    assert {path.name for path in FOLDER.iterdir()} == {path.name for path in made}
    stale = [path.name for path, text in made.items() if path.read_text(encoding="utf-8") != text]
    assert stale == [], "run make pages"


def test_a_picture_needs_nothing_from_elsewhere():
    for path in FOLDER.iterdir():
        text = path.read_text(encoding="utf-8").replace('xmlns="http://www.w3.org/2000/svg"', "")
        assert "http" not in text, path
        assert "url(" not in text, path


def test_the_guide_shows_every_picture_and_no_other():
    shown = re.findall(r"\]\(guide/([\w-]+\.svg)\)", GUIDE)
    assert sorted(shown) == sorted(path.name for path in FOLDER.iterdir())


COMMANDS = sorted(
    {
        command.strip()
        for command in re.findall(r"`plan ([^`…]+)`|^    plan (.+)$", GUIDE, re.MULTILINE)
        for command in command
        # “plan new” alone is a name in a sentence; “plan show Ⅱ” is about the plan beside it, see below.
        if command and command.strip() not in ("new", "diff", "init", "rename", "show Ⅱ", "undo --")
    }
)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_of_the_guide_runs(run: Run, tmp_path: Path, command: str):
    (tmp_path / "plans").mkdir()
    text = REAL.read_text(encoding="utf-8")
    (tmp_path / "plans" / "2024.yaml").write_text(text, encoding="utf-8")
    if command != "new 2025":
        later = text.replace("fiscal_year: 2024", "fiscal_year: 2025").replace(
            "until: 2024", "until: 2025"
        )
        (tmp_path / "plans" / "2025.yaml").write_text(
            later.replace("令和7年", "令和8年"), encoding="utf-8"
        )
    # What an earlier step of the guide has made.
    run("export", "--year", "2025", "-o", "計画.xlsx")
    run("export", "--year", "2024", "-o", "令和6年度事業計画書.docx")
    run("rename", "広報紙発行事業", "広報事業")
    if "--write-template" not in command:
        run("export", "--write-template", "書式.docx")
    result = run(*command.split())
    assert result.code in (0, 1), result.err
    assert "--help" not in result.err


@pytest.mark.parametrize("shape", range(3), ids=["three levels", "flat", "under sections"])
def test_each_plan_of_the_guide_is_sound_and_prints_what_stands_beside_it(
    run: Run, tmp_path: Path, shape: int, pytestconfig: pytest.Config
):
    assert len(SHAPES) == 3
    text, _, below = SHAPES[shape].partition("```\n")
    path = tmp_path / "plans" / "2025.yaml"
    path.parent.mkdir()
    path.write_text(text, encoding="utf-8")
    assert lint([load_file(path)]).diagnostics == ()
    assert formatted(read_document(path.read_bytes())) == text
    sessions = SESSION.findall(below)
    assert sessions[0][0] == "outline"
    for command, shown in sessions:
        printed = run(*command.split()).out
        if accepting := pytestconfig.stash.get(ACCEPTING, None):
            page = PATH.read_text(encoding="utf-8")
            old, new = (f"$ plan {command}\n{one}```" for one in (shown, printed))
            accepting.write(PATH, page.replace(old, new, 1))
            continue
        assert printed == shown, command
    if "Ⅱ" in sessions[0][1]:
        assert run("show", "Ⅱ").out.startswith("Ⅱ  身近な相談を受ける\n")
