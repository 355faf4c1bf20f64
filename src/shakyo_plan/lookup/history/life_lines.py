"""All programs through all years: which began when, and which ended how."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from shakyo_plan.diff.lineage import Lineage, Tie
from shakyo_plan.lookup.history.through_years import Year
from shakyo_plan.model import ENDED, Program, Status


class End(StrEnum):
    """How a program ended."""

    DISCONTINUED = "discontinued"
    MERGED = "merged"
    GONE = "gone"
    """A later plan no longer has it, and no plan says why."""


@dataclass(frozen=True, slots=True)
class LifeLine:
    """One program through the years; the fields are those of the JSON output."""

    name: str
    """The name in the last plan that has it."""
    earlier_names: tuple[str, ...]
    first_year: int
    last_year: int
    began: int | None
    """The fiscal year in which it began; None where the first plan has it already."""
    ended: int | None
    """The last fiscal year whose plan has it; None where the newest plan has it going on."""
    end: End | None
    out_of: tuple[str, ...]
    """The programs that it was split from."""
    into: tuple[str, ...]
    """The programs that it was merged into."""
    statuses: tuple[Status | None, ...]
    """Its status in each year that has a plan; None where that plan does not have it."""


@dataclass
class _Growing:
    names: list[str]
    statuses: dict[int, Status]
    out_of: tuple[str, ...] = ()
    into: list[str] = field(default_factory=list)

    def go_on(self, at: int, program: Program) -> None:
        if program.name in self.names:
            self.names.remove(program.name)
        self.names.append(program.name)
        self.statuses[at] = program.status


def life_lines(years: tuple[Year, ...]) -> tuple[LifeLine, ...]:
    """Return all programs of all years, the oldest first, in the order of the plan they begin in."""
    lines: list[_Growing] = []
    for at, year in enumerate(years):
        open_lines = {line.names[-1]: line for line in lines}
        going_on = dict(_going_on(years, at, open_lines))
        for program in year.plan.registered:
            all_ties = going_on.get(program.name, [])
            free = [line for line, _ in all_ties if at not in line.statuses]
            if free:
                free[0].go_on(at, program)
                for line in free[1:]:
                    line.into.append(program.name)
            else:
                out_of = tuple(tie.old.name for _, tie in all_ties)
                lines.append(_Growing([program.name], {at: program.status}, out_of))
    return tuple(_finished(line, years) for line in lines)


def _going_on(
    years: tuple[Year, ...], at: int, lines: dict[str, _Growing]
) -> Iterator[tuple[str, list[tuple[_Growing, Tie]]]]:
    """Yield the programs of a year with the lines that they continue, the surest first.

    A line is continued under its own name, where that goes on; the rest is split off, or merged.
    """
    found: dict[str, list[tuple[_Growing, Tie]]] = {}
    for earlier in sorted({max(line.statuses) for line in lines.values()}, reverse=True):
        for tie in Lineage(years[earlier].plan, years[at].plan).ties:
            line = lines.get(tie.old.name)
            if line is not None and max(line.statuses) == earlier:
                found.setdefault(tie.new.name, []).append((line, tie))
    under_own_name = {
        id(line) for pairs in found.values() for line, tie in pairs if tie.basis is None
    }
    for name, pairs in found.items():
        pairs.sort(key=lambda pair: pair[1].basis is not None)
        kept = [
            (line, tie)
            for line, tie in pairs
            if tie.basis is None or id(line) not in under_own_name
        ]
        yield name, kept or pairs


def _finished(line: _Growing, years: tuple[Year, ...]) -> LifeLine:
    first, last = min(line.statuses), max(line.statuses)
    status = line.statuses[last]
    end: End | None = None
    if status in ENDED:
        end = End(status.value)
    elif line.into:
        end = End.MERGED
    elif last < len(years) - 1:
        end = End.GONE
    began_here = first > 0 or line.statuses[first] is Status.NEW
    numbers = [year.plan.fiscal_year for year in years]
    return LifeLine(
        name=line.names[-1],
        earlier_names=tuple(line.names[:-1]),
        first_year=numbers[first],
        last_year=numbers[last],
        began=numbers[first] if began_here else None,
        ended=numbers[last] if end else None,
        end=end,
        out_of=line.out_of,
        into=tuple(line.into),
        statuses=tuple(line.statuses.get(at) for at in range(len(years))),
    )
