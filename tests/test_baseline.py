"""A council with an old plan starts today: the baseline leaves out what was there, and shows what is new."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from tests.conftest import SMALL, Run

# The program is cited rightly too: its entry is no slip.
OLD = SMALL.replace(
    "          - 子育てサロン\n",
    "          - 子育てサロソ\n          - 子育て広場\n          - 子育てサロン\n",
)


@pytest.fixture(autouse=True)
def _old_plan(plans: Path) -> None:
    (plans / "2024.yaml").write_text(OLD, encoding="utf-8")


def test_what_is_there_is_written_by_rule_and_item(run: Run):
    result = run("validate", "--write-baseline")
    assert result.code == 0
    assert result.err == (
        "plan-baseline.json に書き出しました。これから省く指摘は 2件です\n"
        "使うときは名前を書きます: --baseline plan-baseline.json、"
        'または設定ファイルに baseline = "plan-baseline.json"\n'
    )
    assert (
        result.out
        == """\
1ファイルを確認しました。指摘はありません: plans/2024.yaml
"""
    )
    assert json.loads(Path("plan-baseline.json").read_text(encoding="utf-8")) == {
        "version": 2,
        "findings": [
            {"file": "plans/2024.yaml", "rule": "P201", "item": "子育てサロソ", "count": 1},
            {"file": "plans/2024.yaml", "rule": "P201", "item": "子育て広場", "count": 1},
        ],
    }


def test_only_what_is_new_is_shown_wherever_it_has_moved(run: Run, plans: Path):
    run("validate", "--write-baseline", "--baseline", "古い指摘.json")
    moved = "# 行をずらす\n" + OLD.replace(
        "- 子育て広場\n", "- 子育て広場\n          - 子育てサロソ\n"
    )
    (plans / "2024.yaml").write_text(moved, encoding="utf-8")
    result = run("validate", "--baseline", "古い指摘.json", "--format", "json")
    shown = json.loads(result.out)
    assert result.code == 1
    assert [(each["line"], each["code"], each["item"]) for each in shown["diagnostics"]] == [
        (16, "P201", "1-1"),
        (16, "P205", "1-1"),
    ]
    assert shown["summary"]["suppressed"] == 2


def test_the_configuration_names_the_baseline(run: Run, tmp_path: Path):
    (tmp_path / "shakyo-plan.toml").write_text('baseline = "b.json"\n', encoding="utf-8")
    run("validate", "--write-baseline")
    assert Path("b.json").exists()
    assert run("validate").code == 0


def test_a_file_that_is_no_plan_is_not_left_out(run: Run, plans: Path):
    (plans / "2024.yaml").write_text("goals: [\n", encoding="utf-8")
    assert run("validate", "--write-baseline").code == 1
    assert run("validate", "--baseline", "plan-baseline.json").code == 1


@pytest.mark.parametrize("text", ["", "[]", '{"findings": [{"rule": "P201"}]}', "[" * 5000])
def test_what_is_no_baseline_is_told(run: Run, text: str):
    Path("b.json").write_text(text, encoding="utf-8")
    result = run("validate", "--baseline", "b.json")
    assert (result.code, result.out) == (2, "")
    assert result.err == (
        "plan: b.json は、これまでの指摘の記録（ベースライン）ではありません\n"
        "  → --write-baseline で作り直してください\n"
    )


def test_a_baseline_that_is_not_there_is_told(run: Run):
    result = run("validate", "--baseline", "ない.json")
    assert (result.code, result.out) == (2, "")
    assert result.err == (
        "plan: これまでの指摘の記録（ベースライン）ない.json がありません\n"
        "  → --write-baseline で作ってください\n"
    )


def test_a_baseline_knows_a_file_by_its_folder(run: Run, tmp_path: Path):
    good = SMALL
    for council in ("北", "南"):
        (tmp_path / council).mkdir()
    (tmp_path / "北" / "2024.yaml").write_text(OLD, encoding="utf-8")
    (tmp_path / "南" / "2024.yaml").write_text(good, encoding="utf-8")
    run("validate", "北", "南", "--baseline", "b.json", "--write-baseline")
    (tmp_path / "北" / "2024.yaml").write_text(good, encoding="utf-8")
    (tmp_path / "南" / "2024.yaml").write_text(OLD, encoding="utf-8")
    assert run("validate", "北", "南", "--baseline", "b.json").code == 1


def test_a_baseline_counts_from_every_folder(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    run("validate", "--baseline", "b.json", "--write-baseline")
    assert (
        run("validate", str(tmp_path / "plans"), "--baseline", str(tmp_path / "b.json")).code == 0
    )
    monkeypatch.chdir(tmp_path / "plans")
    assert run("validate", "2024.yaml", "./2024.yaml", "--baseline", "../b.json").code == 0


def test_a_baseline_of_the_first_version_is_read_as_before(run: Run):
    findings = [
        {"file": "2024.yaml", "rule": "P201", "item": item, "count": 1}
        for item in ("子育てサロソ", "子育て広場")
    ]
    Path("b.json").write_text(json.dumps({"version": 1, "findings": findings}), encoding="utf-8")
    result = run("validate", "--baseline", "b.json")
    assert (result.code, result.err) == (
        0,
        "b.json はファイルを名前だけで覚えています（フォルダーを区別しません）。"
        "--write-baseline で作り直してください\n",
    )
    run("validate", "--baseline", "b.json", "--write-baseline")
    again = run("validate", "--baseline", "b.json")
    assert (again.code, again.err) == (0, "")


@pytest.mark.parametrize(
    "count", ["1e999", "-1", "1.5", "true", '"1"', "null", "NaN", "[]", "9" * 5000]
)
def test_a_count_that_is_none_makes_no_baseline(run: Run, count: str):
    finding = f'{{"file": "a", "rule": "b", "item": "c", "count": {count}}}'
    Path("b.json").write_text(f'{{"version": 2, "findings": [{finding}]}}', encoding="utf-8")
    assert run("validate", "--baseline", "b.json").code == 2


@pytest.mark.parametrize("path", ["/dev/zero", "fifo", "plans"])
def test_a_baseline_that_would_never_end_is_not_read(run: Run, path: str):
    if not hasattr(os, "mkfifo"):
        pytest.skip("Windows has no FIFO among its files")
    os.mkfifo("fifo")
    assert run("validate", "--baseline", path).code == 2
    assert run("validate", "--write-baseline", "--baseline", "fifo").code == 2
