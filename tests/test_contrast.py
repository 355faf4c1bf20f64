"""What makes two similar names those of two programs, and what does not."""

from __future__ import annotations

import pytest

from shakyo_plan.values.contrast import contrast


@pytest.mark.parametrize(
    ("one", "other", "words"),
    [
        ("第1回地域福祉講演会", "第2回地域福祉講演会", ("1", "2")),
        ("第一回地域福祉講演会", "第十二回地域福祉講演会", ("一", "十二")),
        ("北地区サロン", "南地区サロン", ("北", "南")),
        ("平地区サロン", "小名浜地区サロン", ("平", "小名浜")),
        ("小学生ボランティア体験", "中学生ボランティア体験", ("小", "中")),
        ("男の料理教室", "女の料理教室", ("男", "女")),
        ("男性介護者の集い", "女性介護者のつどい", ("男性", "女性")),
        ("夏休み子ども教室", "冬休み子ども教室", ("夏", "冬")),
        ("手話入門講座", "手話基礎講座", ("入門", "基礎")),
        ("高齢者福祉事業", "障害者福祉事業", ("高齢者", "障害者")),
        ("高齢者サロン", "障がい者サロン", ("高齢者", "障がい者")),
        ("障害者サロン", "子育てサロン", ("障害者", "子育て")),
        ("介護教室Aコース", "介護教室Ｂコース", ("a", "b")),
        ("配食サービス", "会食サービス", ("配食", "会食")),
        ("手話奉仕員養成講座", "要約筆記奉仕員養成講座", ("手話", "要約筆記")),
        ("法律相談", "心配ごと相談", ("法律", "心配ごと")),
        ("民生委員研修会", "児童委員研修会", ("民生", "児童")),
        ("一般会員会費", "特別会員会費", ("一般", "特別")),
        ("新任職員研修", "現任職員研修", ("新任", "現任")),
        ("介護者の集い", "障害者の集い", ("介護者", "障害者")),
        ("3年生の福祉教室", "４年生の福祉教室", ("3", "4")),
        ("錦町敬老会", "川部町敬老会", ("錦", "川部")),
    ],
)
def test_one_instead_of_the_other_makes_two(one: str, other: str, words: tuple[str, str]):
    assert contrast(one, other) == words
    assert contrast(other, one) == words[::-1]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("見守り事業", "見守り活動事業"),
        ("配食サービス事業", "配食サービス"),
        ("高齢者サロン", "高齢者・障害者サロン"),
        ("障害者サロン", "障がい者サロン"),
        ("子どもの居場所づくり", "こどもの居場所づくり"),
        ("児童の居場所", "子どもの居場所"),
        ("令和6年度福祉大会", "令和7年度福祉大会"),
        ("福祉大会", "第30回福祉大会"),
        ("遠野サロン", "遠野地区サロン"),
        ("小学生教室", "小・中学生教室"),
        ("生活資金貸付事業", "生活福祉資金貸付事業"),
        ("広報事業", "広報紙発行事業"),
        ("介護講座", "ふくしの教室"),
        ("男女共同参画講座", "男女共同参画セミナー"),
        ("地域包括支援センター事業", "地域包括支援センター事業（五日市はつらつセンター）"),
        ("第１回講演会", "第1回 講演会"),
        ("民生委員研修会", "民生委員・児童委員研修会"),
        ("", ""),
    ],
)
def test_a_rewording_or_an_addition_does_not(one: str, other: str):
    assert contrast(one, other) is None
    assert contrast(other, one) is None


def test_registered_districts_are_places_of_their_own():
    districts = ("常磐", "遠野地区", "久之浜・大久", "久之浜")
    assert contrast("常磐サロン", "遠野サロン", districts) == ("常磐", "遠野")
    assert contrast("常磐サロン", "遠野サロン") is None
    assert contrast("久之浜・大久サロン", "久之浜サロン", districts) is None
    assert contrast("遠野サロン", "遠野地区サロン", districts) is None


def test_a_number_of_twenty_thousand_digits_is_a_number():
    assert contrast("第" + "1" * 20_000 + "回", "第2回") is not None
