"""What rules look at: a plan, its file's data, and views of them that several rules share."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from shakyo_plan.likeness import Patience
from shakyo_plan.lint.rules.names import Names
from shakyo_plan.lint.rules.slips import Culprit, Slip, culprits, slips_in
from shakyo_plan.model import NOT_HELD, BasicPlan, Citation, Plan, Program, ProgramList, cited
from shakyo_plan.values.data_path import ROOT, DataPath, value_at
from shakyo_plan.values.schedule import Schedule, read_schedule

if TYPE_CHECKING:
    from shakyo_plan.diff.lineage import Lineage, Tie

NAME_KEYS = frozenset({"name", "aliases", "formerly", "distinct_from", "districts", "district"})
AMOUNT_KEYS = frozenset({"schedule", "budget", "amount", "income_total", "expenses_total"})
VALUE_KEYS = AMOUNT_KEYS | {"id", "status", "commissioned_by", "value", "unit", "capacity"}
_NO_PROSE = NAME_KEYS | VALUE_KEYS | {"programs"}
_NOT_OF_THE_PLAN = frozenset({"suppress", "numbering"})


class Text(NamedTuple):
    """A text of the file, its place, and the key that it is under."""

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
    def whole_text(self) -> str:
        """All texts, one below the other: what is in none of them is looked for once, not in each."""
        return "\n".join(text.text for text in self.texts)

    def found(self, pattern: re.Pattern[str]) -> Iterator[tuple[Text, re.Match[str]]]:
        """Yield the texts in which the pattern is found, with where it is found first.

        The pattern takes the end of a line for that of a text (``re.MULTILINE``, if it asks at all).
        """
        if pattern.search(self.whole_text):
            for text in self.texts:
                if match := pattern.search(text.text):
                    yield text, match

    @cached_property
    def citations(self) -> tuple[tuple[ProgramList, Citation], ...]:
        """Every citation with what cites it, in printed order."""
        return tuple(
            (listing, citation)
            for listing in self.plan.lists
            for citation, _ in cited(listing.programs)
        )

    @cached_property
    def accounted(self) -> tuple[tuple[DataPath, str], ...]:
        """The amounts of the council's accounts, as written, with their places."""
        found: list[tuple[DataPath, str]] = []
        for account in self.plan.accounts:
            items = (*account.income, *account.expenses)
            found += [((*item.place, "amount"), item.amount) for item in items]
            totals = ("income_total", "expenses_total")
            found += [
                ((*account.place, key), total) for key in totals if (total := getattr(account, key))
            ]
        return tuple(found)

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
    def _slips(self) -> tuple[tuple[ProgramList, Slip], ...]:
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
    def cited_in_lists(self) -> frozenset[str]:
        """The names of the programs that goals, plans and sections cite, misprints taken for what they mean."""
        return self._cited(by_priorities=False)

    @cached_property
    def cited_by_priorities(self) -> frozenset[str]:
        """The names of the programs that priorities cite, misprints taken for what they mean."""
        return self._cited(by_priorities=True)

    def meant_in(self, basic_plan: BasicPlan) -> frozenset[str]:
        """Return the names of the programs that a plan cites, misprints taken for what they mean."""
        lists = (listing for listing in self.plan.lists if listing.plan is basic_plan)
        return frozenset(name for listing in lists for name in self._meant[listing.place])

    def _cited(self, *, by_priorities: bool) -> frozenset[str]:
        lists = (listing for listing in self.plan.lists if listing.of_priority is by_priorities)
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
        """The programs that no goal, plan or section cites; what is not held need not be cited."""
        return tuple(
            program
            for program in self.plan.programs
            if program.status not in NOT_HELD and program.name not in self.cited_in_lists
        )

    @cached_property
    def has_lists(self) -> bool:
        """Whether the plan has a list of programs anywhere but under its priorities, be it empty."""
        return any(self.has_list(listing) for listing in self.plan.lists if not listing.of_priority)

    def has_list(self, listing: ProgramList) -> bool:
        """Whether a part has its list in the file, be it empty."""
        return "programs" in value_at(self.data, listing.place)

    def lists_nothing(self, listing: ProgramList) -> bool:
        """Whether a list that is there cites no program (P303); a group alone is none."""
        return self.has_list(listing) and not any(cited(listing.programs))


def uncited_programs(plan: Plan) -> tuple[Program, ...]:
    """Return the programs of a plan that P209 to P211 find: no list cites them, and they are held."""
    return RuleContext(plan, {}).uncited


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
