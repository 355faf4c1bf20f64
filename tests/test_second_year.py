"""The second year that is made up for demonstration: sound, canonical, and just what its edits make it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from shakyo_plan.diagnostic import Severity
from shakyo_plan.formatting.layout import formatted
from shakyo_plan.lint import lint
from shakyo_plan.loading import load, load_file
from tests.conftest import REAL, ROOT, Run

SECOND = ROOT / "examples" / "iwaki-2025-draft.yaml"


@pytest.fixture
def both(plans: Path) -> Path:
    shutil.copy(REAL, plans / "2024.yaml")
    shutil.copy(SECOND, plans / "2025.yaml")
    return plans


def test_it_says_that_it_is_made_up():
    head = SECOND.read_text(encoding="utf-8").split("\nformat: 1\n")[0]
    assert "実在の計画ではない" in head


def test_it_has_no_errors_even_beside_its_year():
    file = load_file(SECOND)
    counts = lint([file], previous={file.path: load(REAL)}).counts
    assert counts[Severity.ERROR] == 0
    assert formatted(file.document) == file.document.text


def test_the_rules_across_years_find_only_the_renumbering(run: Run, both: Path):
    found = run("validate", "plans/2025.yaml", "--select", "P6", "--format", "concise").out
    assert found == (
        "plans/2025.yaml:438:13: 参考 P606 基本計画 3-4「産業、教育など保健福祉以外の様々な分野との協働」は、"
        "2024 (令和6年度) の計画では 3-3 でした\n"
        "1ファイルを確かめました: 参考 1件\n"
    )


@pytest.mark.parametrize("name", ["広報紙発行事業", "広報・情報発信事業"])
def test_history_follows_the_new_name(run: Run, both: Path, name: str):
    lines = run("history", name).out.splitlines()
    assert [line.split() for line in lines[3:5]] == [
        ["2024", "(令和6年度)", "広報紙発行事業", "継続", "2-1", "2-2", "2-3"],
        ["2025", "(令和7年度)", "広報・情報発信事業", "継続", "2-1", "2-2", "2-3"],
    ]
    assert lines[-1] == "令和6 継続 ─ 令和7 継続"


def test_history_follows_the_new_number(run: Run, both: Path):
    assert [line.split()[2] for line in run("history", "3-4").out.splitlines()[3:5]] == [
        "3-3",
        "3-4",
    ]


def test_what_began_and_what_ended(run: Run, both: Path):
    columns = ("--columns", "name,began,ended,end")
    lines = run("history", "--all", "--format", "csv", *columns).out.splitlines()
    assert [line for line in lines if "令和7" in line] == [
        "七五三お祝い支援事業,,令和7,廃止",
        "クリスマス支援事業,,令和7,統合",
        "スマートフォン相談会,令和7,,",
        "移動販売見守り連携事業,令和7,,",
    ]
