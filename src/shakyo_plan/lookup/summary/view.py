"""The plan at a glance as a list: a count a row, for spreadsheets, documents and pages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from shakyo_plan.language import Translator
from shakyo_plan.lookup.summary.counts import Summary
from shakyo_plan.message import say
from shakyo_plan.model import Status, terms
from shakyo_plan.model.words import COMMISSION, STATUS
from shakyo_plan.output.table import Column, Table, lines_of
from shakyo_plan.values.fiscal_year import FiscalYear


@dataclass(frozen=True, slots=True)
class SummaryCount:
    """A number, what it counts, and which of these; nothing where it counts all."""

    what: str
    which: str
    count: int


def summary_list(summary: Summary, tr: Translator) -> Table[SummaryCount]:
    """Return a plan's counts, a row each."""
    return Table(
        (
            Column("what", tr(say("what"))),
            Column("which", tr(say("of these"))),
            Column("count", tr(say("count")), right=True),
        ),
        lines_of(_counts(summary, tr)),
        f"{summary.council}  {FiscalYear(summary.fiscal_year)}",
        subject=f"{summary.council}  {FiscalYear(summary.fiscal_year)}  {tr(say('Summary'))}",
    )


def _counts(summary: Summary, tr: Translator) -> Iterator[SummaryCount]:
    priorities = tr(terms.PRIORITIES)
    yield SummaryCount(priorities, "", len(summary.priorities))
    for priority in summary.priorities:
        title = f"{priority.id} {priority.title}"
        yield SummaryCount(priorities, f"{title}: {tr(terms.ACTIONS)}", priority.actions)
        yield SummaryCount(
            priorities, f"{title}: {tr(terms.PRIORITY_PROGRAMS)}", priority.citations
        )
    goals = tr(terms.GOALS)
    yield SummaryCount(goals, "", len(summary.goals))
    for goal in summary.goals:
        which = f"{goal.id} {goal.title}: {tr(terms.PLANS)}"
        yield SummaryCount(goals, which, len(goal.plans))
        if goal.citations:
            which = f"{goal.id} {goal.title}: {tr(terms.MAIN_PROGRAMS)}"
            yield SummaryCount(goals, which, goal.citations)
    plans = tr(terms.PLANS)
    yield SummaryCount(plans, "", summary.basic_plans)
    yield SummaryCount(plans, tr(terms.SECTIONS), summary.sections)
    yield SummaryCount(plans, tr(say("groups")), summary.groups)
    yield SummaryCount(plans, tr(terms.MAIN_PROGRAMS), summary.citations)
    under_goals = (plan for goal in summary.goals for plan in goal.plans)
    for plan in (*under_goals, *summary.plans):
        which = f"{plan.id} {plan.title}: {tr(terms.MAIN_PROGRAMS)}"
        yield SummaryCount(plans, which, plan.citations)
    programs = tr(say("programs"))
    yield SummaryCount(programs, "", summary.programs)
    yield SummaryCount(
        programs, tr(say("cited by a {plan}", plan=terms.PLAN)), summary.cited_programs
    )
    for status in Status:
        if status in summary.statuses:
            yield SummaryCount(programs, tr(STATUS[status]), summary.statuses[status])
    commissioned = tr(say("commissioned"))
    yield SummaryCount(commissioned, "", sum(summary.commissions.values()))
    for body in COMMISSION:
        if body in summary.commissions:
            yield SummaryCount(commissioned, tr(COMMISSION[body]), summary.commissions[body])
    in_districts = tr(say("district programs"))
    yield SummaryCount(in_districts, "", summary.district_programs)
    yield SummaryCount(in_districts, tr(say("districts")), summary.districts)
    budgets = tr(say("budgets"))
    yield SummaryCount(budgets, "", summary.budgets)
    if summary.budget_yen is not None:
        yield SummaryCount(budgets, tr(say("total (yen)")), summary.budget_yen)
    management = tr(terms.MANAGEMENT)
    yield SummaryCount(management, "", len(summary.management))
    items = sum(section.items for section in summary.management)
    yield SummaryCount(management, tr(say("items")), items)
