"""Schedules and amounts as councils print them, and how many of them are read as they are meant.

``python -m tests.printed`` prints the score. Right is what gives exactly these months or yen and no
finding; where nothing can be said, what gives nothing, with or without a finding. Silently wrong is
all else that has no finding.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from shakyo_plan.values.fiscal_year import FiscalYear
from shakyo_plan.values.money import read_amount
from shakyo_plan.values.schedule import read_schedule

HERE = Path(__file__).parent


class Reading(NamedTuple):
    """A string with what it means, and what is read from it."""

    text: str
    meant: str
    read: str
    has_finding: bool

    @property
    def is_right(self) -> bool:
        return self.read == self.meant and (self.meant == "-" or not self.has_finding)

    @property
    def is_silently_wrong(self) -> bool:
        return not self.is_right and not self.has_finding


def schedules() -> list[Reading]:
    readings = []
    for year, text, meant in _rows("schedules.tsv"):
        schedule = read_schedule(text, FiscalYear(int(year)))
        months = [str(month.month) for month in schedule.months]
        read = "all" if len(months) == 12 else " ".join(months) or "-"
        finding = bool(schedule.unread or schedule.impossible or schedule.outside)
        readings.append(Reading(text, meant, read, finding))
    return readings


def amounts() -> list[Reading]:
    readings = []
    for text, meant in _rows("amounts.tsv"):
        amount = read_amount(text)
        read = "-" if amount.yen is None else str(amount.yen)
        readings.append(Reading(text, meant, read, amount.fault is not None))
    return readings


def _rows(name: str) -> list[list[str]]:
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if not line.startswith("#")]
