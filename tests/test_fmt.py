"""``plan fmt``: canonical order and layout; data and comments stay, twice is once."""

from __future__ import annotations

import io
import random
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shakyo_plan.source.document import Document, read_document
from shakyo_plan.source.formatting import layout
from shakyo_plan.source.formatting.comments import comments_of
from shakyo_plan.source.formatting.layout import formatted
from tests.amount import examples
from tests.careless import Careless
from tests.conftest import REAL, SMALL, Run

UNTIDY = """\
# 試験の計画

# 年度は西暦
fiscal_year: 2024   # 令和6年度
format: 1
programs: [{status: new, name: あ}, {name: "い"}] # 事業
# 目標
goals:
- plans:   # 計画
  # 子育て
  - {title: 子育て, id: 1-1, programs: [あ,
     い, # 二つ目
     ]}
  # 名称
  title: "共に
    生きる"
  text: |
     見守る。
       # 印ではない

     支える。
  id: 1
council:
    districts:
      - 常磐
      # 2つ目
      - 内郷
    name: 試験社協
# 終わり
"""
TIDY = """\
# 試験の計画

format: 1
# 年度は西暦
fiscal_year: 2024  # 令和6年度

council:
  name: 試験社協
  districts:
    - 常磐
    # 2つ目
    - 内郷

# 目標
goals:
  - id: 1
    # 名称
    title: "共に 生きる"
    text: |
      見守る。
        # 印ではない

      支える。
    plans:  # 計画
      # 子育て
      - id: 1-1
        title: 子育て
        programs:
          - あ
          - い  # 二つ目

programs:  # 事業
  - name: あ
    status: new
  - name: "い"

# 終わり
"""


def read(text: str) -> Document:
    document = read_document(text.encode("utf-8"))
    assert not document.findings
    return document


def test_order_and_layout():
    assert formatted(read(UNTIDY)) == TIDY
    assert formatted(read(TIDY)) == TIDY


def test_our_plan_is_canonical(run: Run):
    assert formatted(read_document(REAL.read_bytes())) == REAL.read_text(encoding="utf-8")
    result = run("fmt", "--check", str(REAL))
    assert (result.code, result.out) == (0, "")
    assert result.err == "1ファイルの体裁は、すでにそろっています\n"


def test_a_file_is_laid_out_anew(run: Run, plans: Path):
    path = plans / "2024.yaml"
    path.write_text(UNTIDY, encoding="utf-8")
    result = run("fmt")
    assert (result.code, result.out) == (0, "")
    assert result.err == ("plans/2024.yaml: 体裁をそろえました\n1ファイルの体裁をそろえました\n")
    assert path.read_text(encoding="utf-8") == TIDY
    assert run("fmt").err == "1ファイルの体裁は、すでにそろっています\n"


@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_ends_and_byte_order_mark_stay(run: Run, plans: Path, mark: str):
    path = plans / "2024.yaml"
    path.write_bytes((mark + UNTIDY.replace("\n", "\r\n")).encode("utf-8"))
    run("fmt")
    assert path.read_bytes() == (mark + TIDY.replace("\n", "\r\n")).encode("utf-8")


def test_check_and_diff_write_nothing(run: Run, plans: Path):
    path = plans / "2024.yaml"
    text = SMALL.replace("format: 1\nfiscal_year: 2024\n", "fiscal_year: 2024\nformat: 1\n")
    path.write_text(text, encoding="utf-8")
    result = run("fmt", "--check")
    assert (result.code, result.out) == (1, "")
    verdict = "1ファイルの体裁が変わります。「plan fmt」でそろえられます\n"
    assert result.err == f"plans/2024.yaml: 体裁がそろっていません\n{verdict}"
    result = run("fmt", "--diff")
    assert (result.code, result.err) == (1, verdict)
    assert result.out.startswith(
        "--- plans/2024.yaml\n+++ plans/2024.yaml\n@@ -1,7 +1,9 @@\n+format: 1\n fiscal_year: 2024\n-format: 1\n+\n"
    )
    assert path.read_text(encoding="utf-8") == text


@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_standard_input_is_printed(run: Run, monkeypatch: pytest.MonkeyPatch, mark: str):
    def standard_input() -> None:
        raw = io.BytesIO((mark + UNTIDY).encode("utf-8"))
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(raw))

    standard_input()
    result = run("fmt", "-")
    assert (result.code, result.out, result.err) == (0, mark + TIDY, "")
    standard_input()
    result = run("fmt", "-", "--check")
    assert (result.code, result.out) == (1, "")


def test_a_file_that_is_no_plan_is_told_and_not_touched(run: Run, plans: Path):
    path = plans / "2024.yaml"
    path.write_text(UNTIDY.replace("title: 子育て, ", ""), encoding="utf-8")
    (plans / "2025.yaml").write_text(UNTIDY.replace("2024", "2025"), encoding="utf-8")
    result = run("fmt")
    assert (result.code, result.out) == (1, "")
    assert result.err == (
        """\
plans/2025.yaml: 体裁をそろえました
plans/2024.yaml:11:5: 誤り P020 基本計画 1-1 に title（名称）がありません
1ファイルを確認しました（誤り 1件）
1ファイルは、誤りが直るまでそのままにします
1ファイルの体裁をそろえました
"""
    )
    assert "title: 子育て" not in path.read_text(encoding="utf-8")
    assert run("fmt", "ない.yaml").code == 2


def test_what_would_be_read_otherwise_is_not_written(
    run: Run, plans: Path, monkeypatch: pytest.MonkeyPatch
):
    # No file is known that cannot be laid out; so the hand that writes texts is led astray.
    monkeypatch.setattr(layout, "scalar", lambda *_, **__: "別の文")
    path = plans / "2024.yaml"
    path.write_text(UNTIDY, encoding="utf-8")
    result = run("fmt")
    assert result.code == 1
    assert result.err == (
        "plans/2024.yaml は、書かれた内容を変えずに体裁をそろえられないので、そのままにします\n"
    )
    assert path.read_text(encoding="utf-8") == UNTIDY


@pytest.mark.parametrize(
    ("untidy", "tidy"),
    [
        # An entry, or a key, that is put out of use for now stays where it was.
        ("{}  # - name: 教室\n", "{}  # - name: 教室\n"),
        ("{}    # status: new\n  - name: 教室\n", "{}    # status: new\n  - name: 教室\n"),
        ("{}# 終わり\n", "{}\n# 終わり\n"),
        (
            "{}management:\n- id: 1\n  title: 体制\n  # 中\n# 終わり\n",
            "{}\nmanagement:\n  - id: 1\n    title: 体制\n    # 中\n\n# 終わり\n",
        ),
        # Behind a dash alone, above the first key, between a key and its text.
        ("{}  -  # 二つ目\n    name: 教室\n", "{}  # 二つ目\n  - name: 教室\n"),
        ("{}  - status: new\n    # 名\n    name: 教室\n", "{}  # 名\n  - name: 教室\n    status: new\n"),
        ("{}    target:\n    # 誰\n      親子\n", "{}    # 誰\n    target: 親子\n"),
        # In brackets.
        ("{}  - {{status: new, name: 教室}} # 五月\n", "{}  - name: 教室  # 五月\n    status: new\n"),
        ("{}    aliases: [ # 別名\n      ] # なし\n", "{}    # 別名\n    # なし\n    aliases: []\n"),
        ("{}    aliases: [一,\n      二\n      # 三\n      ]\n", "{}    aliases:\n      - 一\n      - 二\n      # 三\n"),
        # Paragraphs of comments.
        ("{}  # 一\n\n\n  # 二\n  - name: 教室\n", "{}  # 一\n\n  # 二\n  - name: 教室\n"),
        # Texts over several lines.
        ("{}    purpose: |  # 目的\n       見守る。\n     # 印\n    notes: あ\n", "{}    purpose: |  # 目的\n      見守る。\n    # 印\n    notes: あ\n"),
        ("{}  - purpose: >-\n     見守る。\n    name: 教室\n", "{}  - name: 教室\n    purpose: >-\n      見守る。\n"),
        ("{}    notes: |3\n         字下げ\n       文\n", "{}    notes: |2\n        字下げ\n      文\n"),
        ("{}    notes: |+\n     文\n", "{}    notes: |\n      文\n"),
        ("{}    notes: |+\n     文\n\n", '{}    notes: "文\\n\\n"\n'),
        ("{}    notes: |\n     文", "{}    notes: |-\n      文\n"),
        ("{}    notes: 一段落目。\n\n     二段落目。\n", "{}    notes: |-\n      一段落目。\n      二段落目。\n"),
        ("{}labels: {{}}\n", None),
        ("---\n{}...\n", "{}"),
    ],
)  # fmt: skip
def test_each_comment_and_text_finds_its_place(untidy: str, tidy: str | None):
    before, after = untidy.format(SMALL), (tidy or "{}").format(formatted(read(SMALL)))
    if tidy is None:
        after = after.replace("goals:", "labels: {}\n\ngoals:")
    assert formatted(read(before)) == after
    assert formatted(read(after)) == after


@pytest.mark.parametrize(
    "header",
    ["# yaml-language-server: $schema=x.json\n", "# 一\n\n\n# 二\n\n", "\n# 前書き\n\n", "--- # 前書き\n\n"],
)  # fmt: skip
def test_the_header_stays_at_the_top(header: str):
    text = formatted(read(header + SMALL.replace("format: 1\n", "") + "format: 1\n"))
    comments = [line[line.index("#") :] for line in header.splitlines() if "#" in line]
    assert text.startswith("\n\n".join([*comments, "format: 1\nfiscal_year: 2024\n"]))


def test_the_first_line_tells_how_lines_end():
    mixed = UNTIDY.replace("\n", "\r\n", 1)
    assert formatted(read(mixed)) == TIDY.replace("\n", "\r\n")
    mixed = UNTIDY.replace("\n", "\r\n").replace("\r\n", "\n", 1)
    assert formatted(read(mixed)) == TIDY


REAL_LINES = REAL.read_text(encoding="utf-8").splitlines()


def damaged(seed: int) -> str:
    """The real plan as a hurried person leaves it: comments, empty lines and spaces in odd places."""
    chance = random.Random(seed)  # noqa: S311 - a layout, not a secret
    lines = []
    for line in REAL_LINES:
        if chance.random() < 0.05:
            lines.append("")
        if chance.random() < 0.05 and not line.startswith("#"):
            lines.append(" " * chance.randrange(12) + f"# 覚え書き {chance.randrange(1000)}")
        if chance.random() < 0.05 and line.strip() and not line.startswith("#"):
            line += " " * chance.randrange(1, 4) + f"# 印 {chance.randrange(1000)}"
        lines.append(line)
    blocks = "\n".join(lines).split("\n\n")
    return "\n\n".join(blocks) + "\n"


@settings(max_examples=examples(25), deadline=None)
@given(st.integers(0, 10**6))
def test_twice_is_once_and_nothing_is_lost(seed: int):
    document = read(damaged(seed))
    text = formatted(document)
    again = read(text)
    assert formatted(again) == text
    assert again.data == document.data
    marks = [line[line.index("#") :] for line in document.lines if "#" in line]
    assert sorted(line[line.index("#") :] for line in again.lines if "#" in line) == sorted(marks)
    assert list(again.data) == list(read_document(REAL.read_bytes()).data)


@settings(max_examples=examples(60), deadline=None)
@given(st.integers(0, 10**6))
def test_however_it_was_typed_data_stays_and_comments_find_their_entries(seed: int):
    typed = Careless(seed)
    text = formatted(read(typed.text))
    again = read(text)
    assert again.data == typed.data
    assert formatted(again) == text
    found = comments_of(again)
    entries = [*found.above.items(), *found.behind.items(), *found.below.items()]
    for place, comments in entries:
        for comment in filter(None, comments):
            said = typed.said[comment]
            # A list entry and its first key share a line, and what is said of it.
            assert said in (place, place[:-1]) or place == said[:-1]
    header = ["# 前書き"] if "# 前書き" in typed.text else []
    assert found.all() == sorted([*typed.said, *header])


def test_comments_know_what_they_speak_of():
    found = comments_of(read(UNTIDY))
    assert found.header == ["# 試験の計画"]
    assert found.above[("goals", 0, "plans", 0)] == ["# 子育て"]
    assert found.behind[("programs",)] == ["# 事業"]
    assert found.below[()] == ["# 終わり"]
