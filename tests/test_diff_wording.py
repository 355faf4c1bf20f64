"""Texts compared word by word."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shakyo_plan.diff.ordering import displaced
from shakyo_plan.diff.wording import Pieces, compare_words, shortened


def shown(pieces: Pieces) -> str:
    return "".join(f"【{piece.text}】" if piece.changed else piece.text for piece in pieces)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (
            "支援の基本に置き、【今とこれからの】望みを聴く。",
            "支援の基本に置き、【今の】望みを聴く。",
        ),
        ("利用料を【一部】助成する。", "利用料を【全額】助成する。【研修も行う。】"),
        ("充実（所得、【就労、】住居など）", "充実（所得、住居など）"),
        ("【見守り活動】", "【配食サービスの拡大】"),
        ("", "【孤立を防ぐ。】"),
        ("親子が集う。\n年【6】回開く。", "親子が集う。\n年【8】回開く。"),
    ],
)
def test_the_words_that_differ_are_marked(old: str, new: str):
    plain = (text.replace("【", "").replace("】", "") for text in (old, new))
    assert tuple(map(shown, compare_words(*plain))) == (old, new)


def test_what_did_not_change_is_cut_to_what_stands_beside_the_change():
    old = "住民どうしの支え合い活動を中長期の視点で広げ、健康づくりを地域に根づかせる。"
    pieces, _ = compare_words(old, old.replace("中長期", "長期"))
    assert shown(shortened(pieces, 4)) == "…い活動を【中長期の】視点で広…"


def test_a_huge_text_is_not_searched_for_words():
    old, new = "あ" * 60_000, "い" * 60_000
    assert [len(pieces) for pieces in compare_words(old, new)] == [1, 1]


TEXT = st.text("支え合い、活動。をの地域\n（）a1 ", max_size=60)


@given(TEXT, TEXT)
def test_the_pieces_are_the_texts(old: str, new: str):
    before, after = compare_words(old, new)
    assert "".join(piece.text for piece in before) == old
    assert "".join(piece.text for piece in after) == new
    if old == new:
        assert not any(piece.changed for piece in (*before, *after))


@given(st.lists(st.integers(0, 30), unique=True).flatmap(lambda a: st.tuples(st.just(a), st.permutations(a))))  # fmt: skip
def test_putting_the_displaced_elsewhere_explains_the_order(both: tuple[list[int], list[int]]):
    before, after = ([str(number) for number in numbers] for numbers in both)
    moved = displaced(before, after)
    assert [each for each in before if each not in moved] == [
        each for each in after if each not in moved
    ]


def test_the_fewest_entries_are_displaced():
    assert displaced(["a", "b", "c", "d"], ["b", "c", "d", "a"]) == ("a",)
