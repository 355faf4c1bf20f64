"""What changes in a plan's data when it becomes the draft of another year."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cached_property

from shakyo_plan.lint.rules.names import Names
from shakyo_plan.message import Message, say
from shakyo_plan.model import (
    ENDED,
    Citation,
    Indicator,
    Plan,
    Program,
    ProgramList,
    Status,
    Suppression,
    cited,
)
from shakyo_plan.model.words import status_word
from shakyo_plan.source.editing.edit import CommentOut, Drop, Edit, Rewrite
from shakyo_plan.values.data_path import DataPath
from shakyo_plan.values.fiscal_year import FiscalYear
from shakyo_plan.values.name import fold_name
from shakyo_plan.values.named_year import move_years

CHANGED = (Status.NEW, Status.EXPANDED, Status.RESTRUCTURED)
"""What was new or changed last year goes on as it is now."""


@dataclass(frozen=True)
class NextYear:
    """The way from one plan to the draft of a later year."""

    plan: Plan
    year: FiscalYear
    keep_budgets: bool = False
    budget_note: str = ""
    """What stands behind a budget that was made a question."""
    target_note: str = ""
    """The same behind a target whose year is past."""

    @cached_property
    def ended(self) -> tuple[Program, ...]:
        """The programs that end with the old plan."""
        return tuple(program for program in self.plan.programs if self._ends(program))

    def _ends(self, program: Program) -> bool:
        past = program.until is not None and program.until < self.year.number
        return past or program.status in ENDED

    @cached_property
    def going_on(self) -> tuple[Program, ...]:
        """All others."""
        return tuple(program for program in self.plan.programs if not self._ends(program))

    @cached_property
    def continued(self) -> tuple[Program, ...]:
        """The programs that go on, and whose status line goes: continued is what no line means."""
        return tuple(program for program in self.going_on if program.status in CHANGED)

    @cached_property
    def renamed(self) -> tuple[Program, ...]:
        """The programs whose former names are cleared."""
        return tuple(program for program in self.going_on if program.formerly)

    @cached_property
    def budgeted(self) -> tuple[Program, ...]:
        """The programs whose budget becomes a question."""
        if self.keep_budgets:
            return ()
        return tuple(program for program in self.going_on if program.budget or program.funding)

    @cached_property
    def past_targets(self) -> tuple[tuple[str, Indicator], ...]:
        """The indicators whose target was to be reached before the new year, each with whose it is."""
        return tuple(
            (whose, indicator)
            for whose, indicator in self._indicators
            if indicator.target and (indicator.target.year or self.year.number) < self.year.number
        )

    @cached_property
    def undated_targets(self) -> tuple[tuple[str, Indicator], ...]:
        """The indicators whose target names no year, and may be that of the year that is over."""
        return tuple(
            (whose, indicator)
            for whose, indicator in self._indicators
            if indicator.target and indicator.target.year is None
        )

    @cached_property
    def _indicators(self) -> tuple[tuple[str, Indicator], ...]:
        listed = [(listing.title, listing.part) for listing in self.plan.lists]
        parts = (*listed, *((program.name, program) for program in self.going_on))
        return tuple(
            (whose, indicator)
            for whose, part in parts
            for indicator in getattr(part, "indicators", ())
        )

    @cached_property
    def rescheduled(self) -> tuple[tuple[Program, str, str], ...]:
        """The programs whose schedule names a year, with it before and after."""
        by = self.year.number - self.plan.fiscal_year
        both = (
            (program, program.schedule, move_years(program.schedule, by))
            for program in self.going_on
            if program.schedule
        )
        return tuple((program, old, new) for program, old, new in both if old != new)

    @cached_property
    def dropped_citations(self) -> tuple[tuple[ProgramList, Citation], ...]:
        """The citations of programs that end, and of those that would be cited twice."""
        return tuple(
            (listing, citation) for listing, citation, name in self._citations if name is None
        )

    @cached_property
    def expired(self) -> tuple[Message, ...]:
        """The suppressions that end before the new year, in words."""
        return tuple(
            suppression_words(accepted)
            for accepted in self.plan.suppress
            if accepted.until < self.year.number
        )

    def edits(self) -> Iterator[Edit]:
        """Yield all changes of the data."""
        yield Rewrite(("fiscal_year",), self.year.number)
        yield from (Drop(program.place) for program in self.ended)
        yield from (Drop((*program.place, "status")) for program in self.continued)
        yield from (Drop((*program.place, "formerly")) for program in self.renamed)
        for program, _, moved in self.rescheduled:
            yield Rewrite((*program.place, "schedule"), moved)
        for program in self.budgeted:
            if program.budget:
                yield CommentOut((*program.place, "budget"), self.budget_note)
            if program.funding:
                yield CommentOut((*program.place, "funding"), self.budget_note)
        if self.plan.accounts and not self.keep_budgets:
            yield CommentOut(("accounts",), self.budget_note)
        for _, indicator in self.past_targets:
            yield CommentOut((*indicator.place, "target"), self.target_note)
        yield from self._distinctions()
        for _, citation, name in self._citations:
            yield Drop(citation.place) if name is None else Rewrite(citation.place, name)
        yield from self._suppressions()

    @cached_property
    def _citations(self) -> tuple[tuple[ProgramList, Citation, str | None], ...]:
        """The citations that cannot stay: each with its list, and with the name that it gets, if any."""
        names = Names(self.plan)
        return tuple(
            found for listing in self.plan.lists for found in self._citations_in(listing, names)
        )

    def _citations_in(
        self, listing: ProgramList, names: Names
    ) -> Iterator[tuple[ProgramList, Citation, str | None]]:
        taken = {citation.name for citation, _ in cited(listing.programs)}
        for citation, _ in cited(listing.programs):
            program = names.program(citation.name)
            if program is None:
                continue
            if self._ends(program):
                yield listing, citation, None
            elif citation.name != program.name and fold_name(citation.name) in map(
                fold_name, program.formerly
            ):
                # The former name will be gone: the citation gets the one that the program has now.
                yield listing, citation, None if program.name in taken else program.name
                taken.add(program.name)

    def _distinctions(self) -> Iterator[Edit]:
        gone = {program.name for program in self.ended}
        for program in self.going_on:
            empty = [name in gone for name in program.distinct_from]
            if empty and all(empty):
                yield Drop((*program.place, "distinct_from"))
            else:
                for number, name in enumerate(program.distinct_from):
                    if name in gone:
                        yield Drop((*program.place, "distinct_from", number))

    def _suppressions(self) -> Iterator[Edit]:
        places = {
            accepted.place for accepted in self.plan.suppress if accepted.until < self.year.number
        }
        return without_suppressions(self.plan, places)


def without_suppressions(plan: Plan, places: Collection[DataPath]) -> Iterator[Edit]:
    """Yield what takes out the suppressions at these places; their key goes with the last."""
    if places and len(places) == len(plan.suppress):
        yield Drop(("suppress",))
    else:
        yield from (Drop(accepted.place) for accepted in plan.suppress if accepted.place in places)


def suppression_words(suppression: Suppression) -> Message:
    """Return what a suppression accepts."""
    return say("{rule} for “{item}”", rule=suppression.rule, item=suppression.item)


def named_with_status(program: Program) -> Message:
    """Return a program with the status that it had."""
    return say("{name} ({status})", name=program.name, status=status_word(program.status))


def named_with_end(program: Program) -> Message:
    """Return a program that ends, with why: its status, or its last year."""
    if program.status in ENDED or program.until is None:
        return named_with_status(program)
    return say("{name} (until {year})", name=program.name, year=str(FiscalYear(program.until)))
