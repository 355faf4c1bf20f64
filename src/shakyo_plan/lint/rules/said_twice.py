"""P2 to P4: a district, an indicator or a division of the accounts that stands twice."""

from __future__ import annotations

from collections.abc import Iterator

from shakyo_plan.diagnostic import Severity
from shakyo_plan.lint.rules.context import RuleContext
from shakyo_plan.lint.rules.record import Fix, Problem, Rule
from shakyo_plan.message import say, translatable
from shakyo_plan.source.editing.edit import Drop
from shakyo_plan.values.data_path import DataPath


def _districts(context: RuleContext) -> Iterator[Problem]:
    council = context.plan.council
    lists: list[tuple[DataPath, tuple[str, ...]]] = [(("council", "districts"), council.districts)]
    lists += [((*each.place, "district"), each.districts) for each in context.plan.programs]
    for place, districts in lists:
        seen: set[str] = set()
        for number, district in enumerate(districts):
            if district in seen:
                yield Problem(
                    (*place, number),
                    say("The district “{district}” stands here twice", district=district),
                    say("Delete one of the two"),
                    (Drop((*place, number)),),
                )
            seen.add(district)


def _indicators(context: RuleContext) -> Iterator[Problem]:
    parts = (*(listing.part for listing in context.plan.lists), *context.plan.programs)
    for part in parts:
        units: dict[str, str] = {}
        for indicator in getattr(part, "indicators", ()):
            unit = units.setdefault(indicator.name, indicator.unit or "")
            if indicator.unit and unit and indicator.unit != unit:
                yield Problem(
                    (*indicator.place, "name"),
                    say(
                        "“{name}” is measured in {first} and in {second}",
                        name=indicator.name,
                        first=unit,
                        second=indicator.unit,
                    ),
                    say("Give the two different names, or correct the unit"),
                )


def _divisions(context: RuleContext) -> Iterator[Problem]:
    seen: set[str | None] = set()
    for account in context.plan.accounts:
        if account.division in seen:
            yield Problem(
                (*account.place, "division") if account.division else account.place,
                say("The accounts of “{division}” stand here twice", division=account.division)
                if account.division
                else say("The accounts of the council as a whole stand here twice"),
                say("Put the items into one, or write the division that is meant"),
            )
        seen.add(account.division)


_PROGRAM = "programs:\n  - name: 子育てサロン\n"
_INDICATORS = (
    _PROGRAM
    + "    indicators:\n"
    + "      - {name: 利用, unit: 件, target: {value: 150, year: 2026}}\n"
    + "      - {name: %s, unit: 人, target: {value: 90, year: 2026}}\n"
)
_ACCOUNTS = """\
accounts:
  - division: 法人運営
    income: [{item: 会費, amount: 240千円}]
  - division: %s
    income: [{item: 補助金, amount: 225千円}]
"""

SAID_TWICE_RULES = (
    Rule(
        "P220",
        "repeated-district",
        Severity.WARNING,
        translatable("A district that stands twice in one list."),
        translatable("It is printed twice, and a reader wonders which one was meant instead."),
        bad="council: {name: 試験社協, districts: [常磐, 内郷]}\n"
        + _PROGRAM
        + "    district: [常磐, 常磐]\n",
        good="council: {name: 試験社協, districts: [常磐, 内郷]}\n"
        + _PROGRAM
        + "    district: [常磐, 内郷]\n",
        check=_districts,
        fix=Fix.SAFE,
    ),
    Rule(
        "P307",
        "indicator-in-two-units",
        Severity.WARNING,
        translatable("Two indicators of one name in one place, measured in different units."),
        translatable("A comparison of years cannot say which of the two is which."),
        bad=_INDICATORS % "利用",
        good=_INDICATORS % "利用者",
        check=_indicators,
    ),
    Rule(
        "P411",
        "repeated-division",
        Severity.WARNING,
        translatable("Two accounts of one division."),
        translatable("Each division has one income and one expenses; a total may count it twice."),
        bad=_ACCOUNTS % "法人運営",
        good=_ACCOUNTS % "受託事業",
        check=_divisions,
    ),
)
