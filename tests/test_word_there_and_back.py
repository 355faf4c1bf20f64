"""What the Word document holds is what comes back: exported, imported, compared."""

from __future__ import annotations

from pathlib import Path

import pytest

from shakyo_plan.diff import Change
from shakyo_plan.diff.comparing import compare
from shakyo_plan.documents.word.export import to_word
from shakyo_plan.source.loading import load
from tests.conftest import REAL, Run

NOT_PRINTED = {"aliases", "distinct_from", "districts", "suppress"}
"""What the printed plan has no place for."""


@pytest.mark.parametrize("toc", [False, True])
def test_the_real_plan_comes_back_from_word(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, toc: bool
):
    monkeypatch.chdir(tmp_path)
    plan = load(REAL)
    Path("plan.docx").write_bytes(to_word(plan, toc=toc))
    result = run("import", "plan.docx", "-o", "2024.yaml")
    assert result.code in (0, 1), result.err
    assert "未配置 0" in result.err
    lost = [each for each in compare(plan, load("2024.yaml")) if not _has_no_place(each)]
    assert lost == []


def _has_no_place(change: Change) -> bool:
    return change.field in NOT_PRINTED or change.item in ("suppress", "council")
