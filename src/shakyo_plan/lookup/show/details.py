"""Looks at parts of a plan."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from shakyo_plan.lookup.naming import District, Named
from shakyo_plan.lookup.programs.filtering import ProgramRow, program_row
from shakyo_plan.lookup.show.records import (
    CitedBy,
    Detail,
    DistrictDetail,
    DocumentDetail,
    GoalDetail,
    ManagementDetail,
    Neighbour,
    PlanDetail,
    PriorityDetail,
    ProgramDetail,
    SectionDetail,
    Shared,
)
from shakyo_plan.model import (
    BasicPlan,
    Goal,
    ListedProgram,
    ManagementSection,
    Plan,
    Priority,
    Program,
    Section,
    cited,
)
from shakyo_plan.model.citations import NOWHERE, Citations, citations_of
from shakyo_plan.model.kinds import PartKind
from shakyo_plan.values.plan_id import fold_plan_id
from shakyo_plan.values.schedule import read_schedule


def detail(plan: Plan, named: Named) -> Detail:
    """Return everything about a part of the plan."""
    return _Look(plan).at(named)


class _Look:
    """Looks at parts of one plan."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.citations: Mapping[str, Citations] = citations_of(plan)

    def at(self, named: Named) -> Detail:
        match named.part:
            case Plan() as plan:
                return DocumentDetail(plan)
            case Program() as program:
                return self.program(program)
            case BasicPlan() as basic_plan:
                return self.basic_plan(basic_plan)
            case Goal() as goal:
                return self.goal(goal)
            case Section() as section:
                return self.section(section)
            case Priority() as priority:
                return self.priority(priority)
            case District() as district:
                return self.district(district)
            case ManagementSection() as section:
                return ManagementDetail(section)

    def program(self, program: Program) -> ProgramDetail:
        citations = self.citations.get(program.name, NOWHERE)
        schedule = read_schedule(program.schedule or "", self.plan.year)
        return ProgramDetail(
            program,
            citations,
            months=tuple(map(str, schedule.months)),
            cited_by=tuple(self._cited_by(program.name)),
            neighbours=self._neighbours(program.name, citations.plans),
        )

    def basic_plan(self, basic_plan: BasicPlan) -> PlanDetail:
        goal = next((goal for goal in self.plan.goals if basic_plan in goal.plans), None)
        rows = self._rows(basic_plan.listed)
        return PlanDetail(basic_plan, goal, rows, self._priorities(rows))

    def section(self, section: Section) -> SectionDetail:
        listing = next(listing for listing in self.plan.lists if listing.part is section)
        rows = self._rows(section.programs)
        assert listing.plan is not None  # noqa: S101 - sections stand in plans
        assert listing.section is not None  # noqa: S101 - and are counted there
        return SectionDetail(section, listing.section, listing.plan, rows, self._priorities(rows))

    def goal(self, goal: Goal) -> GoalDetail:
        rows = {row.name: row for row in self._rows(goal.listed)}
        plans = (
            Shared(
                fold_plan_id(plan.id),
                plan.title,
                tuple(citation.name for citation, _ in cited(plan.listed)),
            )
            for plan in goal.plans
        )
        return GoalDetail(goal, tuple(plans), tuple(rows.values()), self._priorities(rows.values()))

    def priority(self, priority: Priority) -> PriorityDetail:
        rows = self._rows(priority.programs)
        return PriorityDetail(priority, rows, self._plans(rows))

    def district(self, district: District) -> DistrictDetail:
        rows = tuple(
            program_row(program, self.citations.get(program.name, NOWHERE), None)
            for program in self.plan.programs
            if district.name in program.districts
        )
        return DistrictDetail(district, rows, self._plans(rows))

    def _rows(self, listed: tuple[ListedProgram, ...]) -> tuple[ProgramRow, ...]:
        return tuple(
            program_row(
                # What is cited under a wrong name still stands in the list; validate objects.
                self.plan.registry.get(citation.name) or Program(citation.name),
                self.citations.get(citation.name, NOWHERE),
                group,
            )
            for citation, group in cited(listed)
        )

    def _cited_by(self, name: str) -> Iterable[CitedBy]:
        for listing in sorted(self.plan.lists, key=lambda listing: listing.of_priority):
            for citation, group in cited(listing.programs):
                if citation.name == name:
                    part = listing.plan or listing.part
                    yield CitedBy(
                        PartKind.PLAN if listing.plan else listing.kind,
                        fold_plan_id(listing.plan.id) if listing.plan else listing.id,
                        part.title,
                        group.heading if group else None,
                        listing.section,
                        listing.part.title if listing.section else None,
                    )

    def _neighbours(self, name: str, plans: tuple[str, ...]) -> tuple[Neighbour, ...]:
        found = (
            Neighbour(other, tuple(plan for plan in citations.plans if plan in plans))
            for other, citations in self.citations.items()
            if other != name
        )
        # Sorting keeps the printed order among those with as many.
        return tuple(
            sorted(
                (neighbour for neighbour in found if neighbour.plans),
                key=lambda neighbour: -len(neighbour.plans),
            )
        )

    def _priorities(self, rows: Iterable[ProgramRow]) -> tuple[Shared, ...]:
        here = tuple(rows)
        return _shared(
            Shared(
                str(priority.id),
                priority.title,
                tuple(row.name for row in here if priority.id in row.citations.priorities),
            )
            for priority in self.plan.priorities
        )

    def _plans(self, rows: tuple[ProgramRow, ...]) -> tuple[Shared, ...]:
        return _shared(
            Shared(
                fold_plan_id(plan.id),
                plan.title,
                tuple(row.name for row in rows if fold_plan_id(plan.id) in row.citations.plans),
            )
            for plan in self.plan.basic_plans
        )


def _shared(found: Iterable[Shared]) -> tuple[Shared, ...]:
    return tuple(shared for shared in found if shared.programs)
