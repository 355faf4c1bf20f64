"""Files that are made to do harm, or are no plans: a sentence and exit 2, within bounds; never a traceback."""

from __future__ import annotations

import io
import zipfile
from contextlib import suppress
from pathlib import Path

import docx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from shakyo_plan.documents.carriers.opening import open_document
from shakyo_plan.errors import UserError
from tests.amount import examples
from tests.conftest import Run
from tests.imports import imported

_TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
_RELATIONS = (
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>'
)


def package(document: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("[Content_Types].xml", _TYPES)
        made.writestr("_rels/.rels", _RELATIONS)
        made.writestr("word/document.xml", document)
    return buffer.getvalue()


def body(text: str, before: str = "") -> str:
    return f'<?xml version="1.0"?>{before}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:body></w:document>'


def test_a_zip_bomb_is_refused_before_it_is_unpacked(run: Run, tmp_path: Path):
    (tmp_path / "bomb.docx").write_bytes(package(" " * 70_000_000))
    result = run("import", "bomb.docx")
    assert (result.code, result.err.splitlines()[0]) == (
        2,
        "plan: bomb.docx を取り込めません。展開すると、計画書とは思えない大きさになります",
    )


def test_an_entity_brings_no_file_in(tmp_path: Path):
    (tmp_path / "secret.txt").write_text("ひみつ", encoding="utf-8")
    entity = f'<!DOCTYPE d [<!ENTITY x SYSTEM "file://{tmp_path}/secret.txt">]>'
    path = tmp_path / "entity.docx"
    path.write_bytes(package(body("&x;", entity)))
    try:
        blocks = open_document(path).blocks
    except UserError:
        blocks = ()
    assert all("ひみつ" not in block.text for block in blocks)


def test_entities_that_multiply_do_not_fill_the_memory(run: Run, tmp_path: Path):
    levels = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    laughs = f'<!DOCTYPE d [<!ENTITY a0 "{"は" * 10}">{levels}]>'
    (tmp_path / "laughs.docx").write_bytes(package(body("&a9;", laughs)))
    assert run("import", "laughs.docx").code == 2


def test_a_link_to_outside_is_never_followed(tmp_path: Path):
    document = docx.Document()
    document.add_paragraph("令和7年度事業計画")
    document.part.relate_to(
        "http://127.0.0.1:9/numbering.xml",
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate",
        is_external=True,
    )
    document.save(str(tmp_path / "linked.docx"))
    assert [block.text for block in open_document(tmp_path / "linked.docx").blocks] == [
        "令和7年度事業計画"
    ]


@pytest.mark.parametrize("name", ["a.pdf", "a.docx", "a.xlsx", "a.txt"])
@settings(
    max_examples=examples(25),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.binary(max_size=400))
def test_bytes_of_any_kind_are_read_or_refused(tmp_path: Path, name: str, raw: bytes):
    starts = {
        "a.pdf": b"%PDF-1.7\n",
        "a.docx": b"PK\x03\x04",
        "a.xlsx": b"PK\x03\x04",
        "a.txt": b"",
    }
    path = tmp_path / name
    path.write_bytes(starts[name] + raw)
    with suppress(UserError):
        open_document(path)


@settings(max_examples=examples(60), deadline=None)
@given(
    st.lists(
        st.text(
            alphabet="事業計画１2(）（)ア・○-－ 　\t。【】基本目標第章新規\u202e\x1b|<>#*",
            max_size=14,
        ),
        max_size=25,
    )
)
def test_any_text_gives_a_draft_that_accounts_for_every_block(lines: list[str]):
    draft = imported("令和7年度事業計画\n" + "\n".join(lines))
    counts = draft.ledger.counts
    assert counts["total"] == counts["recorded"] + counts["skipped"] + counts["unplaced"]


def test_text_from_a_document_never_acts(run: Run, tmp_path: Path):
    text = "令和7年度事業計画\n試験町社会福祉協議会\n1 計画\n・\x1b[31m事業\u202e: # x\n・=cmd|' /C calc'!A0\n・- {a: b}\n"
    (tmp_path / "plan.txt").write_text(text, encoding="utf-8")
    assert run("import", "plan.txt", "-o", "2025.yaml").code in (0, 1)
    written = (tmp_path / "2025.yaml").read_text(encoding="utf-8")
    assert "\x1b" not in written
    assert "\u202e" not in written
    assert run("validate", "2025.yaml", "--select", "P0").code == 0
