"""Imports a printed plan: from a file to the draft of a plan file, its doubts, and an account of every block."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from shakyo_plan.documents.blocks import Block, Carried, Where
from shakyo_plan.documents.convention import Convention
from shakyo_plan.documents.doubts import Code, Doubt
from shakyo_plan.documents.draft_text import draft_text
from shakyo_plan.documents.drafting import Drafter
from shakyo_plan.documents.ledger import Ledger, ledger_of
from shakyo_plan.documents.names.naming import Naming
from shakyo_plan.documents.outline.levels import Levels
from shakyo_plan.documents.recognition.reading import sketched
from shakyo_plan.documents.recognition.sketch import Sketch
from shakyo_plan.errors import UserError
from shakyo_plan.language import Translator
from shakyo_plan.message import say, say_n
from shakyo_plan.model import Plan, terms
from shakyo_plan.values.data_path import DataPath
from shakyo_plan.values.fiscal_year import FiscalYear

_PARTS = ("priorities", "goals", "plans", "programs", "management")
"""What makes a plan file: a document without any of them was not understood."""
_UNKNOWN_COUNCIL = "（社会福祉協議会の名前）"


@dataclass(frozen=True)
class Imported:
    """What an import gave; nothing is written yet."""

    source: str
    data: Mapping[str, Any]
    doubts: tuple[Doubt, ...]
    ledger: Ledger
    sketch: Sketch
    levels: Levels | None

    @property
    def year(self) -> FiscalYear:
        """The fiscal year of the draft."""
        return FiscalYear(self.data["fiscal_year"])

    def text(self, tr: Translator) -> str:
        """Return the draft as the text of a plan file."""
        return draft_text(self.data, self.doubts, Path(self.source).name, tr)


def import_carried(
    carried: Carried,
    source: str,
    convention: Convention | None = None,
    previous_of: Callable[[FiscalYear], Plan | None] = lambda _: None,
    year: FiscalYear | None = None,
) -> Imported:
    """Recognise the plan in the blocks of a file.

    ``previous_of`` returns last year's plan for the year of the document, where there is one; ``year``
    is what a person said, and goes before what the document says.

    Raises:
        UserError: neither the document nor anybody says which year the plan is for.
    """
    convention = convention or Convention()
    sketch, skipped, levels = sketched(carried.blocks, convention)
    if year is not None:
        sketch.year = year.number
    if sketch.year is None:
        raise UserError(
            say("{path} does not say which fiscal year it is the plan of", path=source),
            say("Say it: plan import {path} --year R7", path=source),
        )
    previous = previous_of(FiscalYear(sketch.year))
    invented = sketch.council is None
    if sketch.council is None:
        sketch.council = previous.council.name if previous else _UNKNOWN_COUNCIL
        invented = previous is None
    naming = Naming(sketch, previous, convention.districts, convention.marks)
    drafter = Drafter(sketch, naming, previous)
    data = drafter.data()
    has_parts = any(data.get(key) for key in _PARTS)
    ledger = ledger_of(carried.blocks, drafter.places, skipped, has_parts=has_parts)
    doubts = [*drafter.placed_doubts(), *_unplaced(ledger)]
    if not has_parts and carried.blocks:
        last = carried.blocks[-1]
        doubts.append(
            Doubt(
                Code.INVENTED, last, last.printed, "",
                say(
                    "no {goal}, {plan} or program was recognised in the whole document",
                    goal=terms.GOAL,
                    plan=terms.PLAN,
                ),
                (), ("goals",),
            )
        )  # fmt: skip
    if invented:
        first = carried.blocks[0] if carried.blocks else Block(0, "", "", Where())
        doubts.append(
            Doubt(
                Code.INVENTED, first, first.printed, _UNKNOWN_COUNCIL,
                say("the document does not name the council; write its name"), (), ("council", "name"),
            )
        )  # fmt: skip
    doubts.sort(key=lambda doubt: doubt.block.number)
    return Imported(
        source, data, tuple(_with_place(doubts, drafter.places)), ledger, sketch, levels
    )


def _unplaced(ledger: Ledger) -> list[Doubt]:
    """Return one doubt for each run of blocks that found no place."""
    runs: list[list[Block]] = []
    for block in ledger.unplaced:
        if runs and runs[-1][-1].number == block.number - 1:
            runs[-1].append(block)
        else:
            runs.append([block])
    return [_of_run(run) for run in runs]


def _of_run(run: Sequence[Block]) -> Doubt:
    reason = say_n(
        "no place was found for it",
        "no place was found for it and what follows, {n} paragraphs in total",
        len(run),
    )
    return Doubt(Code.UNPLACED, run[0], "\n".join(block.printed for block in run), "", reason)


def _with_place(doubts: Sequence[Doubt], places: Mapping[int, DataPath]) -> list[Doubt]:
    """Give each doubt a place in the draft: its own, else that of what was printed before it."""
    numbers = sorted(places)
    found = []
    for doubt in doubts:
        place = doubt.place
        if place is None:
            before = [number for number in numbers if number < doubt.block.number]
            place = places[before[-1]] if before else None
        found.append(replace(doubt, place=place))
    return found
