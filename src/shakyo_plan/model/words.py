"""The words that people know: for marks (新規, 市受託), months and sums; in the reader's language."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from shakyo_plan.diagnostic import Severity
from shakyo_plan.language import Translator
from shakyo_plan.message import Message, say, translatable
from shakyo_plan.model import Commission, Program, Status, terms
from shakyo_plan.model.kinds import PartKind
from shakyo_plan.values.schedule import Month

SEVERITY = {
    Severity.ERROR: translatable("error"),
    Severity.WARNING: translatable("warning"),
    Severity.INFO: translatable("info"),
}
STATUS = {
    Status.NEW: translatable("new"),
    Status.EXPANDED: translatable("expanded"),
    Status.CONTINUED: translatable("continued"),
    Status.RESTRUCTURED: translatable("restructured"),
    Status.REDUCED: translatable("reduced"),
    Status.MERGED: translatable("merged"),
    Status.SUSPENDED: translatable("suspended"),
    Status.DISCONTINUED: translatable("discontinued"),
}
COMMISSION = {
    Commission.CITY: translatable("city"),
    Commission.TOWN: translatable("town"),
    Commission.VILLAGE: translatable("village"),
    Commission.WARD: translatable("ward"),
    Commission.PREFECTURE: translatable("prefecture"),
    Commission.STATE: translatable("state"),
    Commission.CITY_SHAKYO: translatable("city council"),
    Commission.PREFECTURAL_SHAKYO: translatable("prefectural council"),
    Commission.NATIONAL_SHAKYO: translatable("national council"),
    Commission.OTHER: translatable("commissioned by others"),
}


_WEEKDAYS = (
    translatable("Monday"),
    translatable("Tuesday"),
    translatable("Wednesday"),
    translatable("Thursday"),
    translatable("Friday"),
    translatable("Saturday"),
    translatable("Sunday"),
)


def weekday_word(day: date) -> Message:
    """Return the day of the week that a day falls on."""
    return say(_WEEKDAYS[day.weekday()])


def status_word(status: Status) -> Message:
    """Return the word for a status."""
    return say(STATUS[status])


def commission_word(commission: Commission) -> Message:
    """Return the word for who commissions a program."""
    return say(COMMISSION[commission])


def marks(
    status: Status, districts: tuple[str, ...], commissioned_by: Commission | None, tr: Translator
) -> tuple[str, ...]:
    """Return the marks of a program as people know them: 新規, 遠野, 市受託."""
    found = [] if status is Status.CONTINUED else [tr(status_word(status))]
    found.extend(districts)
    if commissioned_by:
        found.append(tr(commission_word(commissioned_by)))
    return tuple(found)


def marks_of(program: Program, tr: Translator) -> tuple[str, ...]:
    """Return the marks of a program as people know them: 新規, 遠野, 市受託."""
    found = marks(program.status, program.districts, program.commissioned_by, tr)
    return (*found, *program.tags)


def with_marks(name: str, found: tuple[str, ...], tr: Translator) -> str:
    """Return a name with its marks as plans print them: 男の料理教室（新規）（遠野）.

    A mark that the name itself ends with, サロン（中央）, is there already.
    """
    marks_left = (each for each in found if not name.endswith((f"（{each}）", f"({each})")))
    return name + "".join(tr(say(" ({mark})", mark=each)) for each in marks_left)


def goal_words(goal: int | str, tr: Translator) -> str:
    """Return what the council calls a goal: 基本目標 1, or Ⅰ where it prints that."""
    return _called(PartKind.GOAL, terms.GOAL_HEAD, [goal], tr)


def plan_words(basic_plan: str, tr: Translator) -> str:
    """Return what the council calls a basic plan: 基本計画 1-5."""
    return _called(PartKind.PLAN, terms.PLAN_HEAD, [basic_plan], tr)


def priority_words(priorities: Sequence[int | str], tr: Translator) -> str:
    """Return what the council calls priorities: 重点項目 1・3."""
    return _called(PartKind.PRIORITY, terms.PRIORITY_HEAD, priorities, tr)


def _called(kind: PartKind, part: Message, ids: Sequence[int | str], tr: Translator) -> str:
    numbers = [tr.number(kind, each) for each in ids]
    together = "・".join(numbers)
    if numbers != list(map(str, ids)):
        return together
    return tr(say("{part} {id}", part=part, id=together))


def counted_part(n: int, single: Message, several: Message) -> Message:
    """Return how many parts of a kind there are, the kind by its term."""
    return say("{n} {parts}", n=n, parts=single if n == 1 else several)


MONTHS = {
    1: translatable("Jan"),
    2: translatable("Feb"),
    3: translatable("Mar"),
    4: translatable("Apr"),
    5: translatable("May"),
    6: translatable("Jun"),
    7: translatable("Jul"),
    8: translatable("Aug"),
    9: translatable("Sep"),
    10: translatable("Oct"),
    11: translatable("Nov"),
    12: translatable("Dec"),
}


def months_words(months: tuple[Month, ...], tr: Translator) -> str:
    """Return months in words, year by year: 2024年6月・10月、2025年2月."""
    years = dict.fromkeys(month.year for month in months)
    between = "・" if tr.language == "ja" else ", "
    in_years = [
        tr(say("{months} {year}", months=between.join(_in_year(months, year, tr)), year=year))
        for year in years
    ]
    return ("、" if tr.language == "ja" else "; ").join(in_years)


def _in_year(months: tuple[Month, ...], year: int, tr: Translator) -> list[str]:
    return [tr(MONTHS[month.month]) for month in months if month.year == year]


def yen_words(yen: int, tr: Translator) -> str:
    """Return an amount in yen, and in the thousands of yen (千円) that budgets are printed in."""
    thousands = f"{yen / 1000:,.3f}".rstrip("0").rstrip(".")
    return tr(say("{yen} yen ({thousands} thousand yen)", yen=f"{yen:,}", thousands=thousands))
