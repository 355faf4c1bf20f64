"""What rules look at: a plan, its file's data, and views of them that several rules share."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from shakyo_plan.likeness import Patience
from shakyo_plan.lint.rules.names import Names
from shakyo_plan.lint.rules.slips import Culprit, Slip, culprits, slips_in
from shakyo_plan.model import NOT_HELD, BasicPlan, Citation, Plan, Priority, Program, cited
from shakyo_plan.values.data_path import ROOT, DataPath
from shakyo_plan.values.schedule import Schedule, read_schedule

if TYPE_CHECKING:
    from shakyo_plan.diff.lineage import Lineage, Tie

NAME_KEYS = frozenset({"name", "aliases", "formerly", "distinct_from", "districts", "district"})
AMOUNT_KEYS = frozenset({"schedule", "budget", "amount"})
VALUE_KEYS = AMOUNT_KEYS | {"id", "status", "commissioned_by"}
_NO_PROSE = NAME_KEYS | VALUE_KEYS | {"programs"}
_NOT_OF_THE_PLAN = frozenset({"suppress"})


class Text(NamedTuple):
    """A text of the file, its place, and the key that it stands under."""

    place: DataPath
    key: str
    text: str

    @property
    def is_prose(self) -> bool:
        """Whether it is words of the council's own: no name, id, date or amount."""
        return self.key not in _NO_PROSE


@dataclass(frozen=True)
class RuleContext:
    """One plan under check."""

    plan: Plan
    data: Mapping[str, Any]
    """The plain data of the file."""
    stem: str | None = None
    """The file's name without its ending; None where it has none, as standard input."""
    notation: tuple[tuple[str, ...], ...] = ()
    """Words that mean one thing, for the rules on notation; each group is one thing."""
    previous: Plan | None = None
    """The plan of the fiscal year before, where there is one."""
    line_of: Callable[[DataPath], int] = lambda _: 0
    """The line of the file on which something stands, for messages that name a second place."""
    patience: Patience = field(default_factory=Patience)
    """How long rules look for nearest names in this plan, all of them together."""

    @cached_property
    def texts(self) -> tuple[Text, ...]:
        """All texts of the plan, in the order of the file."""
        found: list[Text] = []
        _gather(self.data, ROOT, "", found)
        return tuple(found)

    @cached_property
    def citations(self) -> tuple[tuple[Priority | BasicPlan, Citation], ...]:
        """Every citation with what cites it, in printed order."""
        return tuple(
            (listing, citation)
            for listing in self.plan.lists
            for citation, _ in cited(listing.programs)
        )

    @cached_property
    def names(self) -> Names:
        """The programs by every name that people may write for them."""
        return Names(self.plan, self.patience)

    @cached_property
    def schedules(self) -> tuple[tuple[Program, Schedule], ...]:
        """The programs that have a schedule, with what it means."""
        return tuple(
            (program, read_schedule(program.schedule, self.plan.year))
            for program in self.plan.programs
            if program.schedule is not None
        )

    @cached_property
    def lineage(self) -> Lineage | None:
        """Which part of last year's plan is which of this one's; None where there is none."""
        if self.previous is None:
            return None
        # Only where there are two years is the comparison needed at all.
        from shakyo_plan.diff.lineage import Lineage

        return Lineage(self.previous, self.plan)

    @property
    def ties(self) -> tuple[Tie, ...]:
        """What goes on from last year's plan as what; nothing where there is none."""
        return self.lineage.ties if self.lineage else ()

    @property
    def last_year(self) -> str:
        """The fiscal year of last year's plan, in words; nothing where there is none."""
        return str(self.previous.year) if self.previous else ""

    @cached_property
    def _slips(self) -> tuple[tuple[Priority | BasicPlan, Slip], ...]:
        return tuple(
            (listing, slip)
            for listing in self.plan.lists
            for slip in slips_in(listing.programs, self.names)
        )

    @cached_property
    def culprits(self) -> tuple[Culprit, ...]:
        """The programs whose own entry is the slip where a citation is not registered."""
        cited = {citation.name for _, citation in self.citations}
        return tuple(culprits(self.slips, cited, self.names))

    @cached_property
    def witnesses(self) -> frozenset[DataPath]:
        """The places of the citations that are right, and their entry is the slip."""
        return frozenset(
            citation.place for culprit in self.culprits for citation in culprit.citations
        )

    @property
    def slips(self) -> Iterator[Slip]:
        """Yield what is not cited by its name, in printed order."""
        return (slip for _, slip in self._slips)

    @cached_property
    def cited_by_plans(self) -> frozenset[str]:
        """The names of the programs that basic plans cite, misprints taken for what they mean."""
        return self._cited_by(BasicPlan)

    @cached_property
    def cited_by_priorities(self) -> frozenset[str]:
        """The names of the programs that priorities cite, misprints taken for what they mean."""
        return self._cited_by(Priority)

    def meant_in(self, listing: Priority | BasicPlan) -> frozenset[str]:
        """Return the names of the programs that a list cites, misprints taken for what they mean."""
        return frozenset(self._meant[listing.place])

    def _cited_by(self, kind: type[Priority | BasicPlan]) -> frozenset[str]:
        lists = (listing for listing in self.plan.lists if isinstance(listing, kind))
        return frozenset(name for listing in lists for name in self._meant[listing.place])

    @cached_property
    def _meant(self) -> Mapping[DataPath, set[str]]:
        meant: defaultdict[DataPath, set[str]] = defaultdict(set)
        for listing, citation in self.citations:
            meant[listing.place].add(citation.name)
        for listing, slip in self._slips:
            meant[listing.place].update(program.name for program in slip.programs)
        misspelt = {culprit.name: culprit.program.name for culprit in self.culprits}
        for listing, citation in self.citations:
            if citation.name in misspelt:
                meant[listing.place].add(misspelt[citation.name])
        return meant

    @cached_property
    def uncited(self) -> tuple[Program, ...]:
        """The programs that no basic plan cites; what is not held need not be cited."""
        return tuple(
            program
            for program in self.plan.programs
            if program.status not in NOT_HELD and program.name not in self.cited_by_plans
        )


def uncited_programs(plan: Plan) -> tuple[Program, ...]:
    """Return the programs of a plan that P209 to P211 find: no basic plan cites them, and they are held."""
    return RuleContext(plan, {}).uncited


def lists_nothing(listing: Priority | BasicPlan) -> bool:
    """Whether a list cites no program (P303); a group alone is none."""
    return not any(cited(listing.programs))


def _gather(data: Any, place: DataPath, key: str, found: list[Text]) -> None:
    if isinstance(data, str):
        found.append(Text(place, key, data))
    elif isinstance(data, Mapping):
        for name, value in data.items():
            if name not in _NOT_OF_THE_PLAN:
                _gather(value, (*place, name), name, found)
    elif isinstance(data, list):
        for number, value in enumerate(data):
            _gather(value, (*place, number), key, found)
