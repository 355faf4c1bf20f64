"""One program, or one basic plan, through all the years that have a plan file."""

from __future__ import annotations

from dataclasses import dataclass

from shakyo_plan.diff.lineage import Lineage
from shakyo_plan.errors import UserError
from shakyo_plan.likeness import nearest
from shakyo_plan.lint.rules.names import Names
from shakyo_plan.message import say
from shakyo_plan.model import BasicPlan, Plan, Program, cited, terms
from shakyo_plan.model.citations import NOWHERE, Citations, citations_of
from shakyo_plan.model.not_found import not_found
from shakyo_plan.values.name import Wanted
from shakyo_plan.values.plan_id import fold_plan_id

_MOST_OFFERED = 5


@dataclass(frozen=True)
class Year:
    """The plan of one fiscal year, and the file that it stands in."""

    plan: Plan
    path: str


@dataclass(frozen=True, slots=True)
class ProgramYear:
    """A program in one year's plan, and what cites it there."""

    fiscal_year: int
    path: str
    program: Program
    citations: Citations


@dataclass(frozen=True, slots=True)
class PlanYear:
    """A basic plan in one year's plan; the fields are those of the JSON output."""

    fiscal_year: int
    path: str
    id: str
    title: str
    programs: tuple[str, ...]
    added: tuple[str, ...]
    """Programs that it did not cite the year before; names they had then count as theirs."""
    removed: tuple[str, ...]


def program_history(years: tuple[Year, ...], asked: str) -> tuple[ProgramYear, ...]:
    """Return a program, year by year, the oldest first; ``years`` come in that order.

    It is followed through ``formerly`` and aliases, back and forward. In a year before others were
    merged into it, or after it was split, there is one record for each.

    Raises:
        UserError: no year knows the name; the message says the nearest one.
    """
    start, program = _newest(years, asked)
    found = {start: [program.name]}
    for step in (-1, 1):
        # A year may be missing in between: the last that has the program is what counts.
        last, names = start, [program.name]
        at = start + step
        while 0 <= at < len(years):
            here = _across(years[at].plan, years[last].plan, names, back=step < 0)
            if here:
                found[at], last, names = here, at, here
            at += step
    return tuple(record for at in sorted(found) for record in _records(years[at], found[at]))


def _newest(years: tuple[Year, ...], asked: str) -> tuple[int, Program]:
    """Return the newest year that knows the name, and the program that it means there."""
    for at in reversed(range(len(years))):
        if asked in years[at].plan.registry:
            return at, years[at].plan.registry[asked]
    for at in reversed(range(len(years))):
        program = Names(years[at].plan).program(asked)
        if program is not None:
            return at, program
        once = Names(years[at].plan).once_called(asked)
        if once:
            raise UserError(
                say(
                    "“{name}” is the former name of several programs: {names}",
                    name=asked,
                    names=tuple(say("“{name}”", name=bearer.name) for bearer in once),
                ),
                say("Write the name of the one that is meant"),
            )
    partly = dict.fromkeys(
        program.name
        for year in reversed(years)
        for program in year.plan.programs
        if Wanted.of(asked).stand_in(program.name)
    )
    if len(partly) == 1:
        return _newest(years, next(iter(partly)))
    known = dict.fromkeys(name for year in reversed(years) for name in Names(year.plan).known)
    near = nearest(asked, known, 1)
    raise UserError(
        say("There is no {what} “{asked}”", what=say("program"), asked=asked),
        say("Programs whose names contain it: {known}", known=tuple(partly)[:_MOST_OFFERED])
        if partly
        else say("Did you mean “{nearest}”?", nearest=near[0])
        if near
        else say("“plan history --all” shows all programs"),
    )


def _across(here: Plan, there: Plan, names: list[str], *, back: bool) -> list[str]:
    """Return what the programs of ``there`` are called ``here``, in the order of that plan."""
    if back:
        found = {tie.old.name for tie in Lineage(here, there).ties if tie.new.name in names}
    else:
        found = {tie.new.name for tie in Lineage(there, here).ties if tie.old.name in names}
    return [
        name for name in dict.fromkeys(program.name for program in here.programs) if name in found
    ]


def _records(year: Year, names: list[str]) -> list[ProgramYear]:
    citations = citations_of(year.plan)
    return [
        ProgramYear(year.plan.fiscal_year, year.path, program, citations.get(program.name, NOWHERE))
        for program in year.plan.programs
        if program.name in names
    ]


def plan_history(years: tuple[Year, ...], asked: str) -> tuple[PlanYear, ...]:
    """Return a basic plan, year by year, the oldest first; its title is what it is known by.

    The id is that of the newest year that has it. Where the numbers moved, it is followed.

    Raises:
        UserError: no year has the id.
    """
    wanted = fold_plan_id(asked)
    for start in reversed(range(len(years))):
        for basic_plan in years[start].plan.basic_plans:
            if fold_plan_id(basic_plan.id) == wanted:
                return _plan_years(years, start, basic_plan)
    newest = years[-1].plan.basic_plans if years else ()
    raise not_found(terms.PLAN, asked, tuple(basic_plan.id for basic_plan in newest))


def _plan_years(years: tuple[Year, ...], start: int, basic_plan: BasicPlan) -> tuple[PlanYear, ...]:
    found = {start: basic_plan}
    for step in (-1, 1):
        last, known = start, basic_plan
        at = start + step
        while 0 <= at < len(years):
            older, newer = (at, last) if step < 0 else (last, at)
            for old, new in Lineage(years[older].plan, years[newer].plan).basic_plans:
                if (new if step < 0 else old).id == known.id:
                    known = old if step < 0 else new
                    found[at], last = known, at
                    break
            at += step
    records: list[PlanYear] = []
    before: int | None = None
    for at in sorted(found):
        records.append(_plan_year(years, at, found[at], before, found))
        before = at
    return tuple(records)


def _plan_year(
    years: tuple[Year, ...],
    at: int,
    basic_plan: BasicPlan,
    before: int | None,
    found: dict[int, BasicPlan],
) -> PlanYear:
    year = years[at]
    now = [citation.name for citation, _ in cited(basic_plan.programs)]
    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    if before is not None:
        then = [citation.name for citation, _ in cited(found[before].programs)]
        tied = [(tie.old.name, tie.new.name) for tie in Lineage(years[before].plan, year.plan).ties]
        goes_on = {old for old, new in tied if new in now} | set(now)
        came = {new for old, new in tied if old in then} | set(then)
        added = tuple(name for name in now if name not in came)
        removed = tuple(name for name in then if name not in goes_on)
    return PlanYear(
        year.plan.fiscal_year,
        year.path,
        fold_plan_id(basic_plan.id),
        basic_plan.title,
        tuple(now),
        added,
        removed,
    )
