"""All words of schedules, in the order in which they are looked for."""

from __future__ import annotations

import re

from shakyo_plan.values.numerals import NUMBER, number
from shakyo_plan.values.schedule.dates import DATES, MONTHS_AND_DAYS, NUMBERS_ALONE
from shakyo_plan.values.schedule.frequency import ANYTIME, FREQUENCIES
from shakyo_plan.values.schedule.kinds import Kind, Length
from shakyo_plan.values.schedule.periods import DAYS, PERIODS, SEASONS
from shakyo_plan.values.schedule.word import MONTHS_LONG, WEEKDAY, Word, alternatives

_DIGIT = r"[「『]?\d{1,2}[」』]?"
_FRAME = (
    Word(Kind.ENUMERATOR, rf"①|\(\d\)(?!$)|第{NUMBER}[回弾]|{NUMBER}回目"),
    Word(Kind.OPEN, r"[(\[{<〈《【「『〔]"),
    Word(Kind.CLOSE, r"[)\]}>〉》】」』〕]"),
    Word(Kind.CAVEAT, r"ただし|但し|※|。|;|\*"),
)


def _length(match: re.Match[str]) -> Length | None:
    """Return how long 3か月間, 2週間 or 半年間 are; None for what is no length of that kind."""
    if match["months"]:
        return Length(months=number(match["months"]))
    if match["years"]:
        return Length(months=12 * number(match["years"]))
    if match["days"]:
        return Length(days=number(match["days"]) * (7 if match["unit"] == "週間" else 1))
    return None


_DAYS_WITH_A_DIGIT = Word(
    # 8の付く日: the 8th, 18th and 28th of each month.
    Kind.MONTHLY,
    rf"{_DIGIT}(?:[・、,と]{_DIGIT})*の[つ付]く日",
)
_LENGTHS = Word(
    Kind.ABOUT,
    rf"[一-龥]{{2}}月間|(?P<days>{NUMBER})(?P<unit>日間|週間)"
    rf"|{NUMBER}(?:時間|分間|泊{NUMBER}日|[かヶケカヵ箇個]年(?:間|計画)?)|(?P<years>{NUMBER})年間"
    rf"|(?P<months>{NUMBER})[かヶケカヵ箇個]月間|{MONTHS_LONG}間?",
    _length,
)
_QUANTITIES = Word(
    Kind.ABOUT,
    r"\d+(?:名|人|組|地区|地域|か所|カ所|ヶ所|箇所|ケ所|会場|歳|円|%|コース|クラス|校|園|団体|世帯"
    r"|台|件|部|枚|冊|種|班|チーム|階|番|丁目)",
)

_HOLIDAYS = "休み|休業|休暇"
_PARTS_OF_THE_YEAR = (
    Word(Kind.PARITY, "奇数月", lambda _: 1),
    Word(Kind.PARITY, "偶数月", lambda _: 0),
    Word(
        Kind.PERIOD,
        # 8月後半 is in August, 後期高齢者 are people.
        rf"(?<!月)(?<!月の)(?P<name>{alternatives(PERIODS)})(?!高齢|計画|課程)(?:の?(?:期間|間|時期))?",
        lambda match: PERIODS[match["name"]],
    ),
    Word(
        # 夏・冬休み: what the last of them is, all are.
        Kind.PERIOD,
        rf"(?P<name>[夏冬])[季期]?(?=(?:[・、,と及びや]+[春夏冬][季期]?)+(?:{_HOLIDAYS}))",
        lambda match: PERIODS[f"{match['name']}休み"],
    ),
    Word(
        Kind.DAYS,
        rf"(?P<name>{alternatives(DAYS)})(?!度|調整)(?:の?(?:期間|時期|頃|ごろ|前|休み))?",
        lambda match: DAYS[match["name"]],
    ),
    Word(
        Kind.SEASON,
        rf"[初晩早]?(?P<name>{alternatives(SEASONS)})(?:季|期|頃|ごろ|先|口|時期?|期間)?"
        r"(?=$|[()、,・。;~①※のにはともか中春夏秋冬\d]|まで|及|開催|実施)",
        lambda match: SEASONS[match["name"]],
    ),
)

_JOINTS = (
    Word(
        Kind.EXCEPT,
        r"を?(?:除く|除き|除いて|のぞく|のぞき|除)|以外|[はもを]?お?(?:休み|休会|休講|休館|休業|休所|休診|休止(?!中))"
        r"(?:とする|します|する|です)?|は?(?:なし|無し|ありません|中止|実施しない|行わない|開催しない|未開催|開催なし|実施なし)",
    ),
    Word(Kind.IF, "雨天(?!決行)時?|荒天時?|悪天候時?|予備日?|順延|延期|振替|中止の場合|変更"),
    *ANYTIME,
    Word(Kind.EITHER, rf"または|又は|もしくは|若しくは|あるいは|或いは|OR|か(?={NUMBER}[月日/])"),
    Word(
        Kind.EITHER,
        "→|⇒|いずれか|どちらか|どこか|どれか|のうち(?:1|一|ひと)(?:日|回|度|月|[かヶ]月)",
    ),
    Word(Kind.SINCE, r"(?:から|より)の?(?:実施|事業|運用)?(?:開始|スタート)(?:予定)?"),
    Word(Kind.TO, rf"~|から|より|乃至|ないし|至(?=[令平RHS翌\d]|{NUMBER}月)"),
    Word(Kind.SINCE, "以降|以後"),
    Word(Kind.UNTIL, "まで(?:に)?|迄|にかけて|以前|締切り?|〆切り?|必着"),
    Word(Kind.AND_MORE, "など|等|ほか|他(?=$|[()、,])|\\?"),
    Word(Kind.TOPIC, "は|のみ|だけ"),
    Word(
        Kind.ABOUT,
        r"[上中下初]旬|頃|ごろ|程度|くらい|ぐらい|前後|半ば|なかば|初め|はじめ|始め|末日?|終わり|終り|当初|前半|後半|中頃"
        r"|中|(?<!案)内|の?間|期間|時期|予定|見込み?|開催|実施|発行|発送|配布|各|計|約|概ね|おおむね|おおよそ|およそ"
        r"|(?:翌|前)(?:週|営業日|開[館所]日|平日)|基本的には?|原則(?:として)?|主に|同年|自(?=[令平RHS\d]|$)|[前翌当]日|の|に|も|で|連休",
    ),
    Word(
        Kind.SEPARATOR,
        r"[、,・/&+|·• ]|及び|および|並びに|ならびに|かつ"
        rf"|と(?=[第毎翌令平RH上下前後春夏秋冬奇偶\d]|{NUMBER}月|{WEEKDAY}曜)",
    ),
)

WORDS = (
    _DAYS_WITH_A_DIGIT,
    *_FRAME,
    *DATES,
    Word(Kind.ABOUT, r"半年間(?!に|ごと|毎)", lambda _: Length(months=6)),
    *FREQUENCIES,
    _LENGTHS,
    *MONTHS_AND_DAYS,
    _QUANTITIES,
    *_PARTS_OF_THE_YEAR,
    *_JOINTS,
    *NUMBERS_ALONE,
)
"""Of the words that fit at one place, the first one here is taken."""
