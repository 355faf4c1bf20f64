"""P4: schedules, fiscal years and amounts."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from shakyo_plan.diagnostic import Severity
from shakyo_plan.lint.rules.amounts import funding_sum, unreadable_amount
from shakyo_plan.lint.rules.context import RuleContext
from shakyo_plan.lint.rules.record import Problem, Rule
from shakyo_plan.message import Message, say, translatable
from shakyo_plan.values.fiscal_year import FiscalYear
from shakyo_plan.values.lazy_pattern import lazy_pattern
from shakyo_plan.values.numerals import NUMBER
from shakyo_plan.values.schedule import Schedule


def _unreadable_schedule(context: RuleContext) -> Iterator[Problem]:
    for program, schedule in context.schedules:
        for part in schedule.unread:
            yield Problem(
                (*program.place, "schedule"),
                say("Cannot parse months from “{part}”", part=part),
                _how_to_write(part, schedule),
                substring=part,
            )


_WITHOUT_START = lazy_pattern("[~〜～](?P<end>.+)|(?P<until>.+)(?:まで|迄)")
_MONTH = lazy_pattern(rf"{NUMBER}月")
_SEASON = lazy_pattern(r"[春夏秋冬](?:季|期間?|休み|頃|ごろ|先|口)*")
_ONE_OF = lazy_pattern(
    "いずれか|どちらか|どこか|どれか|のうち|または|又は|もしくは|若しくは|あるいは|月か"
)


def _how_to_write(part: str, schedule: Schedule) -> Message:
    if schedule.months:
        return say(
            "The rest is read as {months}; write all months, and what is no month in notes",
            months="・".join(f"{month.month}月" for month in schedule.months),
        )
    found = _WITHOUT_START.fullmatch(part)
    if found and (found["end"] or _MONTH.search(found["until"])):
        return say(
            "Write the month in which it begins too, such as {months}",
            months=f"4月～{found['end'] or found['until']}",
        )
    if _SEASON.fullmatch(part):
        from shakyo_plan.values.schedule.periods import SEASONS_IN_MONTHS

        return say(
            "Not everybody means the same months by it: write them too, such as {months}",
            months=f"{part}（{SEASONS_IN_MONTHS.get(part, SEASONS_IN_MONTHS[part[0]])}）",
        )
    if _ONE_OF.search(part):
        return say(
            "Write the month alone once it is settled; until then write 未定, and these months in notes"
        )
    return say(
        "Write 7月, 5月・10月, 4月～9月, 通年（月1回）, 年2回（6月・12月）, 上半期, 隔年 or 随時"
    )


def _outside_year(context: RuleContext) -> Iterator[Problem]:
    year = context.plan.year
    for program, schedule in context.schedules:
        for month in schedule.outside:
            yield Problem(
                (*program.place, "schedule"),
                say(
                    "{month}/{calendar} does not lie in fiscal year {year}",
                    month=month.month,
                    calendar=month.year,
                    year=str(year),
                ),
                say(
                    "It runs from April {first} to March {last}; without a year, {month}月 is understood",
                    first=year.number,
                    last=year.number + 1,
                    month=month.month,
                ),
            )


def _impossible_month(context: RuleContext) -> Iterator[Problem]:
    for program, schedule in context.schedules:
        for part in schedule.impossible:
            yield Problem(
                (*program.place, "schedule"),
                say("There is no {part}", part=part),
                say("Months go from 1月 to 12月, and days to the last of their month"),
                substring=part,
            )


_ERA_YEAR = r"(?P<year>(?:令和|平成)(?:\d{1,2}|元)|20\d\d)年度"
_OWN_YEAR = lazy_pattern(
    # 令和5年度の事業計画, 本年度（令和5年度）: said of the year that is planned. Looking back on the
    # year before (令和5年度は…に努めた) is right, and left alone.
    rf"{_ERA_YEAR}(?=(?:の|における)?(?:事業計画|重点|新規事業|予算(?!額?との)))"
    rf"|(?:本|今|当)年度[(（]?{_ERA_YEAR.replace('year', 'named')}"
)


def _other_year(context: RuleContext) -> Iterator[Problem]:
    year = context.plan.year
    for text in context.texts:
        if not text.is_prose or "年度" not in text.text:
            continue
        matches = _OWN_YEAR.finditer(unicodedata.normalize("NFKC", text.text))
        for written in dict.fromkeys(match["year"] or match["named"] for match in matches):
            try:
                named = FiscalYear.parse(written)
            except ValueError:
                continue
            if named.number == year.number - 1:
                yield Problem(
                    text.place,
                    say(
                        "This speaks of {named} in the plan of {year}",
                        named=f"{written}年度",
                        year=str(year),
                    ),
                    say("If this year is meant, write {era}", era=year.era),
                    substring=f"{written}年度",
                )


_PROGRAM = "programs:\n  - name: 子育てサロン\n"
_FUNDED = (
    _PROGRAM
    + "    budget: 69千円\n    funding:\n      - {source: 補助金, amount: 50千円}\n"
    + "      - {source: 会費, amount: %s}\n"
)

TIME_AND_MONEY_RULES = (
    Rule(
        "P401",
        "unreadable-schedule",
        Severity.WARNING,
        translatable("A schedule from which no month can be read."),
        translatable("The calendar and the comparison of years need the months."),
        bad=_PROGRAM + "    schedule: 暖かいころ\n",
        good=_PROGRAM + "    schedule: 5月・6月\n",
        check=_unreadable_schedule,
    ),
    Rule(
        "P402",
        "month-outside-year",
        Severity.ERROR,
        translatable("A month outside the plan's fiscal year."),
        translatable(
            "January to March belong to the fiscal year that began the year before: 令和7年1月 is in "
            "fiscal year 2024, 令和6年1月 is not."
        ),
        bad="fiscal_year: 2024\n" + _PROGRAM + "    schedule: 令和6年1月\n",
        good="fiscal_year: 2024\n" + _PROGRAM + "    schedule: 令和7年1月\n",
        check=_outside_year,
    ),
    Rule(
        "P403",
        "impossible-month",
        Severity.ERROR,
        translatable("A month or day that does not exist."),
        translatable("Mostly a slip of the finger: 13月 for 12月."),
        bad=_PROGRAM + "    schedule: 13月\n",
        good=_PROGRAM + "    schedule: 12月\n",
        check=_impossible_month,
    ),
    Rule(
        "P404",
        "unreadable-amount",
        Severity.ERROR,
        translatable("An amount of money without its unit, or one that cannot be read."),
        translatable(
            "69 may be yen or thousands of yen, and only the writer knows whether 69,00 lacks a "
            "digit or has a wrong comma. Totals and comparisons leave it out."
        ),
        bad=_PROGRAM + "    budget: 69,000\n",
        good=_PROGRAM + "    budget: 69,000円\n",
        check=unreadable_amount,
    ),
    Rule(
        "P405",
        "funding-sum",
        Severity.ERROR,
        translatable("Funding that does not add up to the budget."),
        translatable("The sources of a budget are all of it, to the yen."),
        bad=_FUNDED % "9千円",
        good=_FUNDED % "19千円",
        check=funding_sum,
    ),
    Rule(
        "P406",
        "other-fiscal-year",
        Severity.WARNING,
        translatable("Last year is named where this year is probably intended."),
        translatable("It is left over when a plan begins as a copy of last year's."),
        bad="fiscal_year: 2024\npolicy: 令和5年度の重点項目を次のとおりとする。\n",
        good="fiscal_year: 2024\npolicy: 令和6年度の重点項目を次のとおりとする。\n",
        check=_other_year,
    ),
)
