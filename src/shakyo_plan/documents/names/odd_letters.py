"""Letters that may be misread: where the document itself has another one between the same neighbours.

The document is the dictionary. A letter is odd where its pairs with its neighbours stand nowhere
else, and a letter of the same looks makes pairs that are known; or where the letter stands nowhere
else at all, and its neighbours are all but always joined by another one (福祉, 充実).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise

_OFTEN = 12
_CLEARLY = 3
"""A pair of letters that stands so often in a document is usual there."""
_ALMOST_ALWAYS = 0.95
_EDGE = "\n"
_LOOK_ALIKES = (
    "一ー―", "力カ", "口ロ", "二ニ", "工エ", "夕タ", "卜ト", "八ハ", "へヘ", "りリ", "べベ",
    "ぺペ", "千チ", "三ミ", "才オ", "士土", "未末", "人入八", "日曰目", "大太犬", "千干",
    "今令会", "体休", "侍待持", "地他池", "住往佳注", "活話", "進準遵", "画面", "項頂", "標漂",
    "推堆稚", "助肋", "成戒", "防妨", "育盲", "福副幅", "支文攴", "者著", "見貝具", "授援",
    "業菜", "実美突", "受愛", "施旋", "議義儀", "織職識", "営宮", "健建", "康庸", "齢輪", "徒従",
    "域城", "協脇", "相想", "談淡", "車東", "要妻", "設段", "用甲", "問間聞", "関開閉", "発廃",
    "微徴", "側測則", "検険験", "績積", "復複", "講構購", "護獲穫", "子予", "理埋", "事車",
    "保係", "ハパバ", "ホポボ", "ヒビピ", "フブプ", "はばぱ", "ひびぴ", "ふぶぷ", "へべぺ",
    "ほぼぽ", "ッツ", "ャヤ", "ュユ", "ョヨ", "ソンリ", "シツ", "クワ", "コユ", "ラヲ",
)  # fmt: skip
"""Letters that eyes and scanners take for each other."""
_LIKE: defaultdict[str, set[str]] = defaultdict(set)
for _group in _LOOK_ALIKES:
    for _letter in _group:
        _LIKE[_letter] |= set(_group) - {_letter}


_WORDS = frozenset(
    (
        "事務", "事故", "事例", "事項", "行事", "記事", "食事", "家事", "用事", "仕事", "理事", "監事",
        "従事", "当事", "幹事", "知事", "事情", "事態", "事前", "事後", "事実", "車両", "車椅", "列車",
        "乗車", "駐車", "電車", "停車", "車庫", "車検", "副会", "幅広", "業務", "業者", "産業",
        "授業", "営業", "残業", "農業", "開業", "休業", "体育", "体験", "団体", "身体", "主体", "会員",
        "会計", "会場", "会館", "大学", "大人", "太鼓", "子供", "予防", "予約", "予備", "予定", "予算",
        "学童", "包括", "未満", "末日", "年末", "月末", "地図", "他団", "間口", "問診", "開設", "閉館",
        "番組", "資格", "質問", "要望", "妻帯", "必要", "重要", "主要", "需要", "人口", "入口", "入会",
        "入所", "入居", "加入", "収入", "導入", "購入", "八十", "土曜", "日曜", "千円", "介入", "待機",
        "招待", "期待", "支持", "維持", "保持", "講演", "講師", "護身", "補助", "調査", "測定", "規則",
    )
)  # fmt: skip
"""Ordinary words whose letters have look-alikes: where one of them stands, no letter is misread."""

_KATAKANA_AMONG_HIRAGANA = {"リ": "り", "ヘ": "へ", "ベ": "べ", "ペ": "ぺ"}
_KANJI_AMONG_KATAKANA = {
    "一": "ー", "力": "カ", "口": "ロ", "二": "ニ", "工": "エ", "夕": "タ", "卜": "ト", "八": "ハ",
    "千": "チ", "三": "ミ",
    "り": "リ", "へ": "ヘ",
}  # fmt: skip


def _other_script(one: str, letter: str, other: str) -> str | None:
    """Return the letter of the neighbours' script that looks the same: センタ一の, もりもリ."""
    among_katakana = any("ァ" <= near <= "ヺ" or near == "ー" for near in (one, other))
    if letter in _KATAKANA_AMONG_HIRAGANA and one != _EDGE and not among_katakana:
        return _KATAKANA_AMONG_HIRAGANA[letter]
    if letter in _KANJI_AMONG_KATAKANA and "ァ" <= one <= "ヺ" and not "一" <= other <= "鿿":
        return _KANJI_AMONG_KATAKANA[letter]
    begins = "ァ" <= other <= "ヺ" and "ぁ" <= one <= "ん"
    return _KANJI_AMONG_KATAKANA[letter] if begins and letter in _KANJI_AMONG_KATAKANA else None


class Letters:
    """How often letters stand side by side in a document."""

    def __init__(self, texts: Iterable[str]) -> None:
        """Count the pairs of letters of all texts."""
        self._texts = tuple(texts)
        self._letters = Counter(letter for text in self._texts for letter in text)
        self._pairs: Counter[str] = Counter()
        self._after: defaultdict[str, Counter[str]] = defaultdict(Counter)
        self._before: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for text in self._texts:
            for one, other in self._pairs_of(text):
                self._pairs[one + other] += 1
                self._after[one][other] += 1
                self._before[other][one] += 1

    def odd_spots(self, text: str) -> Iterator[tuple[int, str]]:
        """Yield the spots of a text, from 0, where another letter is usual, with that letter."""
        times = max(1, sum(other.count(text) for other in self._texts))
        framed = f"{_EDGE}{text}{_EDGE}"
        for at in range(1, len(framed) - 1):
            one, letter, other = framed[at - 1], framed[at], framed[at + 1]
            if not self._is_japanese(letter) or one + letter in _WORDS or letter + other in _WORDS:
                continue
            before = one == _EDGE or self._pairs[one + letter] <= times
            after = other == _EDGE or self._pairs[letter + other] <= times
            usual = self._strong_look_alike(one, letter, other, before=before, after=after)
            if usual is None and before and after:
                usual = _other_script(one, letter, other) or self._usual(one, letter, other, times)
            if usual is not None:
                yield at - 1, usual

    def _strong_look_alike(
        self, one: str, letter: str, other: str, *, before: bool, after: bool
    ) -> str | None:
        """Return a letter of the same looks whose pair with a neighbour is usual, where this one's is new."""
        for known in sorted(_LIKE[letter]):
            if before and one != _EDGE and self._pairs[one + known] >= _OFTEN:
                return known
            if after and other != _EDGE and self._pairs[known + other] >= _OFTEN:
                return known
        return None

    def _usual(self, one: str, letter: str, other: str, times: int) -> str | None:
        """Return the letter that is usual between two others, where it is another one."""
        for known in sorted(_LIKE[letter]):
            seen = [self._pairs[pair] for pair in (one + known, known + other) if _EDGE not in pair]
            together = len(seen) == 2 and all(seen) and sum(seen) >= _CLEARLY
            # Words of katakana are many and of any letters: there one neighbour proves nothing.
            one_side = max(seen, default=0) >= _CLEARLY and not "ァ" <= letter <= "ヺ"
            if together or one_side:
                return known
        if self._letters[letter] > times:
            return None
        for known in sorted(_LIKE[letter]):
            if self._letters[known] >= _OFTEN and min(letter, known) >= "一":
                return known
        follows = self._dominant(self._after[one], letter) if one != _EDGE else None
        precedes = self._dominant(self._before[other], letter) if other != _EDGE else None
        return None if follows and precedes and follows != precedes else follows or precedes

    def _dominant(self, letters: Counter[str], letter: str) -> str | None:
        """Return the letter that all but always stands there, though not this once."""
        others = sum(letters.values()) - letters[letter]
        if others < _OFTEN:
            return None
        known: str = max((known for known in letters if known != letter), key=letters.__getitem__)
        usual = letters[known] >= _ALMOST_ALWAYS * others
        return known if usual and self._is_japanese(known) else None

    @staticmethod
    def _pairs_of(text: str) -> Iterator[tuple[str, str]]:
        return pairwise(text)

    @staticmethod
    def _is_japanese(letter: str) -> bool:
        return "\u3041" <= letter <= "\u9fff" and letter != "・"
