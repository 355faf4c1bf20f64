"""Words of schedules that say how often: 毎月, 週2回, 第2水曜, 年6回, 通年, 随時."""

from __future__ import annotations

import re

from shakyo_plan.values.numerals import NUMBER, number
from shakyo_plan.values.schedule.kinds import Kind
from shakyo_plan.values.schedule.word import MONTHS_LONG, NUMBERS, WEEKDAY, Word

_ABOUT = "(?:約|およそ|おおよそ|おおむね|概ね|各|計)?"
_TIMES = rf"{_ABOUT}(?:{NUMBERS}|数)[回度]"
_EVERY = r"(?:に|ごとに?|毎に?|おきに?)"
_AND = r"(?:[・、,&]|と|及び|および|または|又は)"
_NTH = rf"(?:第{NUMBER}(?:(?:~|{_AND})第?{NUMBER}(?!月(?!曜)))*|最終|最初の?)"
_WEEKDAYS = rf"{WEEKDAY}(?:曜日?)?(?:(?:~|から|{_AND})?(?:祝日|{WEEKDAY}(?:曜日?)?))*"
_IN_WORDS = r"(?:(?![年月日一二三四五六七八九十])[ァ-ヶー一-龥])"
_ENDS = r"(?=$|[()、,・。;~])"


def _most(match: re.Match[str]) -> int | None:
    times = match.groupdict()
    counts = re.findall(NUMBER, times.get("times") or times.get("total") or "")
    return max(map(number, counts), default=None)


FREQUENCIES = (
    Word(Kind.EVERY_OTHER, rf"隔月|(?:2|二)[かヶケカヵ箇個]月{_EVERY}(?:{_TIMES})?"),
    Word(Kind.MONTHLY, rf"(?:1|一)[かヶケカヵ箇個]月{_EVERY}(?:{_TIMES})?"),
    Word(Kind.ANYTIME, rf"(?:{MONTHS_LONG}|{NUMBER}年|半年|半期|四半期|学期){_EVERY}(?:{_TIMES})?"),
    Word(Kind.ANYTIME, rf"隔年|(?:[各毎]学期|[各毎]?四半期)(?:{_TIMES})?"),
    Word(
        Kind.COUNT,
        rf"(?:1|一)?年(?:間|度)?(?:に|内に?|中に?|を通(?:して|じて))?{_ABOUT}"
        rf"(?:(?P<times>{NUMBERS})|数|何)[回度号]か?|(?:全|合計|総|延べ|のべ|計)(?P<total>{NUMBERS})[回号]",
        _most,
    ),
    Word(Kind.WEEKLY, rf"(?:毎週|週)(?:に|間)?{_ABOUT}(?:{NUMBERS}|数)[回度日]"),
    Word(
        Kind.WEEKLY, rf"[毎各隔]週|毎日|毎朝|毎晩|毎[一-龥]{{1,2}}日|平日|{_NTH}週(?!の?{WEEKDAY})"
    ),
    Word(Kind.WEEKDAY, rf"{_NTH}(?:週?の?)(?:{_WEEKDAYS})"),
    # With 曜 somewhere; else several, before no other kanji (土木); else one in brackets or after a day.
    Word(
        Kind.WEEKDAY,
        rf"(?={WEEKDAY}(?:[~・、,&からと及びおよびまたは又は]|{WEEKDAY})*曜){_WEEKDAYS}",
    ),
    Word(
        Kind.WEEKDAY,
        rf"{WEEKDAY}(?:(?:~|から|{_AND})?{WEEKDAY})+日?(?![一-龥々](?<![午昼夜朝毎第各]))",
    ),
    Word(Kind.WEEKDAY, rf"(?<=\(){WEEKDAY}(?=[)・、,~])|(?<=[日)]){WEEKDAY}{_ENDS}|祝祭?日"),
    Word(
        Kind.MONTHLY,
        rf"(?:毎月|各月|月)(?:に|間)?{_ABOUT}(?:{NUMBERS}|数)[回度]|毎月末?|各月|月例|月末|月初め?",
    ),
    Word(
        Kind.ALWAYS,
        r"通年|1?年(?:間)?を?通(?:して|じて|じ)|一年中|1年中|年中無休|年中(?=$|[()、,・])"
        r"|年間(?=$|[()、,・]|随時)|常時|常設|周年|24時間(?:365日)?|365日(?:24時間)?"
        r"|(?:開館|開所|開室|開設|開園)[日時]|(?:営業|業務|稼働)日",
    ),
)
"""How often; before the months, because 2か月 and 第1月曜 name none."""

ANYTIME = (
    Word(
        Kind.ANYTIME,
        r"^~$|随時|適宜|適時|(?:その)?都度|毎(?=年度[末当初始])|毎年度?|例年|恒例|不定期|年度?内|期間内|休止中?|廃止"
        rf"|{_IN_WORDS}{{0,2}}(?:未定|調整中|検討中|協議中|準備中)"
        rf"|{_IN_WORDS}{{1,8}}(?:等)?に(?:応じて?|より)|必要な?(?:時|とき)に?"
        rf"|(?!以[降後]|随){_IN_WORDS}{{1,10}}?(?:時(?!間|期)|の際|の場合)(?:に|等|など)*{_ENDS}",
    ),
    Word(Kind.TIMES, rf"{_ABOUT}(?:{NUMBERS}|数)[回度号]"),
)
"""No month, and none is missing."""
