"""The tables of queries: one record of each, from which schema, help and documentation are made."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass

from shakyo_plan.lookup.query import rows
from shakyo_plan.lookup.query.rows import Row
from shakyo_plan.message import Message, say
from shakyo_plan.model import (
    Account,
    AccountItem,
    BasicPlan,
    Council,
    Department,
    Funding,
    Goal,
    Indicator,
    ManagementSection,
    ParentPlan,
    Plan,
    Priority,
    Program,
    ProgramGroup,
    Section,
    Suppression,
    terms,
)
from shakyo_plan.model.fields import Field, FieldKind


@dataclass(frozen=True, slots=True)
class QueryColumn:
    """A column: its name, TEXT or INTEGER, and what it means."""

    name: str
    type: str
    meaning: Message


@dataclass(frozen=True, slots=True)
class QueryTable:
    """A table: what a row of it is, its columns, and the rows that a plan gives."""

    name: str
    meaning: Message
    own: tuple[QueryColumn, ...]
    rows: Callable[[Plan], Iterable[Row]]

    @property
    def columns(self) -> tuple[QueryColumn, ...]:
        """All columns: those that every table has, then its own."""
        return (*EVERYWHERE, *self.own)

    @property
    def schema(self) -> str:
        """The SQL that creates it."""
        return f"CREATE TABLE {self.name} ({', '.join(f'{c.name} {c.type}' for c in self.columns)})"

    @property
    def insertion(self) -> str:
        """The SQL that inserts a row by the names of its columns."""
        # The names are those of this module; nothing of a plan or a person is among them.
        names = ", ".join(f":{column.name}" for column in self.columns)
        return f"INSERT INTO {self.name} VALUES ({names})"  # noqa: S608


def _text(name: str, meaning: Message) -> QueryColumn:
    return QueryColumn(name, "TEXT", meaning)


def _number(name: str, meaning: Message) -> QueryColumn:
    return QueryColumn(name, "INTEGER", meaning)


def _keys(part: type, but: Collection[str] = ()) -> tuple[QueryColumn, ...]:
    """Return a column for each key of a part that fits one."""
    return tuple(map(_column, rows.plain_fields(part, but)))


def _column(field: Field) -> QueryColumn:
    number = field.kind in (FieldKind.NUMBER, FieldKind.YEAR)
    meaning = field.word
    if field.choices:
        choices = tuple(f"'{choice}'" for choice in field.choices)
        meaning = say("{word}: {choices}", word=field.word, choices=choices)
    return QueryColumn(field.key, "INTEGER" if number else "TEXT", meaning)


EVERYWHERE = (
    _text("file", say("the name of the plan file; the same in all tables")),
    _number("fiscal_year", say("the fiscal year: 2024 is 令和6年度")),
    _text("council", say("the name of the council")),
)
"""The columns that every table has."""
_POSITION = _number("position", say("the place in printed order, from 1"))
_GOAL = _number("goal_id", say("the number of the {goal}", goal=terms.GOAL))
_PLAN = _text("plan_id", say("the id of the {plan}, such as '1-5'", plan=terms.PLAN))
_PRIORITY = _number("priority_id", say("the number of the {priority}", priority=terms.PRIORITY))
_SECTION = _number("section", say("the number of the {section}, from 1", section=terms.SECTION))
_KIND = _text(
    "kind",
    say(
        "'goal' for a {goal}, 'plan' for a {plan}, 'section' for a {section}, 'priority' for a "
        "{priority}, or 'program'",
        goal=terms.GOAL,
        plan=terms.PLAN,
        section=terms.SECTION,
        priority=terms.PRIORITY,
    ),
)
_PART = _text("part", say("the number of the part, or the name of the program"))
_PROGRAM = _text("program", say("the name of the program, as in programs.name"))
_CITED = _text("program", say("the name of the program as cited, as in programs.name"))
_GROUP = _text("group_name", say("the words of the group that it is nested in"))

TABLES = (
    QueryTable(
        "plans",
        say("Plan files, a row per file"),
        (
            _text("era", say("the fiscal year as printed, such as 令和6年度")),
            *_keys(Plan, rows.PLAN_KEYS),
            *_keys(Council, rows.COUNCIL_KEYS),
        ),
        rows.plans,
    ),
    QueryTable(
        "labels",
        say("What the council calls the parts of its plan"),
        (
            _text("part", say("the part, by its key under labels")),
            _text("word", say("the word for it")),
            _text("first_number", say("how its first number is printed; empty as in the ids")),
        ),
        rows.labels,
    ),
    QueryTable(
        "departments",
        say("Departments of the council"),
        (_POSITION, *_keys(Department)),
        rows.departments,
    ),
    QueryTable(
        "based_on",
        say("Plans that this one is based on"),
        (
            _POSITION,
            *_keys(ParentPlan),
        ),
        rows.based_on,
    ),
    QueryTable("goals", terms.GOALS_HEAD, (_GOAL, _POSITION, *_keys(Goal, rows.ID)), rows.goals),
    QueryTable(
        "basic_plans",
        terms.PLANS_HEAD,
        (_PLAN, _GOAL, _POSITION, *_keys(BasicPlan, rows.ID)),
        rows.basic_plans,
    ),
    QueryTable(
        "sections",
        say("{sections} of {plans}: (1) (2) …", sections=terms.SECTIONS_HEAD, plans=terms.PLANS),
        (_PLAN, _POSITION, *_keys(Section)),
        rows.sections,
    ),
    QueryTable(
        "programs",
        say("Programs, with their marks"),
        (
            _POSITION,
            *_keys(Program, rows.OTHER_NAMES),
            _number("budget_yen", say("the budget in yen")),
        ),
        rows.programs,
    ),
    QueryTable(
        "program_districts",
        say("Districts that run programs, a row each time"),
        (_PROGRAM, _text("district", say("the name of the district"))),
        rows.program_districts,
    ),
    QueryTable(
        "names",
        say("Other names of programs"),
        (
            _PROGRAM,
            _text(
                "kind",
                say(
                    "'alias' another spelling, 'formerly' a name of earlier years, 'distinct_from' "
                    "a look-alike that is another program"
                ),
            ),
            _text("other_name", say("the other name")),
        ),
        rows.names,
    ),
    QueryTable(
        "citations",
        say(
            "{programs} of {plans}, a row each time that a program is cited",
            programs=terms.MAIN_PROGRAMS_HEAD,
            plans=terms.PLANS,
        ),
        (_PLAN, _GOAL, _SECTION, _POSITION, _CITED, _GROUP),
        rows.citations,
    ),
    QueryTable(
        "priorities",
        terms.PRIORITIES_HEAD,
        (_PRIORITY, _POSITION, *_keys(Priority, (*rows.ID, "actions"))),
        rows.priorities,
    ),
    QueryTable(
        "actions",
        say("{actions} of {priorities}", actions=terms.ACTIONS_HEAD, priorities=terms.PRIORITIES),
        (_PRIORITY, _POSITION, _text("action", terms.ACTION)),
        rows.actions,
    ),
    QueryTable(
        "priority_citations",
        say(
            "{programs}, a row each time that a program is cited",
            programs=terms.PRIORITY_PROGRAMS_HEAD,
        ),
        (_PRIORITY, _POSITION, _CITED, _GROUP),
        rows.priority_citations,
    ),
    QueryTable(
        "groups",
        say("Groups in the lists of programs, such as 各種事業の開催"),
        (
            _PLAN,
            _GOAL,
            _SECTION,
            _PRIORITY,
            _number("position", say("the place in its list, from 1")),
            _text("group_name", say("the words of the group")),
            *_keys(ProgramGroup, ("group", "programs")),
        ),
        rows.groups,
    ),
    QueryTable(
        "districts",
        say("Districts of the council"),
        (_text("district", say("the name of the district")), _POSITION),
        rows.districts,
    ),
    QueryTable(
        "schedules",
        say("Months in which programs are held, a row per month"),
        (
            _PROGRAM,
            _text("month", say("the month with its calendar year, such as '2025-01'")),
            _number("calendar_month", say("the month alone, 1 to 12")),
        ),
        rows.schedules,
    ),
    QueryTable(
        "funding",
        say("Where the budgets of programs come from"),
        (
            _PROGRAM,
            _POSITION,
            *_keys(Funding),
            _number("amount_yen", say("the amount in yen")),
        ),
        rows.funding,
    ),
    QueryTable(
        "tags",
        say("The council's own marks, a row each time"),
        (_KIND, _PART, _text("tag", say("the mark"))),
        rows.tags,
    ),
    QueryTable(
        "indicators",
        say("Indicators: what is to be reached, in figures"),
        (
            _KIND,
            _PART,
            _POSITION,
            *_keys(Indicator),
            _text("baseline", say("the value now, as written")),
            _number("baseline_year", say("the fiscal year of that value")),
            _text("target", say("the value to be reached, as written")),
            _number("target_year", say("the fiscal year of the target")),
        ),
        rows.indicators,
    ),
    QueryTable(
        "accounts",
        say("Items of the council's accounts"),
        (
            _text("division", say("the division; empty for the council as a whole")),
            _text("side", say("'income' or 'expenses'")),
            _POSITION,
            *_keys(AccountItem),
            _number("amount_yen", say("the amount in yen")),
        ),
        rows.accounts,
    ),
    QueryTable(
        "account_totals",
        say("Totals of the council's accounts as printed"),
        (
            _POSITION,
            *_keys(Account),
            _number("income_yen", say("the total income in yen")),
            _number("expenses_yen", say("the total expenses in yen")),
        ),
        rows.account_totals,
    ),
    QueryTable(
        "management",
        say("{management}, a row per entry", management=terms.MANAGEMENT_HEAD),
        (
            _number("section_id", say("its number")),
            *_keys(ManagementSection, (*rows.ID, "items")),
            _POSITION,
            _text("item", say("the item")),
        ),
        rows.management,
    ),
    QueryTable(
        "suppressions",
        say("Findings that are suppressed on purpose"),
        (_POSITION, *_keys(Suppression)),
        rows.suppressions,
    ),
)
