"""``plan validate``, as a planner and as CI see it."""

from __future__ import annotations

import io
import json
import os
import sys
from pathlib import Path

import pytest

from tests.conftest import REAL, SMALL, Run


def test_the_real_plan_is_sound(run: Run):
    result = run("validate", str(REAL))
    assert result.code == 0
    assert result.out.endswith("\n1ファイルを確認しました（注意 1件、参考 9件）\n")
    assert result.err == ""


def test_a_finding_shows_its_line_with_a_marker_under_the_place(run: Run, plans: Path):
    (plans / "2024.yaml").write_text(
        SMALL.replace("districts: [常磐, 内郷]", "districts: [常磐, 12]"), encoding="utf-8"
    )
    result = run("validate")
    assert result.code == 1
    assert result.out == (
        """\
plans/2024.yaml:5:19: 誤り P022 地区名には文字を書きますが、数になっています
  5 |   districts: [常磐, 12]
    |                     ^^
    → "12" のように引用符で囲んでください

1ファイルを確認しました（誤り 1件）
"""
    ).replace("plans/", f"plans{os.sep}")


def test_english(run: Run, plans: Path):
    (plans / "2024.yaml").write_text(SMALL.replace("        title: 子育て\n", ""), encoding="utf-8")
    result = run("validate", "--lang", "en", "--format", "concise")
    assert result.out == (
        """\
plans/2024.yaml:10:9: error P020 basic plan 1-1 has no title
Found 1 error in 1 file
"""
    ).replace("plans/", f"plans{os.sep}")


def test_json_has_every_key(run: Run, plans: Path):
    (plans / "2024.yaml").write_text(SMALL.replace("        title: 子育て\n", ""), encoding="utf-8")
    result = run("validate", "plans/2024.yaml", "--format", "json")
    assert result.code == 1
    assert json.loads(result.out) == {
        "version": 1,
        "files": ["plans/2024.yaml"],
        "diagnostics": [
            {
                "path": "plans/2024.yaml",
                "line": 10,
                "column": 9,
                "end_line": 10,
                "end_column": 16,
                "code": "P020",
                "name": "missing-key",
                "severity": "error",
                "message": "基本計画 1-1 に title（名称）がありません",
                "suggestion": "「title: …」の行を書き足してください",
                "fixable": False,
                "item": "1-1",
                "pointer": "/goals/0/plans/0",
            }
        ],
        "summary": {"files": 1, "error": 1, "warning": 0, "info": 0, "suppressed": 0},
    }


def test_files_and_folders_go_together_and_one_broken_file_stops_no_other(
    run: Run, plans: Path, tmp_path: Path
):
    other = tmp_path / "案.yaml"
    other.write_text("a: [1\n", encoding="utf-8")
    result = run("validate", "plans", "案.yaml", "無い.yaml", "--format", "concise")
    assert result.code == 2
    assert result.out.splitlines() == [
        "案.yaml:1:4: 誤り P004 ここで開いた括弧が、正しく閉じられていません",
        "無い.yaml:1:1: 誤り P001 ファイルが見つかりません",
        "3ファイルを確認しました（誤り 2件）",
    ]


def test_standard_input(run: Run, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(SMALL.encode())))
    assert (
        run("validate", "-").out
        == """\
1ファイルを確認しました。指摘はありません: <stdin>
"""
    )


def test_a_folder_without_plans_says_so(run: Run, tmp_path: Path):
    (tmp_path / "空").mkdir()
    result = run("validate", "空")
    assert (result.code, result.out) == (2, "")
    assert (
        result.err
        == "plan: 空 に計画ファイルがありません\n  → 計画ファイルの名前は、2024.yaml のように年度で付けます\n"
    )


@pytest.mark.skipif(
    os.name == "nt" or os.geteuid() == 0, reason="only a file system that refuses can be refused by"
)
def test_a_file_that_may_not_be_read(run: Run, plans: Path):
    (plans / "2024.yaml").chmod(0)
    assert run("validate").code == 2


def test_a_broken_link_is_a_missing_file(run: Run, plans: Path):
    (plans / "2025.yaml").symlink_to("nowhere.yaml")
    result = run("validate", "--format", "concise")
    assert result.code == 2
    assert (
        f"plans{os.sep}2025.yaml:1:1: 誤り P001 nowhere.yaml へのリンクですが、その先にファイルがありません"
    ) in result.out


def test_a_very_long_line_is_cut_around_the_place(run: Run, tmp_path: Path):
    (tmp_path / "x.yaml").write_text("a: " + "長" * 100_000 + " &b: c\n", encoding="utf-8")
    result = run("validate", "x.yaml")
    assert result.code == 1
    assert max(map(len, result.out.splitlines())) < 120


@pytest.mark.parametrize(
    "name",
    [
        "[bold red]赤[/]",
        "\\x1b[31m赤",
        "::error::落ちた",
        "=cmd|' /C calc'!A0",
        "{x}",
        "改\\n行",
        "\\u202e逆",
    ],
)
def test_text_of_a_plan_never_acts_on_the_terminal(run: Run, plans: Path, name: str):
    (plans / "2024.yaml").write_text(
        SMALL.replace(
            "  - name: 子育てサロン\n",
            f'  - name: "{name}"\n    "{name}": 1\n    status: "{name}"\n',
        ),
        encoding="utf-8",
    )
    for arguments in (
        ["validate"],
        ["validate", "--format", "json"],
        ["validate", "--format", "concise"],
        ["programs"],
    ):
        result = run(*arguments)
        assert result.code == 1
        shown = result.out + result.err
        assert not any(character in shown for character in "\x1b\u202e\r")
        assert not any(line.startswith("::") for line in shown.splitlines())
