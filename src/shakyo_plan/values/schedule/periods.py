"""Named parts of the year and the months they mean, counted 4 to 15: 13 to 15 are January to March."""

from __future__ import annotations

from collections.abc import Mapping

_FIRST_HALF, _SECOND_HALF = tuple(range(4, 10)), tuple(range(10, 16))
_SUMMER_HOLIDAYS = ("夏休み", "夏季休暇", "夏期休暇", "夏季休業", "夏期休業")
_WINTER_HOLIDAYS = ("冬休み", "冬季休暇", "冬期休暇", "冬季休業", "冬期休業")
SCHOOL_HOLIDAYS = (*_SUMMER_HOLIDAYS, *_WINTER_HOLIDAYS)

PERIODS: Mapping[str, tuple[int, ...]] = {
    **dict.fromkeys(("上半期", "上期", "前期", "前半", "前半期"), _FIRST_HALF),
    **dict.fromkeys(("下半期", "下期", "後期", "後半", "後半期"), _SECOND_HALF),
    **{
        f"第{number}四半期": tuple(range(4 + 3 * index, 7 + 3 * index))
        for index, numbers in enumerate(("1一", "2二", "3三", "4四"))
        for number in numbers
    },
    **dict.fromkeys(("年度初め", "年度はじめ", "年度始め", "年度当初"), (4,)),
    **dict.fromkeys(("年度末", "年度終わり"), (15,)),
    **dict.fromkeys(_SUMMER_HOLIDAYS, (7, 8)),
    **dict.fromkeys(_WINTER_HOLIDAYS, (12, 13)),
}
"""Halves and quarters of the fiscal year, and the holidays of schools as most of them have them."""

DAYS: Mapping[str, tuple[int, ...]] = {
    "年末年始": (12, 13),
    **dict.fromkeys(("年の瀬", "年末", "歳末", "クリスマス", "大晦日", "師走"), (12,)),
    **dict.fromkeys(("年始", "新年", "正月", "成人の日"), (13,)),
    "節分": (14,),
    **dict.fromkeys(("ひな祭り", "ひなまつり", "雛祭り", "春分の日"), (15,)),
    **dict.fromkeys(("こどもの日", "子どもの日", "子供の日", "母の日"), (5,)),
    "父の日": (6,),
    **dict.fromkeys(("七夕", "海の日"), (7,)),
    **dict.fromkeys(("お盆", "山の日"), (8,)),
    **dict.fromkeys(("敬老の日", "敬老月間", "秋分の日"), (9,)),
    **dict.fromkeys(("体育の日", "スポーツの日"), (10,)),
    **dict.fromkeys(("文化の日", "勤労感謝の日"), (11,)),
}
"""Days and short times of the year that lie in one month, or two; excepting them takes no month."""

SEASONS: Mapping[str, tuple[int, ...]] = {
    "春": (4, 5, 6, 15),
    "夏": (6, 7, 8, 9),
    "秋": (8, 9, 10, 11, 12),
    "冬": (11, 12, 13, 14, 15),
    "梅雨": (6, 7),
    "春休み": (4, 15),
    **dict.fromkeys(("長期休暇", "長期休み", "長期休業"), (4, 7, 8, 12, 13, 15)),
    **dict.fromkeys(("ゴールデンウィーク", "GW", "大型連休"), (4, 5)),
}
"""The months that a season may mean; which of them, its name alone does not say."""

SEASONS_IN_MONTHS: Mapping[str, str] = {
    "春": "4月・5月",
    "夏": "7月・8月",
    "秋": "9月～11月",
    "冬": "12月～2月",
    "春休み": "3月・4月",
}
"""Of these, the months that most mean by it, as an example for who writes them beside it."""
