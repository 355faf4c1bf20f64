"""What sets two similar names apart: 高齢者 and 障害者, 北 and 南, 第1回 and 第2回.

Names of programs are alike in most of their letters, and the few that differ say whether one is
the other reworded (見守り事業, 見守り活動事業) or its sibling (男の料理教室, 女の料理教室).
Siblings are told by words of which a program has one *instead of* the other.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from shakyo_plan.values.lazy_pattern import lazy_pattern
from shakyo_plan.values.name import plain_name


class Contrast(NamedTuple):
    """The words, one of each name, that mean different things."""

    one: str
    other: str


def _before(rest: str, *answers: str) -> tuple[str, ...]:
    """Return answers that count only where this follows: 月 in 月曜, not in 毎月."""
    return tuple(f"(?:{answer})(?={rest})" for answer in answers)


_INSTEAD = (
    # Each line is one question, with the answers that exclude each other, each in all its spellings.
    # Whom it is for.
    (
        "高齢者?|老人|シニア|お?年寄り|敬老",
        "障(?:害|がい|碍)(?:者|児)?",
        "児童|子ども|子供|こども|子育て|親子|キッズ|乳幼児",
        "青少年|青年|若者|ユース",
        "外国人",
        "困窮者?",
        "介護者",
        "ひとり親|一人親|母子|父子|寡婦",
    ),
    _before("障", "身体", "知的", "精神", "発達"),
    ("視覚", "聴覚"),
    ("男性|男子|男", "女性|女子|女|婦人"),
    ("父親|お父さん|パパ|父子", "母親|お母さん|ママ|母子"),
    (
        "乳児",
        "(?<!乳)幼児",
        "小(?=学|・?中・?(?:学|高))",
        "中(?=学|高生|・?高(?:校|生))",
        "高(?=校|等学)",
        "大学",
    ),
    ("保育(?:園|所)", "幼稚園", "こども園"),
    ("要支援", "要介護"),
    ("一般", "特別"),
    _before("委員", "民生", "児童", "福祉"),
    ("本人", "家族|介護者"),
    ("個人", "団体", "法人", "企業"),
    ("理事", "評議員", "監事", "職員", "民生委員", "福祉委員", "協力員"),
    ("初任者?|新任者?", "中堅|現任者?", "管理職"),
    # Where.
    ("北", "南", "東", "西", "中央"),
    _before("社協|社会福祉協議会|民", "市", "区", "町", "村", "県", "全国"),
    ("居宅|在宅", "施設"),
    ("訪問", "通所", "入所", "宿泊|短期入所"),
    ("屋内", "屋外|野外"),
    # When.
    ("春", "夏", "秋", "冬"),
    ("前期", "中期", "後期"),
    ("前半", "後半"),
    _before("半?期", "上", "下"),
    ("午前", "午後"),
    ("朝", "昼", "夜|夕"),
    ("平日", "休日|祝日|週末"),
    _before("曜", *"月火水木金土日"),
    # How far, and what with.
    (
        "入門|初心者|初級|初歩",
        "基礎|基本",
        "中級",
        "上級",
        "応用",
        "実践",
        "専門",
        "フォローアップ|ステップアップ",
    ),
    ("新(?=館|人|任|品)", "旧"),
    ("有償", "無償"),
    ("配食|弁当", "会食"),
    ("手話", "点字|点訳", "音訳|朗読", "要約筆記"),
    ("赤い羽根", "歳末"),
    _before(
        "相談", "法律", "心配(?:ごと|事)", "健康", "介護", "結婚", "年金", "税務", "就労", "登記"
    ),
    ("地震", "水害|風水害", "火災", "雪害"),
    _before("コース|班|組|型|グループ|チーム|会場", *"abcdef"),
)
_QUESTIONS = tuple(
    lazy_pattern("|".join(f"({answer})" for answer in question)) for question in _INSTEAD
)

_YEAR = lazy_pattern(r"(?:明治|大正|昭和|平成|令和)(?:元|\d+)年度?|\d{4}年度?")
_KANJI = {digit: number for number, digit in enumerate("〇一二三四五六七八九")}
_NUMBER = lazy_pattern(
    r"\d+|(?<=第)[一二三四五六七八九十]+|"
    r"[一二三四五六七八九十]+(?=回|丁目|次|期|部|号|班|組|年生|学年|級)"
)
_LOCAL = lazy_pattern(
    "地区|支部|支会|町内|町|丁目|校区|学区|小学校|中学校|圏域|支所|分館|分室|分会|ブロック|会場|班"
)
"""What is named before one of these is a place of its own."""


def contrast(one: str, other: str, districts: Collection[str] = ()) -> Contrast | None:
    """Return the words that say that two names are of different things; None where none do.

    A word that only one of the two has says nothing: 高齢者・障害者サロン may be what 高齢者サロン
    became. ``districts`` are the names of the council's districts, of which each is a place of its own.
    """
    mine, theirs = _answers(one), _answers(other)
    for question in mine.keys() & theirs.keys():
        if found := _instead(mine[question], theirs[question]):
            return found
    numbers = _numbers(one), _numbers(other)
    if found := _instead(*numbers):
        return found
    places = tuple(sorted(districts, key=lambda district: (-len(district), district)))
    return _districts_apart(one, other, places) or _places_apart(plain_name(one), plain_name(other))


def _instead(mine: Mapping[str, str], theirs: Mapping[str, str]) -> Contrast | None:
    """Return a word of each side that the other lacks, if both have one."""
    left = [word for meaning, word in mine.items() if meaning not in theirs]
    right = [word for meaning, word in theirs.items() if meaning not in mine]
    return Contrast(left[0], right[0]) if left and right else None


@lru_cache(maxsize=20_000)
def _answers(name: str) -> Mapping[int, Mapping[str, str]]:
    """Return for each question that a name answers: the words that do, by what they mean."""
    folded = plain_name(name)
    found: dict[int, dict[str, str]] = {}
    for question, pattern in enumerate(_QUESTIONS):
        for match in pattern.finditer(folded):
            meaning = str(match.lastindex)
            found.setdefault(question, {}).setdefault(meaning, match[0])
    return found


@lru_cache(maxsize=20_000)
def _numbers(name: str) -> Mapping[str, str]:
    """Return the numbers in a name, by their value; a year that it names is no number of it."""
    text = _YEAR.sub("", plain_name(name))
    return {str(_value(match[0])): match[0] for match in _NUMBER.finditer(text)}


def _value(written: str) -> int:
    if written.isdecimal():
        return int(written[:20])
    tens, ten, ones = written.rpartition("十")
    if not ten:
        return int("".join(str(_KANJI[digit]) for digit in ones))
    return (_KANJI.get(tens, 1) if tens else 1) * 10 + (_KANJI.get(ones, 0) if ones else 0)


def _districts_apart(one: str, other: str, districts: tuple[str, ...]) -> Contrast | None:
    mine, theirs = (dict(_districts_in(plain_name(name), districts)) for name in (one, other))
    found = _instead(mine, theirs)
    return None if found is None or _one_in_the_other(found.one, found.other) else found


def _districts_in(folded: str, districts: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Yield the districts that a name has, the longest first, none within another."""
    for district in districts:
        word = plain_name(district).removesuffix("地区")
        if word and word in folded:
            yield word, word
            folded = folded.replace(word, " ")


def _places_apart(one: str, other: str) -> Contrast | None:
    """Return what differs between two names that are the same but for what stands before 地区 or the like."""
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    end = 0
    while (
        end < min(len(one), len(other)) - start
        and one[len(one) - end - 1] == other[len(other) - end - 1]
    ):
        end += 1
    left, right = one[start : len(one) - end], other[start : len(other) - end]
    if not (left and right) or _one_in_the_other(left, right):
        return None
    return Contrast(left, right) if _LOCAL.match(one, len(one) - end) else None


def _one_in_the_other(one: str, other: str) -> bool:
    return one in other or other in one
