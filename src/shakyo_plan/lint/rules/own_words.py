"""P2 and P3: what a council adds of its own: marks, departments, indicators, programs that end."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from shakyo_plan.diagnostic import Severity
from shakyo_plan.lint.rules.context import RuleContext
from shakyo_plan.lint.rules.marks import MarkReader
from shakyo_plan.lint.rules.record import Problem, Rule
from shakyo_plan.message import say, translatable
from shakyo_plan.model import ENDED, BasicPlan, Commission, Indicator, Measure, Program, Status
from shakyo_plan.model.bearing import Bearing
from shakyo_plan.model.program_lists import Listing
from shakyo_plan.values.fiscal_year import FiscalYear
from shakyo_plan.values.lazy_pattern import lazy_pattern

_FIGURE = lazy_pattern(r"\d")
_ALL_OF_THEM = lazy_pattern(
    "[各全](?:課|係|部署?|部門|室|班|局|担当|職員|役職員|地区|支所|事業所|センター|施設|体)+"
)
"""各課 and 全課 name no department, but all. 全国事業係 names one."""
_UNIT = lazy_pattern(r"[^\d\s.,，．+\-－%]|%")
_UNIT_IN_NAME = lazy_pattern(
    r"[（(][^（）()\d]{1,6}[)）]\s{0,9}$"
    r"|(?:率|割合|(?:[人名件回校園台冊部枚本日食戸店館社班組]|[かカヶケヵ箇個]所|世帯|団体|時間|地区|会場"
    r"|教室|講座|施設|事業所)数)(?:[（(][^（）()]{1,9}[)）])?$"
)
"""登録者数（人）, か所数, 実施率: the name says the unit. 登録者数 does not: it may be 人, 名 or 組."""


def _parts(context: RuleContext) -> Iterator[Listing | Program]:
    for listing in context.plan.lists:
        yield listing.part
    yield from context.plan.programs


def _past_until(context: RuleContext) -> Iterator[Problem]:
    year = context.plan.fiscal_year
    for program in context.plan.programs:
        # What ended by its own entry is kept as a record.
        if program.until is not None and program.until < year and program.status not in ENDED:
            yield Problem(
                (*program.place, "until"),
                say(
                    "“{name}” was to end with {until}, and is still here",
                    name=program.name,
                    until=str(FiscalYear(program.until)),
                ),
                say("Take it out, or fix its last year"),
            )


def _indicators(context: RuleContext) -> Iterator[Problem]:
    for part in _parts(context):
        for indicator in getattr(part, "indicators", ()):
            yield from _indicator(indicator)


def _indicator(indicator: Indicator) -> Iterator[Problem]:
    measures = [each for each in (indicator.baseline, indicator.target) if each]
    bare = [
        each for each in measures if _FIGURE.search(each.value) and not _UNIT.search(each.value)
    ]
    if bare and indicator.unit is None and not _UNIT_IN_NAME.search(indicator.name):
        yield Problem(
            (*indicator.place, "name"),
            say("The indicator “{name}” has no unit", name=indicator.name),
            say("Write it under unit:, such as 人 or 件"),
        )
    before, after = _year(indicator.baseline), _year(indicator.target)
    if before is not None and after is not None and after < before:
        yield Problem(
            (*indicator.place, "target"),
            say(
                "The target of “{name}” is of {target}, before its baseline of {baseline}",
                name=indicator.name,
                target=str(FiscalYear(after)),
                baseline=str(FiscalYear(before)),
            ),
            say("Correct one of the two years"),
        )


def _year(measure: Measure | None) -> int | None:
    return measure.year if measure else None


def _tags(context: RuleContext) -> Iterator[Problem]:
    reader = MarkReader(context.plan.council.districts)
    for part in _parts(context):
        for number, tag in enumerate(part.tags):
            meaning = reader.meaning(tag)
            if meaning is None:
                continue
            key = _KEYS.get(type(meaning), "district")
            yield Problem(
                (*part.place, "tags", number),
                say("The mark “{tag}” is what {key}: says", tag=tag, key=key),
                say("Write it there, on the program's entry, and not under tags:"),
            )


_KEYS: Mapping[type, str] = {Status: "status", Commission: "commissioned_by"}


def _departments(context: RuleContext) -> Iterator[Problem]:
    legend = context.plan.council.departments
    known = {name for each in legend for name in (each.name, each.short) if name}
    if not known:
        return
    bearing = Bearing(context.plan)
    parts: tuple[BasicPlan | Program, ...] = (
        *context.plan.basic_plans,
        *context.plan.programs,
    )
    for part in parts:
        for name in bearing.written(part.department or ""):
            if name not in known and not _ALL_OF_THEM.fullmatch(name):
                near = context.patience.nearest(name, known, 1, least=0.4)
                yield Problem(
                    (*part.place, "department"),
                    say("The council has no department “{name}”", name=name),
                    say("Did you mean “{nearest}”?", nearest=near[0])
                    if near
                    else say("Those under departments: are: {known}", known=tuple(sorted(known))),
                )


_PROGRAM = "programs:\n  - name: 子育てサロン\n"
_INDICATOR = _PROGRAM + "    indicators:\n      - name: 参加者数\n"

OWN_WORDS_RULES = (
    Rule(
        "P219",
        "unknown-department",
        Severity.WARNING,
        translatable("A department that the council's list of departments does not have."),
        translatable("Two spellings of one department look like two in every list by department."),
        bad="council: {name: 試験社協, departments: [地域福祉課]}\n"
        + _PROGRAM
        + "    department: 地域福祉係\n",
        good="council: {name: 試験社協, departments: [地域福祉課]}\n"
        + _PROGRAM
        + "    department: 地域福祉課\n",
        check=_departments,
    ),
    Rule(
        "P304",
        "past-until",
        Severity.WARNING,
        translatable("A program that is still there after its last year."),
        translatable("It goes on after all, or it was left over from last year's plan."),
        bad="fiscal_year: 2024\n" + _PROGRAM + "    until: 2023\n",
        good="fiscal_year: 2024\n" + _PROGRAM + "    until: 2024\n",
        check=_past_until,
    ),
    Rule(
        "P305",
        "incomplete-indicator",
        Severity.WARNING,
        translatable("An indicator without a unit, or with a target year before its baseline."),
        translatable("17 may be places, people or percent; and a target is ahead."),
        bad=_INDICATOR + "        target: {value: 150, year: 2026}\n",
        good=_INDICATOR + "        unit: 人\n        target: {value: 150, year: 2026}\n",
        check=_indicators,
    ),
    Rule(
        "P306",
        "tag-of-a-key",
        Severity.WARNING,
        translatable("A mark under tags: that another key says: new, commissioned, a district."),
        translatable("Lists by status, commission or district would not find it."),
        bad=_PROGRAM + "    tags: [新規]\n",
        good=_PROGRAM + "    tags: [重点]\n",
        check=_tags,
    ),
)
