"""The words of the printed plan: the council's own, else those that councils print."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from shakyo_plan.language import Translator
from shakyo_plan.model import Commission, Plan, Program, Status
from shakyo_plan.model.fields import Field, FieldKind
from shakyo_plan.model.indicators import Indicator, Measure
from shakyo_plan.model.kinds import PartKind
from shakyo_plan.model.numbering import number_alone
from shakyo_plan.model.value_words import value_words
from shakyo_plan.model.words import status_word
from shakyo_plan.values.fiscal_year import FiscalYear

# The plan is printed in Japanese, whatever language its reader has the commands in.
_JAPANESE = Translator("ja")

COMMISSIONED = {
    Commission.CITY: "市受託事業",
    Commission.PREFECTURE: "県受託事業",
    Commission.PREFECTURAL_SHAKYO: "県社協受託事業",
    Commission.TOWN: "町受託事業",
    Commission.VILLAGE: "村受託事業",
    Commission.WARD: "区受託事業",
    Commission.STATE: "国受託事業",
    Commission.NATIONAL_SHAKYO: "全社協受託事業",
    Commission.CITY_SHAKYO: "市社協受託事業",
    Commission.OTHER: "受託事業",
}
"""The mark of a commissioned program, as the lists of priorities print it."""


class PrintedWords:
    """What this plan's document calls its parts: the year's name, and the labels of the plan."""

    def __init__(self, plan: Plan) -> None:
        """Take the words from the plan."""
        labels = plan.labels
        self.year = plan.year.era
        self.priority = labels.priority
        self.goal = labels.goal
        self.plan = labels.plan
        self.actions = labels.actions
        self.priority_programs = labels.priority_programs
        self.programs = labels.programs
        self.management = labels.management
        self._numbering = plan.numbering

    def plan_head(self, plan_id: str) -> str:
        """Return what a basic plan is called where it stands alone: 基本計画 1-5, or Ⅰ-5 as printed."""
        number = number_alone(self._numbering, PartKind.PLAN, plan_id)
        return number if self._numbering.plan else f"{self.plan} {number}"


def measure(value: Measure | None, unit: str | None) -> str:
    """Return a value of an indicator with its unit and year: 64,319人（令和5年度）."""
    if value is None:
        return ""
    year = f"（{FiscalYear(value.year).era}）" if value.year else ""
    shown = value.value if not unit or value.value.endswith(unit) else f"{value.value}{unit}"
    return f"{shown}{year}"


def indicator_line(indicator: Indicator) -> str:
    """Return an indicator on one line, for the cell of a table."""
    told = (
        ("現状値", measure(indicator.baseline, indicator.unit)),
        ("目標値", measure(indicator.target, indicator.unit)),
        ("設定理由", indicator.reason or ""),
    )
    return " ".join([indicator.name, *(f"{title} {text}" for title, text in told if text)])


def printed_value(field: Field, value: Any) -> str:
    """Return the value of a key as the document prints it, nothing for none."""
    if isinstance(value, tuple) and value and isinstance(value[0], Indicator):
        return "\n".join(map(indicator_line, value))
    if field.kind is FieldKind.YEAR and value:
        return FiscalYear(value).era
    return value_words(field, value, _JAPANESE)


def status(program: Program) -> str:
    """Return the word for the program's status (区分): 新規."""
    return _JAPANESE(status_word(program.status))


def place_marks(program: Program) -> Iterator[str]:
    """Yield the marks that the lists of basic plans print: its districts, its status, its own."""
    yield from program.districts
    if program.status is not Status.CONTINUED:
        yield status(program)
    yield from program.tags


def commission_marks(program: Program) -> Iterator[str]:
    """Yield the mark that the lists of priorities print: who commissions it."""
    if program.commissioned_by:
        yield COMMISSIONED[program.commissioned_by]


def marked(name: str, marks: Iterable[str]) -> str:
    """Return a name with its marks in brackets: 料理教室（中央）（新規）; a mark that it ends with is there."""
    return name + "".join(f"（{mark}）" for mark in marks if not name.endswith(f"（{mark}）"))
