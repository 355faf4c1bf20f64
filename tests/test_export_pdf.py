"""``plan export -o plan.pdf``: through LibreOffice, bounded and alone, or a sentence that helps."""

from __future__ import annotations

import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pypdfium2
import pytest

from shakyo_plan.documents import pdf
from shakyo_plan.documents.word.export import to_word
from shakyo_plan.errors import UserError
from shakyo_plan.source.loading import load
from tests.conftest import REAL, Run

NO_OFFICE = "no LibreOffice is installed here (Debian: apt-get install libreoffice-writer)"
needs_a_shell = pytest.mark.skipif(sys.platform == "win32", reason="the program is a shell script")


def program(folder: Path, script: str) -> Path:
    path = folder / "soffice"
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(0o755)
    return path


def text_of(raw: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(raw)
    texts = [page.get_textpage().get_text_range() for page in document]
    document.close()
    return texts


def test_without_libreoffice_a_sentence_says_how_to_get_a_pdf(
    run: Run, plans: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(pdf, "find_libreoffice", lambda: None)
    result = run("export", "-o", "計画.pdf")
    assert (result.code, result.out) == (2, "")
    assert result.err == (
        "plan: PDF を作るには LibreOffice が必要ですが、このパソコンに見つかりません\n"
        "  → LibreOffice を入れる（libreoffice.org）か、.docx に書き出して Word で PDF として保存するか、"
        ".html に書き出してブラウザーで PDF に印刷してください\n"
    )
    assert not (tmp_path / "計画.pdf").exists()


@needs_a_shell
def test_a_program_that_makes_nothing_is_told_and_what_is_there_stays(
    run: Run, plans: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(pdf, "find_libreoffice", lambda: program(tmp_path, "exit 1"))
    (tmp_path / "計画.pdf").write_bytes(b"%PDF-before")
    result = run("export", "-o", "計画.pdf")
    assert result.code == 2
    assert result.err.startswith("plan: LibreOffice は PDF を作れませんでした\n")
    assert (tmp_path / "計画.pdf").read_bytes() == b"%PDF-before"


@needs_a_shell
def test_a_program_that_does_not_end_is_ended_with_what_it_started(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    alive = tmp_path / "alive"
    script = f"(while :; do date > {alive}; sleep 0.1; done) & sleep 60"
    monkeypatch.setattr(pdf, "find_libreoffice", lambda: program(tmp_path, script))
    monkeypatch.setattr(pdf, "SECONDS", 0.5)
    with pytest.raises(UserError, match="no PDF in"):
        pdf.to_pdf(b"")
    alive.unlink(missing_ok=True)
    time.sleep(0.4)
    assert not alive.exists()


@needs_a_shell
def test_a_program_in_the_current_folder_is_not_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    fake = program(tmp_path, "exit 0")
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")
    assert pdf.find_libreoffice() != fake


@pytest.mark.slow
@pytest.mark.skipif(pdf.find_libreoffice() is None, reason=NO_OFFICE)
def test_two_at_once_both_become_pdf(plans: Path):
    documents = [to_word(load(path)) for path in (REAL, plans / "2024.yaml")]
    with ThreadPoolExecutor(2) as pool:
        real, small = map(text_of, pool.map(pdf.to_pdf, documents))
    assert "令和6年度事業計画書" in real[0].replace(" ", "")
    assert any("男の料理教室" in text for text in real)
    assert len(real) > len(small)
    assert "試験社協" in small[0]
    assert "子育てサロン" in "".join(small)
