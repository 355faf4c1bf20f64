"""The words of the printed plan: the council's own, else those that councils print."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from shakyo_plan.language import Translator
from shakyo_plan.model import Commission, Plan, Program, Status
from shakyo_plan.model.words import status_word

# The plan is printed in Japanese, whatever language its reader has the commands in.
_JAPANESE = Translator("ja")

COMMISSIONED = {
    Commission.CITY: "市受託事業",
    Commission.PREFECTURE: "県受託事業",
    Commission.PREFECTURAL_SHAKYO: "県社協受託事業",
    Commission.OTHER: "受託事業",
}
"""The mark of a commissioned program, as the lists of priorities print it."""


class PrintedWords:
    """What this plan's document calls its parts."""

    def __init__(self, plan: Plan) -> None:
        """Take the words from the plan's labels."""
        labels = plan.labels
        self.year = plan.year.era
        self.priority = labels.priority
        self.goal = labels.goal
        self.plan = labels.plan
        self.actions = "具体的な取り組み"
        self.priority_programs = "主な実施事業"
        self.programs = "主な事業"
        self.management = "組織運営"


def status(program: Program) -> str:
    """Return the word for the program's status (区分): 新規."""
    return _JAPANESE(status_word(program.status))


def place_marks(program: Program) -> Iterator[str]:
    """Yield the marks that the lists of basic plans print: its district, its status."""
    yield from program.districts
    if program.status is not Status.CONTINUED:
        yield status(program)


def commission_marks(program: Program) -> Iterator[str]:
    """Yield the mark that the lists of priorities print: who commissions it."""
    if program.commissioned_by:
        yield COMMISSIONED[program.commissioned_by]


def marked(name: str, marks: Iterable[str]) -> str:
    """Return a name with its marks in brackets: 料理教室（中央）（新規）."""
    return name + "".join(f"（{mark}）" for mark in marks)
