"""Results as tables on a terminal."""

from __future__ import annotations

import io
from collections.abc import Sequence

from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from shakyo_plan.language import Translator
from shakyo_plan.message import mark, say, say_n
from shakyo_plan.model import Citation, Status
from shakyo_plan.programs import Listing, ProgramRow
from shakyo_plan.report.rows import Column
from shakyo_plan.report.rule_page import SEVERITY_WORDS
from shakyo_plan.report.visible import visible
from shakyo_plan.rules.record import Fix, Rule
from shakyo_plan.summary import GoalCount, Summary
from shakyo_plan.values.fiscal_year import FiscalYear
from shakyo_plan.words import COMMISSION, STATUS, commission_word, status_word

UNLIMITED = 100_000
"""The width of a pipe or a file: nothing is wrapped."""

_WIDE = 120
"""From this width on, lists of ids stand in full beside the names; below, their number does."""


def render(*parts: RenderableType, width: int, colour: bool) -> str:
    """Return the parts as text of at most ``width`` columns."""
    text = io.StringIO()
    console = Console(
        file=text,
        width=width,
        force_terminal=colour,
        color_system="standard" if colour else None,
        no_color=not colour,
        legacy_windows=False,
        highlight=False,
        markup=False,
        emoji=False,
    )
    for part in parts:
        console.print(part, soft_wrap=False)
    return "".join(f"{line.rstrip()}\n" for line in text.getvalue().splitlines())


def _text(words: str, style: str = "") -> Text:
    return Text(visible(words), style=style, overflow="fold")


def marks(row: ProgramRow, tr: Translator) -> str:
    """Return the marks of a program as people know them: 新規・遠野・市受託."""
    found: list[str] = []
    if row.status != Status.CONTINUED:
        found.append(tr(status_word(row.status)))
    if row.district:
        found.append(row.district)
    if row.commissioned_by:
        found.append(tr(commission_word(row.commissioned_by)))
    return "・".join(found)


def program_columns(tr: Translator, *, for_excel: bool) -> Sequence[Column[ProgramRow]]:
    """Return the columns of a list of programs for CSV (Excel) and Markdown."""

    def ids(values: Sequence[object]) -> str:
        # Bare, “1-5” would become the fifth of January in Excel.
        return "・".join(f"[{value}]" if for_excel else str(value) for value in values)

    return (
        Column(tr(say("program")), lambda row: row.name),
        Column(tr(say("status")), lambda row: tr(status_word(row.status))),
        Column(tr(say("district")), lambda row: row.district or ""),
        Column(
            tr(say("commissioned by")),
            lambda row: tr(commission_word(row.commissioned_by)) if row.commissioned_by else "",
        ),
        Column(tr(say("schedule")), lambda row: row.schedule or ""),
        Column(
            tr(say("budget (yen)")),
            lambda row: "" if row.budget_yen is None else str(row.budget_yen),
        ),
        Column(tr(say("goals")), lambda row: "・".join(map(str, row.goals))),
        Column(tr(say("basic plans")), lambda row: ids(row.plans)),
        Column(tr(say("priorities")), lambda row: "・".join(map(str, row.priorities))),
        Column(tr(say("group")), lambda row: row.group or ""),
        Column(tr(say("other names")), lambda row: "・".join((*row.aliases, *row.formerly))),
    )


def program_table(
    listing: Listing, year: FiscalYear, tr: Translator, width: int
) -> list[RenderableType]:
    """Return the programs as a table; a printed list keeps its groups as headings."""
    wide = width >= _WIDE
    heading = str(year)
    if listing.basic_plan:
        plan = listing.basic_plan
        heading += "  " + tr(say("Basic plan {id} {title}", id=plan.id, title=plan.title))
    table = Table(
        box=None, padding=(0, 2 if wide else 1, 0, 0), pad_edge=False, header_style="bold"
    )
    table.add_column(tr(say("program")), overflow="fold", min_width=30)
    table.add_column(tr(say("marks")), overflow="fold", min_width=8)
    table.add_column(
        tr(say("basic plans")) if wide else tr(say("plans")),
        overflow="fold",
        justify="left" if wide else "right",
    )
    table.add_column(tr(say("priority")) if wide else tr(say("prio.")), overflow="fold")

    def add(row: ProgramRow, *, nested: bool) -> None:
        name = Text("  ") + _text(row.name) if nested else _text(row.name)
        plans = " ".join(row.plans) if wide else str(len(row.plans))
        table.add_row(
            name, _text(marks(row, tr), "cyan"), plans, " ".join(map(str, row.priorities))
        )

    if listing.printed is None:
        for row in listing.rows:
            add(row, nested=False)
    else:
        by_name = {row.name: row for row in listing.rows}
        for listed in listing.printed:
            if isinstance(listed, Citation):
                if listed.name in by_name:
                    add(by_name[listed.name], nested=False)
                continue
            table.add_row(_text(listed.heading, "italic"))
            for citation in listed.programs:
                if citation.name in by_name:
                    add(by_name[citation.name], nested=True)
    count = tr(say_n("{n} program", "{n} programs", len(listing.rows)))
    parts: list[RenderableType] = [_text(heading, "bold"), Text()]
    if listing.rows:
        parts += [table, Text()]
    return [*parts, _text(count)]


def rule_table(rules: Sequence[Rule], tr: Translator) -> list[RenderableType]:
    """Return all rules, a line or two each."""
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="bold")
    table.add_column(tr(say("code")), no_wrap=True)
    table.add_column(tr(say("weight")), no_wrap=True)
    table.add_column(tr(say("fixable")), no_wrap=True)
    table.add_column(tr(say("what it finds")), overflow="fold")
    fixes = {Fix.NONE: "", Fix.SAFE: "--fix", Fix.UNSAFE: "--unsafe-fixes"}
    for rule in rules:
        table.add_row(rule.code, tr(SEVERITY_WORDS[rule.severity]), fixes[rule.fix], tr(rule.what))
    return [table, Text(), _text(tr(say("More about one: {example}", example="plan rule P201")))]


def summary_table(summary: Summary, tr: Translator) -> list[RenderableType]:
    """Return a plan's counts, one screen of them."""
    heading = f"{summary.council}  {FiscalYear(summary.fiscal_year)}"
    counts = Table.grid(padding=(0, 2, 0, 0))
    counts.add_column(style="bold", no_wrap=True)
    counts.add_column(justify="right")
    counts.add_column(overflow="fold")

    def line(name: str, count: int, *details: str) -> None:
        counts.add_row(name, str(count), _text("  ".join(detail for detail in details if detail)))

    def each(template: str, numbers: Sequence[int]) -> str:
        return f"{tr(template)} {'・'.join(map(str, numbers))}"

    priorities = summary.priorities
    line(
        tr(say("priorities")),
        len(priorities),
        each(mark("actions"), [priority.actions for priority in priorities]),
        each(mark("programs cited"), [priority.citations for priority in priorities]),
    )
    line(
        tr(say("goals")),
        len(summary.goals),
        each(mark("basic plans"), [len(goal.plans) for goal in summary.goals]),
    )
    line(
        tr(say("basic plans")),
        summary.basic_plans,
        each(mark("sections"), [summary.sections]),
        each(mark("programs cited"), [summary.citations]),
        each(mark("groups"), [summary.groups]),
    )
    statuses = [
        each(STATUS[status], [summary.statuses[status]])
        for status in Status
        if status in summary.statuses and status != Status.CONTINUED
    ]
    line(
        tr(say("programs")),
        summary.programs,
        each(mark("cited by a basic plan"), [summary.cited_programs]),
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
        each(mark("districts"), [summary.districts]),
    )
    line(
        tr(say("budgets")),
        summary.budgets,
        tr(say("{n} yen in all", n=f"{summary.budget_yen:,}")) if summary.budget_yen else "",
    )
    line(
        tr(say("management")),
        len(summary.management),
        each(mark("items"), [section.items for section in summary.management]),
    )
    parts: list[RenderableType] = [_text(heading, "bold"), Text(), counts, Text()]
    parts.append(_text(tr(say("Programs cited by each basic plan:"))))
    return [*parts, *(Padding(_goal_line(goal, tr), (0, 0, 0, 2)) for goal in summary.goals)]


def _goal_line(goal: GoalCount, tr: Translator) -> RenderableType:
    plans = Text("  ").join(Text(f"{plan.id}: {plan.citations}") for plan in goal.plans)
    head = _text(tr(say("Goal {id} {title}", id=goal.id, title=goal.title)))
    return Text("\n").join([head, Text("  ") + plans])
