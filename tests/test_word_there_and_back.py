"""What the Word document holds is what comes back: exported, imported, compared."""

from __future__ import annotations

from pathlib import Path

import pytest

from shakyo_plan.diff import Change
from shakyo_plan.diff.comparing import compare
from shakyo_plan.documents.carriers.opening import open_document
from shakyo_plan.documents.importing import import_carried
from shakyo_plan.documents.word.export import to_word
from shakyo_plan.language import Translator
from shakyo_plan.model import Plan
from shakyo_plan.source.loading import load, load_bytes
from tests.conftest import REAL, Run

COUNCILS = sorted((Path(__file__).parent / "councils").glob("*/*.yaml"))
NOT_PRINTED = {"aliases", "distinct_from", "districts", "suppress"}
"""What the printed plan has no place for."""
DOUBTED = {
    # Really so, or a word that comes once only.
    "akiruno/2018": ["D201", "D103"],
}


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
    assert lost(plan, load("2024.yaml")) == []


@pytest.mark.parametrize("path", COUNCILS, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_every_council_comes_back_from_word_and_nothing_is_doubted_but_what_is_odd(
    tmp_path: Path, path: Path
):
    plan = load(path)
    document = tmp_path / "plan.docx"
    document.write_bytes(to_word(plan))
    draft = import_carried(open_document(document), str(document))
    back = load_bytes(draft.text(Translator("ja")).encode(), "plan.yaml").plan
    assert back is not None
    assert lost(plan, back) == []
    assert draft.ledger.unplaced == ()
    doubts = [doubt.code.value for doubt in draft.doubts]
    assert doubts == DOUBTED.get(f"{path.parent.name}/{path.stem}", [])


TOLD_OF = """\
format: 1
fiscal_year: 2024
council: {name: □□市社会福祉協議会}
goals:
  - id: 1
    title: 支え合い
    plans:
      - {id: 1-1, title: 見守り, programs: [見守り活動, 配食サービス, サロン]}
programs:
  - name: 見守り活動
    indicators:
      - {name: 回数, target: {value: 12回}}
      - {name: 訪問先, baseline: {value: "10", year: 2023}, target: {value: "20", year: 2025}}
  - name: 配食サービス
    status: new
    purpose: 食を届ける。
    indicators:
      - {name: 食数, target: {value: 100食}, reason: 求める人が増えている}
      - {name: 協力者, target: {value: 5人}}
  - {name: サロン, status: new, purpose: 集う。, indicators: [{name: 満足度}]}
"""


def test_indicators_of_programs_come_back_from_word(tmp_path: Path):
    plan = load_bytes(TOLD_OF.encode(), "plan.yaml").plan
    assert plan is not None
    document = tmp_path / "plan.docx"
    document.write_bytes(to_word(plan))
    draft = import_carried(open_document(document), str(document))
    back = load_bytes(draft.text(Translator("ja")).encode(), "plan.yaml").plan
    assert back is not None
    assert lost(plan, back) == []
    assert draft.doubts == ()


def lost(plan: Plan, back: Plan) -> list[Change]:
    """Return what differs of all that the printed plan has a place for."""
    return [change for change in compare(plan, back) if not has_no_place(change, plan)]


def has_no_place(change: Change, plan: Plan) -> bool:
    """Whether the document has no place for what changed."""
    if change.item == "labels":
        # The word for goals and plans stands before their numbers, unless these are printed alone.
        return {
            "priority": not plan.priorities,
            "goal": bool(plan.numbering.goal),
            "plan": bool(plan.numbering.plan),
        }.get(str(change.field), False)
    if change.field == "departments":
        # Only what a short name means is printed.
        shown = [department for department in plan.council.departments if department.short]
        return isinstance(change.new, tuple) and list(change.new) == shown
    return change.field in NOT_PRINTED or change.item == "suppress"
