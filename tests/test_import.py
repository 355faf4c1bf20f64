"""``plan import``: the printed plan comes in, every block is accounted for, every doubt stands at its spot."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shakyo_plan.language import Translator
from tests.amount import examples
from tests.conftest import ROOT, Run
from tests.imports import imported, tree
from tests.plan_facts import score
from tests.printed_document import printed_plan, real_data

OTHER = """\
令和５年度　事業計画

社会福祉法人　△△市社会福祉協議会

Ⅰ　基本方針
　地域のつながりを大切にし、誰もが安心して暮らせるまちをめざします。

Ⅱ　重点目標
１．経営基盤の安定化
２．福祉ネットワークの充実

Ⅲ　事業計画
１　法人運営事業
（１）役員会等運営事業
　①理事会（年６回程度）
　②評議員会（年３回程度）
（２）企画・運営事業
　①広報活動の活性化
　②社会福祉大会の開催（隔年開催）【新規】
２　地域福祉活動推進事業
（１）希望の家・ひばり分室運営事業
　・ファミリー・サポート・センター事業（市受託）
　●地域包括支援センター事業（五日市はつらつセンター）
"""


def test_the_printed_plan_is_read_with_nearly_every_fact():
    draft = imported(printed_plan())
    counted = score(draft.data, real_data(), draft.doubts)
    assert counted.total == 323
    assert counted.held >= 0.98, counted.missed
    assert counted.share_exact >= 0.93, counted.missed
    assert len(draft.doubts) <= counted.total / 10


def test_every_misprint_of_a_name_or_mark_is_among_the_doubts():
    told = "\n".join(
        f"{doubt.printed} {doubt.recorded} {doubt.candidates}"
        for doubt in imported(printed_plan()).doubts
    )
    for printed in (
        "ふれあい・ともいいき映画観賞会",
        "ふくみちゃんカワエ（被災地域つどいの場）",
        "内郷地域づくり連絡会",
        "業緊急連絡カード（兼）救急医療情報キット配備事業",
        "支え合い福祉マップ作成事",
        "ボランティア活動センター・災害ボランティアセンターの運営",
        "生活困窮者自立相談支援事業 生活・就労支援センターの運営",
        "日常生活自立支援事業 あんしんサポート",
        "サマーショートボランティアスクール・青少年福祉体験学習事業",
        "ふくしの教室",
        "車椅子同乗移送用自動車貸出事業・車椅子貸出事業",
    ):
        assert printed in told


def test_another_council_s_convention_is_learnt_from_its_document():
    draft = imported(OTHER)
    assert tree(draft) == [
        "重点 1 経営基盤の安定化",
        "重点 2 福祉ネットワークの充実",
        "目標 1 法人運営事業",
        "  1-1 役員会等運営事業",
        "    理事会",
        "    評議員会",
        "  1-2 企画・運営事業",
        "    広報活動の活性化",
        "    社会福祉大会の開催",
        "目標 2 地域福祉活動推進事業",
        "  2-1 希望の家・ひばり分室運営事業",
        "    ファミリー・サポート・センター事業",
        "    地域包括支援センター事業（五日市はつらつセンター）",
    ]
    programs = {program["name"]: program for program in draft.data["programs"]}
    assert programs["理事会"]["schedule"] == "年６回程度"
    assert programs["社会福祉大会の開催"] == {
        "name": "社会福祉大会の開催",
        "status": "new",
        "schedule": "隔年開催",
    }
    assert programs["ファミリー・サポート・センター事業"]["commissioned_by"] == "city"
    assert (draft.data["fiscal_year"], draft.data["council"]["name"]) == (
        2023,
        "社会福祉法人　△△市社会福祉協議会",
    )
    assert draft.doubts == ()


@settings(max_examples=examples(40), deadline=None)
@given(st.permutations(OTHER.splitlines()), st.integers(0, 25))
def test_no_block_is_swallowed_whatever_the_document(lines: list[str], kept: int):
    draft = imported("令和5年度事業計画\n" + "\n".join(lines[:kept]))
    counts = draft.ledger.counts
    assert counts["total"] == counts["recorded"] + counts["skipped"] + counts["unplaced"]
    assert counts["total"] == sum(bool(line.strip()) for line in lines[:kept]) + 1
    draft.text(Translator("ja"))
    for block in draft.ledger.unplaced:
        assert any(block.printed.strip() in doubt.printed for doubt in draft.doubts)


def test_the_draft_is_a_plan_with_its_doubts_as_comments(run: Run, tmp_path: Path):
    (tmp_path / "plan.txt").write_text(printed_plan(), encoding="cp932", newline="\r\n")
    result = run("import", "plan.txt", "-o", "2024.yaml")
    assert result.code == 1
    assert (
        result.err.splitlines()[-1]
        == "次にすること: 2024.yaml の「要確認」を一つずつ確認し、それから plan validate 2024.yaml"
    )
    text = (tmp_path / "2024.yaml").read_text(encoding="utf-8")
    assert text.count("# 要確認 D") == len(imported(printed_plan()).doubts)
    checked = run("validate", "2024.yaml", "--select", "P0")
    assert checked.code == 0, checked.out
    assert run("fmt", "--check", "2024.yaml").code == 0
    again = run("import", "plan.txt", "-o", "2024.yaml")
    assert (again.code, (tmp_path / "2024.yaml").read_text(encoding="utf-8")) == (2, text)


def test_the_account_as_json_has_every_key(run: Run, tmp_path: Path):
    (tmp_path / "plan.txt").write_text(OTHER, encoding="utf-8")
    result = run("import", "plan.txt", "--dry-run", "--format", "json")
    data = json.loads(result.out)
    assert list(data) == ["version", "source", "plan_path", "convention", "blocks", "doubts"]
    assert (
        data["blocks"]
        == {"total": 20, "recorded": 17, "skipped": 3, "unplaced": 0} | data["blocks"]
    )
    assert result.code == 0
    assert not list(tmp_path.glob("*.yaml"))


def test_the_code_knows_no_word_of_the_plan():
    room = ROOT / "src" / "shakyo_plan" / "documents"
    of_import = [
        path
        for path in room.rglob("*.py")
        if path.parent == room
        or path.parent.name in ("carriers", "outline", "names", "recognition")
    ]
    code = "\n".join(path.read_text(encoding="utf-8") for path in of_import)
    assert len(of_import) > 30
    data = real_data()
    names = [program["name"] for program in data["programs"]]
    titles = [part["title"] for key in ("priorities", "goals", "management") for part in data[key]]
    titles += [plan["title"] for goal in data["goals"] for plan in goal["plans"]]
    titles += [
        section["title"]
        for goal in data["goals"]
        for plan in goal["plans"]
        for section in plan["sections"]
    ]
    assert [word for word in (*names, *titles, *data["council"]["districts"]) if word in code] == []


@pytest.mark.parametrize(
    ("name", "raw", "said"),
    [
        (
            "a.doc",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 600,
            "a.doc を取り込めません。古い Word の形式（.doc）です",
        ),
        (
            "a.xls",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 600,
            "a.xls を取り込めません。古い Excel の形式（.xls）です",
        ),
        (
            "a.docx",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "a.docx を取り込めません。パスワードで保護されています",
        ),
        ("a.docx", b"PK\x03\x04broken", "a.docx を取り込めません。ファイルが壊れています"),
        ("a.txt", b"", "a.txt を取り込めません。中身がありません"),
        (
            "a.txt",
            b"\x00\x01\x02\x03",
            "a.txt を取り込めません。テキストでも、取り込める種類のファイルでもありません",
        ),
        ("a.rtf", b"{\\rtf1 x}", "a.rtf を取り込めません。RTF のファイルです"),
    ],
)
def test_what_cannot_be_read_gives_a_sentence(
    run: Run, tmp_path: Path, name: str, raw: bytes, said: str
):
    (tmp_path / name).write_bytes(raw)
    result = run("import", name)
    assert (result.code, result.out, result.err.splitlines()[0]) == (2, "", f"plan: {said}")
