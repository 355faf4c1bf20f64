"""Looking programs up: by plan, goal, priority, district, status, commission, words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from shakyo_plan.errors import UserError
from shakyo_plan.lookup.texts import keys_with, wanted_words
from shakyo_plan.message import Message, say
from shakyo_plan.model import (
    BasicPlan,
    Commission,
    ListedProgram,
    Plan,
    Program,
    ProgramGroup,
    Section,
    Status,
    cited,
    terms,
)
from shakyo_plan.model.bearing import Bearing
from shakyo_plan.model.citations import NOWHERE, Citations, citations_of
from shakyo_plan.model.not_found import check_goal, not_found
from shakyo_plan.values.name import Wanted, fold_name
from shakyo_plan.values.schedule import read_schedule
from shakyo_plan.values.schedule.by_place import names_a_place, schedule_at


@dataclass(frozen=True, slots=True)
class Criteria:
    """What programs are asked for; criteria combine, and None asks nothing."""

    plan: str | None = None
    goal: int | None = None
    priority: int | None = None
    district: str | None = None
    statuses: tuple[Status, ...] = ()
    """Any of them; all where none is named, and so with the next two."""
    commissions: tuple[Commission, ...] = ()
    months: tuple[int, ...] = ()
    """1 to 12; a program without months is in none."""
    search: str | None = None
    uncited: bool = False
    without_priority: bool = False
    tag: str | None = None
    """A mark of the program, or of a part that it is under."""
    department: str | None = None
    """Its department; that of its basic plans where it names none."""
    section: int | None = None
    """The number of a section of the plan asked for, from 1."""


@dataclass(frozen=True, slots=True)
class ProgramRow:
    """A program, what cites it, and the words of the group that it stands in."""

    program: Program
    citations: Citations
    group: str | None
    found_in: tuple[str, ...] = ()
    """The keys of the texts that have the words searched for, where no name of it has them."""

    @property
    def name(self) -> str:
        """The program's name."""
        return self.program.name


@dataclass(frozen=True, slots=True)
class Listing:
    """Programs in the order asked for, and the printed list they come from, if it is one list."""

    rows: tuple[ProgramRow, ...]
    printed: tuple[ListedProgram, ...] | None = None
    """The list of the plan or priority asked for, groups included, for a table that follows it."""
    basic_plan: BasicPlan | None = None
    section: Section | None = None
    unclear: tuple[str, ...] = ()
    """Programs by a month and a district whose schedules do not say when it is the district's turn."""


def basic_plan_named(plan: Plan, plan_id: str) -> BasicPlan:
    """Return the basic plan with the id, however it is typed.

    Raises:
        UserError: there is none; the message says which exist.
    """
    try:
        return plan.basic_plan(plan_id)
    except KeyError:
        known = tuple(each.id for each in plan.basic_plans)
        raise not_found(terms.PLAN, plan_id, known) from None


def find_programs(plan: Plan, criteria: Criteria) -> Listing:
    """Return the programs that meet all criteria, in the printed order of the list asked for.

    Raises:
        UserError: the plan, goal, priority, district, tag or department does not exist; the message
            says which do.
    """
    citations = citations_of(plan)
    basic_plan = basic_plan_named(plan, criteria.plan) if criteria.plan is not None else None
    printed = basic_plan.listed if basic_plan else None
    section = basic_plan.sections[criteria.section - 1] if basic_plan and criteria.section else None
    printed = section.programs if section else printed
    check_goal(plan, criteria.goal)
    if criteria.priority is not None:
        priority = next((each for each in plan.priorities if each.id == criteria.priority), None)
        if priority is None:
            known = tuple(str(each.id) for each in plan.priorities)
            raise not_found(terms.PRIORITY, str(criteria.priority), known)
        printed = printed if basic_plan else priority.programs
    district = criteria.district and _one_of(
        say("district"), criteria.district, plan.council.districts, "地区"
    )
    bearing = Bearing(plan)
    tag = criteria.tag and _tag(plan, bearing, criteria.tag)
    department = criteria.department and _department(bearing, criteria.department)
    uncited = _uncited(plan) if criteria.uncited else None
    searched = wanted_words(criteria.search) if criteria.search is not None else None
    rows = tuple(
        replace(
            program_row(program, citations.get(program.name, NOWHERE), group), found_in=found_in
        )
        for program, group in _candidates(plan, printed)
        if _meets(program, citations.get(program.name, NOWHERE), criteria, district)
        and (uncited is None or program.name in uncited)
        and (tag is None or tag in bearing.tags_by_program.get(program.name, ()))
        and (
            department is None or department in bearing.departments_by_program.get(program.name, ())
        )
        and (found_in := _found_in(program, searched)) is not None
        and (not criteria.months or _is_held_in(program, criteria.months, plan, district))
    )
    unclear = tuple(
        row.name
        for row in rows
        if district and criteria.months and _unclear_districts(row.program, plan, district)
    )
    return Listing(rows, printed, basic_plan, section, unclear)


def _uncited(plan: Plan) -> frozenset[str]:
    # The rules decide what counts as cited; all of them are loaded with the one.
    from shakyo_plan.lint.rules.context import uncited_programs

    return frozenset(program.name for program in uncited_programs(plan))


def _candidates(
    plan: Plan, printed: tuple[ListedProgram, ...] | None
) -> Iterator[tuple[Program, ProgramGroup | None]]:
    if printed is None:
        yield from ((program, None) for program in plan.programs)
        return
    for citation, group in cited(printed):
        # What is cited under a wrong name still stands in the list; validate is what objects.
        yield plan.registry.get(citation.name) or Program(citation.name), group


def _meets(
    program: Program, citations: Citations, criteria: Criteria, district: str | None
) -> bool:
    return (
        (criteria.goal is None or criteria.goal in citations.goals)
        and (criteria.priority is None or criteria.priority in citations.priorities)
        and not (criteria.without_priority and citations.priorities)
        and (district is None or district in program.districts)
        and (not criteria.statuses or program.status in criteria.statuses)
        and (not criteria.commissions or program.commissioned_by in criteria.commissions)
    )


def _is_held_in(
    program: Program, months: tuple[int, ...], plan: Plan, district: str | None
) -> bool:
    """Whether a program is held in one of the months; in the district, where its schedule tells that."""
    schedule = program.schedule or ""
    if district and len(program.districts) > 1:
        there = schedule_at(schedule, district, program.districts, plan.council.districts)
        schedule = schedule if there is None else there
    return any(month.month in months for month in read_schedule(schedule, plan.year).months)


def _unclear_districts(program: Program, plan: Plan, district: str) -> bool:
    """Whether a schedule speaks of districts, in a way that does not say when it is this one's turn."""
    schedule, districts = program.schedule or "", plan.council.districts
    return (
        len(program.districts) > 1
        and names_a_place(schedule, districts)
        and schedule_at(schedule, district, program.districts, districts) is None
    )


def _found_in(program: Program, wanted: Wanted | None) -> tuple[str, ...] | None:
    """Return the keys of the texts that have the words, nothing where a name has; None for not found."""
    names = (program.name, *program.aliases, *program.formerly)
    if wanted is None or any(map(wanted.stand_in, names)):
        return ()
    return keys_with(program, wanted) or None


def _one_of(what: Message, asked: str, known: tuple[str, ...], behind: str = "") -> str:
    """Return the one that is asked for; a word may stand behind its name."""
    for name in known:
        if fold_name(asked) in (fold_name(name), fold_name(f"{name}{behind}")):
            return name
    raise not_found(what, asked, known)


def _tag(plan: Plan, bearing: Bearing, asked: str) -> str:
    """Return the tag that is asked for; a priority gives its own to no program, and that is said."""
    known = bearing.every_tag
    folded = fold_name(asked)
    if not any(folded == fold_name(tag) for tag in known):
        for priority in plan.priorities:
            if folded in map(fold_name, priority.tags):
                raise UserError(
                    say(
                        "No program has the tag “{tag}”, {priority} {id} has",
                        tag=asked,
                        priority=terms.PRIORITY,
                        id=priority.id,
                    ),
                    say("“plan programs --priority {id}” lists its programs", id=priority.id),
                )
    return _one_of(say("tag"), asked, known)


def _department(bearing: Bearing, asked: str) -> str:
    """Return the department that is asked for by its name or its short form."""
    known = bearing.every_department
    return _one_of(say("department"), next(iter(bearing.named(asked)), asked), known)


def program_row(program: Program, citations: Citations, group: ProgramGroup | None) -> ProgramRow:
    """Return a program with what cites it; ``group`` is the one of the list that it stands in."""
    return ProgramRow(
        program, citations, group.group if group else next(iter(citations.groups), None)
    )
