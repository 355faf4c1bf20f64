"""Words that were given up stay out of what readers see; docs/decisions.md says what stands for each."""

from __future__ import annotations

import re

import pytest
from tools import catalogues

GIVEN_UP = {
    "ja": {
        "プランファイル": "計画ファイル",
        "計画のファイル": "計画ファイル",
        "事業の一覧": "事業一覧",
        "事業の名前": "事業名",
        "了承": "除外",
        "重さ": "重要度",
        "題名(?!（表題）)": "名称",
        "以前の名前": "旧名",
        "別の書き方": "別名",
        "前の年度": "前年度",
        "次の年度": "新年度",
        "今年度": "この年度、新年度",
        "去年": "前年度",
        "確かめ": "確認する",
        "尋ね": "検索する",
        "打[つたてちっ](?!切)": "入力する",
        "ちが[いうっえわ]": "違う",
        "まちが": "間違い",
        "くらべ": "比べる",
        "わか[らりるっ]": "分かる",
        "かっこ": "括弧",
        "カンマ": "コンマ",
        "ホームページ": "ウェブページ",
        "つめ": "…つ目",
        "[置書]きかえ|入れかえ|並べかえ": "換え、替え",
        "くり返": "繰り返し",
        "くわし": "詳しく",
        "もう(?!一|1|片方|いちど)": "すでに",
        "要ります": "必要です",
        "読みと[りれらる]": "読み取る",
        "(?<!見)つけ[てずまる]": "付ける",
        "[0-9]とおり": "2通り",
        "出力の形(?!式)": "形式",
        "の版": "バージョン",
    },
    "en": {
        r"mend(s|ed|ing)?": "fix",
        r"weights?": "severity",
        r"laid out|lay out|canonical form": "formatted",
        r"regist(er|ered|ers|ry)": "defined in `programs`",
        r"accepted|accepts": "suppressed",
        r"listings?": "citation",
        r"in all(?! tables)": "in total",
        r"nobody": "a plain verb",
        r"is there": "is, exists",
        r"anew": "again",
    },
}
"""What is no longer said, and what is said instead."""


def sentences(language: str) -> list[str]:
    """What a reader of the language sees: translations of one catalogue, originals of the other."""
    other = {"ja": "en", "en": "ja"}[language]
    texts = [message.string or "" for message in catalogues.kept(language) if message.id]
    texts += [message.id for message in catalogues.kept(other) if message.id]
    return [form for text in texts for form in ([text] if isinstance(text, str) else text)]


@pytest.mark.parametrize("language", ["ja", "en"])
def test_words_that_were_given_up_stay_out_of_the_catalogues(language: str):
    said = [
        f"{text!r}: not {match[0]}, but {instead}"
        for text in sentences(language)
        for word, instead in GIVEN_UP[language].items()
        if (match := re.search(word if language == "ja" else rf"\b({word})\b", text))
    ]
    assert said == []
