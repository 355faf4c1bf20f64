"""The rows that one plan gives to each table of a query, by the names of their columns."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import TypeAlias

from shakyo_plan.model import (
    Labels,
    ListedProgram,
    Measure,
    Plan,
    Priority,
    Program,
    ProgramGroup,
    ProgramList,
    cited,
)
from shakyo_plan.model.fields import Field, fields_of
from shakyo_plan.model.kinds import PartKind
from shakyo_plan.model.program_lists import Listing
from shakyo_plan.values.money import yen
from shakyo_plan.values.plan_id import fold_plan_id
from shakyo_plan.values.schedule import read_schedule

Value: TypeAlias = str | int | None
Row: TypeAlias = Mapping[str, Value]

ID = ("id",)
"""The number of a part, which tables call by the kind of the part."""
OTHER_NAMES = ("aliases", "formerly", "distinct_from")
"""Keys of a program that have a table of their own."""
COUNCIL_KEYS = ("name", "districts")
"""Keys of the council that every table has, or that have a table of their own."""
PLAN_KEYS = ("format", "fiscal_year")
"""Keys of the plan that are no columns of its table: every table has the year."""


def plain_fields(part: type, but: Collection[str] = ()) -> tuple[Field, ...]:
    """Return the keys of a part that fit a column, but for those that a table has elsewhere."""
    return tuple(field for field in fields_of(part) if field.is_plain and field.key not in but)


def plain(part: object, but: Collection[str] = ()) -> Row:
    """Return the values of these keys, texts of a list joined by 、."""
    values = ((field.key, getattr(part, field.key)) for field in plain_fields(type(part), but))
    return {
        key: "、".join(value) or None if isinstance(value, tuple) else value
        for key, value in values
    }


def plans(plan: Plan) -> Iterator[Row]:
    """Yield the plan itself."""
    yield {"era": plan.year.era, **plain(plan, PLAN_KEYS), **plain(plan.council, COUNCIL_KEYS)}


def labels(plan: Plan) -> Iterator[Row]:
    """Yield what the council calls the parts of its plan, and how it numbers them."""
    for field in fields_of(Labels):
        example = getattr(plan.numbering, field.key, None)
        yield {
            "part": field.key,
            "word": getattr(plan.labels, field.key),
            "first_number": example,
        }


def departments(plan: Plan) -> Iterator[Row]:
    """Yield the departments of the council."""
    for position, department in enumerate(plan.council.departments, 1):
        yield {"position": position, **plain(department)}


def based_on(plan: Plan) -> Iterator[Row]:
    """Yield the plans above this one."""
    for position, parent in enumerate(plan.based_on, 1):
        yield {"position": position, **plain(parent)}


def goals(plan: Plan) -> Iterator[Row]:
    """Yield the goals."""
    for position, goal in enumerate(plan.goals, 1):
        yield {"goal_id": goal.id, "position": position, **plain(goal, ID)}


def basic_plans(plan: Plan) -> Iterator[Row]:
    """Yield the basic plans, of goals and without."""
    goals = {basic_plan.place: goal.id for goal in plan.goals for basic_plan in goal.plans}
    for position, basic_plan in enumerate(plan.basic_plans, 1):
        yield {
            "plan_id": fold_plan_id(basic_plan.id),
            "goal_id": goals.get(basic_plan.place),
            "position": position,
            **plain(basic_plan, ID),
        }


def sections(plan: Plan) -> Iterator[Row]:
    """Yield the sections of all basic plans."""
    for basic_plan in plan.basic_plans:
        for position, section in enumerate(basic_plan.sections, 1):
            yield {
                "plan_id": fold_plan_id(basic_plan.id),
                "position": position,
                **plain(section),
            }


def programs(plan: Plan) -> Iterator[Row]:
    """Yield the registered programs."""
    for position, program in enumerate(plan.programs, 1):
        yield {
            "position": position,
            **plain(program, OTHER_NAMES),
            "district": program.only_district,
            "budget_yen": program.budget_yen,
        }


def program_districts(plan: Plan) -> Iterator[Row]:
    """Yield the districts that run programs, a row each time."""
    for program in plan.programs:
        for district in program.districts:
            yield {"program": program.name, "district": district}


def names(plan: Plan) -> Iterator[Row]:
    """Yield the other names of programs."""
    for each in plan.programs:
        kinds = (("alias", each.aliases), ("formerly", each.formerly))
        for kind, others in (*kinds, ("distinct_from", each.distinct_from)):
            for other in others:
                yield {"program": each.name, "kind": kind, "other_name": other}


def citations(plan: Plan) -> Iterator[Row]:
    """Yield what goals, basic plans and sections cite."""
    for listing in plan.lists:
        if not listing.of_priority:
            for row in _cited(listing.programs):
                yield {**_list_ids(listing), **row}


def priorities(plan: Plan) -> Iterator[Row]:
    """Yield the priorities."""
    for position, priority in enumerate(plan.priorities, 1):
        yield {
            "priority_id": priority.id,
            "position": position,
            **plain(priority, (*ID, "actions")),
        }


def actions(plan: Plan) -> Iterator[Row]:
    """Yield the actions of all priorities."""
    for priority in plan.priorities:
        for position, action in enumerate(priority.actions, 1):
            yield {"priority_id": priority.id, "position": position, "action": action}


def priority_citations(plan: Plan) -> Iterator[Row]:
    """Yield what the priorities cite."""
    for priority in plan.priorities:
        for row in _cited(priority.programs):
            yield {"priority_id": priority.id, **row}


def groups(plan: Plan) -> Iterator[Row]:
    """Yield the groups in the lists of programs."""
    for listing in plan.lists:
        priority = listing.part.id if isinstance(listing.part, Priority) else None
        for position, listed in enumerate(listing.programs, 1):
            if isinstance(listed, ProgramGroup):
                yield {
                    **_list_ids(listing),
                    "priority_id": priority,
                    "position": position,
                    "group_name": listed.group,
                    **plain(listed, ("group", "programs")),
                }


def _list_ids(listing: ProgramList) -> Row:
    return {
        "plan_id": fold_plan_id(listing.plan.id) if listing.plan else None,
        "goal_id": listing.goal.id if listing.goal else None,
        "section": listing.section,
    }


def tags(plan: Plan) -> Iterator[Row]:
    """Yield the council's own marks on its parts."""
    for kind, part_id, part in _parts(plan):
        for tag in part.tags:
            yield {"kind": kind.value, "part": part_id, "tag": tag}


def indicators(plan: Plan) -> Iterator[Row]:
    """Yield the indicators of goals, basic plans, sections and programs."""
    for kind, part_id, part in _parts(plan):
        for position, indicator in enumerate(getattr(part, "indicators", ()), 1):
            yield {
                "kind": kind.value,
                "part": part_id,
                "position": position,
                **plain(indicator),
                **_measure("baseline", indicator.baseline),
                **_measure("target", indicator.target),
            }


def _measure(key: str, measure: Measure | None) -> Row:
    return {
        key: measure.value if measure else None,
        f"{key}_year": measure.year if measure else None,
    }


def _parts(plan: Plan) -> Iterator[tuple[PartKind, str, Listing | Program]]:
    for listing in plan.lists:
        yield listing.kind, listing.id, listing.part
    for program in plan.programs:
        yield PartKind.PROGRAM, program.name, program


def accounts(plan: Plan) -> Iterator[Row]:
    """Yield the items of the council's accounts."""
    for account in plan.accounts:
        for side, items in (("income", account.income), ("expenses", account.expenses)):
            for position, item in enumerate(items, 1):
                yield {
                    "division": account.division,
                    "side": side,
                    "position": position,
                    **plain(item),
                    "amount_yen": item.amount_yen,
                }


def account_totals(plan: Plan) -> Iterator[Row]:
    """Yield the totals of the council's accounts as printed."""
    for position, account in enumerate(plan.accounts, 1):
        yield {
            "position": position,
            **plain(account),
            "income_yen": account.income_total_yen,
            "expenses_yen": account.expenses_total_yen,
        }


def districts(plan: Plan) -> Iterator[Row]:
    """Yield the districts of the council."""
    for position, district in enumerate(plan.council.districts, 1):
        yield {"district": district, "position": position}


def schedules(plan: Plan) -> Iterator[Row]:
    """Yield the months in which programs are held."""
    for program in plan.programs:
        for month in read_schedule(program.schedule or "", plan.year).months:
            yield {"program": program.name, "month": str(month), "calendar_month": month.month}


def funding(plan: Plan) -> Iterator[Row]:
    """Yield where the budgets come from."""
    for program in plan.programs:
        for position, source in enumerate(program.funding, 1):
            yield {
                "program": program.name,
                "position": position,
                **plain(source),
                "amount_yen": yen(source.amount),
            }


def suppressions(plan: Plan) -> Iterator[Row]:
    """Yield the findings that are accepted on purpose."""
    for position, suppression in enumerate(plan.suppress, 1):
        yield {"position": position, **plain(suppression)}


def management(plan: Plan) -> Iterator[Row]:
    """Yield the items on the management of the organisation, and sections without any."""
    for section in plan.management:
        for position, item in enumerate(section.items or (None,), 1):
            yield {
                "section_id": section.id,
                **plain(section, (*ID, "items")),
                "position": position,
                "item": item,
            }


def _cited(programs: tuple[ListedProgram, ...]) -> Iterator[Row]:
    for position, (citation, group) in enumerate(cited(programs), 1):
        yield {
            "position": position,
            "program": citation.name,
            "group_name": group.group if group else None,
        }
