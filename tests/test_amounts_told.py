"""Amounts from which no yen can be said: what is told of each, and what to write."""

from __future__ import annotations

import pytest

from shakyo_plan.language import Translator
from shakyo_plan.lint.engine import lint
from shakyo_plan.source.loading import load_bytes
from tests.conftest import SMALL

JA = Translator("ja")
ADDED = (
    "合わせた額なら「＋」でつなぎ、そうでなければこの年度の予算になる金額を1つだけ書いて、"
    "ほかは notes（備考）に書いてください"
)
PLANNED = "30,000円×12団体 のように1年分の予算を書き、限度額は notes（備考）に書いてください"
LEFT_OUT = "この行は書かずにおいてください。読む人に伝えたいときは notes（備考）に書いてください"
CORRECTED = "どれかの数字を直してください。直るまで、この金額は集計に入りません"
AMOUNT_ITSELF = "予算の額をそのまま書いてください。前年度からの減額は notes（備考）に書いてください"


def told(lines: str) -> list[tuple[str, str]]:
    report = lint([load_bytes((SMALL + lines).encode(), "2024.yaml")])
    return [
        (JA(found.message), JA(found.suggestion) if found.suggestion else "")
        for found in report.diagnostics
        if found.code == "P404"
    ]


@pytest.mark.parametrize(
    ("budget", "message", "advice"),
    [
        ("5,000円×216世帯（1,800,000円）", "「5,000円×216世帯（1,800,000円）」は、内訳を計算すると1,080,000円ですが、1,800,000円と書かれています", CORRECTED),
        ("240,000円（20,000円×11団体）", "「240,000円（20,000円×11団体）」は、内訳を計算すると220,000円ですが、240,000円と書かれています", CORRECTED),
        ("12回×20,000円（計250,000円）", "「12回×20,000円（計250,000円）」は、内訳を計算すると240,000円ですが、250,000円と書かれています", CORRECTED),
        ("補助金800千円、会費400千円", "「補助金800千円、会費400千円」には金額が2つ以上あります", ADDED),
        ("20,000円×12回、240,000円", "「20,000円×12回、240,000円」には金額が2つ以上あります", ADDED),
        ("-150千円", "金額「-150千円」がマイナスになっています", AMOUNT_ITSELF),
        ("△１５０千円", "金額「△１５０千円」がマイナスになっています", AMOUNT_ITSELF),
        ("1団体 30,000円以内", "「1団体 30,000円以内」は限度額で、予算の額ではありません", PLANNED),
        ("上限30,000円", "「上限30,000円」は限度額で、予算の額ではありません", PLANNED),
        ("未定", "「未定」では金額が分かりません", LEFT_OUT),
        ("人件費に含む", "「人件費に含む」では金額が分かりません", LEFT_OUT),
        ("－", "「－」では金額が分かりません", LEFT_OUT),
    ],
)  # fmt: skip
def test_an_amount_that_is_none_is_told_as_what_it_is(budget: str, message: str, advice: str):
    assert told(f'    budget: "{budget}"\n') == [(message, advice)]


def test_of_funding_the_entry_is_left_out_and_not_its_amount():
    found = told("    funding:\n      - {source: 市補助金, amount: 未定}\n")
    assert found == [
        ("「未定」では金額が分かりません", "金額が決まるまで、この1件は書かずにおいてください")
    ]


def test_accounts_may_be_less_than_nothing():
    items = "accounts:\n  - income:\n      - {item: 前期繰越, amount: △150千円}\n"
    assert told(items) == []
