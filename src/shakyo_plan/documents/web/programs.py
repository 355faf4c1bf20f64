"""The programs as the page shows them: each once, with what is known of it and where it is cited."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from shakyo_plan.documents.printed.programs import program_facts
from shakyo_plan.documents.printed.words import commission_marks, place_marks
from shakyo_plan.model import Plan, Program
from shakyo_plan.model.citations import NOWHERE, citations_of
from shakyo_plan.values.schedule import read_schedule
from shakyo_plan.values.schedule.by_place import schedule_at

_OF_THE_TABLE = ("実施時期", "予算額")
"""Facts that have a column of their own."""


@dataclass(frozen=True, slots=True)
class ShownProgram:
    """A program on the page."""

    anchor: str
    """What links to it name."""
    program: Program
    place_marks: tuple[str, ...]
    commission_marks: tuple[str, ...]
    facts: tuple[tuple[str, str], ...]
    """What is known of it, by the words that plans print."""
    goals: tuple[int, ...]
    plans: tuple[str, ...]
    priorities: tuple[int, ...]
    months: tuple[int, ...]
    """The months of the year in which it is held, 1 to 12."""
    months_in: Mapping[str, tuple[int, ...]]
    """The same by districts, where its schedule tells those of each."""

    @property
    def facets(self) -> dict[str, object]:
        """What the filters of the page look at, by their keys."""
        program = self.program
        return {
            "district": list(program.districts),
            "status": [program.status.value],
            "commission": [program.commissioned_by.value] if program.commissioned_by else [],
            "month": list(map(str, self.months)),
            "months_in": {name: list(map(str, months)) for name, months in self.months_in.items()},
        }

    @property
    def other_names(self) -> tuple[str, ...]:
        """Names that a search finds it by as well."""
        return (*self.program.aliases, *self.program.formerly)


def shown_programs(plan: Plan) -> Mapping[str, ShownProgram]:
    """Return the registered programs by their names, in printed order."""
    citations = citations_of(plan)
    shown = {}
    for number, program in enumerate(plan.registered, 1):
        where = citations.get(program.name, NOWHERE)
        months = read_schedule(program.schedule or "", plan.year).months
        shown[program.name] = ShownProgram(
            anchor=f"program-{number}",
            program=program,
            place_marks=tuple(place_marks(program)),
            commission_marks=tuple(commission_marks(program)),
            facts=tuple(
                (title, text)
                for title, text in program_facts(program)
                if title not in _OF_THE_TABLE
            ),
            goals=where.goals,
            plans=where.plans,
            priorities=where.priorities,
            months=tuple(dict.fromkeys(month.month for month in months)),
            months_in=dict(_months_in(program, plan)),
        )
    return shown


def _months_in(program: Program, plan: Plan) -> Iterator[tuple[str, tuple[int, ...]]]:
    if len(program.districts) < 2:
        return
    for name in program.districts:
        there = schedule_at(program.schedule or "", name, program.districts, plan.council.districts)
        if there is not None:
            months = read_schedule(there, plan.year).months
            yield name, tuple(dict.fromkeys(month.month for month in months))
