"""The plan at a glance: what it holds, counted."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from shakyo_plan.model import BasicPlan, ListedProgram, Plan, ProgramGroup, cited


@dataclass(frozen=True, slots=True)
class PriorityCount:
    """A priority and how much it lists."""

    id: int
    title: str
    actions: int
    citations: int


@dataclass(frozen=True, slots=True)
class BasicPlanCount:
    """A basic plan and how much it lists; groups are not citations."""

    id: str
    title: str
    sections: int
    citations: int
    groups: int


@dataclass(frozen=True, slots=True)
class GoalCount:
    """A goal, its basic plans, and how much it lists straight under itself."""

    id: int
    title: str
    plans: tuple[BasicPlanCount, ...]
    citations: int
    groups: int


@dataclass(frozen=True, slots=True)
class ManagementCount:
    """A section on the management of the organisation and its number of items."""

    id: int
    title: str
    items: int


@dataclass(frozen=True, slots=True)
class Summary:
    """A plan's counts; the fields are those of the JSON output."""

    council: str
    fiscal_year: int
    era: str
    priorities: tuple[PriorityCount, ...]
    goals: tuple[GoalCount, ...]
    plans: tuple[BasicPlanCount, ...]
    """Those that stand under no goal."""
    management: tuple[ManagementCount, ...]
    basic_plans: int
    sections: int
    citations: int
    groups: int
    programs: int
    cited_programs: int
    statuses: dict[str, int]
    commissions: dict[str, int]
    district_programs: int
    districts: int
    budgets: int
    budget_yen: int | None
    """The sum of the budgets; None where one of them cannot be read."""
    readable_budgets: int
    readable_budget_yen: int
    """The sum of those that can be read."""


def summarize(plan: Plan) -> Summary:
    """Count what the plan holds."""
    goals = tuple(
        GoalCount(
            goal.id,
            goal.title,
            tuple(map(_counted, goal.plans)),
            _citations(goal.programs),
            _groups(goal.programs),
        )
        for goal in plan.goals
    )
    flat = tuple(map(_counted, plan.plans))
    counts = [*(count for goal in goals for count in goal.plans), *flat]
    listing: list[GoalCount | BasicPlanCount] = [*goals, *counts]
    cited_names = {
        citation.name
        for listing in plan.lists
        if not listing.of_priority
        for citation, _ in cited(listing.programs)
    }
    in_districts = [program.districts for program in plan.programs if program.districts]
    budgets = sum(program.budget is not None for program in plan.programs)
    amounts = [program.budget_yen for program in plan.programs if program.budget_yen is not None]
    return Summary(
        council=plan.council.name,
        fiscal_year=plan.fiscal_year,
        era=plan.year.era,
        priorities=tuple(
            PriorityCount(
                priority.id,
                priority.title,
                len(priority.actions),
                _citations(priority.programs),
            )
            for priority in plan.priorities
        ),
        goals=goals,
        plans=flat,
        management=tuple(
            ManagementCount(section.id, section.title, len(section.items))
            for section in plan.management
        ),
        basic_plans=len(counts),
        sections=sum(count.sections for count in counts),
        citations=sum(part.citations for part in listing),
        groups=sum(part.groups for part in listing),
        programs=len(plan.programs),
        cited_programs=sum(name in cited_names for name in plan.registry),
        statuses=dict(Counter(program.status.value for program in plan.programs)),
        commissions=dict(
            Counter(
                program.commissioned_by.value
                for program in plan.programs
                if program.commissioned_by
            )
        ),
        district_programs=len(in_districts),
        districts=len({name for names in in_districts for name in names}),
        budgets=budgets,
        budget_yen=sum(amounts) if len(amounts) == budgets else None,
        readable_budgets=len(amounts),
        readable_budget_yen=sum(amounts),
    )


def _counted(basic_plan: BasicPlan) -> BasicPlanCount:
    return BasicPlanCount(
        id=basic_plan.id,
        title=basic_plan.title,
        sections=len(basic_plan.sections),
        citations=_citations(basic_plan.listed),
        groups=_groups(basic_plan.listed),
    )


def _citations(listed: tuple[ListedProgram, ...]) -> int:
    return sum(1 for _ in cited(listed))


def _groups(listed: tuple[ListedProgram, ...]) -> int:
    return sum(isinstance(entry, ProgramGroup) for entry in listed)
