"""Reading: text to data and positions, whatever the text."""

from __future__ import annotations

import codecs
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from shakyo_plan.diagnostic import Position, Span
from shakyo_plan.language import Translator
from shakyo_plan.source.build import build
from shakyo_plan.source.document import MAX_BYTES, read_document
from shakyo_plan.source.loading import load_bytes
from shakyo_plan.source.scalars import resolve
from tests.amount import examples
from tests.conftest import REAL, SMALL

JA = Translator("ja")


def found(raw: bytes | str) -> list[str]:
    """Return what reading found, as ``line:column code message``."""
    document = read_document(raw.encode() if isinstance(raw, str) else raw)
    unclear = [each for each in document.findings if each.certain is None]
    assert (document.data is None) == bool(unclear and not document.broken)
    return [
        f"{each.span.start.line}:{each.span.start.column} {each.code} {JA(each.message)}"
        for each in document.findings
    ]


@pytest.mark.parametrize(
    "text",
    ["no", "on", "yes", "off", "y", "10:30", "2024-04-01", "1-5", "08", "007", "1_000", "0b1", "１", "1.2.3",
     "9" * 30, "1e", "<<", "=", "-", "+", "."],
)  # fmt: skip
def test_text_stays_text(text: str):
    assert resolve(text) == text


@pytest.mark.parametrize(
    ("text", "value"),
    [("2024", 2024), ("-3", -3), ("0", 0), ("0o17", 15), ("0x1F", 31), ("1.5", 1.5), ("true", True),
     ("FALSE", False), ("null", None), ("~", None), ("", None)],
)  # fmt: skip
def test_core_schema_values(text: str, value: object):
    assert resolve(text) == value
    assert type(resolve(text)) is type(value)


def test_every_key_and_value_has_its_place():
    document = read_document(SMALL.encode())
    plan_id = ("goals", 0, "plans", 0, "id")
    assert document.span(plan_id) == Span(Position(10, 13), Position(10, 16))
    assert document.key_span(plan_id) == Span(Position(10, 9), Position(10, 11))
    assert document.span(("council", "districts", 1)) == Span(Position(5, 19), Position(5, 21))
    assert document.span(("goals", 0, "plans", 0)) == Span(Position(10, 9), Position(13, 19))
    assert document.span(("goals", 0, "nowhere")) == document.span(("goals", 0))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: 1\na: 2\n", ["2:1 P006 a が2回書かれています。1回目は 1 行目です"]),
        ("a: &x 1\n", ["1:4 P009 アンカー（&x）が書かれています。計画ファイルでは使いません"]),
        ("a: *x\n", ["1:4 P010 エイリアス（*x）が書かれています。計画ファイルでは使いません"]),
        ("a: {<<: 1}\n", ["1:5 P011 マージキー（<<）が書かれています。計画ファイルでは使いません"]),
        ("a: !!str 1\n", ["1:4 P012 タグ（!!str）が書かれています。計画ファイルでは使いません"]),
        ("a: 1\n---\nb: 2\n", ["2:1 P008 ここから2つ目の文書が始まっています（---）。1つのファイルには1つの計画を書きます"]),
        ("%YAML 1.1\n---\na: 1\n", ["1:1 P013 % で始まる行は YAML への指示です。計画ファイルでは使いません"]),
        ("a:\tb\n\tc: d\n", [
            "1:3 P005 タブ文字があります",
            "2:1 P005 タブ文字があります",
        ]),
        ("a: b\x00c\u2028\n", [
            "1:5 P003 目に見えない制御文字（U+0000）があります",
            "1:7 P003 目に見えない制御文字（U+2028）があります",
        ]),
        ("", ["1:1 P007 ファイルに何も書かれていません"]),
        ("# 覚え書きだけ\n", ["1:1 P007 ファイルに何も書かれていません"]),
        ("[" * 100, ["1:33 P014 ここの入れ子が深すぎます"]),
        ("a: '子ども\nb: 2\n", ["1:4 P004 ここで開いた引用符が、閉じられていません"]),
        ("a: [1, 2\nb: 3\n", ["1:4 P004 ここで開いた括弧が、正しく閉じられていません"]),
        ("a: 子ども: 支援\n", ["1:7 P004 ここのコロン（:）が、項目名の終わりと読まれてしまいます"]),
        ("title 子ども\nb: 1\n", ["1:1 P004 項目名のあとにコロン（:）がありません"]),
        ("a:\n  b: 1\n c: 2\n", ["3:2 P004 字下げが、上の行とそろっていません"]),
        ("a:\n  b: 1\n   c: 2\n", ["3:4 P004 字下げが、上の行とそろっていません"]),
        ("a:\n  - 子育て\n    - 見守り\n", ["3:5 P004 字下げが、上の行とそろっていません"]),
        ("a:\n  - 子育て\n    見守り\n", ["3:5 P004 行の始めに「- 」がなく、前後の行と1つにつながって読まれてしまいます"]),
        ("a:\n  ・子育て\n  - 見守り\n  - 相談\n", ["2:3 P004 行の始めに「- 」がなく、前後の行と1つにつながって読まれてしまいます"]),
        ("a:\n  - 子育て\n  – 見守り\n  - 相談\n", ["3:3 P004 行の始めに「- 」がなく、前後の行と1つにつながって読まれてしまいます"]),
        ("a:\n  name:　甲\n", ["2:8 P015 全角スペースなど、半角でない空白があります"]),
        ("a:\n　　name: 甲\n", ["2:1 P015 全角スペースなど、半角でない空白があります"]),
        ("a:\n  -\u00a0甲\n", ["2:4 P015 全角スペースなど、半角でない空白があります"]),
        ("council:\nname: 甲\n  districts: [乙]\n", ["2:1 P004 字下げが、上の行とそろっていません"]),
        ("a: @x\n", ["1:4 P004 「@」で始まる言葉は、引用符で囲まないと書けません"]),
        ("? [a]\n: b\n", ["1:3 P004 項目名のところに、リストやまとまりが書かれています"]),
    ],
)  # fmt: skip
def test_each_trouble_has_its_own_words_and_place(text: str, expected: list[str]):
    assert found(text) == expected


def test_all_refused_things_are_found_in_one_run():
    assert [line.split()[1] for line in found("a: &x 1\nb: *x\nc: !t 2\na: 3\n")] == [
        "P009",
        "P010",
        "P012",
        "P006",
    ]


JAPANESE = "format: 1\n# 計画\ncouncil: いわき市\n"


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (JAPANESE.encode("cp932"), "2:3 P002 このファイルは Shift_JIS (cp932) で保存されています（UTF-8 ではありません）"),
        (JAPANESE.encode("euc_jp"), "2:3 P002 このファイルは EUC-JP で保存されています（UTF-8 ではありません）"),
        (JAPANESE.encode("iso2022_jp"), "2:3 P002 このファイルは ISO-2022-JP で保存されています（UTF-8 ではありません）"),
        (JAPANESE.encode("utf-16"), "1:1 P002 このファイルは UTF-16 で保存されています（UTF-8 ではありません）"),
        (JAPANESE.encode("utf-16-le"), "1:1 P002 このファイルは UTF-16 で保存されています（UTF-8 ではありません）"),
        (JAPANESE.encode("utf-16-be"), "1:1 P002 このファイルは UTF-16 で保存されています（UTF-8 ではありません）"),
        (JAPANESE.encode("utf-32"), "1:1 P002 このファイルは UTF-32 で保存されています（UTF-8 ではありません）"),
        (JAPANESE.encode()[:-2], "3:13 P002 UTF-8 の文字として読めません"),
    ],
)  # fmt: skip
def test_an_encoding_is_recognised_by_name(raw: bytes, expected: str):
    assert found(raw) == [expected]


def test_how_to_save_as_utf8_is_said_in_the_words_of_notepad_and_excel():
    (finding,) = read_document(JAPANESE.encode("cp932")).findings
    assert finding.suggestion is not None
    assert JA(finding.suggestion) == (
        "メモ帳の「名前を付けて保存」で UTF-8 を選んでください"
        "（Excel では「CSV UTF-8（コンマ区切り）」）"
    )


@pytest.mark.parametrize(
    "raw",
    [
        codecs.BOM_UTF8 + SMALL.encode(),
        SMALL.replace("\n", "\r\n").encode(),
        SMALL.replace("\n", "\r").encode(),
        SMALL.rstrip("\n").encode(),
    ],
    ids=["BOM", "CRLF", "CR", "no final newline"],
)
def test_what_windows_writes_loads_to_the_same_data_at_the_same_places(raw: bytes):
    expected = read_document(SMALL.encode())
    document = read_document(raw)
    assert document.data == expected.data
    assert document.values == expected.values
    assert document.keys == expected.keys


def test_a_huge_file_is_not_read():
    assert found(b"#" * (MAX_BYTES + 1)) == [
        "1:1 P001 ファイルが 20 MB を超えています。計画ファイルではないようです"
    ]


def same_with_both_parsers(text: str) -> None:
    fast, plain = build(text, c_parser=True), build(text, c_parser=False)
    assert fast.findings == plain.findings
    if not fast.findings:
        # repr, because .nan is not equal to itself
        assert repr(fast.data) == repr(plain.data)
        assert fast.values == plain.values
        assert fast.keys == plain.keys


def test_the_real_plan_reads_the_same_without_the_c_parser():
    same_with_both_parsers(REAL.read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    "text",
    [
        "a: |\n  一\n  二\nb: >-\n  三\n\n  四\n\nc: '五\n  六'\nd: 七\n  八\n",
        "- - a\n  - b\n-\n  c: [d, {e: f}, 'g', \"h\\u3042\"]\n",
        "a:\nb: ~\nc: []\nd: {}\n",
        "'a': 1\n\"b\": 2\n? c\n: 3\n",
        "a: b # 覚え書き\n# もう1つ\nc: d#e\n",
        "---\na: 1\n...\n",
        "a: 1 \nb:   2\n",
    ],
)
def test_both_parsers_agree_on_every_way_to_write(text: str):
    same_with_both_parsers(text)


YAML_BITS = st.lists(
    st.sampled_from(
        ["a: ", "b:", "- ", "\n", "\n  ", "\n    ", "'", '"', "[", "]", "{", "}", ", ", ": ", "# ", "|\n", ">\n",
         "事業", "1-5", "2024", "&x ", "*x", "!t ", "---\n", "? ", "・", "～", "（新規）", "\\n", "%", "@"]
    ),
    max_size=25,
).map("".join)  # fmt: skip


@settings(max_examples=examples(400), deadline=None)
@given(YAML_BITS)
def test_both_parsers_agree_on_random_yaml(text: str):
    same_with_both_parsers(text)


@settings(max_examples=examples(300), deadline=None)
@given(st.binary(max_size=200))
@example(b"\xff\xfe")
@example(b"\x00")
@example(b"\xed\xa0\x80")
@example(b"a: \xf0\x9f\x98\x80\x85")
@example(b"~")
def test_any_bytes_give_a_plan_or_a_diagnosis(raw: bytes):
    loaded = load_bytes(raw, "x.yaml")
    assert (loaded.plan is None) == bool(loaded.findings)


REAL_BYTES = REAL.read_bytes()


@settings(max_examples=examples(60), deadline=None)
@given(st.integers(0, len(REAL_BYTES) - 1), st.integers(0, 255))
def test_a_flipped_byte_of_the_real_plan_gives_a_plan_or_a_diagnosis(at: int, byte: int):
    raw = REAL_BYTES[:at] + bytes([byte]) + REAL_BYTES[at + 1 :]
    loaded = load_bytes(raw, "x.yaml")
    assert (loaded.plan is None) == bool(loaded.findings)


def test_a_full_width_space_within_a_text_is_a_letter():
    assert data_of("a: まち　いわき\nb: |\n  　本会は\nc: 長い文章を\n  折り返す\n") == {
        "a": "まち　いわき",
        "b": "　本会は\n",
        "c": "長い文章を 折り返す",
    }


def data_of(text: str) -> Any:
    return read_document(text.encode()).data


def test_quoted_text_is_text():
    assert data_of("a: \"2024\"\nb: 'no'\nc: 'null'\n") == {"a": "2024", "b": "no", "c": "null"}
