"""The plan at a glance."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from shakyo_plan.language import Translator
from shakyo_plan.lookup.summary.counts import BasicPlanCount, GoalCount, Summary
from shakyo_plan.message import Message, say, say_n, translatable
from shakyo_plan.model import Status, terms
from shakyo_plan.model.kinds import PartKind
from shakyo_plan.model.words import COMMISSION, STATUS, goal_words
from shakyo_plan.output.terminal.render import data_text
from shakyo_plan.values.fiscal_year import FiscalYear


def summary_table(summary: Summary, tr: Translator) -> list[RenderableType]:
    """Return a plan's counts, one screen of them."""
    heading = f"{summary.council}  {FiscalYear(summary.fiscal_year)}"
    counts = Table.grid(padding=(0, 2, 0, 0))
    counts.add_column(style="bold", no_wrap=True)
    counts.add_column(justify="right")
    counts.add_column(overflow="fold")

    def line(name: str, count: int, *details: str) -> None:
        counts.add_row(
            name, str(count), data_text("  ".join(filter(None, details)) if count else "")
        )

    def each(template: Message | str, numbers: Sequence[int]) -> str:
        return f"{tr(template)} {'・'.join(map(str, numbers))}"

    priorities = summary.priorities
    line(
        tr(terms.PRIORITIES),
        len(priorities),
        each(terms.ACTIONS, [priority.actions for priority in priorities]),
        each(terms.PRIORITY_PROGRAMS, [priority.citations for priority in priorities]),
    )
    if summary.goals:
        line(
            tr(terms.GOALS),
            len(summary.goals),
            each(terms.PLANS, [len(goal.plans) for goal in summary.goals]),
        )
    line(
        tr(terms.PLANS),
        summary.basic_plans,
        each(terms.SECTIONS, [summary.sections]),
        each(terms.MAIN_PROGRAMS, [summary.citations]),
        each(translatable("groups"), [summary.groups]),
    )
    statuses = [
        each(STATUS[status], [summary.statuses[status]])
        for status in Status
        if status in summary.statuses and status != Status.CONTINUED
    ]
    cited = say("cited by a {plan}", plan=terms.PLAN)
    if any(goal.citations for goal in summary.goals):
        cited = say("cited by a {goal} or {plan}", goal=terms.GOAL, plan=terms.PLAN)
    line(
        tr(say("programs")),
        summary.programs,
        each(cited, [summary.cited_programs]),
        *statuses,
    )
    commissions = [
        each(COMMISSION[body], [summary.commissions[body]])
        for body in COMMISSION
        if body in summary.commissions
    ]
    line(tr(say("commissioned")), sum(summary.commissions.values()), *commissions)
    line(
        tr(say("district programs")),
        summary.district_programs,
        each(translatable("districts"), [summary.districts]),
    )
    unread = summary.budgets - summary.readable_budgets
    line(
        tr(say("budgets")),
        summary.budgets,
        tr(say("{n} yen in total", n=f"{summary.readable_budget_yen:,}"))
        if summary.readable_budgets
        else "",
        tr(
            say_n(
                "not in it: {n} amount that cannot be read",
                "not in it: {n} amounts that cannot be read",
                unread,
            )
        )
        if unread
        else "",
    )
    line(
        tr(terms.MANAGEMENT),
        len(summary.management),
        each(translatable("items"), [section.items for section in summary.management]),
    )
    parts: list[RenderableType] = [data_text(heading, "bold"), Text(), counts, Text()]
    parts.append(
        data_text(
            tr(
                say(
                    "{programs} of each {plan}:", programs=terms.MAIN_PROGRAMS_HEAD, plan=terms.PLAN
                )
            )
        )
    )
    lines = [_goal_line(goal, tr) for goal in summary.goals]
    if summary.plans:
        lines.append(_plan_counts(summary.plans, tr))
    return [*parts, *(Padding(line, (0, 0, 0, 2)) for line in lines)]


def _goal_line(goal: GoalCount, tr: Translator) -> RenderableType:
    own = f": {goal.citations}" if goal.citations else ""
    head = data_text(f"{goal_words(goal.id, tr)} {goal.title}{own}")
    return (
        Text("\n").join([head, Text("  ") + _plan_counts(goal.plans, tr)]) if goal.plans else head
    )


def _plan_counts(plans: Sequence[BasicPlanCount], tr: Translator) -> Text:
    counts = (f"{tr.number(PartKind.PLAN, plan.id)}: {plan.citations}" for plan in plans)
    return Text("  ").join(map(Text, counts))
