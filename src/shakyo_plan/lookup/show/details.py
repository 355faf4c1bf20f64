"""Looks at parts of a plan."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from shakyo_plan.lookup.naming import District, Kind, Named
from shakyo_plan.lookup.programs.filtering import ProgramRow, program_row
from shakyo_plan.lookup.show.records import (
    CitedBy,
    Detail,
    DistrictDetail,
    FundingDetail,
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
    cited,
)
from shakyo_plan.model.citations import NOWHERE, Citations, citations_of
from shakyo_plan.values.money import yen
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
            case Program() as program:
                return self.program(program)
            case BasicPlan() as basic_plan:
                return self.basic_plan(basic_plan)
            case Goal() as goal:
                return self.goal(goal)
            case Priority() as priority:
                return self.priority(priority)
            case District(name):
                return self.district(name)
            case ManagementSection(id_, title, text, items):
                return ManagementDetail(Kind.MANAGEMENT, id_, title, text, items)

    def program(self, program: Program) -> ProgramDetail:
        row = program_row(program, self.citations.get(program.name, NOWHERE), None)
        schedule = read_schedule(program.schedule or "", self.plan.year)
        return ProgramDetail(
            kind=Kind.PROGRAM,
            name=program.name,
            aliases=program.aliases,
            formerly=program.formerly,
            distinct_from=program.distinct_from,
            status=program.status,
            district=program.district,
            commissioned_by=program.commissioned_by,
            department=program.department,
            target=program.target,
            purpose=program.purpose,
            content=program.content,
            follow_up=program.follow_up,
            notes=program.notes,
            schedule=program.schedule,
            months=tuple(map(str, schedule.months)),
            budget=program.budget,
            budget_yen=program.budget_yen,
            funding=tuple(
                FundingDetail(each.source, each.amount, yen(each.amount))
                for each in program.funding
            ),
            goals=row.goals,
            plans=row.plans,
            priorities=row.priorities,
            group=row.group,
            cited_by=tuple(self._cited_by(program.name)),
            neighbours=self._neighbours(program.name, row.plans),
        )

    def basic_plan(self, basic_plan: BasicPlan) -> PlanDetail:
        goal = next(each for each in self.plan.goals if basic_plan in each.plans)
        rows = self._rows(basic_plan.programs)
        return PlanDetail(
            kind=Kind.PLAN,
            id=fold_plan_id(basic_plan.id),
            title=basic_plan.title,
            text=basic_plan.text,
            goal=goal.id,
            goal_title=goal.title,
            sections=tuple(SectionDetail(each.title, each.text) for each in basic_plan.sections),
            programs=rows,
            priorities=self._priorities(rows),
        )

    def goal(self, goal: Goal) -> GoalDetail:
        rows = {row.name: row for each in goal.plans for row in self._rows(each.programs)}
        return GoalDetail(
            kind=Kind.GOAL,
            id=goal.id,
            title=goal.title,
            text=goal.text,
            plans=tuple(
                Shared(
                    fold_plan_id(each.id),
                    each.title,
                    tuple(citation.name for citation, _ in cited(each.programs)),
                )
                for each in goal.plans
            ),
            programs=tuple(rows.values()),
            priorities=self._priorities(rows.values()),
        )

    def priority(self, priority: Priority) -> PriorityDetail:
        rows = self._rows(priority.programs)
        return PriorityDetail(
            kind=Kind.PRIORITY,
            id=priority.id,
            title=priority.title,
            text=priority.text,
            actions=priority.actions,
            programs=rows,
            plans=self._plans(rows),
        )

    def district(self, name: str) -> DistrictDetail:
        rows = tuple(
            program_row(program, self.citations.get(program.name, NOWHERE), None)
            for program in self.plan.programs
            if program.district == name
        )
        return DistrictDetail(Kind.DISTRICT, name, rows, self._plans(rows))

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
        for basic_plan in self.plan.basic_plans:
            for citation, group in cited(basic_plan.programs):
                if citation.name == name:
                    plan_id = fold_plan_id(basic_plan.id)
                    yield CitedBy(
                        Kind.PLAN, plan_id, basic_plan.title, group.heading if group else None
                    )
        for priority in self.plan.priorities:
            for citation, group in cited(priority.programs):
                if citation.name == name:
                    words = group.heading if group else None
                    yield CitedBy(Kind.PRIORITY, str(priority.id), priority.title, words)

    def _neighbours(self, name: str, plans: tuple[str, ...]) -> tuple[Neighbour, ...]:
        found = (
            Neighbour(other, tuple(plan for plan in citations.plans if plan in plans))
            for other, citations in self.citations.items()
            if other != name
        )
        # Sorting keeps the printed order among those with as many.
        return tuple(
            sorted(
                (each for each in found if each.plans), key=lambda neighbour: -len(neighbour.plans)
            )
        )

    def _priorities(self, rows: Iterable[ProgramRow]) -> tuple[Shared, ...]:
        here = tuple(rows)
        return _shared(
            Shared(
                str(priority.id),
                priority.title,
                tuple(row.name for row in here if priority.id in row.priorities),
            )
            for priority in self.plan.priorities
        )

    def _plans(self, rows: tuple[ProgramRow, ...]) -> tuple[Shared, ...]:
        return _shared(
            Shared(
                fold_plan_id(each.id),
                each.title,
                tuple(row.name for row in rows if fold_plan_id(each.id) in row.plans),
            )
            for each in self.plan.basic_plans
        )


def _shared(found: Iterable[Shared]) -> tuple[Shared, ...]:
    return tuple(each for each in found if each.programs)
