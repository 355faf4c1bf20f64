"""Lines are broken as Japanese is printed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from shakyo_plan.output.wrapping import hanging, wrapped


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("", 20, []),
        ("事業を調べます。", 20, ["事業を調べます。"]),
        # A mark that closes never begins a line, one that opens never ends it.
        ("事業を調べます。", 14, ["事業を調べま", "す。"]),
        ("始まり（P2、P201 など）です。", 10, ["始まり", "（P2、P201", "など）で", "す。"]),
        ("「男の料理教室」です", 6, ["「男の", "料理教", "室」で", "す"]),
        # Small kana and the long mark belong to what stands before them.
        ("サロンカフェー", 12, ["サロンカ", "フェー"]),
        # A word of letters is never broken, but where a line cannot hold it.
        ("何も --unsafe-fixes で直せます。", 20, ["何も --unsafe-fixes", "で直せます。"]),
        ("a" * 25, 10, ["a" * 10, "a" * 10, "a" * 5]),
        ("Mend what is certain.", 9, ["Mend what", "is", "certain."]),
    ],
)
def test_a_line_ends_where_a_printer_would_end_it(text: str, width: int, lines: list[str]):
    assert wrapped(text, width) == lines


@given(st.text("あいーっ、。（）「」ab-1 　漢"), st.integers(2, 30))
def test_nothing_is_lost_and_no_line_is_too_wide(text: str, width: int):
    lines = wrapped(text, width)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(0 < cell_len(line) <= width for line in lines)


@pytest.mark.parametrize(
    ("lead", "words", "indent", "lines"),
    [
        ("  → ", "短い言葉", None, ["  → 短い言葉"]),
        (
            "  → ",
            "半角スペースに置き換えてください",
            None,
            ["  → 半角スペースに置き", "    換えてください"],
        ),
        ("  1 | ", "", None, ["  1 | "]),
        (
            "p.yaml:1:1: 誤り ",
            "「サロン」は、事業一覧にありません",
            4,
            ["p.yaml:1:1: 誤り", "    「サロン」は、事業一覧", "    にありません"],
        ),
        # A long name is broken rather than wider than the terminal.
        ("  ", "x" * 40, None, ["  " + "x" * 28, "  " + "x" * 12]),
    ],
)
def test_what_does_not_fit_goes_on_below_its_beginning(
    lead: str, words: str, indent: int | None, lines: list[str]
):
    assert hanging(lead, words, 30, indent) == lines


@given(
    st.sampled_from(["", "  → ", "plans/2024.yaml:12:5: 誤り P201 "]),
    st.text("あいーっ、。（）「」ab-1 　漢", min_size=1),
    st.integers(40, 90),
    st.sampled_from([None, 8]),
)
def test_hanging_loses_nothing_and_is_never_too_wide(
    lead: str, words: str, width: int, indent: int | None
):
    lines = hanging(lead, words, width, indent)
    assert "".join("".join(lines).split()) == "".join((lead + words).split())
    assert all(cell_len(line.rstrip()) <= width for line in lines)
