"""The kinds of words that a schedule is made of."""

from __future__ import annotations

from enum import Enum, auto
from typing import Any, NamedTuple


class Kind(Enum):
    """What a word in a schedule says."""

    OPEN = auto()
    CLOSE = auto()
    SEPARATOR = auto()  # 、・及び
    CAVEAT = auto()  # ただし, ※, 。: what follows is said apart
    ENUMERATOR = auto()  # ①, (1), 第1回

    YEAR = auto()  # 令和6年度, 翌年: (fiscal, number), number None for the next year
    YEARS = auto()  # 令和6～8年度: (first, last)
    MONTH = auto()
    DAY = auto()
    NUMBER = auto()
    DATE = auto()  # 10/22, R6.7.1: (year, month, day)
    CLOCK = auto()

    TO = auto()  # ～, から: between the ends of a span, or after its start
    UNTIL = auto()  # まで
    SINCE = auto()  # 以降

    PERIOD = auto()  # 上半期, 夏休み
    DAYS = auto()  # 年末年始, 敬老の日
    SEASON = auto()  # 秋頃
    PARITY = auto()  # 奇数月

    ALWAYS = auto()  # 通年
    MONTHLY = auto()  # 毎月, 月1回
    WEEKLY = auto()  # 毎週, 週2回, 平日
    WEEKDAY = auto()  # 第2・第4水曜, 月～金
    EVERY_OTHER = auto()  # 隔月, 2か月に1回
    COUNT = auto()  # 年6回, 全4回: how many times in the year, None where that is not said
    TIMES = auto()  # 2回
    ANYTIME = auto()  # 随時, 申請時, 隔年, 未定

    EXCEPT = auto()  # を除く, は休み
    EITHER = auto()  # または
    AND_MORE = auto()  # など
    IF = auto()  # 雨天時は, 予備日
    ABOUT = auto()  # 上旬, 頃, 予定, の: says nothing of the month
    TOPIC = auto()  # は
    TEXT = auto()  # any other words

    SPAN = auto()  # a month, or the months from one to another: put together from the above


class Length(NamedTuple):
    """How long something goes on, in months or in days."""

    months: int = 0
    days: int = 0


class Token(NamedTuple):
    """A word of a schedule, at its place in the folded text."""

    kind: Kind
    text: str
    start: int
    end: int
    value: Any = None
