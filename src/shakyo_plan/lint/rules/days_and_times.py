"""P4: days that fall on another weekday than is written, and times that the months do not make up."""

from __future__ import annotations

from collections.abc import Iterator

from shakyo_plan.diagnostic import Severity
from shakyo_plan.lint.rules.context import RuleContext
from shakyo_plan.lint.rules.record import Problem, Rule
from shakyo_plan.message import say, translatable
from shakyo_plan.model.words import weekday_word
from shakyo_plan.values.lazy_pattern import lazy_pattern

_WEEKDAY = lazy_pattern("曜|[（(［日][ 　]*[日月火水木金土](?:[・、,）)］]|祝|$)")
"""What every weekday has; nearly no plan has one, and needs the grammar of schedules for it."""


def _wrong_weekday(context: RuleContext) -> Iterator[Problem]:
    named = [program for program, _ in context.schedules if _WEEKDAY.search(program.schedule or "")]
    if not named:
        return
    from shakyo_plan.values.schedule.days import days_in
    from shakyo_plan.values.schedule.month import in_fiscal_year

    for program in named:
        for written in days_in(program.schedule or "", context.plan.year):
            # A day outside the year is told as that.
            month = in_fiscal_year(context.plan.fiscal_year, written.day.month)
            if written.is_another_weekday and written.day.year == month.year:
                yield Problem(
                    (*program.place, "schedule"),
                    say(
                        "The weekday in “{part}” does not fit: {year}/{month}/{day} is a {weekday}",
                        part=written.part,
                        year=written.day.year,
                        month=written.day.month,
                        day=written.day.day,
                        weekday=weekday_word(written.day),
                    ),
                    say("Correct the day or its weekday; a day moves on in the week every year"),
                    substring=written.part,
                )


def _times_and_months(context: RuleContext) -> Iterator[Problem]:
    for program, schedule in context.schedules:
        if "回" not in (program.schedule or ""):
            continue
        from shakyo_plan.values.schedule.times import times_in

        said = times_in(program.schedule or "")
        if said is not None and not said.fit and not schedule.impossible:
            yield Problem(
                (*program.place, "schedule"),
                say(
                    "“{part}” is said, and {n} months are listed",
                    part=said.part,
                    n=said.months,
                ),
                say("Correct one of the two; if this is intentional, no change is needed"),
                substring=said.part,
            )


_PROGRAM = "programs:\n  - name: 子育てサロン\n"

DAY_AND_TIME_RULES = (
    Rule(
        "P409",
        "wrong-weekday",
        Severity.WARNING,
        translatable("A day with a weekday that is not that day's in this fiscal year."),
        translatable("It was copied from last year's plan, and readers come on the wrong day."),
        bad="fiscal_year: 2024\n" + _PROGRAM + "    schedule: 5月20日（火）\n",
        good="fiscal_year: 2024\n" + _PROGRAM + "    schedule: 5月20日（月）\n",
        check=_wrong_weekday,
    ),
    Rule(
        "P410",
        "times-and-months",
        Severity.INFO,
        translatable("A number of times in the year that the listed months do not make up."),
        translatable("A month was forgotten, or the number is that of last year."),
        bad=_PROGRAM + "    schedule: 年4回（6月・9月・12月）\n",
        good=_PROGRAM + "    schedule: 年4回（6月・9月・12月・3月）\n",
        check=_times_and_months,
    ),
)
