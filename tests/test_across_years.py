"""``plan validate`` beside last year's plan: where it is found, and what is said when it cannot be used."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shakyo_plan.lint.engine import lint
from shakyo_plan.source.loading import LoadedFile, load_bytes
from tests.amount import examples
from tests.conftest import REAL, SMALL, Run

NEXT = (
    SMALL.replace("2024", "2025")
    + "    status: new\n    purpose: 支える。\n    schedule: 7月\n    budget: 1円\n"
)
LOST = SMALL + "  - name: 敬老会\n    status: suspended\n"


def test_the_year_before_lies_in_the_same_folder(run: Run, plans: Path):
    (plans / "2024.yaml").write_text(LOST, encoding="utf-8")
    (plans / "2025.yaml").write_text(NEXT, encoding="utf-8")
    result = run("validate", "plans/2025.yaml")
    assert (result.code, result.err) == (0, "")
    assert (
        result.out
        == """\
plans/2025.yaml:14:1: 注意 P603 「敬老会」は 令和6年度（2024）の計画にありますが、この計画にありません
  14 | programs:
     | ^^^^^^^^
     → 終了なら status: discontinued（廃止）で残してください。改称なら、新しい事業に formerly: [敬老会] と書いてください

plans/2025.yaml:16:13: 注意 P601 「子育てサロン」は新規ですが、令和6年度（2024）の計画にもあります
  16 |     status: new
     |             ^^^
     → status の行を消すか、expanded（拡充）か restructured（改編）と書いてください

1ファイルを確認しました（注意 2件）
"""
    )
    assert run("validate", "--format", "concise").out.count("P6") == 2
    assert run("validate", "--format", "concise", "--ignore", "P6").out.count("P6") == 0


def test_the_year_before_can_be_named(run: Run, plans: Path, tmp_path: Path):
    (tmp_path / "前年度.yaml").write_text(LOST, encoding="utf-8")
    (plans / "2024.yaml").write_text(NEXT, encoding="utf-8")
    found = run("validate", "--format", "json", "--previous", "前年度.yaml").out
    codes = [each["code"] for each in json.loads(found)["diagnostics"]]
    assert codes == ["P105", "P603", "P601"]
    result = run("validate", "前年度.yaml", "--previous", "前年度.yaml")
    assert (result.code, result.out) == (2, "")
    assert result.err == (
        "plan: 前年度.yaml は 令和6年度（2024）の計画です\n"
        "  → --previous には、確認する計画の前年度の計画を指定してください\n"
    )
    assert run("validate", "--previous", "ない.yaml").code == 2


def test_watching_sees_when_the_year_of_a_file_changes(
    run: Run, plans: Path, monkeypatch: pytest.MonkeyPatch
):
    draft = SMALL.replace("fiscal_year: 2024", "fiscal_year: 2025").replace("サロン", "ひろば")
    (plans / "2024.yaml").rename(plans / "前年度.yaml")
    (plans / "次の年度.yaml").write_text(
        draft.replace("fiscal_year: 2025", "fiscal_year: 2029"), encoding="utf-8"
    )

    def watch(check: Callable[[], int], *_: object) -> int:
        check()
        (plans / "次の年度.yaml").write_text(draft, encoding="utf-8")
        return check()

    monkeypatch.setattr("shakyo_plan.cli.commands.validate.watch", watch)
    found = run("validate", "--watch", "--format", "concise", "plans/次の年度.yaml").out
    first, second = found.split("指摘はありません")
    assert "P6" not in first
    assert "P602" in second


def test_a_year_before_with_errors_is_named_and_not_compared(run: Run, plans: Path):
    (plans / "2024.yaml").write_text(LOST.replace("        title: 子育て\n", ""), encoding="utf-8")
    (plans / "2025.yaml").write_text(NEXT, encoding="utf-8")
    result = run("validate", "plans/2025.yaml", "--format", "concise")
    assert (result.code, result.out) == (
        0,
        "1ファイルを確認しました。指摘はありません: plans/2025.yaml\n",
    )
    assert result.err == (
        "plans/2025.yaml は前年度と比べていません。plans/2024.yaml に誤りがあるためです\n"
    )


def test_a_file_with_another_ending_is_checked_alone(run: Run, plans: Path, tmp_path: Path):
    (tmp_path / "計画.txt").write_text(NEXT, encoding="utf-8")
    assert (
        run("validate", "計画.txt").out == "1ファイルを確認しました。指摘はありません: 計画.txt\n"
    )


def test_two_plans_of_the_year_before_are_none(run: Run, plans: Path):
    (plans / "2024.yaml").rename(plans / "2024-a.yaml")
    (plans / "2024-b.yaml").write_text(LOST, encoding="utf-8")
    (plans / "2025.yaml").write_text(NEXT, encoding="utf-8")
    assert "P6" not in run("validate", "plans/2025.yaml").out


def test_a_suppression_waits_for_the_year_before(run: Run, plans: Path):
    accepted = "suppress:\n  - {rule: P601, item: 子育てサロン, reason: 市の数え方, until: 2025}\n"
    (plans / "2025.yaml").write_text(NEXT + accepted, encoding="utf-8")
    assert "P6" not in run("validate", "plans/2025.yaml").out
    (plans / "2024.yaml").unlink()
    result = run("validate", "plans/2025.yaml", "--fail-level", "info")
    assert (result.code, result.err) == (0, "")


def piped(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode("utf-8"))))


@pytest.mark.parametrize(
    ("arguments", "compared"),
    [
        (["--stdin-filename", "plans/2025.yaml"], True),
        (["--stdin-filename", "plans/下書き.yaml"], True),
        (["--previous", "plans/2024.yaml"], True),
        # Nobody says where it belongs.
        ([], False),
        (["--stdin-filename", "2025.yaml"], False),
        (["--stdin-filename", "ない/2025.yaml"], False),
    ],
)
def test_a_plan_from_an_editor_is_compared_with_last_year_s_in_its_folder(
    run: Run,
    plans: Path,
    monkeypatch: pytest.MonkeyPatch,
    arguments: list[str],
    compared: bool,
):
    (plans / "2024.yaml").write_text(LOST, encoding="utf-8")
    piped(monkeypatch, NEXT)
    found = run("validate", "-", *arguments, "--select", "P6", "--format", "concise").out
    assert ("P603" in found) is compared


def test_a_plan_whose_year_is_being_changed_is_not_compared_with_itself(
    run: Run, plans: Path, monkeypatch: pytest.MonkeyPatch
):
    (plans / "2024.yaml").write_text(LOST, encoding="utf-8")
    piped(monkeypatch, NEXT)
    arguments = ("--stdin-filename", "plans/2024.yaml", "--select", "P6")
    assert "P6" not in run("validate", "-", *arguments).out


def test_one_slip_is_one_finding(run: Run, plans: Path):
    (plans / "2024.yaml").write_text(SMALL + "  - name: おやこの広場\n", encoding="utf-8")
    renamed = SMALL.replace("2024", "2025") + "  - name: おやこ広場\n"
    (plans / "2025.yaml").write_text(renamed, encoding="utf-8")
    assert run("validate", "plans/2025.yaml", "--select", "P6").out.splitlines()[3] == (
        "     → 旧名が「おやこの広場」なら、formerly: [おやこの広場] と書いてください"
    )
    found = run("validate", "plans/2025.yaml", "--select", "P6", "--format", "concise").out
    assert found.count("P6") == 1


REAL_TEXT = REAL.read_text(encoding="utf-8")


def loaded(text: str, path: str) -> LoadedFile:
    return load_bytes(text.encode("utf-8"), path)


def test_a_real_draft_beside_its_year_has_nothing_to_say(run: Run, plans: Path):
    (plans / "2024.yaml").write_text(REAL_TEXT, encoding="utf-8")
    run("new", "2025")
    assert "P6" not in run("validate", "--format", "concise").out


@settings(max_examples=examples(20), deadline=None)
@given(st.sets(st.integers(0, 55), min_size=1, max_size=5))
def test_each_program_that_is_lost_is_found_once(lost: set[int]):
    before = loaded(REAL_TEXT, "2024.yaml").plan
    assert before is not None
    names = [before.programs[number].name for number in sorted(lost)]
    head, registry = REAL_TEXT.split("\nprograms:\n")
    entries = registry.split("\n\nmanagement:")[0].split("  - name: ")[1:]
    kept = [entry for number, entry in enumerate(entries) if number not in lost]
    text = head.replace("fiscal_year: 2024", "fiscal_year: 2025") + "\nprograms:\n"
    text += "".join(f"  - name: {entry.rstrip()}\n" for entry in kept)
    file = loaded(text, "2025.yaml")
    found = [
        dict(each.message.values)["name"]
        for each in lint([file], previous={file.path: before}).diagnostics
        if each.code == "P603"
    ]
    assert found == names
