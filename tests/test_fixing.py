"""``--fix``, ``--unsafe-fixes`` and ``--diff``: what is mended, what is left, what never happens."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from tests.conftest import REAL, ROOT, SMALL, Run

AS_PRINTED = ROOT / "examples" / "iwaki-2024-as-printed.yaml"
SLIPS = SMALL.replace("id: 1-1", "id: １－１  # 全角").replace(
    "          - 子育てサロン\n", "          - 子育て サロン  # 毎月\n          - 子育てサロソ\n"
)


def test_what_is_certain_is_mended_and_the_rest_is_told(run: Run, plans: Path):
    path = plans / "2024.yaml"
    path.write_text(SLIPS, encoding="utf-8")
    result = run("validate", "--fix", "--format", "concise")
    assert result.code == 1
    assert result.err == "plans/2024.yaml: 2件を直しました（P104: 1、P215: 1）\n"
    assert result.out == (
        "plans/2024.yaml:14:13: 誤り P201 「子育てサロソ」は、事業の一覧（programs:）にありません\n"
        "1ファイルを確かめました: 誤り 1件\n"
        "1件は --unsafe-fixes で直せます。先に --diff で確かめてください\n"
    )
    mended = SLIPS.replace("１－１", "1-1").replace("子育て サロン", "子育てサロン")
    assert path.read_text(encoding="utf-8") == mended
    run("validate", "--unsafe-fixes")
    # Now the program is cited twice, which is certain again.
    assert path.read_text(encoding="utf-8") == mended.replace("          - 子育てサロソ\n", "")


def test_diff_shows_and_writes_nothing(run: Run, plans: Path):
    path = plans / "2024.yaml"
    path.write_text(SLIPS, encoding="utf-8")
    result = run("validate", "--diff")
    assert (result.code, result.err) == (1, "")
    assert result.out == (
        "--- plans/2024.yaml\n"
        "+++ plans/2024.yaml\n"
        "@@ -8,8 +8,8 @@\n"
        "     title: 共に生きる\n"
        "     plans:\n"
        "-      - id: １－１  # 全角\n"
        "+      - id: 1-1  # 全角\n"
        "         title: 子育て\n"
        "         programs:\n"
        "-          - 子育て サロン  # 毎月\n"
        "+          - 子育てサロン  # 毎月\n"
        "           - 子育てサロソ\n"
        " programs:\n"
    )
    assert path.read_text(encoding="utf-8") == SLIPS
    assert run("validate", "--diff", str(REAL)).out == ""


def test_the_plan_as_printed_becomes_our_plan_but_for_what_a_person_decides(
    run: Run, tmp_path: Path
):
    path = tmp_path / "2024.yaml"
    path.write_bytes(AS_PRINTED.read_bytes())
    run("validate", "--unsafe-fixes", str(path))
    ours = REAL.read_text(encoding="utf-8")
    undecided = "男の料理教室（遠野）（新規）・ふくしの教室（好間）（新規）"
    expected = (
        ours[ours.index("format: 1") :]
        .replace("- 男の料理教室\n              - ふくしの教室\n", f"- {undecided}\n")
        .replace(
            "          - ふくみちゃんカフェ（被災地域つどいの場）",
            "          - 'ふくみちゃんカフェ（被災地域つどいの場）'",
        )
        .replace(
            "          - ボランティア活動活発化事業", "          - 'ボランティア活動活発化事業'"
        )
    )
    mended = path.read_text(encoding="utf-8")
    assert mended[mended.index("format: 1") :] == expected
    assert run("validate", "--unsafe-fixes", str(path)).err == ""
    assert path.read_text(encoding="utf-8") == mended


@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_ends_and_byte_order_mark_stay(run: Run, plans: Path, mark: str):
    path = plans / "2024.yaml"
    text = mark + SLIPS.replace("\n", "\r\n")
    path.write_bytes(text.encode("utf-8"))
    run("validate", "--fix")
    expected = text.replace("１－１", "1-1").replace("子育て サロン", "子育てサロン")
    assert path.read_bytes() == expected.encode("utf-8")


def test_standard_input_is_printed_mended(run: Run, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(SLIPS.encode("utf-8"))))
    result = run("validate", "-", "--fix", "--format", "concise")
    assert result.out == SLIPS.replace("１－１", "1-1").replace("子育て サロン", "子育てサロン")
    assert result.err.splitlines()[:2] == [
        "<stdin>: 2件を直しました（P104: 1、P215: 1）",
        "<stdin>:14:13: 誤り P201 「子育てサロソ」は、事業の一覧（programs:）にありません",
    ]


def test_a_file_that_is_no_plan_is_not_touched(run: Run, plans: Path):
    path = plans / "2024.yaml"
    broken = SLIPS.replace("format: 1", "format: 2")
    path.write_text(broken, encoding="utf-8")
    assert run("validate", "--fix").code == 1
    assert path.read_text(encoding="utf-8") == broken


def test_what_is_ignored_or_accepted_is_not_mended(run: Run, plans: Path):
    path = plans / "2024.yaml"
    text = (
        SLIPS
        + "suppress:\n  - {rule: P215, item: 子育て サロン, reason: 見出しのまま, until: 2024}\n"
    )
    path.write_text(text, encoding="utf-8")
    run("validate", "--fix", "--ignore", "P104")
    assert path.read_text(encoding="utf-8") == text
