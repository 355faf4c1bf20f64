"""The domain's value types."""

from __future__ import annotations

import contextlib
import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from shakyo_plan.values.data_path import pointer
from shakyo_plan.values.fiscal_year import FiscalYear
from shakyo_plan.values.money import Flaw, read_amount, read_balance, yen
from shakyo_plan.values.name import Wanted, fold_name
from shakyo_plan.values.plan_id import HYPHENS, fold_plan_id, goal_of


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("2024", 2024), ("R6", 2024), ("r6", 2024), ("令和6", 2024), ("令和6年度", 2024), ("令和６年", 2024),
        (" ２０２４年度 ", 2024), ("令和元年", 2019), ("平成31年度", 2019), ("H1", 1989), ("昭和64年", 1989),
        ("S63", 1988), ("大正15", 1926), ("明治元年", 1868),
    ],
)  # fmt: skip
def test_a_year_is_read_as_people_write_it(written: str, number: int):
    assert FiscalYear.parse(written) == FiscalYear(number)


@pytest.mark.parametrize(
    "written", ["", "24", "R", "R0", "令和", "平成36", "X6", "20245", "2024-25", "令和6年4月"]
)
def test_what_is_no_year_is_refused(written: str):
    with pytest.raises(ValueError, match=f"^{re.escape(written)}$"):
        FiscalYear.parse(written)


@pytest.mark.parametrize(
    ("number", "era"),
    [
        (2024, "令和6年度"),
        (2019, "令和元年度"),
        (2018, "平成30年度"),
        (1989, "平成元年度"),
        (1867, "1867年度"),
    ],
)
def test_a_year_is_shown_with_its_era(number: int, era: str):
    assert str(FiscalYear(number)) == f"{era}（{number}）"


@given(st.integers(1868, 2099))
def test_what_is_shown_is_read_back(number: int):
    assert FiscalYear.parse(FiscalYear(number).era) == FiscalYear(number)


@given(st.text())
def test_any_text_is_a_year_or_refused(text: str):
    with contextlib.suppress(ValueError):
        assert FiscalYear.parse(text).number >= 0


@pytest.mark.parametrize("hyphen", HYPHENS)
def test_every_hyphen_in_an_id_is_folded(hyphen: str):
    assert fold_plan_id(f" １ {hyphen}５") == "1-5"


@pytest.mark.parametrize("text", ["サービス", "1ーA", "1-5-2", "", "ー", "1--5"])
def test_what_is_no_id_stays(text: str):
    assert fold_plan_id(text) == text
    assert goal_of(text) is None


def test_an_id_names_its_goal():
    assert goal_of("2-10") == 2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ふれあい〜まつり", "ふれあい～まつり"), ("１－２歳", "１−２歳"), ("1ー2歳", "1-2歳"), ("相談—東", "相談―東"),
        ("サ－ビス", "サービス"), ("サ一ビス", "サービス"), ("久之浜・大久", "久之浜·大久"), ("久之浜•大久", "久之浜･大久"),
        ("三ヶ町", "三ケ町"), ("3か所", "３ヵ所"), ("葛\U000e0100城", "葛城"), ("テ\u3099イ", "デイ"), ("⾼齢者と⺠⽣", "高齢者と民生"),
        ("\ufa19社", "神社"), ("みなと\u00a0まつり", "みなとまつり"), ("サ\u200bロン", "サロン"), ("サ\u3164ロン", "サロン"),
        ("ニーズ", "二ーズ"), ("東ケア会議", "東ヶア会議"), ("力フェ", "カフェ"), ("工ンジョイ", "エンジョイ"), ("ー人親", "一人親"),
    ],
)  # fmt: skip
def test_names_fold_characters_that_look_the_same(one: str, other: str):
    assert fold_name(one) == fold_name(other)


LOOK_ALIKE = "ガテ゛ー-－—一ケヶカか力ト卜へヘ3月所ア・·〜～\u3099\u200bｱ⾼（"


@given(st.text(alphabet=LOOK_ALIKE), st.text(LOOK_ALIKE, min_size=1), st.text(alphabet=LOOK_ALIKE))
def test_words_are_found_in_every_name_that_has_them(before: str, words: str, behind: str):
    # A mark and its letter are one, which no words part.
    assume(not re.match("[゛\u3099\u200b]", behind) and not re.match("[゛\u3099\u200b]", words))
    assert Wanted.of(words).stand_in(before + words + behind)


@given(st.text(alphabet="ガテ゛ーー-－—一ケヶカ3三月町ア・·〜～ \u3099\u200b\U000e0100ｱﾞ⾼"))
def test_folding_a_folded_name_changes_nothing(name: str):
    assert fold_name(fold_name(name)) == fold_name(name)


def test_names_fold_width_space_and_brackets():
    assert fold_name("日常生活自立支援事業 あんしんサポート") == fold_name(
        "日常生活自立支援事業（あんしんサポート）"
    )
    assert fold_name("ｻﾛﾝ") == fold_name("サロン")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("生活資金貸付事業", "生活福祉資金貸付事業"),
        ("コーヒー", "コヒー"),
        ("第1回", "第一回"),
    ],
)
def test_different_names_stay_different(one: str, other: str):
    assert fold_name(one) != fold_name(other)


@pytest.mark.parametrize(
    ("written", "amount"),
    [
        ("69千円", 69_000), ("410,322,000円", 410_322_000), ("1,200万円", 12_000_000), ("１億2,000万円", 120_000_000),
        ("1.5百万円", 1_500_000), ("0円", 0), (" 69 千円 ", 69_000),
        ("69", None), ("69千", None), ("円", None), ("0.5円", None), ("", None),
        ("約69千円", 69_000), ("2千5百円", 2_500), ("三十万円", 300_000), ("1億2億円", None),
        ("50,000円×21地区（計1,050,000円）", 1_050_000), ("50,000円×21地区（計1,000,000円）", None),
        ("120千円（内訳：補助金70千円、会費50千円）", 120_000), ("120千円（うち繰入金130千円）", None),
        ("100千円（50千円の増額）", 100_000), ("100千円（会費10千円増、補助金50千円減）", 100_000),
        ("100千円（別途50千円増）", None), ("100千円（上限50千円減額）", None), ("100千円（ほか50千円増）", None),
        ("69,00千円", None), ("6,9千円", None), ("69.000円", None), ("\\5.000", None), ("69 000円", None),
    ],
)  # fmt: skip
def test_money_is_read_in_yen(written: str, amount: int | None):
    assert yen(written) == amount


def test_a_pointer_escapes_what_json_pointer_asks_for():
    assert pointer(("goals", 0, "a/b~c")) == "/goals/0/a~1b~0c"


@pytest.mark.parametrize(
    ("written", "amount"),
    [
        ("△5,000円", -5_000),
        ("▲ 5千円", -5_000),
        ("−５千円", -5_000),
        ("-1,200万円", -12_000_000),
        ("マイナス5千円", -5_000),
        ("130千円", 130_000),
        ("△若干", None),
        ("△", None),
        ("5,000円△", None),
    ],
)
def test_in_the_accounts_an_amount_may_be_less_than_nothing(written: str, amount: int | None):
    assert read_balance(written).yen == amount
    assert amount is None or amount > 0 or yen(written) is None


@pytest.mark.parametrize("text", ["9223372036854775808円", "1,000,000,000,001千円", "99999999億円"])
def test_an_amount_that_no_council_has_is_none(text: str):
    found = read_amount(text)
    assert (found.yen, found.fault and found.fault.flaw) == (None, Flaw.TOO_LARGE)
